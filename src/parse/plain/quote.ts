import type { Blockquote } from 'mdast';
import { interrupts, isProse } from './begins.ts';
import { type BlockReader, isBlank } from './block.ts';
import { from, type PlainLine, pointIn } from './content.ts';
import { goesOn, lazy } from './lazy.ts';
import { deepest } from './list.ts';

const marker = /^( {0,3})>(?: |(?!\t))/;
const quoted = /^ {0,3}>/;

/** A quote, with lines that leave the mark out in the midst of a paragraph. */
export const readQuote: BlockReader = (all, index) => {
  const { lines } = all;
  const [, indent] = marker.exec(lines[index]!.text) ?? [];
  if (indent === undefined || all.depth === deepest) return undefined;
  const inside: PlainLine[] = [];
  const lazyLines: number[] = [];
  let next = index;
  for (; next < lines.length && !isBlank(lines[next]!); next++) {
    const line = lines[next]!;
    const before = marker.exec(line.text)?.[0];
    if (before !== undefined) inside.push(from(line, before.length));
    else if (quoted.test(line.text)) return undefined;
    else if (interrupts(line.text) || (isBlank(inside.at(-1)!) && isProse(line.text))) break;
    else if (!lazy.test(line.text)) return undefined;
    else {
      inside.push(line);
      lazyLines.push(line.number);
    }
  }
  // Of a quote in a quote micromark takes what follows to be a part.
  if (all.isQuoted && (next < lines.length || isBlank(inside.at(-1)!))) return undefined;
  const children = all.blocksOf({ ...all, lines: inside, depth: all.depth + 1, isQuoted: true });
  if (!children?.length || !lazyLines.every((line) => goesOn(children, line))) return undefined;
  const last = lines[next - 1]!;
  const position = { start: pointIn(lines[index]!, indent.length), end: pointIn(last, last.text.length) };
  const node = { type: 'blockquote', children: children as Blockquote['children'], position } as const;
  return { node, next };
};
