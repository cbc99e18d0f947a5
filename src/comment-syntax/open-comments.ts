import type { Root } from 'mdast';
import { eachNode } from '../each-node.ts';
import type { Source } from '../source.ts';
import { type Range, rangeOf } from '../text/range.ts';

/** A comment that is not closed, by its mark. Offsets are UTF-16 code units into the source. */
export interface OpenComment extends Range {
  /** `end`: it goes on to the end. `next`: it goes on to where another should end. `text`: it is none, but shown. */
  until: 'end' | 'next' | 'text';
}

const opening = '<!--';
const closing = '-->';

/** Comments that are not closed, in source order. */
export function openComments(tree: Root, { text }: Source): OpenComment[] {
  if (!text.includes(opening)) return [];
  const found: OpenComment[] = [];
  const nextOpening = finder(text, opening);
  const nextClosing = finder(text, closing);
  eachNode(tree, (node) => {
    const range = node.type === 'html' || node.type === 'text' ? rangeOf(node) : undefined;
    let start = range ? nextOpening(range.start) : Number.POSITIVE_INFINITY;
    while (range && start < range.end) {
      const end = start + opening.length;
      const close = nextClosing(start + 2);
      const another = nextOpening(end);
      const until = node.type === 'text' ? 'text' : untilOf(text.slice(end, another), another, close);
      if (until && text[start - 1] !== '\\') found.push({ start, end, until });
      // What a comment holds opens none, unless it is one that should have been closed before.
      start = until === 'next' ? another : nextOpening(Math.max(end, Math.min(close, range.end)));
    }
    return undefined;
  });
  return found;
}

/** A mark in the words of a comment opens none: one that is meant to stands in a line of its own. */
function untilOf(between: string, another: number, close: number): OpenComment['until'] | undefined {
  if (another < close && /\n[ \t]*$/.test(between)) return 'next';
  return close === Number.POSITIVE_INFINITY ? 'end' : undefined;
}

/** Finds the next place of some words, for offsets that hardly go back; infinite where there is none. */
function finder(text: string, words: string): (from: number) => number {
  let after = 0;
  let found = -1;
  return (from) => {
    if (after <= from && from <= found) return found;
    const index = text.indexOf(words, from);
    after = from;
    found = index < 0 ? Number.POSITIVE_INFINITY : index;
    return found;
  };
}
