import type { List, ListItem, Root, RootContent } from 'mdast';
import { eachNode } from '../each-node.ts';
import type { CutText } from './cut-items.ts';

/** Puts what was cut out back into the rest's tree, whose places are those of the whole text again. */
export function putBack(tree: Root, { items, lists }: Pick<CutText, 'items' | 'lists'>): void {
  for (const [list, missing] of missingOf(tree, items)) {
    list.children = inOrder(list.children, missing);
    list.position = {
      start: list.children[0]!.position!.start,
      end: list.children.at(-1)!.position!.end,
    };
  }
  tree.children = inOrder(tree.children, lists);
}

/** The items by the lists that they belong to: that of the next item, or the one above what comes next. */
function missingOf(tree: Root, items: readonly ListItem[]): Map<List, ListItem[]> {
  const missing = new Map<List, ListItem[]>();
  let next = 0;
  const takeUpTo = (end: number, list: List) => {
    for (; next < items.length && startOf(items[next]!) < end; next++) {
      const known = missing.get(list);
      if (known) known.push(items[next]!);
      else missing.set(list, [items[next]!]);
    }
  };
  let above: RootContent | undefined;
  eachNode(tree, (node, parent) => {
    if (node.type === 'listItem') takeUpTo(startOf(node), parent as List);
    else if (parent === tree) {
      if (above?.type === 'list') takeUpTo(startOf(node as RootContent), above);
      above = node as RootContent;
    }
    return node.type === 'paragraph' ? 'skip' : undefined;
  });
  if (above?.type === 'list') takeUpTo(Number.POSITIVE_INFINITY, above);
  return missing;
}

/** Two runs of nodes as one: not sorted, since a heading of several lines may begin above a definition before it. */
export function inOrder<Node extends RootContent>(parsed: readonly Node[], read: readonly Node[]): Node[] {
  const nodes: Node[] = [];
  let next = 0;
  for (const node of parsed) {
    while (next < read.length && startOf(read[next]!) < startOf(node)) nodes.push(read[next++]!);
    nodes.push(node);
  }
  for (; next < read.length; next++) nodes.push(read[next]!);
  return nodes;
}

function startOf({ position }: RootContent): number {
  return position!.start.offset!;
}
