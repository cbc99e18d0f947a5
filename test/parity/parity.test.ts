import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownDifferences } from '../bench/known-differences.ts';
import { kempt } from '../support/command-line.ts';
import { folder } from '../support/folder.ts';
import { errs } from './errs.ts';
import { type Found, found, frame } from './found.ts';

interface Message {
  rule: string;
  severity: string;
  reason: string;
  line?: number;
}

/** What `kempt lint --preset awesome` says of a row's list, worst first as the report has it. */
async function messagesOf({ entry, block, list, files }: Pick<Found, 'entry' | 'block' | 'list' | 'files'>) {
  const text = list ?? (entry === undefined ? `${frame}\n${block}\n` : `${frame}${entry}\n`);
  const cwd = await folder({ ...files, 'readme.md': text });
  const { stdout, stderr } = await kempt(['lint', '--preset', 'awesome', '--format', 'json', 'readme.md'], {
    cwd,
  });
  expect(stderr).toBe('');
  const { files: reported } = JSON.parse(stdout) as { files: { path: string; messages: Message[] }[] };
  return reported
    .filter((file) => path.basename(file.path) === 'readme.md')
    .flatMap(({ messages }) => messages);
}

const shown = ({ rule, line = 0, reason }: Message) => `${line} ${rule}: ${reason}`;

describe('what awesome-lint rightly finds', () => {
  for (const row of found) {
    it(`is found: ${row.id}, ${row.fault}`, async () => {
      const messages = await messagesOf(row);
      const places = messages
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, line = 0 }) => `${rule.replace('remark-lint:', '')}:${line}`);
      expect(places, messages.map(shown).join('\n')).toContain(`${row.rule}:${row.line}`);
    });
  }
});

describe('where awesome-lint is wrong', () => {
  for (const { id, name, expected, ...row } of errs) {
    it(`kempt ${expected ? `finds what is there` : 'says nothing'}: ${id}, ${name}`, async () => {
      const messages = await messagesOf(row);
      if (expected) {
        const places = messages.map(({ rule, line = 0 }) => `${rule}:${line}`);
        expect(places, messages.map(shown).join('\n')).toContain(`${expected.rule}:${expected.line}`);
      } else expect(messages.map(shown)).toEqual([]);
    });
  }

  it('nothing is said of the list that the rows are put into', async () => {
    expect(await messagesOf({ list: frame })).toEqual([]);
  });
});

describe('the differences that the bench takes for known', () => {
  it('are the rows of the documentation', () => {
    const page = readFileSync(new URL('../../docs/awesome-lint.md', import.meta.url), 'utf8');
    const [, section = ''] = page.split('## Differences from awesome-lint');
    const rows = [...section.matchAll(/^\| ([^|]+?) \| `([\w-]+)` \|/gm)].map(
      ([, name, rule]) => `${name}: ${rule}`,
    );
    expect(rows).toEqual(knownDifferences.map(({ name, rule }) => `${name}: ${rule}`));
  });
});
