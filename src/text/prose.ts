import type { Nodes } from 'mdast';
import { eachNode } from '../list/each-node.ts';
import type { Source } from '../source.ts';
import { rangeOf, rangeOfText } from './range.ts';

/** What stands in the place of markup, code and addresses; never a part of a text. */
export const hole = '\u0000';

/** The text of a paragraph, heading or cell as a reader sees it, letter for letter where it stands in the source. */
export interface Prose {
  /** As long as the block; whatever is not text is `hole`. Texts of links are in it. */
  text: string;
  /** Offset of the block in the source. */
  start: number;
}

/** The prose of a block; undefined where the block has no position, or no text. */
export function proseOf(block: Nodes, source: Source): Prose | undefined {
  const range = rangeOf(block);
  if (!range) return undefined;
  const pieces: string[] = [];
  let at = range.start;
  eachNode(block, (node, parent) => {
    if (node.type === 'link' && isAddress(node, source)) return 'skip';
    if (node.type !== 'text' || !parent) return undefined;
    const text = rangeOfText(node, [parent], source);
    if (!text || text.start < at) return undefined;
    pieces.push(hole.repeat(text.start - at), source.text.slice(text.start, text.end));
    at = text.end;
    return undefined;
  });
  if (pieces.length === 0) return undefined;
  return { text: pieces.join('') + hole.repeat(range.end - at), start: range.start };
}

/** An address that GFM made a link of, or `<https://…>`: its text is the address. */
function isAddress(link: Nodes, source: Source): boolean {
  const range = rangeOf(link);
  return !range || source.text[range.start] !== '[';
}
