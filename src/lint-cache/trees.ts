import type { Root } from 'mdast';
import type { Trees } from '../parse/parse-tree.ts';
import { printOf, type Store } from './store.ts';

/** The trees of one list, piece by piece: where one entry has changed the others need not be parsed again. */
export interface KeptTrees extends Trees {
  /** Keeps those that this run asked for, where there are new ones. */
  keep(): Promise<void>;
}

/** @param name what the list is kept under */
export async function openTrees(store: Store, name: string): Promise<KeptTrees> {
  const before = new Map<string, string>();
  for (const line of (await store.read(name))?.split('\n') ?? []) {
    const blank = line.indexOf(' ');
    if (blank > 0) before.set(line.slice(0, blank), line.slice(blank + 1));
  }
  const now = new Map<string, string>();
  let isFresh = true;
  return {
    find(text) {
      const print = printOf(text);
      const json = before.get(print);
      const tree = json === undefined ? undefined : treeIn(json);
      if (tree) now.set(print, json!);
      return tree;
    },
    note(text, tree) {
      const json = jsonOf(tree);
      if (json === undefined) return;
      now.set(printOf(text), json);
      isFresh = false;
    },
    async keep() {
      if (isFresh) return;
      await store.write(name, [...now].map(([print, json]) => `${print} ${json}\n`).join(''));
    },
  };
}

/** Undefined where it is nested too deep to be written. */
function jsonOf(tree: Root): string | undefined {
  try {
    return JSON.stringify(tree);
  } catch {
    return undefined;
  }
}

/** Undefined where the line is damaged. */
function treeIn(json: string): Root | undefined {
  try {
    const tree = JSON.parse(json) as Partial<Root>;
    return tree.type === 'root' && Array.isArray(tree.children) ? (tree as Root) : undefined;
  } catch {
    return undefined;
  }
}
