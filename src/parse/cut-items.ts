import type { ListItem, Root, RootContent } from 'mdast';
import { type Line, linesOf } from './lines-of.ts';
import { plainItem } from './plain-item.ts';

/** A text without the lines that are plain items, and these. */
export interface CutText {
  rest: string;
  items: ListItem[];
  /** Where lines are missing from the rest. */
  gaps: Gap[];
}

/** Lines that are missing, and how much is missing up to there: UTF-16 code units and lines. */
export interface Gap {
  at: number;
  length: number;
  lines: number;
}

const bulleted = /^( *)([-*+])( {1,4})[^\s*+-]/;
const ending = /\r?\n$/;
const loneReturn = /\r(?!\n)/;

/**
 * Cuts the plain items out of a list: the larger part of most lists, read here in a fraction of the time.
 * One is cut out where the lines above and below it begin items of the same list, so that the rest is what it was:
 * above, the end of one item, below, the beginning of the next.
 */
export function cutItems(text: string): CutText {
  const lines = loneReturn.test(text) ? [] : (linesOf(text) ?? []);
  const lists = listsOf(lines);
  const kept: string[] = [];
  const items: ListItem[] = [];
  const gaps: Gap[] = [];
  let from = 0;
  let length = 0;
  for (const [index, { text: line, offset }] of lines.entries()) {
    const list = lists[index];
    if (!list || lists[index - 1] !== list || lists[index + 1] !== list) continue;
    const item = plainItem(line.replace(ending, ''), offset, index + 1);
    if (!item) continue;
    items.push(item);
    kept.push(text.slice(from, offset));
    from = offset + line.length;
    length += line.length;
    const gap = { at: from - length, length, lines: items.length };
    if (gaps.at(-1)?.at === gap.at) gaps.pop();
    gaps.push(gap);
  }
  return { rest: kept.join('') + text.slice(from), items, gaps };
}

/** An item and the items around it: where their texts begin, in columns from 0, and their lines. */
type Nesting = { content: number; index: number }[];

/** For each line, a name of the list whose item begins there, where the lines right above leave no doubt. */
function listsOf(lines: readonly Line[]): (string | undefined)[] {
  let above: Nesting | undefined;
  return lines.map(({ text, isInside }, index) => {
    const [, indent, bullet, space] = (!isInside && bulleted.exec(text)) || [];
    const around = indent === undefined ? undefined : nestingOf(indent.length, above);
    above = around && [...around, { content: indent!.length + 1 + space!.length, index }];
    return around && `${around.at(-1)?.index ?? ''}${indent}${bullet}`;
  });
}

/** The items around one that is so far indented. Four columns more than these ask would be code, or go on with a text. */
function nestingOf(indent: number, above: Nesting | undefined): Nesting | undefined {
  if (!above) return indent === 0 ? [] : undefined;
  const around = above.filter(({ content }) => content <= indent);
  return indent - (around.at(-1)?.content ?? 0) < 4 ? around : undefined;
}

const none: Gap = { at: 0, length: 0, lines: 0 };

/** What is missing before a place of the rest. */
export function missingBefore(gaps: readonly Gap[], offset: number): Gap {
  let [low, high] = [0, gaps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (gaps[middle]!.at <= offset) low = middle + 1;
    else high = middle;
  }
  return gaps[low - 1] ?? none;
}

/** Puts the items back into the lists of the rest's tree, whose places are those of the whole text again. */
export function putBack({ children }: Root, items: readonly ListItem[]): void {
  let next = 0;
  const fill = (nodes: readonly RootContent[]) => {
    for (const node of nodes) if (node.type === 'list') node.children = node.children.flatMap(withCutBefore);
  };
  const withCutBefore = (item: ListItem): ListItem[] => {
    const from = next;
    while (next < items.length && startOf(items[next]!) < startOf(item)) next++;
    const before = items.slice(from, next);
    fill(item.children);
    return [...before, item];
  };
  fill(children);
}

function startOf(item: ListItem): number {
  return item.position!.start.offset!;
}
