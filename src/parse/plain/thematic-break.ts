import type { BlockReader } from './block.ts';
import { pointIn } from './content.ts';

/** What it stands behind, and its marks. */
export const rule = /^( {0,3})([*_-])[ \t]*(?:\2[ \t]*){2,}$/;

/** A rule across the page. */
export const readThematicBreak: BlockReader = ({ lines }, index) => {
  const line = lines[index]!;
  const indent = rule.exec(line.text)?.[1];
  if (indent === undefined) return undefined;
  const position = { start: pointIn(line, indent.length), end: pointIn(line, line.text.length) };
  return { node: { type: 'thematicBreak', position }, next: index + 1 };
};
