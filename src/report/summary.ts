import { verdictNames } from '../links/types.ts';
import { ruleOf } from './finding.ts';
import type { Report } from './report.ts';

/** The run in a line: `2 lists: 1 error, 12 warnings, 3 info`. */
export function findingsLine({ summary }: Report): string {
  const { files, errors, warnings, infos } = summary;
  const counts = [
    errors > 0 && count(errors, 'error'),
    warnings > 0 && count(warnings, 'warning'),
    infos > 0 && `${infos} info`,
  ].filter(Boolean);
  return `${count(files, 'list')}: ${counts.length > 0 ? counts.join(', ') : 'nothing to mend'}`;
}

/** What became of the links: `55 links: 51 ok, 3 moved, 1 dead`; absent where none were asked. */
export function linksLine({ summary: { links } }: Report): string | undefined {
  const counts = verdictNames.toReversed().filter((verdict) => links[verdict]);
  if (counts.length === 0) return undefined;
  const total = counts.reduce((sum, verdict) => sum + links[verdict]!, 0);
  return `${count(total, 'link')}: ${counts.map((verdict) => `${links[verdict]} ${verdict}`).join(', ')}`;
}

/** What the baseline knows: `12 known findings left out`; absent where it knows none. */
export function baselineLine({ baselined }: Report): string | undefined {
  return baselined > 0 ? `${count(baselined, 'known finding')} left out` : undefined;
}

/** What to do next, a sentence each; nothing where the findings are few enough to speak for themselves. */
export function nextSteps(report: Report): string[] {
  const { fixable, errors, warnings, infos } = report.summary;
  const steps: string[] = [];
  if (fixable > 0 && !report.fixed) {
    const carry = fixable === 1 ? '1 finding carries a safe fix' : `${fixable} findings carry a safe fix`;
    steps.push(`${carry}; \`--fix\` applies ${fixable === 1 ? 'it' : 'them'}.`);
  }
  const rules = rulesByCount(report);
  if (!report.audit && errors + warnings + infos > few && rules.length > 1 && rules[0]![1] > 1) {
    const most = rules.slice(0, 3);
    steps.push(
      `Most come from ${listed(most.map(([rule, times]) => `${rule} (${times})`))}. ` +
        `To silence one, put \`<!--lint disable ${most[0]![0]}-->\` at the top of the list.`,
    );
  }
  return steps;
}

/** Up to this many findings are read one by one, and need no advice. */
const few = 5;

/** Rules with how often they spoke, the most talkative first. */
function rulesByCount({ files }: Report): [rule: string, times: number][] {
  const counts = new Map<string, number>();
  for (const { messages } of files) {
    for (const message of messages) counts.set(ruleOf(message), (counts.get(ruleOf(message)) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function listed(names: string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('');
}

/** `1 list`, `2 lists`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
