import type { Heading, Nodes, Paragraph, Root, TableCell } from 'mdast';

export type LeafBlock = Paragraph | Heading | TableCell;

/** The blocks that hold text, in source order. */
export function leafBlocks(tree: Root): LeafBlock[] {
  const blocks: LeafBlock[] = [];
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') blocks.push(node);
    else if ('children' in node) stack.push(...node.children.toReversed());
  }
  return blocks;
}
