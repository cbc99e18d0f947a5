import type { Nodes, Paragraph, Root } from 'mdast';
import { eachNode } from '../each-node.ts';
import { plainText } from '../list/plain-text.ts';
import type { Edit } from '../message.ts';
import type { Source } from '../source.ts';
import { isIdeographic } from '../style/final-mark.ts';
import { insideOf } from '../text/inside.ts';
import { type Range, rangeOf } from '../text/range.ts';

/** A paragraph, alone or in a list item, with the breaks in it that come from an editor. */
export interface Wrapped {
  kind: 'entry' | 'paragraph';
  range: Range;
  /** How long it is to a reader, who sees no addresses. */
  length: number;
  /** Within a block quote. */
  isQuoted: boolean;
  /** Those that joining takes away; empty where the paragraph stands on one line, or on lines that are meant. */
  breaks: Break[];
  /** Whether one of them is in the middle of a sentence. */
  isCut: boolean;
  /** Whether the next line may yet be meant to stand for itself: an item that lacks its marker. */
  isDoubtful: boolean;
}

/** From the end of a line to the start of the next, blanks and quote markers included. */
export interface Break extends Range {
  /** It comes after the end of a sentence or of a part of one. */
  isSemantic: boolean;
}

/** All paragraphs of a document in source order, but those of pictures alone. */
export function wrappedIn(tree: Root, source: Source): Wrapped[] {
  const found: Wrapped[] = [];
  let quoteEnd = -1;
  eachNode(tree, (node, parent) => {
    const range = rangeOf(node);
    if (!range) return undefined;
    if (node.type === 'blockquote') quoteEnd = Math.max(quoteEnd, range.end);
    if (node.type !== 'paragraph') return undefined;
    // Pictures and badges have long addresses, and no lines.
    if (node.children.every((child) => isPicture(child) || isBlank(child))) return 'skip';
    const kind = parent?.type === 'listItem' ? 'entry' : 'paragraph';
    const isQuoted = range.start < quoteEnd;
    const { length } = plainText(node);
    found.push({ kind, range, length, isQuoted, ...breaksIn(node, range, kind, isQuoted, source.text) });
    return 'skip';
  });
  return found;
}

/** Makes one blank of a break; nothing between characters of scripts without blanks, and next to a bracket. */
export function joined({ start, end }: Break, { text }: Source): Edit {
  if (text[start - 1] === '[' || text[end] === ']') return { start, end, text: '' };
  const around = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
  const [before = '', after = ''] = [[...around[0]!].at(-1), [...around[1]!][0]];
  return { start, end, text: isUnspaced(before) && isUnspaced(after) ? '' : ' ' };
}

function isUnspaced(character: string): boolean {
  return isIdeographic(character) || /[\u3000-\u303F\uFF01-\uFF60]/.test(character);
}

function breaksIn(
  paragraph: Paragraph,
  range: Range,
  kind: Wrapped['kind'],
  isQuoted: boolean,
  text: string,
): Omit<Wrapped, 'kind' | 'range' | 'length' | 'isQuoted'> {
  const written = text.slice(range.start, range.end);
  if (!/[\r\n]/.test(written)) return { breaks: [], isCut: false, isDoubtful: false };
  const surroundings = surroundingsIn(paragraph, text);
  const breaks: Break[] = [];
  let isCut = false;
  let isSure = false;
  // From the newline back to the blanks before it, so that a run of blanks is looked at but once.
  for (const { 0: ending, index } of written.matchAll(/(?:\r\n|\n|\r)[ \t>]*/g)) {
    let start = range.start + index;
    while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
    const marks = isQuoted ? ending.length : /^[\r\n]+[ \t]*/.exec(ending)![0].length;
    const end = range.start + index + marks;
    if (surroundings.isMeant(start, end, range.start + index)) continue;
    const before = text.slice(Math.max(range.start, start - 12), start);
    const after = text.slice(end, Math.min(range.end, end + 12));
    if (looksMeant(before, after, surroundings.beginsNode(end))) continue;
    const isInside = surroundings.isInside(start);
    isSure ||= isInside || isMidSentence(before, after);
    isCut ||= isSure || (kind === 'entry' && isMidPhrase(before, after));
    breaks.push({
      start,
      end,
      isSemantic: !isInside && /[.,;:!?…。，、；：！？—–][)\]"”’»*_]*$/u.test(before),
    });
  }
  return { breaks, isCut, isDoubtful: !isSure };
}

/** What Markdown has read around the line ends of a paragraph. */
interface Surroundings {
  /** At a hard break, within raw HTML, or next to an image or a tag. */
  isMeant(start: number, end: number, newline: number): boolean;
  /** Within a link's text, emphasis or code. Asked with growing offsets. */
  isInside(offset: number): boolean;
  /** Whether something else than plain text begins here. */
  beginsNode(offset: number): boolean;
}

function surroundingsIn(paragraph: Paragraph, text: string): Surroundings {
  const starts = new Set<number>();
  const besides = new Set<number>();
  const kept: Range[] = [];
  const containers: Range[] = [];
  eachNode(paragraph, (node) => {
    const range = rangeOf(node);
    if (!range || node === paragraph || node.type === 'text') return undefined;
    starts.add(range.start);
    if (node.type === 'break' || node.type === 'html') kept.push(range);
    else containers.push(range);
    if (node.type === 'html' || isPicture(node)) {
      besides.add(range.start);
      besides.add(range.end);
    }
    return undefined;
  });
  const keeps = insideOf(kept);
  return {
    isMeant: (start, end, newline) =>
      keeps(newline) || besides.has(start) || besides.has(end) || text[start - 1] === '\\',
    isInside: insideOf(containers),
    beginsNode: (offset) => starts.has(offset),
  };
}

function isBlank(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function isPicture(node: Nodes): boolean {
  if (node.type === 'image' || node.type === 'imageReference') return true;
  if (node.type !== 'link' && node.type !== 'linkReference') return false;
  return node.children.length > 0 && node.children.every(isPicture);
}

/** A line that stands for itself: a marker that makes no list, an alert, a table that is none, a template's tag. */
function looksMeant(before: string, after: string, isNode: boolean): boolean {
  if (/(?:^\[![a-z]+\]|[|])$/i.test(before) || after === '') return true;
  if (/^(?:[-+•·▪◦‣|#]|\d{1,9}[.)]\D|:::|\{%|\[\^|https?:)/i.test(after)) return true;
  return /^[*_]/.test(after) && !isNode;
}

function isMidSentence(before: string, after: string): boolean {
  if (/[.:;!?…。：；！？؟।][)\]"”’»*_~`]*$/u.test(before)) return false;
  if (/^[\p{Lowercase_Letter}\p{Other_Letter}]|^[–—] /u.test(after)) return true;
  return /[,，、،]$/u.test(before);
}

/** A name may follow, or a sentence of its own. */
function isMidPhrase(before: string, after: string): boolean {
  return (
    /[\p{Letter}\p{Number}]$|\s[-–—:]$/u.test(before) && /^[\p{Uppercase_Letter}\p{Number}]/u.test(after)
  );
}
