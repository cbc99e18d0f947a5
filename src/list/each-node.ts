import type { Nodes, Parents } from 'mdast';

/**
 * Visits a node and all below it in source order. With a stack of its own: a list may be nested deeper than the
 * call stack goes. A visitor that answers `'skip'` does not get what is below the node.
 */
export function eachNode(
  root: Nodes,
  visit: (node: Nodes, parent: Parents | undefined) => 'skip' | undefined,
): void {
  const nodes: Nodes[] = [root];
  const parents: (Parents | undefined)[] = [undefined];
  while (nodes.length > 0) {
    const node = nodes.pop()!;
    if (visit(node, parents.pop()) === 'skip' || !('children' in node)) continue;
    for (let index = node.children.length - 1; index >= 0; index--) {
      nodes.push(node.children[index]!);
      parents.push(node);
    }
  }
}
