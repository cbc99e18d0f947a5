import type { Definition, Nodes } from 'mdast';
import type { Document } from '../document.ts';
import { sourceOf } from '../document.ts';
import { wordsOf } from './words.ts';

/**
 * A block that holds no other blocks (a paragraph, a heading, a row, a code block…): what a document is compared by
 * before and after its edits.
 */
export interface Unit {
  /** Types of the blocks it stands in and its own: `list/listItem/paragraph`. */
  kind: string;
  /** Where it begins, the markers of the blocks that begin with it included. */
  start: number;
  end: number;
  /** Letters and digits, word by word. */
  words: string;
  /** Link targets, sorted; a reference counts as its label, its definition as label and address. */
  links: string[];
  inEntry: boolean;
}

/** All units of a document in source order. */
export function unitsOf(document: Document): Unit[] {
  const text = sourceOf(document.file);
  const leaves = leavesOf(document.tree, text.length);
  const links = linksByLeaf(leaves, document);
  const isInEntry = entrySweep(document);
  return leaves.map(({ node, kind, start, end }, index) => ({
    kind,
    start,
    end,
    words: wordsOf(node, text),
    links: links[index]!.sort(),
    inEntry: isInEntry(end),
  }));
}

interface Leaf {
  node: Nodes;
  kind: string;
  start: number;
  end: number;
}

const containers = new Set(['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition', 'table']);

// With a stack of its own: a list may be nested deeper than the call stack goes.
function leavesOf(tree: Nodes, length: number): Leaf[] {
  const leaves: Leaf[] = [];
  const stack: { node: Nodes; kind: string; start: number }[] = [{ node: tree, kind: '', start: length }];
  while (stack.length > 0) {
    const { node, kind, start: outer } = stack.pop()!;
    const start = Math.min(outer, node.position?.start.offset ?? outer);
    if (containers.has(node.type) && 'children' in node && node.children.length > 0) {
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index]!;
        stack.push({ node: child, kind: `${kind}/${child.type}`, start: index === 0 ? start : length });
      }
    } else if (node.type !== 'root') {
      leaves.push({ node, kind, start, end: node.position?.end.offset ?? start });
    }
  }
  return leaves;
}

/** The links that each leaf holds: both come in source order, so one walk along both does. */
function linksByLeaf(leaves: readonly Leaf[], { list }: Document): string[][] {
  const all = list.links
    .map(({ url, definition, place }) => ({ target: targetOf(url, definition), at: place.start.offset ?? 0 }))
    .sort((a, b) => a.at - b.at);
  let next = 0;
  return leaves.map(({ node, end }) => {
    const targets = node.type === 'definition' ? [`${labelOf(node)} ${node.url}`] : [];
    for (let link = all[next]; link && link.at < end; link = all[++next]) targets.push(link.target);
    return targets;
  });
}

function targetOf(url: string, definition: Definition | undefined): string {
  return definition ? labelOf(definition) : url;
}

function labelOf({ identifier }: Definition): string {
  return `[${identifier}]`;
}

/** Tells of ascending offsets whether they stand in an entry. */
function entrySweep({ list }: Document): (offset: number) => boolean {
  const entries = list.entries
    .map(({ place }) => ({ start: place.start.offset ?? 0, end: place.end.offset ?? 0 }))
    .sort((a, b) => a.start - b.start);
  let next = 0;
  let reach = -1;
  return (offset) => {
    for (let entry = entries[next]; entry && entry.start < offset; entry = entries[++next]) {
      reach = Math.max(reach, entry.end);
    }
    return offset <= reach;
  };
}
