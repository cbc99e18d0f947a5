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
export function removeEdit({ node }: ContentsItem, source: Source): Edit | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (node.type !== 'listItem' || start === undefined || end === undefined) return undefined;
  const lines = { start: lineStart(source.text, start), end: lineEnd(source.text, end) };
  if (source.text.slice(lines.start, start).trim() !== '' || source.text.slice(start, end).includes('\n'))
    return undefined;
  return { ...lines, text: '' };
}

/** Adds an item for a heading beside one of the same depth, in that one's marker, indentation and emphasis. */
export function addEdit(
  heading: HeadingInfo,
  { after, before }: { after: ContentsItem | undefined; before: ContentsItem | undefined },
  source: Source,
): Edit | undefined {
  const model = after ?? before;
  const around = model && markupAround(model, source);
  if (!model || !around) return undefined;
  const { start, end } = model.node.position ?? {};
  const line = `${around.before}[${escapeText(heading.text)}](#${heading.slug})${around.after}`;
  const eol = source.text.includes('\r\n') ? '\r\n' : '\n';
  const gap = followedByBlank(model, source) ? eol + eol : eol;
  if (after) {
    const at = beforeNewline(source.text, end?.offset ?? 0);
    return { start: at, end: at, text: `${gap}${line}` };
  }
  const at = lineStart(source.text, start?.offset ?? 0);
  return { start: at, end: at, text: `${line}${gap}` };
}

/** What stands on an item's line before and after its link, where a new item can have the same. */
function markupAround({ node, link }: ContentsItem, source: Source) {
  const start = link?.place.start.offset;
  const end = link?.place.end.offset;
  if (node.type !== 'listItem' || start === undefined || end === undefined) return undefined;
  const before = source.text.slice(lineStart(source.text, start), start);
  const emphasis = /^[ \t]*[-*+][ \t]+([*_]*)$/.exec(before)?.[1];
  if (emphasis === undefined || source.text[start] !== '[') return undefined;
  const after = [...emphasis].reverse().join('');
  return source.text.startsWith(after, end) ? { before, after } : undefined;
}

function followedByBlank({ node }: ContentsItem, { text }: Source): boolean {
  const end = node.position?.end.offset ?? text.length;
  return /^[ \t]*\r?\n[ \t]*\r?\n[ \t]*[-*+][ \t]/.test(text.slice(end, end + 200));
}

function escapeText(text: string): string {
  return text.replace(/[[\]]/g, '\\$&');
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset where the line's text ends. */
function beforeNewline(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline === -1) return text.length;
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** The offset behind the line's end, its newline included. */
function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline + 1;
}
