import type { RootContent } from 'mdast';

/** A line without the marks or blanks of the blocks around that can do nothing but go on with a paragraph. */
export const lazy = /^\p{L}/u;

/** Whether a line goes on with a paragraph that began above it, in the last of the blocks that are open there. */
export function goesOn(blocks: readonly RootContent[], line: number): boolean {
  const around = blocks.find(({ position }) => position!.start.line < line && line <= position!.end.line);
  if (around?.type === 'paragraph') return true;
  const isOpen = around?.type === 'list' || around?.type === 'listItem' || around?.type === 'blockquote';
  return isOpen && goesOn(around.children, line);
}
