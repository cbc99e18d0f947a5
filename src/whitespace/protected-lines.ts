import type { Nodes, Root } from 'mdast';
import type { Position } from 'unist';

/** Lines, 1-based, on which blanks mean something. */
export interface ProtectedLines {
  /** Code, front matter, preformatted HTML: nothing on them is touched. */
  whole: ReadonlySet<number>;
  /** Lines whose end belongs to a hard break or to code that goes on. */
  ends: ReadonlySet<number>;
  /** What holds indented code, which is measured by the indent of what it stands in. */
  items: ReadonlySet<Nodes>;
}

const preformatted = /<(?:pre|textarea|script|style)\b/i;

/** Finds the lines of a tree on which blanks mean something. */
export function protectedLines(tree: Root, text: string): ProtectedLines {
  const whole = new Set<number>();
  const ends = new Set<number>();
  const items = new Set<Nodes>();
  visit(tree, (node, ancestors) => {
    const position = node.position;
    if (!position) return;
    if (isVerbatim(node)) addLines(whole, position, 0);
    if (node.type === 'inlineCode') addLines(ends, position, 1);
    if (node.type === 'break' && text[position.start.offset ?? 0] === ' ') ends.add(position.start.line);
    if (node.type === 'code' && !/[`~]/.test(text[position.start.offset ?? 0] ?? '')) {
      for (const ancestor of ancestors) items.add(ancestor);
    }
  });
  return { whole, ends, items };
}

function isVerbatim(node: Nodes): boolean {
  if (node.type === 'html') return preformatted.test(node.value);
  return node.type === 'code' || node.type === 'yaml' || (node.type as string) === 'toml';
}

function addLines(lines: Set<number>, { start, end }: Position, withoutLast: number): void {
  for (let line = start.line; line <= end.line - withoutLast; line++) lines.add(line);
}

// With a stack of its own: a list may be nested deeper than the call stack goes.
function visit(tree: Root, enter: (node: Nodes, ancestors: readonly Nodes[]) => void): void {
  const ancestors: Nodes[] = [];
  const stack: (Nodes | undefined)[] = [tree];
  while (stack.length > 0) {
    const node = stack.pop();
    if (!node) {
      ancestors.pop();
      continue;
    }
    enter(node, ancestors);
    if (!('children' in node)) continue;
    ancestors.push(node);
    stack.push(undefined, ...node.children.toReversed());
  }
}
