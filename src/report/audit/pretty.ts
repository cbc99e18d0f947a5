import { severities, severityOf } from '../../message.ts';
import { wrap } from '../columns.ts';
import { forTerminal } from '../escape.ts';
import { asked } from '../html/health.ts';
import { paintOf, printable, type Style } from '../pretty-style.ts';
import { count } from '../summary.ts';
import {
  type AuditGroup,
  type AuditItem,
  type AuditReport,
  auditGroups,
  type GroupName,
  groupWords,
  pastWords,
} from './groups.ts';
import { percent, rollUp } from './roll-up.ts';

/** Of a group that does not want a person at once, so many are shown before the others are folded. */
const unfolded = 5;
const never = new Set<GroupName>(['newly-dead', 'still-dead', 'recovered']);
const mostPlaces = 3;
/** Columns of `  warning  `. */
const indent = 11;

/** An audit for the terminal: what has changed, group by group; then the lists by rot, and what is acknowledged. */
export function auditBlocks(report: AuditReport, style: Style): string[][] {
  return [
    ...auditGroups(report).map((group) => groupBlock(group, style)),
    style.quiet ? [] : rollUpBlock(report, style),
    style.quiet ? [] : acknowledgedBlock(report, style),
  ];
}

function groupBlock({ name, items }: AuditGroup, style: Style): string[] {
  const wanted = style.quiet ? items.filter((item) => gravest(item) === 'error') : items;
  if (wanted.length === 0) return [];
  const shown = style.all || never.has(name) ? wanted : wanted.slice(0, unfolded);
  const more = wanted.length - shown.length;
  return [
    style.paint.underline(`${groupWords[name].title} (${wanted.length})`),
    ...shown.flatMap((item) => itemLines(item, name, style)),
    ...(more > 0 ? [style.paint.dim(`  … and ${more} more; --all shows them`)] : []),
  ];
}

function itemLines(item: AuditItem, group: GroupName, style: Style): string[] {
  const { paint, verbose } = style;
  const severity = gravest(item);
  const lead =
    severity === undefined ? paint.green('fine'.padEnd(7)) : paint[paintOf[severity]](severity.padEnd(7));
  const said = item.messages.length > 0 ? item.messages.map(({ reason }) => reason) : [item.verdict.reason];
  const notes = verbose ? item.messages.flatMap(({ note }) => note ?? []) : [];
  const beneath = [
    ...new Set(said),
    [placesOf(item), pastWords(item.change, group)].filter(Boolean).join('; '),
    ...notes,
  ];
  const lines = beneath.flatMap((text) => wrap(printable(text), style.width - indent));
  return [
    `  ${lead}  ${printable(item.verdict.url)}`,
    ...lines.map((line, index) => ' '.repeat(indent) + (index === 0 ? line : paint.dim(line))),
  ];
}

function gravest({ messages }: AuditItem) {
  const found = new Set(messages.map(severityOf));
  return severities.findLast((severity) => found.has(severity));
}

function placesOf({ places }: AuditItem): string {
  const named = [...places.keys()].slice(0, mostPlaces);
  const more = places.size - named.length;
  return [...named, ...(more > 0 ? [count(more, 'more place')] : [])].join(', ');
}

function rollUpBlock(report: AuditReport, { paint }: Style): string[] {
  const lists = rollUp(report);
  if (lists.length < 2) return [];
  const rows = lists.map(({ list, health, rot }) => {
    return { rot: percent(rot), of: `${health.bad} of ${asked(health)}`, doubt: String(health.doubt), list };
  });
  const head = { rot: 'rot', of: 'gone', doubt: 'in doubt', list: 'list' };
  const wide = (key: 'rot' | 'of' | 'doubt') => Math.max(...[head, ...rows].map((row) => row[key].length));
  const [rot, of, doubt] = [wide('rot'), wide('of'), wide('doubt')];
  const line = (row: typeof head) =>
    `  ${row.rot.padStart(rot)}  ${row.of.padStart(of)}  ${row.doubt.padStart(doubt)}  ${printable(row.list)}`;
  return [paint.underline('Lists, by how much of them is gone'), paint.dim(line(head)), ...rows.map(line)];
}

function acknowledgedBlock({ audit }: AuditReport, { paint, width }: Style): string[] {
  if (audit.acknowledged.length === 0) return [];
  const rows = audit.acknowledged.flatMap(({ link, reason, expires }) => [
    `  ${printable(link)}`,
    ...wrap(printable(`until ${expires}: ${reason}`), width - 4).map((line) => paint.dim(`    ${line}`)),
  ]);
  return [paint.underline(forTerminal(`Acknowledged (${audit.acknowledged.length})`)), ...rows];
}
