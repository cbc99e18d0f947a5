import type { Nodes, Parents, Root } from 'mdast';
import type { List } from './list/types.ts';
import type { AnyRule, RuleContext } from './rule.ts';

/** A rule and what its visitors are given. */
export interface Visiting {
  rule: AnyRule;
  context: RuleContext<never>;
}

interface NodeVisitor {
  visit: (node: Nodes, context: RuleContext<never>, ancestors: readonly Nodes[]) => void;
  context: RuleContext<never>;
}

const none: NodeVisitor[] = [];

/** Calls the visitors of all rules: the model's first, then one walk over the tree. */
export function walk(visiting: readonly Visiting[], tree: Root, list: List): void {
  for (const { rule, context } of visiting) {
    rule.list?.(list, context);
    if (rule.section) for (const section of list.allSections) rule.section(section, context);
    if (rule.entry) for (const entry of list.entries) rule.entry(entry, context);
    if (rule.link) for (const link of list.links) rule.link(link, context);
  }
  const byType = visitorsByType(visiting);
  if (byType.size > 0) walkNodes(tree, byType);
}

function visitorsByType(visiting: readonly Visiting[]) {
  const byType = new Map<string, NodeVisitor[]>();
  for (const { rule, context } of visiting) {
    for (const [type, visit] of Object.entries(rule.nodes ?? {})) {
      const known = byType.get(type) ?? [];
      known.push({ visit: visit as NodeVisitor['visit'], context });
      byType.set(type, known);
    }
  }
  return byType;
}

// With a stack of its own: a list may be nested deeper than the call stack goes.
function walkNodes(tree: Root, byType: ReturnType<typeof visitorsByType>): void {
  const ancestors: Parents[] = [];
  const nexts: number[] = [];
  for (let node: Nodes | undefined = tree; node || ancestors.length > 0; ) {
    if (node) {
      for (const { visit, context } of byType.get(node.type) ?? none) visit(node, context, ancestors);
      if ('children' in node) {
        ancestors.push(node);
        nexts.push(0);
      }
    } else {
      ancestors.pop();
      nexts.pop();
    }
    node = ancestors.at(-1)?.children[nexts[nexts.length - 1]!++];
  }
}
