import type { Nodes, Parents } from 'mdast';

/**
 * Visits a node and all below it in source order. With a stack of its own: a list may be nested deeper than the
 * call stack goes. A visitor that answers `'skip'` does not get what is below the node.
 */
export function eachNode(
  root: Nodes,
  visit: (node: Nodes, parent: Parents | undefined) => 'skip' | undefined,
): void {
  if (visit(root, undefined) === 'skip' || !('children' in root)) return;
  // What is being visited, from the root down, and which of its children is next.
  const parents: Parents[] = [root];
  const nexts = [0];
  while (parents.length > 0) {
    const parent = parents.at(-1)!;
    const node = parent.children[nexts[nexts.length - 1]!++];
    if (!node) {
      parents.pop();
      nexts.pop();
    } else if (visit(node, parent) !== 'skip' && 'children' in node) {
      parents.push(node);
      nexts.push(0);
    }
  }
}
