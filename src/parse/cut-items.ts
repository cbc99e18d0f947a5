import type { List, ListItem } from 'mdast';
import type { Gap } from './gaps.ts';
import { blank, definition, heading, type Line, linesOf } from './lines-of.ts';
import { listsOf } from './lists-of.ts';
import { plainItem } from './plain-item.ts';

/** A text without the lines that are plain items, and these. */
export interface CutText {
  rest: string;
  /** Where lines are missing from the rest. */
  gaps: Gap[];
  /** Items of lists of which the rest holds others. */
  items: ListItem[];
  /** Lists of which the rest holds nothing. */
  lists: List[];
}

/** Items on lines right below each other: the first line, and the one behind the last. */
interface Run {
  from: number;
  to: number;
  /** They are one list with all that is nested in it, and nothing beside it is like a list. */
  isWhole: boolean;
}

/** The first line of a list, or a line within one. */
export const listLike = /^(?:\s|[-*+](?:\s|$)|\d)/;
const ending = /\r?\n$/;

/**
 * Cuts the plain items out of a list: the larger part of most lists, read here in a fraction of the time. One is cut
 * out where the rest stays what it was: between two others of its list, or from a list that stands by itself.
 */
export function cutItems(text: string): CutText {
  const lines = linesOf(text) ?? [];
  const names = listsOf(lines);
  const isDefining = definition.test(text);
  const kept: string[] = [];
  const cut: CutText = { rest: '', gaps: [], items: [], lists: [] };
  let from = 0;
  let length = 0;
  let count = 0;
  for (const run of runsOf(lines, names)) {
    const items: ListItem[] = [];
    for (let index = run.from; index < run.to; index++) {
      const item = isSevered(names, index, run) && itemOf(lines[index]!, index, isDefining);
      if (!item) continue;
      const { offset, text: line } = lines[index]!;
      items.push(item);
      kept.push(text.slice(from, offset));
      from = offset + line.length;
      length += line.length;
      count++;
      addGap(cut.gaps, { at: from - length, length, lines: count });
    }
    if (items.length === run.to - run.from) cut.lists.push(listOf(items));
    else for (const item of items) cut.items.push(item);
  }
  cut.rest = kept.join('') + text.slice(from);
  return cut;
}

/** Whether a line can go without a change to what is around it. */
function isSevered(names: readonly (string | undefined)[], index: number, run: Run): boolean {
  const name = names[index];
  const after = names[index + 1];
  if (names[index - 1] === name && name === after) return true;
  // The first number is that of the list.
  if (!run.isWhole || name !== names[run.from] || (index === run.from && /[.)]$/.test(name!))) return false;
  return after === name || index + 1 === run.to;
}

function itemOf({ text, offset }: Line, index: number, isDefining: boolean): ListItem | undefined {
  if (!ending.test(text)) return undefined;
  const line = {
    text: text.replace(ending, ''),
    column: 0,
    offset,
    number: index + 1,
    indent: 0,
    virtual: 0,
  };
  return plainItem(line, isDefining);
}

function listOf(items: ListItem[]): List {
  const { start } = items[0]!.position!;
  const { end } = items.at(-1)!.position!;
  const position = { start: { ...start }, end: { ...end } };
  return { type: 'list', ordered: false, start: null, spread: false, children: items, position };
}

function addGap(gaps: Gap[], gap: Gap): void {
  if (gaps.at(-1)?.at === gap.at) gaps.pop();
  gaps.push(gap);
}

function runsOf(lines: readonly Line[], names: readonly (string | undefined)[]): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < lines.length; from++) {
    if (names[from] === undefined) continue;
    let to = from;
    while (names[to] !== undefined) to++;
    runs.push({ from, to, isWhole: isOneList(names.slice(from, to)) && isApart(lines, from, to) });
    from = to;
  }
  return runs;
}

/** Whether items that are not nested in others are all of the first one's list. */
function isOneList(names: readonly (string | undefined)[]): boolean {
  return names.every((name) => name === names[0] || /^\d/.test(name!));
}

/**
 * Whether no other list comes close to these lines, and none of what stands around them would grow together without
 * them: above, lines that begin neither a list nor anything within one; below, a heading, or such a line after a blank.
 */
function isApart(lines: readonly Line[], from: number, to: number): boolean {
  let above = from - 1;
  while (isBlank(lines[above])) above--;
  let below = to;
  while (isBlank(lines[below])) below++;
  if (above < 0 || !isEnd(lines, below, to)) return false;
  for (; lines[above] && !isBlank(lines[above]); above--) if (listLike.test(lines[above]!.text)) return false;
  return true;
}

function isEnd(lines: readonly Line[], below: number, to: number): boolean {
  if (below === lines.length) return true;
  const { text } = lines[below]!;
  return heading.test(text) || (below > to && !listLike.test(text));
}

function isBlank(line: Line | undefined): boolean {
  return line !== undefined && blank.test(line.text);
}
