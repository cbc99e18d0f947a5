import type { Nodes, Root } from 'mdast';
import type { List } from './list/types.ts';
import type { AnyRule, RuleContext } from './rule.ts';

/** A rule and what its visitors are given. */
export interface Visiting {
  rule: AnyRule;
  context: RuleContext<never>;
}

type NodeVisitor = (node: Nodes, context: RuleContext<never>, ancestors: readonly Nodes[]) => void;

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
  const byType = new Map<string, { visit: NodeVisitor; context: RuleContext<never> }[]>();
  for (const { rule, context } of visiting) {
    for (const [type, visit] of Object.entries(rule.nodes ?? {})) {
      const known = byType.get(type) ?? [];
      known.push({ visit: visit as NodeVisitor, context });
      byType.set(type, known);
    }
  }
  return byType;
}

// With a stack of its own: a list may be nested deeper than the call stack goes.
function walkNodes(tree: Root, byType: ReturnType<typeof visitorsByType>): void {
  const ancestors: Nodes[] = [];
  const stack: (Nodes | undefined)[] = [tree];
  while (stack.length > 0) {
    const node = stack.pop();
    if (!node) {
      ancestors.pop();
      continue;
    }
    for (const { visit, context } of byType.get(node.type) ?? []) visit(node, context, ancestors);
    if (!('children' in node)) continue;
    ancestors.push(node);
    stack.push(undefined);
    for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index]);
  }
}
