import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Point } from 'unist';
import { eachNode } from '../each-node.ts';
import { type CutText, cutItems } from './cut-items.ts';
import { type Gap, missingBefore } from './gaps.ts';
import { piecesOf } from './pieces-of.ts';
import { inOrder, putBack } from './put-back.ts';
import { type PlainText, readPlain } from './read-plain.ts';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze();

/** Trees that were parsed before, by the text of their piece. */
export interface Trees {
  find(text: string): Root | undefined;
  /** Told of one that was not known, before anything changes it. */
  note(text: string, tree: Root): void;
}

/** What of a list needs no parser, and the rest. */
export interface HalfRead {
  text: string;
  plain: PlainText;
  /** Of what the plain blocks leave. */
  cut: CutText;
}

/** The tree that remark makes of a list. Never throws on what a list may hold. */
export function parseTree(text: string, known?: Trees): Root {
  return parseRest(readHalf(text), known);
}

export function readHalf(text: string): HalfRead {
  const plain = readPlain(text);
  return { text, plain, cut: cutItems(plain.rest) };
}

/** The whole tree of a list that is read so far. */
export function parseRest({ text, plain, cut }: HalfRead, known?: Trees): Root {
  const parsed: Root = plain.rest === '' ? { type: 'root', children: [] } : parseCut(cut, known);
  const isRule = ({ type, position }: Root['children'][number]) =>
    type === 'thematicBreak' && plain.rules.has(position!.start.offset!);
  const rest: Root = { ...parsed, children: parsed.children.filter((node) => !isRule(node)) };
  move(rest, { offset: 0, line: 0 }, plain.gaps);
  const position = { start: { line: 1, column: 1, offset: 0 }, end: endOf(text) };
  return { ...rest, children: inOrder(rest.children, plain.nodes), position };
}

/** Behind the last character. */
function endOf(text: string): Point {
  const lines = text.split(/\r\n|\n|\r/);
  return { line: lines.length, column: lines.at(-1)!.length + 1, offset: text.length };
}

function parseCut(cut: CutText, known: Trees | undefined): Root {
  const trees = piecesOf(cut.rest).map((piece) => {
    const tree = treeOf(piece.text, known);
    move(tree, piece, cut.gaps);
    return tree;
  });
  // Of a box that belongs to no item the root keeps whether it is ticked.
  const tree: Root = Object.assign({}, ...trees, { children: trees.flatMap(({ children }) => children) });
  putBack(tree, cut);
  return tree;
}

function treeOf(text: string, known: Trees | undefined): Root {
  const before = known?.find(text);
  if (before) return before;
  const tree = processor.parse(text);
  known?.note(text, tree);
  return tree;
}

/** Moves a tree to where its text stands in the whole. */
function move(tree: Root, by: { offset: number; line: number }, gaps: readonly Gap[]): void {
  if (by.offset === 0 && gaps.length === 0) return;
  const seen = new Set<Point>();
  const movePoint = (point: Point) => {
    // A point may belong to two nodes.
    if (seen.has(point)) return;
    seen.add(point);
    const missing = missingBefore(gaps, point.offset! + by.offset);
    point.line += by.line + missing.lines;
    point.offset! += by.offset + missing.length;
  };
  eachNode(tree, ({ position }) => {
    if (position) {
      movePoint(position.start);
      movePoint(position.end);
    }
    return undefined;
  });
}
