import type { ListItem } from 'mdast';
import type { Source } from '../source.ts';
import { rangeOf } from './range.ts';

/** The blanks between a list marker and what it marks. Offsets are UTF-16 code units. */
export interface MarkerGap {
  start: number;
  end: number;
  /**
   * Whether a single blank would do, with every line still in the item that it is in now: content may not become
   * code by standing too deep, and what follows the item may not become a part of it.
   */
  narrows: boolean;
}

const tabStop = 4;

/** Finds the gap of an item; undefined for an empty one, and for one that begins with code. */
export function markerGapOf(item: ListItem, source: Source): MarkerGap | undefined {
  const range = rangeOf(item);
  if (!range || item.children[0]?.type === 'code') return undefined;
  const match = /^([-*+]|\d{1,9}[.)])([ \t]+)\S/.exec(source.text.slice(range.start, range.start + 32));
  if (!match?.[1] || !match[2]) return undefined;
  const start = range.start + match[1].length;
  const end = start + match[2].length;
  const before = source.text.slice(lineStart(source.text, range.start), range.start);
  if (/[^ \t]/.test(before)) return { start, end, narrows: match[2] === ' ' };
  const offset = width(before) + match[1].length + 1;
  return {
    start,
    end,
    narrows: contentFits(item, offset, source.text) && nextStaysOut(range.end, offset, source.text),
  };
}

function contentFits(item: ListItem, offset: number, text: string): boolean {
  return item.children.slice(1).every((child) => {
    const start = rangeOf(child)?.start;
    return start !== undefined && width(text.slice(lineStart(text, start), start)) - offset < tabStop;
  });
}

function nextStaysOut(end: number, offset: number, text: string): boolean {
  const next = /[\r\n][ \t\r\n]*/y;
  next.lastIndex = end;
  const blanks = next.exec(text)?.[0];
  if (blanks === undefined || end + blanks.length === text.length) return true;
  return width(blanks.slice(Math.max(blanks.lastIndexOf('\n'), blanks.lastIndexOf('\r')) + 1)) < offset;
}

// Step by step: `lastIndexOf('\r')` would look through the whole text where lines end in LF.
function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

/** Columns that a stretch of blanks takes from the start of a line. */
function width(blanks: string): number {
  let columns = 0;
  for (const blank of blanks) columns += blank === '\t' ? tabStop - (columns % tabStop) : 1;
  return columns;
}
