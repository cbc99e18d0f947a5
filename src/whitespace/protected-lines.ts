import type { Nodes, Root } from 'mdast';
import type { Position } from 'unist';
import { eachNode } from '../each-node.ts';

/** Lines, 1-based, on which blanks mean something. */
export interface ProtectedLines {
  /** Code, front matter, preformatted HTML: nothing on them is touched. */
  whole: ReadonlySet<number>;
  /** Lines whose end belongs to a hard break or to code that goes on. */
  ends: ReadonlySet<number>;
  /** Where indented code begins, in source order: it is measured by the indent of what it stands in. */
  code: readonly number[];
}

const preformatted = /<(?:pre|textarea|script|style)\b/i;

/** Finds the lines of a tree on which blanks mean something. */
export function protectedLines(tree: Root, text: string): ProtectedLines {
  const whole = new Set<number>();
  const ends = new Set<number>();
  const code: number[] = [];
  eachNode(tree, (node) => {
    const position = node.position;
    if (!position || 'children' in node) return undefined;
    if (isVerbatim(node)) addLines(whole, position, 0);
    if (node.type === 'inlineCode') addLines(ends, position, 1);
    if (node.type === 'break' && text[position.start.offset ?? 0] === ' ') ends.add(position.start.line);
    if (node.type === 'code' && !/[`~]/.test(text[position.start.offset ?? 0] ?? ''))
      code.push(position.start.offset ?? 0);
    return undefined;
  });
  return { whole, ends, code };
}

function isVerbatim(node: Nodes): boolean {
  if (node.type === 'html') return preformatted.test(node.value);
  return node.type === 'code' || node.type === 'yaml' || (node.type as string) === 'toml';
}

function addLines(lines: Set<number>, { start, end }: Position, withoutLast: number): void {
  for (let line = start.line; line <= end.line - withoutLast; line++) lines.add(line);
}
