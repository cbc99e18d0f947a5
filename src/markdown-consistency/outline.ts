import type { ListItem, List as MdList, Nodes, Root } from 'mdast';
import { eachNode } from '../each-node.ts';
import type { List } from '../list/types.ts';
import { Source } from '../source.ts';
import { rangeOf } from '../text/range.ts';

/** What a tree holds, by type: walked once, so that the plugins need not walk all of it each. */
export interface Outline {
  tree: Root;
  source: Source;
  list: List;
  /** Outermost nodes of a type, those without position left out, in source order. */
  of(...types: readonly Nodes['type'][]): Nodes[];
  /** All lists, nested ones too. */
  lists: readonly MdList[];
  /** List items by the offset that their content begins at. */
  itemsByContent: ReadonlyMap<number, ListItem>;
  /** The list of the item that begins at an offset. */
  listsByItem: ReadonlyMap<number, MdList>;
  /** Lists right beside another: with the same marker the two are one. */
  besideLists: ReadonlySet<Nodes>;
  /** Paragraphs that are nothing but emphasis, each with the block after it. */
  emphasised: readonly [Nodes, Nodes][];
}

/** Looks a tree over. */
export function outlineOf(tree: Root, text: string, list: List): Outline {
  const byType = new Map<string, Nodes[]>();
  const ends = new Map<string, number>();
  const lists: MdList[] = [];
  const emphasised: [Nodes, Nodes][] = [];
  const besideLists = new Set<Nodes>();
  eachNode(tree, (node) => {
    const range = rangeOf(node);
    if (!range) return undefined;
    if (node.type === 'list') lists.push(node);
    if ('children' in node) {
      emphasised.push(...emphasisedIn(node.children));
      for (const one of listsBesideLists(node.children)) besideLists.add(one);
    }
    if (range.start < (ends.get(node.type) ?? 0)) return undefined;
    ends.set(node.type, range.end);
    const found = byType.get(node.type);
    if (found) found.push(node);
    else byType.set(node.type, [node]);
    return undefined;
  });
  const of = (...types: readonly Nodes['type'][]) => {
    const found = types.flatMap((type) => byType.get(type) ?? []);
    return types.length === 1 ? found : found.sort((a, b) => rangeOf(a)!.start - rangeOf(b)!.start);
  };
  const items = lists.flatMap(({ children }) => children);
  const itemsByContent = new Map(items.map((item) => [rangeOf(item.children[0])?.start ?? -1, item]));
  const listsByItem = new Map(
    lists.flatMap((one) => one.children.map((item) => [rangeOf(item)?.start ?? -1, one])),
  );
  return {
    tree,
    source: new Source(text),
    list,
    of,
    lists,
    itemsByContent,
    listsByItem,
    besideLists,
    emphasised,
  };
}

function emphasisedIn(children: readonly Nodes[]): [Nodes, Nodes][] {
  const found: [Nodes, Nodes][] = [];
  for (const [index, node] of children.entries()) {
    const next = children[index + 1];
    if (next && isEmphasised(node) && !isMotto(index, children)) found.push([node, next]);
  }
  return found;
}

function isEmphasised(node: Nodes): boolean {
  if (node.type !== 'paragraph' || node.children.length !== 1) return false;
  return node.children[0]?.type === 'emphasis' || node.children[0]?.type === 'strong';
}

/** Right beneath its heading, and the only one of its section: it says more of that heading, and is none itself. */
function isMotto(index: number, children: readonly Nodes[]): boolean {
  if (children[index - 1]?.type !== 'heading') return false;
  for (let at = index + 1; at < children.length && children[at]!.type !== 'heading'; at++) {
    if (isEmphasised(children[at]!)) return false;
  }
  return true;
}

function listsBesideLists(children: readonly Nodes[]): Nodes[] {
  return children.filter(
    ({ type }, index) =>
      type === 'list' && (children[index - 1]?.type === 'list' || children[index + 1]?.type === 'list'),
  );
}

/** A tree of nothing but these nodes. */
export function forest(children: readonly Nodes[], { tree }: Outline): Root {
  return { ...tree, children: children as Root['children'] };
}
