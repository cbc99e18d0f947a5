import type { Nodes } from 'mdast';
import type { Source } from '../source.ts';
import { type Range, rangeOf } from './range.ts';

/**
 * What stands for a character of something that Markdown has read: letter for letter, so that offsets stay.
 * None of them occurs in a text that a person wrote.
 */
export const mask = {
  code: '\u0000',
  link: '\u0001',
  image: '\u0002',
  html: '\u0003',
  opening: '\u0004',
  closing: '\u0005',
  escape: '\u0006',
};

/** The source of a paragraph, heading or cell, in which only plain text and bare addresses are left readable. */
export interface MaskedText {
  text: string;
  /** Offset of the text in the source. */
  start: number;
  /** The pieces of code in it, offsets into `text`. */
  code: Range[];
  /** Links with a text of their own in it, likewise. */
  links: Range[];
}

/** Masks a block; undefined where it has no position. */
export function maskedText(block: Nodes, source: Source): MaskedText | undefined {
  const range = rangeOf(block);
  if (!range) return undefined;
  const known = source.masked.get(block);
  if (known) return known;
  const masked = maskedWithin(block, range, source);
  source.masked.set(block, masked);
  return masked;
}

function maskedWithin(block: Nodes, range: Range, source: Source): MaskedText {
  const pieces: string[] = [];
  const code: Range[] = [];
  const links: Range[] = [];
  let at = range.start;
  const advance = (to: number, fill?: string) => {
    if (to <= at) return;
    pieces.push(fill ? fill.repeat(to - at) : source.text.slice(at, to));
    at = to;
  };
  const enter = (node: Nodes) => {
    if (node.type === 'text') return;
    const inner = rangeOf(node);
    if (!inner) return;
    const fill = fillFor(node, source, inner);
    advance(inner.start);
    const kept = node.type === 'inlineCode' ? code : isWritten(node, inner, source) ? links : undefined;
    kept?.push({ start: inner.start - range.start, end: inner.end - range.start });
    if (fill) advance(inner.end, fill);
    else if ('children' in node) enterMarked(node.children, inner);
  };
  // The markers around emphasis are masked, what they mark is not.
  const enterMarked = (children: readonly Nodes[], around: Range) => {
    const first = rangeOf(children[0]);
    const last = rangeOf(children.at(-1));
    if (first) advance(first.start, mask.opening);
    for (const child of children) enter(child);
    if (last) {
      advance(last.end);
      advance(around.end, mask.closing);
    }
  };
  if ('children' in block) for (const child of block.children) enter(child);
  advance(range.end);
  const masked = pieces.join('');
  const text = !masked.includes('\\') ? masked : masked.replace(/\\[!-/:-@[-`{-~]/g, mask.escape.repeat(2));
  return { text, start: range.start, code, links };
}

/** Whether a node is a link of the form `[text](address)` or `[text][label]`, and neither picture nor number. */
function isWritten(node: Nodes, { start }: Range, { text }: Source): boolean {
  const isLink = node.type === 'link' || (node.type === 'linkReference' && node.referenceType === 'full');
  return isLink && text[start] === '[' && !/[!\d]/.test(text[start + 1]!);
}

function fillFor(node: Nodes, source: Source, { start }: Range): string | undefined {
  switch (node.type) {
    case 'inlineCode':
      return mask.code;
    case 'html':
      return mask.html;
    case 'image':
    case 'imageReference':
      return mask.image;
    case 'linkReference':
    case 'footnoteReference':
      return mask.link;
    case 'link':
      return source.text[start] === '[' || source.text[start] === '<' ? mask.link : undefined;
    default:
      return undefined;
  }
}
