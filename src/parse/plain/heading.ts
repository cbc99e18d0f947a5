import type { BlockReader } from './block.ts';
import { contentOf, from, pointIn, trimmed } from './content.ts';
import { inlinesOf } from './inlines.ts';

const form = /^( {0,3})(#{1,6})(?:[ \t]+|$)/;

/** A heading that begins with hashes. Others after the text are left to a parser. */
export const readHeading: BlockReader = ({ lines, ending, isDefining }, index) => {
  const line = lines[index]!;
  const [before, indent, hashes] = form.exec(line.text) ?? [];
  if (before === undefined || trimmed(line.text.slice(before.length)).endsWith('#')) return undefined;
  const children = inlinesOf(contentOf([from(line, before.length)], ending), isDefining);
  if (!children) return undefined;
  const position = { start: pointIn(line, indent!.length), end: pointIn(line, line.text.length) };
  const depth = hashes!.length as 1 | 2 | 3 | 4 | 5 | 6;
  return { node: { type: 'heading', depth, children, position }, next: index + 1 };
};
