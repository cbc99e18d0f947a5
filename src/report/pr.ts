import type { VFileMessage } from 'vfile-message';
import { codeSpan, inMarkdown } from './escape.ts';
import { ruleOf } from './finding.ts';
import { cut, fixed, heading, type Line, row } from './markdown/lines.ts';
import { codeLink, shortenText } from './markdown/text.ts';
import type { FixedList, Report } from './report.ts';
import { count } from './summary.ts';

/** Stands first in the body, so that the pull request can be found again. */
export const fixMarker = '<!-- kempt-fix -->';

/** What the mended findings have in common, the surest first. */
const groups = {
  renamed: { title: 'Repositories under their new name', look: false },
  followed: { title: 'Redirects followed', look: false },
  secure: { title: 'Read over https', look: false },
  moved: { title: 'Moved to another address', look: true },
  archived: { title: 'Archived copies of what is gone', look: true },
  anchor: { title: 'Anchors corrected', look: true },
  written: { title: 'Formatting', look: false },
  suggested: { title: 'Other suggestions', look: true },
} as const satisfies Record<string, { title: string; look: boolean }>;
type GroupName = keyof typeof groups;

/** The body of a pull request that holds what was fixed: each change, and why. */
export function pr(report: Report): string {
  const lists = (report.fixed ?? []).filter(({ mended }) => mended.length > 0);
  const total = lists.reduce((sum, { mended }) => sum + mended.length, 0);
  const lead =
    report.fixed === undefined
      ? 'No fixes were asked for: run kempt with `--fix`.'
      : total === 0
        ? 'There is nothing that can be mended.'
        : `kempt mended ${count(total, 'finding')} in ${count(lists.length, 'list')}. Nothing else was touched.`;
  const lines: Line[] = [
    fixed(fixMarker),
    fixed(lead),
    ...lists.flatMap((list) => listLines(list, lists.length > 1)),
    ...leftLines(report.fixed ?? []),
  ];
  return cut(lines);
}

function listLines({ path, mended }: FixedList, several: boolean): Line[] {
  const byGroup = new Map<GroupName, VFileMessage[]>();
  for (const message of mended) {
    const name = groupOf(message);
    byGroup.set(name, [...(byGroup.get(name) ?? []), message]);
  }
  return (Object.keys(groups) as GroupName[]).flatMap((name) => {
    const messages = byGroup.get(name) ?? [];
    if (messages.length === 0) return [];
    const { title, look } = groups[name];
    const where = several ? ` in ${codeSpan(shortenText(path))}` : '';
    const ask = look ? 'Please look at each.' : undefined;
    return [
      heading(`### ${title}${where} (${messages.length})`, ask),
      ...messages.map((message) => row(changeRow(message))),
    ];
  });
}

function groupOf(message: VFileMessage): GroupName {
  const { ruleId, fix } = message;
  if (ruleId === 'link-dead') return 'archived';
  if (ruleId === 'link-fragment') return 'anchor';
  if (ruleId === 'link-insecure') return 'secure';
  if (ruleId === 'link-moved' && fix?.kind === 'safe') return isRenamed(message) ? 'renamed' : 'followed';
  if (ruleId === 'link-moved') return 'moved';
  return fix?.kind === 'suggested' ? 'suggested' : 'written';
}

const ofRepository = /^https?:\/\/(?:www\.)?github\.com\/([\w-]+\/[\w.-]+?)(?:\.git)?\/?$/i;

/** Whether both addresses are repositories, and of another name in more than its case. */
function isRenamed(message: VFileMessage): boolean {
  const [before, after] = [message.link, addressIn(message)].map((url) => ofRepository.exec(url ?? '')?.[1]);
  return before !== undefined && after !== undefined && before.toLowerCase() !== after.toLowerCase();
}

/** The address that a fix writes. */
function addressIn({ fix }: VFileMessage): string | undefined {
  return fix?.edits[0]?.text;
}

function changeRow(message: VFileMessage): string {
  const { link, line, places = [], url } = message;
  const address = addressIn(message);
  const more = new Set(places.map(({ start }) => start.line)).size - 1;
  const where = line ? ` (line ${line}${more > 0 ? ` and ${count(more, 'more')}` : ''})` : '';
  const why = inMarkdown(shortenText(message.reason));
  const rule = codeLink(shortenText(ruleOf(message)), url ?? '');
  if (link === undefined || address === undefined) return `- ${why}${where}, ${rule}`;
  return `- ${codeLink(shortenText(link), link)} → ${codeLink(shortenText(address), address)}: ${why}${where}, ${rule}`;
}

/** What wants a person: counted by rule, since the report tells it one by one. */
function leftLines(lists: readonly FixedList[]): Line[] {
  const counts = new Map<string, number>();
  for (const { message } of lists.flatMap(({ left }) => left))
    counts.set(ruleOf(message), (counts.get(ruleOf(message)) ?? 0) + 1);
  if (counts.size === 0) return [];
  const rows = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([rule, times]) => row(`- ${codeSpan(shortenText(rule))}: ${count(times, 'finding')}`));
  return [heading('### Left for a person'), ...rows];
}
