import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { eachNode } from './each-node.ts';
import { readingOf } from './list/reading.ts';
import { toList } from './list/to-list.ts';
import type { Link, List } from './list/types.ts';
import { parseRest, parseTree, readHalf, type Trees } from './parse/parse-tree.ts';

/** One list, read: the file with its messages, its tree and its model. */
export interface Document {
  file: VFile;
  tree: Root;
  list: List;
}

/** The text of a file, without BOM, as remark counts. All offsets are UTF-16 code units into it. */
export function sourceOf(file: VFile): string {
  return String(file.value).replace(/^\uFEFF/, '');
}

/** Parses a file with remark. Never throws on what a list may hold. */
export function parse(file: VFile, known?: Trees): Document {
  const tree = parseTree(sourceOf(file), known);
  return { file, tree, list: listOf(tree, file) };
}

/** Who wants to know what a list links to before its model is made. */
export interface Listener {
  /** Addresses that the list will turn out to have. */
  expect(urls: string[]): void;
  /** All links; what they belong to in the list is not known yet. */
  add(links: readonly Pick<Link, 'url' | 'place'>[]): void;
}

/**
 * The same, but tells early what the list links to, lets the network go on before each step that takes time, and leaves
 * the model to be made when it is first asked for: where all links are fine, nobody does.
 */
export async function parseTelling(
  file: VFile,
  known: Trees | undefined,
  listener: Listener,
): Promise<Document> {
  const source = sourceOf(file);
  const half = readHalf(source);
  const early = urlsOf([...half.plain.nodes, ...half.cut.items, ...half.cut.lists]);
  listener.expect(early);
  await networkTurn();
  const tree = parseRest(half, known);
  const told = new Set(early);
  listener.expect(urlsOf([tree]).filter((url) => !told.has(url)));
  await networkTurn();
  const reading = readingOf(tree, source);
  listener.add(reading.links.all);
  const list = madeWhenAsked(() => toList(tree, source, reading));
  file.data.kempt = { tree, list };
  return { file, tree, list };
}

const parts = Object.keys({
  title: 0,
  badge: 0,
  tagline: 0,
  contents: 0,
  sections: 0,
  entries: 0,
  allSections: 0,
  links: 0,
  definitions: 0,
  headings: 0,
  ids: 0,
  generatedFrom: 0,
} satisfies Record<keyof List, 0>) as (keyof List)[];

function madeWhenAsked(make: () => List): List {
  let made: List | undefined;
  const whole = () => {
    made ??= make();
    return made;
  };
  const getters = parts.map((part) => [part, { enumerable: true, get: () => whole()[part] }] as const);
  return Object.defineProperties({}, Object.fromEntries(getters)) as List;
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
