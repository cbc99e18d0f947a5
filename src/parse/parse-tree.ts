import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Point } from 'unist';
import { eachNode } from '../each-node.ts';
import { type CutText, cutItems } from './cut-items.ts';
import { type Gap, missingBefore } from './gaps.ts';
import { type MarkdownPiece, piecesOf } from './pieces-of.ts';
import { putBack } from './put-back.ts';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze();

/** Trees that were parsed before, by the text of their piece. */
export interface Trees {
  find(text: string): Root | undefined;
  /** Told of one that was not known, before anything changes it. */
  note(text: string, tree: Root): void;
}

/** The tree that remark makes of a list. Never throws on what a list may hold. */
export function parseTree(text: string, known?: Trees): Root {
  return parseRest(cutItems(text), known);
}

/** The whole tree of a list whose plain items were cut out. */
export function parseRest(cut: CutText, known?: Trees): Root {
  const trees = piecesOf(cut.rest).map((piece) => moved(treeOf(piece.text, known), piece, cut.gaps));
  const tree = joined(trees);
  putBack(tree, cut);
  return tree;
}

/** One tree of those of pieces that follow each other. */
function joined(trees: readonly Root[]): Root {
  const [first, ...others] = trees;
  if (!first || others.length === 0) return first ?? { type: 'root', children: [] };
  first.children = trees.flatMap(({ children }) => children);
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
function moved(tree: Root, { offset, line }: MarkdownPiece, gaps: readonly Gap[]): Root {
  if (offset === 0 && gaps.length === 0) return tree;
  const seen = new Set<Point>();
  const move = (point: Point) => {
    // A point may belong to two nodes.
    if (seen.has(point)) return;
    seen.add(point);
    const missing = missingBefore(gaps, point.offset! + offset);
    point.line += line + missing.lines;
    point.offset! += offset + missing.length;
  };
  eachNode(tree, ({ position }) => {
    if (position) {
      move(position.start);
      move(position.end);
    }
    return undefined;
  });
  return tree;
}
