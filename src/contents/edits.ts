import type { ContentsItem, HeadingInfo } from '../list/types.ts';
import type { Edit } from '../message.ts';
import type { Source } from '../source.ts';

/** Points an item at another heading. */
export function repointEdit({ link }: ContentsItem, heading: HeadingInfo): Edit | undefined {
  const { start, end } = link?.urlPlace ?? {};
  if (start?.offset === undefined || end?.offset === undefined || link?.definition) return undefined;
  return { start: start.offset, end: end.offset, text: `#${heading.slug}` };
}

/** Gives an item its heading's text, where the item's text is plain. */
export function retextEdit(
  { link, text }: ContentsItem,
  heading: HeadingInfo,
  source: Source,
): Edit | undefined {
  const start = link?.place.start.offset;
  if (start === undefined || !source.text.startsWith(`[${text}]`, start)) return undefined;
  return { start: start + 1, end: start + 1 + text.length, text: escapeText(heading.text) };
}

/** Takes an item out with its line; undefined where it shares the line or has items under it. */
export function removeEdit(
  item: ContentsItem,
  items: readonly ContentsItem[],
  source: Source,
): Edit | undefined {
  const { start, end } = item.place;
  const others = items.some((other) => other !== item && other.place.start.line === start.line);
  if (others || lastUnder(item, items) !== item || start.line !== end.line) return undefined;
  if (start.offset === undefined || end.offset === undefined || !markupAround(item, source)) return undefined;
  return { start: lineStart(source.text, start.offset), end: lineEnd(source.text, end.offset), text: '' };
}

/** Adds an item for a heading beside one of the same depth, in that one's marker, indentation and emphasis. */
export function addEdit(
  heading: HeadingInfo,
  { after, before }: { after: ContentsItem | undefined; before: ContentsItem | undefined },
  items: readonly ContentsItem[],
  source: Source,
): Edit | undefined {
  const model = after ?? before;
  const around = model && markupAround(model, source);
  if (!model || !around) return undefined;
  const line = `${around.before}[${escapeText(heading.text)}](#${heading.slug})${around.after}`;
  const eol = source.text.includes('\r\n') ? '\r\n' : '\n';
  const gap = isSpread(items, source) ? eol + eol : eol;
  if (after) {
    const at = textEnd(source.text, lastUnder(after, items).place.end.offset ?? 0);
    return { start: at, end: at, text: `${gap}${line}` };
  }
  const at = lineStart(source.text, model.place.start.offset ?? 0);
  return { start: at, end: at, text: `${line}${gap}` };
}

/** The last of the items nested in one; itself where there is none. */
function lastUnder(item: ContentsItem, items: readonly ContentsItem[]): ContentsItem {
  let last = item;
  for (let at = items.indexOf(item) + 1; at < items.length && items[at]!.depth > item.depth; at++) {
    last = items[at]!;
  }
  return last;
}

/** What stands on an item's line before and after its link, where a new item can have the same. */
function markupAround({ link }: ContentsItem, source: Source) {
  const start = link?.place.start.offset;
  const end = link?.place.end.offset;
  if (start === undefined || end === undefined) return undefined;
  const before = source.text.slice(lineStart(source.text, start), start);
  const emphasis = /^[ \t]*[-*+][ \t]+([*_]*)$/.exec(before)?.[1];
  if (emphasis === undefined || source.text[start] !== '[') return undefined;
  const after = [...emphasis].reverse().join('');
  return source.text.startsWith(after, end) ? { before, after } : undefined;
}

/** Whether blank lines stand between the items. */
function isSpread([first, second]: readonly ContentsItem[], { text }: Source): boolean {
  const between = text.slice(first?.place.end.offset, second?.place.start.offset);
  return second !== undefined && /\n[ \t]*\r?\n/.test(between);
}

function escapeText(text: string): string {
  return text.replace(/[[\]]/g, '\\$&');
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset where the line's text ends. */
function textEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline === -1) return text.length;
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** The offset behind the line's end, its newline included. */
function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline + 1;
}
