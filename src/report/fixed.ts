import type { VFileMessage } from 'vfile-message';
import type { Why } from '../fix/sort-out.ts';
import { wrap } from './columns.ts';
import { forTerminal } from './escape.ts';
import { lineOf, ruleOf } from './finding.ts';
import type { FixedList } from './report.ts';
import { count } from './summary.ts';

/** Why findings are left, in the order of the summary; `NUMBER` findings … */
const reasons: Record<Why, string> = {
  none: 'without a fix',
  suggested: 'with a fix that wants a look (--fix-suggested)',
  unasked: 'of rules that were not asked for',
  refused: 'with a fix that was refused',
  cycle: 'with fixes that undo each other',
  unsettled: 'that the last round did not reach',
};

/** What was fixed, by list and rule, and what is left and why; empty where there was nothing to fix. */
export function fixedText(
  fixed: readonly FixedList[],
  { dryRun = false, width = Infinity }: { dryRun?: boolean; width?: number } = {},
): string {
  return fixed
    .flatMap((list) => linesOf(list, dryRun))
    .flatMap((line) => hung(forTerminal(line), width))
    .map((line) => `${line}\n`)
    .join('');
}

/** What goes on in the next line stands deeper than where it begins. */
function hung(line: string, width: number): string[] {
  const indent = line.startsWith('  ') ? '  ' : '';
  return wrap(line, width - 4).map((part, at) => `${indent}${at === 0 ? '' : '  '}${part}`);
}

function linesOf({ path, applied, left, refused, cycle }: FixedList, dryRun: boolean): string[] {
  const total = applied.reduce((sum, { count: times }) => sum + times, 0);
  if (total + left.length === 0) return [];
  const byRule = applied.map(({ rule, kind, count: times }) => {
    return `${rule}${kind === 'suggested' ? ' (suggested)' : ''} ${times}`;
  });
  const verb = dryRun ? 'Would fix' : 'Fixed';
  return [
    total === 0
      ? `Nothing to fix in ${path}`
      : `${verb} ${count(total, 'finding')} in ${path}: ${byRule.join(', ')}`,
    ...leftLines(left),
    ...refusedLines(refused),
    ...(cycle ? [`  not fixed: ${cycle.join(' and ')} undo each other’s fixes; please report this`] : []),
  ];
}

/** Fixes that were refused, those refused for one reason in one line. */
function refusedLines(refused: FixedList['refused']): string[] {
  const byReason = new Map<string, FixedList['refused'][number][]>();
  for (const one of refused) {
    const alike = byReason.get(one.why);
    if (alike) alike.push(one);
    else byReason.set(one.why, [one]);
  }
  return [...byReason].map(([why, [first, ...others]]) => {
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    return `  not fixed: ${first!.rule}${inLine(lineOf(first!.place))}${more}: ${why}`;
  });
}

function leftLines(left: FixedList['left']): string[] {
  return (Object.keys(reasons) as Why[]).flatMap((why) => {
    const messages = left.filter((finding) => finding.why === why).map(({ message }) => message);
    return messages.length > 0 ? [`  left: ${messages.length} ${reasons[why]}: ${byRules(messages)}`] : [];
  });
}

/** The most frequent first. */
function byRules(messages: readonly VFileMessage[]): string {
  const counts = new Map<string, number>();
  for (const message of messages) counts.set(ruleOf(message), (counts.get(ruleOf(message)) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([rule, times]) => `${rule} ${times}`)
    .join(', ');
}

function inLine(line: number | undefined): string {
  return line === undefined ? '' : ` in line ${line}`;
}
