import type { RootContent } from 'mdast';
import { type BlockReader, isBlank, type Lines } from './block.ts';
import { readFence } from './fence.ts';
import { readHeading } from './heading.ts';
import { readHtml } from './html.ts';
import { readList } from './list.ts';
import { readParagraph } from './paragraph.ts';
import { readQuote } from './quote.ts';
import { readTable } from './table.ts';
import { readThematicBreak } from './thematic-break.ts';

/** By the first character of a line that is not a blank; a paragraph is tried last. */
const readers: Record<string, readonly BlockReader[]> = {
  '#': [readHeading],
  '<': [readHtml, readTable],
  '`': [readFence, readTable],
  '~': [readFence],
  '>': [readQuote],
  '*': [readThematicBreak, readList, readTable],
  '-': [readThematicBreak, readList],
  '+': [readList],
  _: [readThematicBreak, readTable],
};
const digits = [readList, readTable];
const others = [readTable];

/** The block that begins at a line where nothing else is open, if no parser is needed to tell. */
export const readBlock: BlockReader = (all, index) => {
  const { text } = all.lines[index]!;
  const first = /^ {0,3}(?=[^ \t])/.exec(text)?.[0].length;
  if (first === undefined) return undefined;
  const character = text[first]!;
  const own = readers[character] ?? (/\d/.test(character) ? digits : others);
  for (const read of own) {
    const block = read(all, index);
    if (block) return block;
  }
  return readParagraph(all, index);
};

/** All blocks of an item or a quote. Undefined if one of them needs a parser. */
export function blocksOf(all: Lines): RootContent[] | undefined {
  const blocks: RootContent[] = [];
  for (let index = 0; index < all.lines.length; ) {
    if (isBlank(all.lines[index]!)) {
      index++;
      continue;
    }
    const block = readBlock(all, index);
    if (!block) return undefined;
    blocks.push(block.node);
    index = block.next;
  }
  return blocks;
}
