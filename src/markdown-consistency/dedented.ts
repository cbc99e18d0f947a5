import type { VFileMessage } from 'vfile-message';
import type { Edit } from '../message.ts';
import { linesOf } from '../text/lines.ts';
import { type Range, rangeOf } from '../text/range.ts';
import type { Outline } from './outline.ts';

/**
 * Moves an indented list, or an indented item among flush ones, to the margin: every line of it by as much. Nothing
 * where a line has less to give, or where what follows would become a part of it.
 */
export function dedented(
  { start }: Range,
  _: VFileMessage,
  { listsByItem, source }: Outline,
): Edit[] | undefined {
  const list = listsByItem.get(start);
  const item = list?.children.find(({ position }) => position?.start.offset === start);
  const column = item?.position?.start.column;
  if (!list || !item || !column) return undefined;
  const isWhole = list.children.every(({ position }) => position?.start.column === column);
  // The first item mends a whole list.
  if (isWhole && item !== list.children[0]) return undefined;
  const range = rangeOf(isWhole ? list : item);
  return range && dedent(range, column - 1, source.text);
}

function dedent({ start, end }: Range, by: number, text: string): Edit[] | undefined {
  const from = start - by;
  const edits: Edit[] = [];
  for (const line of linesOf(text.slice(from, end))) {
    const content = text.slice(from + line.start, from + line.end);
    if (content.trim() === '') continue;
    if (!content.startsWith(' '.repeat(by))) return undefined;
    edits.push({ start: from + line.start, end: from + line.start + by, text: '' });
  }
  // At the margin the content of a bulleted item begins in the third column.
  const next = /^(?:[ \t]*\r?\n)+([ \t]*)\S/.exec(text.slice(end, end + 1000))?.[1] ?? '';
  return next.length < 2 ? edits : undefined;
}
