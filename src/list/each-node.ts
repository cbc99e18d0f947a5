import type { Nodes, Parents } from 'mdast';

/**
 * Visits a node and all below it in source order. With a stack of its own: a list may be nested deeper than the
 * call stack goes. A visitor that answers `'skip'` does not get what is below the node.
 */
export function eachNode(
  root: Nodes,
  visit: (node: Nodes, parent: Parents | undefined) => 'skip' | undefined,
): void {
  const stack: { node: Nodes; parent: Parents | undefined }[] = [{ node: root, parent: undefined }];
  while (stack.length > 0) {
    const { node, parent } = stack.pop()!;
    if (visit(node, parent) === 'skip' || !('children' in node)) continue;
    for (let index = node.children.length - 1; index >= 0; index--) {
      stack.push({ node: node.children[index]!, parent: node });
    }
  }
}
