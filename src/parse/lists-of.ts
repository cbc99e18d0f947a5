import type { Line } from './lines-of.ts';

/** The items around one: where their texts begin, in columns from 0, and their lines. */
type Nesting = { content: number; index: number }[];

const bulleted = /^( *)([-*+])( {1,4})[^\s*+-]/;

/**
 * For each line, a name of the list whose item begins there, where the lines right above leave no doubt: the line of
 * the item that the list is nested in, if it is, and how it is bulleted.
 */
export function listsOf(lines: readonly Line[]): (string | undefined)[] {
  let above: Nesting | undefined;
  return lines.map(({ text, isInside }, index) => {
    const [, indent, bullet, space] = (!isInside && bulleted.exec(text)) || [];
    const around = indent === undefined ? undefined : nestingOf(indent.length, above);
    above = around && [...around, { content: indent!.length + 1 + space!.length, index }];
    return around && `${around.at(-1)?.index ?? ''}${indent}${bullet}`;
  });
}

/** The items around one that is so far indented. Four columns more than these ask would be code, or go on with a text. */
function nestingOf(indent: number, above: Nesting | undefined): Nesting | undefined {
  if (!above) return indent === 0 ? [] : undefined;
  const around = above.filter(({ content }) => content <= indent);
  return indent - (around.at(-1)?.content ?? 0) < 4 ? around : undefined;
}
