import { type VerdictName, verdictNames } from '../../links/types.ts';
import { auditGroups, groupWords, isAudit, pastSentence } from '../audit/groups.ts';
import { inMarkdown } from '../escape.ts';
import { inSourceOrder } from '../finding.ts';
import { type LinkItem, linesOf } from '../link-item.ts';
import type { MarkdownOptions } from '../markdown.ts';
import type { Report } from '../report.ts';
import { count } from '../summary.ts';
import { verdictWords } from '../verdict-words.ts';
import { codeLink, shortenText } from './text.ts';
import { boxOf, boxText } from './ticks.ts';

/** Places that are named in a row. */
const mostPlaces = 5;

/** Rows that belong together. */
export interface LinkGroup {
  title: string;
  means: string;
  rows: LinkRow[];
}

interface LinkRow {
  item: LinkItem;
  /** How long it has been so, where that is known, as a sentence. */
  past?: string | undefined;
  /** Whether there is nothing to do, and so nothing to tick. */
  isDone?: boolean;
}

/** The links that want a look: of an audit by what became of them, otherwise by verdict, the gravest first. */
export function linkGroups(report: Report): LinkGroup[] {
  if (!isAudit(report)) {
    return verdictGroups(report).map(({ verdict, items }) => {
      const { label, means } = verdictWords[verdict];
      return { title: label, means, rows: items.map((item) => ({ item })) };
    });
  }
  return auditGroups(report).map(({ name, items }) => ({
    ...groupWords[name],
    rows: items.map((item) => ({
      item,
      past: pastSentence(item.change, name),
      isDone: name === 'recovered',
    })),
  }));
}

/**
 * The links that want a look, by verdict, the gravest first, each as the findings say: what is silenced or
 * switched off has no finding and so no row.
 */
function verdictGroups({ files, verdicts }: Report): { verdict: VerdictName; items: LinkItem[] }[] {
  const byUrl = new Map(verdicts.map((verdict) => [verdict.url, verdict]));
  const items = new Map<string, LinkItem>();
  for (const { path, messages } of files) {
    for (const message of inSourceOrder(messages)) {
      const verdict = message.link === undefined ? undefined : byUrl.get(message.link);
      if (!verdict || verdictWords[verdict.verdict].tone === 'good') continue;
      const item: LinkItem = items.get(verdict.url) ?? { verdict, messages: [], places: new Map() };
      items.set(verdict.url, item);
      item.messages.push(message);
      for (const line of linesOf(message)) {
        item.places.set(`${path}:${line}`, { path, line });
      }
    }
  }
  return verdictNames
    .map((verdict) => ({
      verdict,
      items: [...items.values()].filter((item) => item.verdict.verdict === verdict),
    }))
    .filter((group) => group.items.length > 0);
}

/** A row with a box, which is ticked where it was. */
export function linkRow(
  { item, past, isDone }: LinkRow,
  ticked: ReadonlySet<string>,
  { lineUrl }: MarkdownOptions,
): string {
  const { url, reason: answer } = item.verdict;
  const said = new Set(item.messages.flatMap(({ reason, note }) => (note ? [reason, note] : [reason])));
  if (said.size === 0) said.add(answer);
  if (past !== undefined) said.add(past);
  const text = [...said].map((part) => inMarkdown(shortenText(part))).join('. ');
  const named = [...item.places.values()].slice(0, mostPlaces).map(({ path, line }) => {
    return codeLink(shortenText(`${path}:${line}`), lineUrl?.(path, line) ?? '');
  });
  const more = item.places.size - named.length;
  const where = more > 0 ? [...named, count(more, 'more place')] : named;
  const box = boxOf(url);
  const address = codeLink(shortenText(url), url);
  const lead = isDone ? '-' : boxText(box, ticked.has(box));
  return `${lead} ${address}: ${text}${where.length > 0 ? ` (${where.join(', ')})` : ''}`;
}
