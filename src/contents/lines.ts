import type { ContentsItem } from '../list/types.ts';
import type { Source } from '../source.ts';

/** What stands on an item's line around its link. */
export interface Line {
  indent: string;
  /** `-`, `*`, `+`, or a number with what follows it. */
  marker: string;
  /** Blanks behind the marker. */
  gap: string;
  /** The number of a numbered item. */
  number: number | undefined;
  /** Marks of emphasis around the link. */
  emphasis: string;
}

/** The line of an item that has it for itself; undefined where another one could not be written in its way. */
export function lineOf({ link }: ContentsItem, { text }: Source): Line | undefined {
  const start = link?.place.start.offset;
  const end = link?.place.end.offset;
  if (start === undefined || end === undefined || text[start] !== '[') return undefined;
  const before = text.slice(lineStart(text, start), start);
  const [, unmarked = '', emphasis = ''] = /^(.*?)([*_]*)$/.exec(before) ?? [];
  const marker = markerIn(unmarked);
  return marker && text.startsWith(mirrored(emphasis), end) ? { ...marker, emphasis } : undefined;
}

/** Reads what stands before the content of an item: indentation, marker and blanks, and nothing else. */
export function markerIn(before: string): Omit<Line, 'emphasis'> | undefined {
  const [, indent, marker, gap] = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)$/.exec(before) ?? [];
  if (indent === undefined || marker === undefined || gap === undefined) return undefined;
  const number = /^\d/.test(marker) ? Number.parseInt(marker, 10) : undefined;
  return { indent, marker, gap, number };
}

export function mirrored(marks: string): string {
  return [...marks].reverse().join('');
}

/** The last of the items nested in one; itself where there is none. */
export function lastUnder(item: ContentsItem, items: readonly ContentsItem[]): ContentsItem {
  let last = item;
  for (let at = items.indexOf(item) + 1; at < items.length && items[at]!.depth > item.depth; at++) {
    last = items[at]!;
  }
  return last;
}

/** Whether an item has its lines for itself. */
export function isAlone(item: ContentsItem, items: readonly ContentsItem[]): boolean {
  const { start, end } = item.place;
  return (
    start.line === end.line && !items.some((other) => other !== item && other.place.start.line === start.line)
  );
}

/** Whether blank lines stand between the items. */
export function isSpread([first, second]: readonly ContentsItem[], { text }: Source): boolean {
  const between = text.slice(first?.place.end.offset, second?.place.start.offset);
  return second !== undefined && /\n[ \t]*\r?\n/.test(between);
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset where the line's text ends. */
export function textEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline === -1) return text.length;
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** The offset behind the line's end, its newline included. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline + 1;
}
