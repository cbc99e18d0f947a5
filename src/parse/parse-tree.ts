import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Point } from 'unist';
import { type MarkdownPiece, piecesOf } from './pieces-of.ts';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze();

/** Trees that were parsed before, by the text of their piece. */
export interface Trees {
  find(text: string): Root | undefined;
  /** Told of one that was not known, before anything changes it. */
  note(text: string, tree: Root): void;
}

/** The tree that remark makes of a list. Never throws on what a list may hold. */
export function parseTree(text: string, known?: Trees): Root {
  const trees = piecesOf(text).map((piece) => shifted(treeOf(piece.text, known), piece));
  const [first, ...others] = trees;
  if (!first || others.length === 0) return first ?? { type: 'root', children: [] };
  for (const { children } of others) first.children.push(...children);
  const end = others.at(-1)!.position?.end;
  if (first.position && end) first.position.end = end;
  return first;
}

function treeOf(text: string, known: Trees | undefined): Root {
  const before = known?.find(text);
  if (before) return before;
  const tree = processor.parse(text);
  known?.note(text, tree);
  return tree;
}

/** Moves a tree to where its text stands in the whole. */
function shifted(tree: Root, { offset, line }: MarkdownPiece): Root {
  if (offset === 0) return tree;
  const seen = new Set<Point>();
  const move = (point: Point) => {
    // A point may belong to two nodes.
    if (seen.has(point)) return;
    seen.add(point);
    point.line += line;
    point.offset! += offset;
  };
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.position) {
      move(node.position.start);
      move(node.position.end);
    }
    if ('children' in node) stack.push(...node.children);
  }
  return tree;
}
