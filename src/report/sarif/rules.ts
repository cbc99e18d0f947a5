import type { VFileMessage } from 'vfile-message';
import type { RuleInfo } from '../../catalogue.ts';
import type { Severity } from '../../message.ts';
import { ruleOf } from '../finding.ts';
import type { SarifLevel, SarifRule } from './types.ts';

export const levels: Record<Severity, SarifLevel> = { error: 'error', warning: 'warning', info: 'note' };

/** Descriptors of the rules that found something, in the order of their ids, and where each stands. */
export function describeRules(
  messages: readonly VFileMessage[],
  known: readonly RuleInfo[],
): { descriptors: SarifRule[]; indexOf: ReadonlyMap<string, number> } {
  const byName = new Map(known.map((info) => [nameOf(info), info]));
  const pages = new Map(messages.map((message) => [ruleOf(message), message.url]));
  const ids = [...pages.keys()].sort();
  return {
    descriptors: ids.map((id) => describe(id, byName.get(id), pages.get(id))),
    indexOf: new Map(ids.map((id, index) => [id, index])),
  };
}

function nameOf({ source, id }: RuleInfo): string {
  return source === 'kempt' ? id : `${source}:${id}`;
}

/** A plugin of the user's is not in the catalogue: its findings still name it. */
function describe(id: string, info: RuleInfo | undefined, page: string | undefined): SarifRule {
  const helpUri = info?.url ?? page;
  const level = info && info.severity.house !== 'off' ? levels[info.severity.house] : 'warning';
  return {
    id,
    ...(info && { shortDescription: { text: `${info.summary}.` } }),
    ...(info?.docs && {
      fullDescription: { text: info.docs.finds },
      help: { text: helpText(info.docs), markdown: helpMarkdown(info.docs) },
    }),
    ...(helpUri && URL.canParse(helpUri) && { helpUri }),
    defaultConfiguration: { enabled: info?.severity.house !== 'off', level },
    ...(info && { properties: { tags: [info.category] } }),
  };
}

type Docs = NonNullable<RuleInfo['docs']>;

function helpText({ finds, why, whenOff }: Docs): string {
  return `${finds}\n\nWhy: ${why}\n\nWhen to turn it off: ${whenOff}`;
}

function helpMarkdown({ finds, why, bad, good, whenOff }: Docs): string {
  return [
    finds,
    `**Why:** ${why}`,
    `**Bad**\n\n${fenced(bad)}`,
    `**Good**\n\n${fenced(good)}`,
    `**When to turn it off:** ${whenOff}`,
  ].join('\n\n');
}

/** An example that may itself hold fences of up to four. */
function fenced(example: string): string {
  return `\`\`\`\`\`markdown\n${example.trim()}\n\`\`\`\`\``;
}
