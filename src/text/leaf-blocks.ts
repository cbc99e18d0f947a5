import type { Heading, Paragraph, Root, TableCell } from 'mdast';
import { eachNode } from '../each-node.ts';

export type LeafBlock = Paragraph | Heading | TableCell;

/** The blocks that hold text, in source order. */
export function leafBlocks(tree: Root): LeafBlock[] {
  const blocks: LeafBlock[] = [];
  eachNode(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return undefined;
    blocks.push(node);
    return 'skip';
  });
  return blocks;
}
