import type { ListItem, Nodes, Root } from 'mdast';
import { eachNode } from '../each-node.ts';
import type { List } from '../list/types.ts';
import type { Finding } from '../rule.ts';

/** Lists behind the contents whose items lead to places in the file, as only the contents should: once for each list. */
export function* withinFindings(tree: Root, { contents, entries }: List): Generator<Finding> {
  const own = new Set<Nodes>([...(contents?.nodes ?? []), ...entries.map(({ node }) => node)]);
  const from = contents?.place.end.offset ?? 0;
  for (const list of outermostLists(tree)) {
    if (own.has(list) || (list.position?.start.offset ?? 0) < from) continue;
    const places = itemsOf(list)
      .filter((item) => !own.has(item) && leadsWithin(item))
      .map(({ position }) => position!);
    const [at] = places;
    if (!at) continue;
    const what =
      places.length === 1 ? 'An item that leads to a place' : `${places.length} items that lead to places`;
    yield { reason: `${what} in this list, as only its contents should`, at, places };
  }
}

function outermostLists(tree: Root): Nodes[] {
  const lists: Nodes[] = [];
  eachNode(tree, (node) => {
    if (node.type !== 'list') return undefined;
    lists.push(node);
    return 'skip';
  });
  return lists;
}

function itemsOf(list: Nodes): ListItem[] {
  const items: ListItem[] = [];
  eachNode(list, (node) => {
    if (node.type === 'listItem') items.push(node);
    return undefined;
  });
  return items;
}

function leadsWithin({ children: [block] }: ListItem): boolean {
  const [first] = block?.type === 'paragraph' ? block.children : [];
  return first?.type === 'link' && first.url.startsWith('#');
}
