import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { eachNode } from './list/each-node.ts';
import { toList } from './list/to-list.ts';
import type { List } from './list/types.ts';
import { parseTree, type Trees } from './parse/parse-tree.ts';
import { piecesOf } from './parse/pieces-of.ts';

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
 * The same, piece by piece: who waits for the network gets a turn in between, and is told early which addresses the list
 * will turn out to have.
 */
export async function parseInTurns(
  file: VFile,
  known: Trees | undefined,
  found: (urls: string[]) => void,
): Promise<Document> {
  const trees = new Map<string, Root>();
  for (const { text } of piecesOf(sourceOf(file))) {
    const tree = parseTree(text, known);
    found(urlsOf(tree));
    trees.set(text, tree);
    await new Promise(setImmediate);
  }
  return parse(file, {
    find(text) {
      // A tree is moved to its place: of equal pieces each needs its own.
      const tree = trees.get(text);
      trees.delete(text);
      return tree ?? known?.find(text);
    },
    note: (text, tree) => known?.note(text, tree),
  });
}

/** What links and images written in Markdown lead to. */
function urlsOf(tree: Root): string[] {
  const urls: string[] = [];
  eachNode(tree, (node) => {
    if (node.type === 'link' || node.type === 'image') urls.push(node.url);
    return undefined;
  });
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
