import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { VFileMessage } from 'vfile-message';
import { describe, expect, it } from 'vitest';
import { severityOf, type Touches } from '../../src/message.ts';
import { entriesOf, lintText, more, targetsOf } from '../support/fixing.ts';

const shared = new URL('../../../shared/', import.meta.url);
/** Larger lists take long; `CORPUS=all` takes them too. */
const largest = process.env.CORPUS === 'all' ? Number.POSITIVE_INFINITY : 100_000;

function listsIn(folder: URL): URL[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && name.includes('__') !== /^[^/]*$/.test(name))
    .map((name) => new URL(name, folder))
    .filter((file) => statSync(file).size <= largest);
}

const lists = [...listsIn(new URL('corpus/', shared)), ...listsIn(new URL('seed/', shared))];

describe.skipIf(lists.length === 0)('a real list, mended by safe fixes', () => {
  it.each(lists.map((file) => [decodeURI(file.pathname).split('/').slice(-2).join('/'), file] as const))(
    '%s',
    { timeout: 120_000 },
    async (_, file) => {
      const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
      const before = await lintText(text);
      const after = await lintText(text, { kinds: ['safe'] });

      const isGenerated = before.document.list.generatedFrom !== undefined;
      expect(after.fixed?.cycle).toBeUndefined();
      expect(isGenerated ? [] : after.fixed?.refused).toEqual([]);
      expect(isGenerated ? [] : after.messages.filter(({ fix }) => fix?.kind === 'safe').map(String)).toEqual(
        [],
      );
      expect((await lintText(after.fixed!.text, { kinds: ['safe'] })).fixed?.text).toBe(after.fixed!.text);
      expect(more(findingsOf(after.messages), findingsOf(before.messages))).toEqual([]);

      const rules = rulesWithout(before.messages, 'links', 'text', 'order');
      const tidied = await lintText(text, { kinds: ['safe'], rules });
      expect(targetsOf(tidied.document)).toEqual(targetsOf(before.document));
      expect(entriesOf(tidied.document)).toEqual(entriesOf(before.document));
    },
  );
});

/** Rules whose safe fixes declare none of these. */
function rulesWithout(messages: readonly VFileMessage[], ...denied: Touches[]): Set<string> {
  const rules = new Set(messages.map(({ ruleId }) => ruleId ?? ''));
  for (const { ruleId, fix } of messages) {
    if (fix?.kind === 'safe' && fix.touches.some((touch) => denied.includes(touch)))
      rules.delete(ruleId ?? '');
  }
  return rules;
}

function findingsOf(messages: readonly VFileMessage[]): string[] {
  return messages
    .filter((message) => severityOf(message) !== 'info')
    .map(({ ruleId, reason }) => `${ruleId}: ${reason.replace(/\d+/g, '#')}`);
}
