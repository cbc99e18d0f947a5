import { fragmentFor } from '../anchors.ts';
import type { ContentsItem, HeadingInfo } from '../list/types.ts';
import type { Edit } from '../message.ts';
import type { Source } from '../source.ts';
import { escaped } from '../text/escaped.ts';
import {
  isAlone,
  isSpread,
  type Line,
  lastUnder,
  lineEnd,
  lineOf,
  lineStart,
  mirrored,
  textEnd,
} from './lines.ts';

/** Points an item at another heading. */
export function repointEdit({ link }: ContentsItem, heading: HeadingInfo): Edit[] | undefined {
  const { start, end } = link?.urlPlace ?? {};
  if (start?.offset === undefined || end?.offset === undefined || link?.definition) return undefined;
  return [{ start: start.offset, end: end.offset, text: `#${fragmentFor(heading)}` }];
}

/** Gives an item its heading's text, where the item's text is plain. */
export function retextEdit(
  { link, text }: ContentsItem,
  heading: HeadingInfo,
  source: Source,
): Edit[] | undefined {
  const start = link?.place.start.offset;
  if (start === undefined || !source.text.startsWith(`[${text}]`, start)) return undefined;
  return [{ start: start + 1, end: start + 1 + text.length, text: escaped(heading.text) }];
}

/** Takes an item out with its line; undefined where it shares the line or has items under it. */
export function removeEdit(
  item: ContentsItem,
  items: readonly ContentsItem[],
  source: Source,
): Edit[] | undefined {
  const { start, end } = item.place;
  const line = lineOf(item, source);
  if (!line || !isAlone(item, items) || lastUnder(item, items) !== item) return undefined;
  if (start.offset === undefined || end.offset === undefined) return undefined;
  const renumbering = renumberEdits(item, -1, { items, source });
  return (
    renumbering && [
      { start: lineStart(source.text, start.offset), end: lineEnd(source.text, end.offset), text: '' },
      ...renumbering,
    ]
  );
}

/** Adds an item for a heading beside one of the same depth, in that one's marker, indentation and emphasis. */
export function addEdit(
  heading: HeadingInfo,
  { after, before }: { after: ContentsItem | undefined; before: ContentsItem | undefined },
  items: readonly ContentsItem[],
  source: Source,
): Edit[] | undefined {
  const model = after ?? before;
  const line = model && lineOf(model, source);
  if (!model || !line) return undefined;
  const marker = after ? markerAfter(after, line, items, source) : line.marker;
  const link = `${line.emphasis}[${escaped(heading.text)}](#${fragmentFor(heading)})${mirrored(line.emphasis)}`;
  const written = `${line.indent}${marker}${line.gap}${link}`;
  const eol = source.text.includes('\r\n') ? '\r\n' : '\n';
  const gap = isSpread(items, source) ? eol + eol : eol;
  const renumbering = renumberEdits(model, 1, { items, source, itself: !after });
  if (!renumbering) return undefined;
  if (after) {
    const at = textEnd(source.text, lastUnder(after, items).place.end.offset ?? 0);
    return [{ start: at, end: at, text: `${gap}${written}` }, ...renumbering];
  }
  const at = lineStart(source.text, model.place.start.offset ?? 0);
  return [{ start: at, end: at, text: `${written}${gap}` }, ...renumbering];
}

/** Of a numbered item the next number, where the list counts; lists may say 1 at every item. */
function markerAfter(item: ContentsItem, line: Line, items: readonly ContentsItem[], source: Source): string {
  if (line.number === undefined || !counts(item, items, source)) return line.marker;
  return line.marker.replace(/\d+/, String(line.number + 1));
}

/** Whether a numbered item and its neighbours have different numbers. */
function counts(item: ContentsItem, items: readonly ContentsItem[], source: Source): boolean {
  const numbers = siblingsOf(item, items).map((one) => lineOf(one, source)?.number);
  return numbers.length < 2 || numbers[0] !== numbers[1];
}

/** The items of the list that an item stands in. */
function siblingsOf(item: ContentsItem, items: readonly ContentsItem[]): ContentsItem[] {
  const index = items.indexOf(item);
  let from = index;
  while (from > 0 && items[from - 1]!.depth >= item.depth) from--;
  let to = index;
  while (to < items.length && items[to]!.depth >= item.depth) to++;
  return items.slice(from, to).filter(({ depth }) => depth === item.depth);
}

/**
 * Counts the items behind one in a numbered list up or down; none in other lists. Undefined where a number would grow
 * longer and what is nested under it would have to move.
 * @param itself whether the item is counted too
 */
function renumberEdits(
  item: ContentsItem,
  by: number,
  { items, source, itself = false }: { items: readonly ContentsItem[]; source: Source; itself?: boolean },
): Edit[] | undefined {
  if (lineOf(item, source)?.number === undefined || !counts(item, items, source)) return [];
  const siblings = siblingsOf(item, items);
  const edits: Edit[] = [];
  for (const one of siblings.slice(siblings.indexOf(item) + (itself ? 0 : 1))) {
    const line = lineOf(one, source);
    if (line?.number === undefined) return undefined;
    const [old, now] = [String(line.number), String(line.number + by)];
    if (old.length !== now.length && lastUnder(one, items) !== one) return undefined;
    const start = lineStart(source.text, one.place.start.offset ?? 0) + line.indent.length;
    edits.push({ start, end: start + old.length, text: now });
  }
  return edits;
}
