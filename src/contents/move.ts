import type { ContentsItem } from '../list/types.ts';
import type { Edit } from '../message.ts';
import type { Source } from '../source.ts';
import { isAlone, isSpread, lastUnder, lineEnd, lineStart, textEnd } from './lines.ts';

/**
 * Moves an item, with all that is nested in it, behind another one, or to the top. Undefined where items do not have
 * their lines for themselves, are numbered, or the move would put one under another.
 */
export function moveEdits(
  item: ContentsItem,
  behind: ContentsItem | undefined,
  items: readonly ContentsItem[],
  source: Source,
): Edit[] | undefined {
  const { text } = source;
  const last = lastUnder(item, items);
  const moved = items.slice(items.indexOf(item), items.indexOf(last) + 1);
  if (!moved.every((one) => isAlone(one, items)) || isNumbered(item, text)) return undefined;
  const target = targetOf(item, behind, items);
  if (!target || moved.includes(target.beside) || !isAlone(target.beside, items)) return undefined;
  const start = lineStart(text, offsetOf(item));
  const end = textEnd(text, last.place.end.offset ?? 0);
  const block = text.slice(start, end);
  const gap = isSpread(items, source) ? '\n\n' : '\n';
  const insertion = target.after
    ? { at: textEnd(text, target.beside.place.end.offset ?? 0), text: `${gap}${block}` }
    : { at: lineStart(text, offsetOf(target.beside)), text: `${block}${gap}` };
  const removal = removalOf({ start, end }, item === items[0], text);
  if (insertion.at >= removal.start && insertion.at <= removal.end) return undefined;
  return [removal, { start: insertion.at, end: insertion.at, text: insertion.text }];
}

/** The item to move to, and the side of it, in the depth of the one that moves. */
function targetOf(
  item: ContentsItem,
  behind: ContentsItem | undefined,
  items: readonly ContentsItem[],
): { beside: ContentsItem; after: boolean } | undefined {
  if (!behind) {
    const [first] = items;
    return first && first.depth === item.depth ? { beside: first, after: false } : undefined;
  }
  if (behind.depth === item.depth - 1) return { beside: behind, after: true };
  for (let at = items.indexOf(behind); at >= 0; at--) {
    const one = items[at]!;
    if (one.depth < item.depth) return undefined;
    if (one.depth === item.depth) return { beside: lastUnder(one, items), after: true };
  }
  return undefined;
}

/** Takes the lines out with the blank lines before them; those of the first item with the ones behind. */
function removalOf({ start, end }: { start: number; end: number }, isFirst: boolean, text: string): Edit {
  if (!isFirst) {
    let from = start;
    while (from > 0 && isBlank(text, lineStart(text, from - 1))) from = lineStart(text, from - 1);
    return { start: textEnd(text, lineStart(text, from - 1)), end, text: '' };
  }
  let next = lineEnd(text, end);
  while (next < text.length && isBlank(text, next)) next = lineEnd(text, next);
  return { start, end: next, text: '' };
}

function isBlank(text: string, start: number): boolean {
  return text.slice(start, textEnd(text, start)).trim() === '';
}

function offsetOf({ place }: ContentsItem): number {
  return place.start.offset ?? 0;
}

function isNumbered(item: ContentsItem, text: string): boolean {
  const at = offsetOf(item);
  return /^[ \t]*\d+[.)]/.test(text.slice(lineStart(text, at), at));
}
