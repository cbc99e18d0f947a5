import type { VFileMessage } from 'vfile-message';
import type { Audit } from '../../audit/audit.ts';
import type { LinkChange } from '../../audit/changes.ts';
import type { Verdict } from '../../links/types.ts';
import { inSourceOrder } from '../finding.ts';
import { type LinkItem, linesOf } from '../link-item.ts';
import type { Report } from '../report.ts';

/** A report of an audit. */
export type AuditReport = Report & { audit: Audit };

export function isAudit(report: Report): report is AuditReport {
  return report.audit !== undefined;
}

/** What has become of links, as people read it, from what wants a person first. */
export const groupWords = {
  'newly-dead': { title: 'Newly dead', means: 'Gone, and seen so for the first time' },
  'still-dead': { title: 'Still dead', means: 'Gone, as before' },
  failing: { title: 'Unreachable', means: 'Could not be settled; it may pass' },
  recovered: { title: 'Recovered', means: 'Were in trouble in the run before, and are well again' },
  moved: { title: 'Moved', means: 'Redirect for good' },
  archived: { title: 'Archived repositories', means: 'Their owners have laid them down' },
  blocked: { title: 'Blocked', means: 'Answer, but not to a program' },
  invalid: { title: 'Not links', means: 'No client can follow these addresses' },
  other: { title: 'Other', means: 'The page is there, but something is amiss' },
} as const satisfies Record<string, { title: string; means: string }>;
export type GroupName = keyof typeof groupWords;
export const groupNames = Object.keys(groupWords) as GroupName[];

/** One address in one group, with all that is said of it there: nothing for what has recovered. */
export interface AuditItem extends LinkItem {
  change: LinkChange | undefined;
}

export interface AuditGroup {
  name: GroupName;
  items: AuditItem[];
}

/**
 * The links of an audit by what became of them, as the findings say: what is silenced, switched off or acknowledged has
 * no finding and is not told. What has recovered has none and is.
 */
export function auditGroups(report: AuditReport): AuditGroup[] {
  const byUrl = new Map(report.verdicts.map((verdict) => [verdict.url, verdict]));
  const items = new Map<GroupName, Map<string, AuditItem>>(groupNames.map((name) => [name, new Map()]));
  const itemIn = (group: GroupName, verdict: Verdict): AuditItem => {
    const known = items.get(group)!.get(verdict.url);
    const change = report.audit.links.get(verdict.url);
    const item = known ?? { verdict, change, messages: [], places: new Map() };
    items.get(group)!.set(verdict.url, item);
    return item;
  };
  for (const { path, messages } of report.files) {
    for (const message of inSourceOrder(messages)) {
      const verdict = message.link === undefined ? undefined : byUrl.get(message.link);
      if (!verdict) continue;
      const item = itemIn(groupOf(message, report.audit.links.get(verdict.url)), verdict);
      item.messages.push(message);
      for (const line of linesOf(message)) item.places.set(`${path}:${line}`, { path, line });
    }
  }
  for (const verdict of report.verdicts) {
    if (report.audit.links.get(verdict.url)?.change !== 'recovered') continue;
    const { places } = itemIn('recovered', verdict);
    for (const { path, position } of verdict.places) {
      const { line } = position.start;
      places.set(`${path}:${line}`, { path, line });
    }
  }
  return groupNames
    .map((name) => ({ name, items: [...items.get(name)!.values()] }))
    .filter((group) => group.items.length > 0);
}

const groupOfRule: Record<string, GroupName> = {
  'link-unreachable': 'failing',
  'link-moved': 'moved',
  'link-blocked': 'blocked',
  'link-invalid': 'invalid',
  'repo-archived': 'archived',
};
const deadRules = new Set(['link-dead', 'link-soft-dead']);

function groupOf({ ruleId }: VFileMessage, change: LinkChange | undefined): GroupName {
  if (deadRules.has(ruleId ?? '')) return change?.change === 'still-dead' ? 'still-dead' : 'newly-dead';
  return groupOfRule[ruleId ?? ''] ?? 'other';
}

/** How long a link has been as it is: `failing since 2026-01-01, in 3 runs; last fine on 2025-12-25`. */
export function pastWords(change: LinkChange | undefined, group: GroupName): string | undefined {
  if (!change || ['moved', 'invalid', 'other'].includes(group)) return undefined;
  if (group === 'recovered') return `seen well again on ${day(change.since)}`;
  if (group === 'archived')
    return change.archivedSince === undefined ? undefined : `known since ${day(change.archivedSince)}`;
  const word = group === 'blocked' ? 'so' : 'failing';
  const long =
    change.runs === 1 ? 'for the first time' : `${word} since ${day(change.since)}, in ${change.runs} runs`;
  return [long, lastFine(change)].filter(Boolean).join('; ');
}

/** The same as a sentence. */
export function pastSentence(change: LinkChange | undefined, group: GroupName): string | undefined {
  const words = pastWords(change, group);
  return words && words.charAt(0).toUpperCase() + words.slice(1);
}

function lastFine({ lastOk, runs }: LinkChange): string | undefined {
  if (lastOk !== undefined) return `last fine on ${day(lastOk)}`;
  return runs > 1 ? 'never seen fine' : undefined;
}

function day(at: string): string {
  return at.slice(0, 10);
}
