import { percent, rollUp } from '../audit/roll-up.ts';
import { codeSpan } from '../escape.ts';
import { asked } from '../html/health.ts';
import type { Report } from '../report.ts';
import { count } from '../summary.ts';
import { shortenText } from './text.ts';

/** Lists that are named one by one: an issue has other things to tell as well. */
const mostLists = 50;

/** Several lists by how much of them is gone, the most rotten first; nothing for one. */
export function rollUpLines(report: Report): string[] {
  const lists = rollUp(report);
  if (lists.length < 2) return [];
  const rows = lists.slice(0, mostLists).map(({ list, health, rot }) => {
    const cells = [cell(list), percent(rot), health.bad, health.doubt, health.note, asked(health)];
    return `| ${cells.join(' | ')} |`;
  });
  const more = lists.length - rows.length;
  return [
    '',
    '| List | Rot | Gone | In doubt | Moved | Links |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    ...(more > 0 ? ['', `… and ${count(more, 'more list')}.`] : []),
  ];
}

/** A pipe ends a cell of a table even within code. */
function cell(text: string): string {
  return codeSpan(shortenText(text)).replaceAll('|', '\\|');
}
