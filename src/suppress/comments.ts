import type { Nodes, Parents, Root } from 'mdast';
import type { Position } from 'unist';
import { Source } from '../source.ts';

/** An inline comment that switches rules off or on: `<!--lint disable rule-a rule-b -- why-->`. */
export interface Directive {
  /** remark-lint's, or kempt's own. */
  marker: 'lint' | 'kempt';
  action: 'disable' | 'enable' | 'ignore';
  /** As written; none means all rules. */
  ids: string[];
  /** What stands after `--`. */
  reason: string | undefined;
  place: Position;
  /** Offsets that an `ignore` holds for: the next node. Empty where nothing follows. */
  ignored: { start: number; end: number } | undefined;
}

const directive = /<!--\s*(lint|kempt)\s+(disable|enable|ignore)\b([^>]*?)-->/g;

/** All directives of a document in source order. */
export function directivesOf(tree: Root, text: string): Directive[] {
  const source = new Source(text);
  const found: Directive[] = [];
  const stack: { parent: Parents; index: number }[] = [{ parent: tree, index: 0 }];
  while (stack.length > 0) {
    const { parent, index } = stack.pop()!;
    const node = parent.children[index];
    if (!node) continue;
    stack.push({ parent, index: index + 1 });
    if (node.type === 'html' && node.position)
      found.push(...inNode(node, parent.children[index + 1], source));
    if ('children' in node) stack.push({ parent: node as Parents, index: 0 });
  }
  return found;
}

function inNode(node: Nodes, next: Nodes | undefined, source: Source): Directive[] {
  const start = node.position!.start.offset!;
  return [...source.slice(node.position!).matchAll(directive)].map((match) => {
    const [ids = '', reason] = match[3]!.split(/\s--(?:\s|$)/, 2);
    const from = start + match.index;
    return {
      marker: match[1] as Directive['marker'],
      action: match[2] as Directive['action'],
      ids: ids.split(/[\s,]+/).filter(Boolean),
      reason: reason?.trim() || undefined,
      place: source.place(from, from + match[0].length),
      ignored: next?.position && { start: next.position.start.offset!, end: next.position.end.offset! },
    };
  });
}
