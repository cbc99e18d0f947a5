import { verdictNames } from '../links/types.ts';
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

/** `1 list`, `2 lists`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
