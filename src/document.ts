import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { eachNode } from './list/each-node.ts';
import { toList } from './list/to-list.ts';
import type { List } from './list/types.ts';
import { cutItems } from './parse/cut-items.ts';
import { parseRest, parseTree, type Trees } from './parse/parse-tree.ts';

/** One list, read: the file with its messages, its tree and its model. */
export interface Document {
  file: VFile;
  tree: Root;
  list: List;
}

/** The text of a file, without BOM. All offsets are UTF-16 code units into it. */
export function sourceOf(file: VFile): string {
  return String(file.value);
}

/** Parses a file with remark. Never throws on what a list may hold. */
export function parse(file: VFile, known?: Trees): Document {
  const tree = parseTree(sourceOf(file), known);
  return { file, tree, list: listOf(tree, file) };
}

/**
 * The same, but tells early which addresses the list will turn out to have, and lets the network go on before each step
 * that takes time.
 */
export async function parseTelling(
  file: VFile,
  known: Trees | undefined,
  found: (urls: string[]) => void,
): Promise<Document> {
  const cut = cutItems(sourceOf(file));
  const early = urlsOf([...cut.items, ...cut.lists]);
  found(early);
  await networkTurn();
  const tree = parseRest(cut, known);
  const told = new Set(early);
  found(urlsOf([tree]).filter((url) => !told.has(url)));
  await networkTurn();
  return { file, tree, list: listOf(tree, file) };
}

/** Until requests are on their way: they are taken in, connected and sent in a turn of the event loop each. */
async function networkTurn(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise(setImmediate);
}

/** What links and images written in Markdown lead to. */
function urlsOf(nodes: readonly Nodes[]): string[] {
  const urls: string[] = [];
  for (const each of nodes) {
    eachNode(each, (node) => {
      if (node.type === 'link' || node.type === 'image') urls.push(node.url);
      return undefined;
    });
  }
  return urls;
}

/** The model of a document, computed once and kept on the file's data for the tree it was read from. */
export function listOf(tree: Root, file: VFile): List {
  const known = file.data.kempt as { tree: Root; list: List } | undefined;
  if (known?.tree === tree) return known.list;
  const list = toList(tree, sourceOf(file));
  file.data.kempt = { tree, list };
  return list;
}
