import type { Nodes } from 'mdast';
import { eachNode } from '../each-node.ts';
import type { Source } from '../source.ts';
import { rangeOf, rangeOfText } from './range.ts';

/** What stands in the place of markup, code and addresses; never a part of a text. */
export const hole = '\u0000';

/** The text of a paragraph, heading or cell as a reader sees it, with texts of links in it. */
export interface Prose {
  /** As it stands in the source; whatever is not text is one `hole`. */
  text: string;
  /** Where a character of the text stands in the source. */
  offsetOf(index: number): number;
}

/** The prose of a block; undefined where there is none. */
export function proseOf(block: Nodes, source: Source): Prose | undefined {
  const range = rangeOf(block);
  if (!range) return undefined;
  const pieces: { index: number; start: number }[] = [];
  let text = '';
  let at = range.start;
  eachNode(block, (node, parent) => {
    if (node.type === 'link' && isAddress(node, source)) return 'skip';
    if (node.type !== 'text' || !parent) return undefined;
    const piece = rangeOfText(node, [parent], source);
    if (!piece || piece.start < at) return undefined;
    if (piece.start > at) text += hole;
    pieces.push({ index: text.length, start: piece.start });
    text += source.text.slice(piece.start, piece.end);
    at = piece.end;
    return undefined;
  });
  if (pieces.length === 0) return undefined;
  if (at < range.end) text += hole;
  return {
    text,
    offsetOf: (index) => {
      const { index: from, start } = pieces[lastAt(pieces, index)]!;
      return start + index - from;
    },
  };
}

/** An address that GFM made a link of, or `<https://…>`: its text is the address. */
function isAddress(link: Nodes, source: Source): boolean {
  const range = rangeOf(link);
  return !range || source.text[range.start] !== '[';
}

/** The last piece that begins at an index or before it. */
function lastAt(pieces: readonly { index: number }[], index: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.index <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}
