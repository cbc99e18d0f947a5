import type { List, ListItem } from 'mdast';
import type { Node } from 'unist';
import { beginsItem, beginsTask, interrupts } from './begins.ts';
import { type BlockReader, isBlank, type Lines } from './block.ts';
import { blanksOf, from, type PlainLine, pointIn, without } from './content.ts';
import { goesOn, lazy } from './lazy.ts';
import { rule } from './thematic-break.ts';

/** Items and quotes that are deeper in each other are left to a parser. */
export const deepest = 12;

interface Marker {
  indent: number;
  /** What it has in common with the markers of all items of its list. */
  kind: string;
  start: number | null;
  /** Columns up to the text. */
  width: number;
}

/** Text begins on the same line, and not with code. */
const marked = /^( {0,3})(?:([-+*])|(\d{1,9})([.)]))( {1,4})(?=[^ \t])/;

/** A list with all that is nested in it. */
export const readList: BlockReader = (all, index) => {
  const { lines, depth } = all;
  const first = markerOf(lines[index]!);
  if (!first || depth === deepest) return undefined;
  const items: ListItem[] = [];
  let next = index;
  for (let marker: Marker | undefined = first; marker?.kind === first.kind; ) {
    const end = endOf(lines, next, marker);
    const item = end === undefined ? undefined : itemOf(all, next, end, marker);
    if (!item) return undefined;
    items.push(item);
    next = end!;
    while (next < lines.length && isBlank(lines[next]!)) next++;
    marker = lines[next] && markerOf(lines[next]!);
    // An item without a text, or one of code.
    if (lines[next] && !marker && beginsItem(lines[next]!.text)) return undefined;
  }
  // Of a list in a quote micromark takes what follows to be a part.
  if (all.isQuoted && (next < lines.length || isBlank(lines.at(-1)!))) return undefined;
  const node: List = {
    type: 'list',
    ordered: first.start !== null,
    start: first.start,
    spread: areApart(items),
    children: items,
    position: { start: { ...items[0]!.position!.start }, end: { ...items.at(-1)!.position!.end } },
  };
  return { node, next };
};

function markerOf({ text }: PlainLine): Marker | undefined {
  const [all, indent, bullet, number, delimiter] = marked.exec(text) ?? [];
  if (all === undefined || rule.test(text)) return undefined;
  return {
    indent: indent!.length,
    kind: bullet ?? delimiter!,
    start: number === undefined ? null : Number(number),
    width: all.length,
  };
}

/** The line behind an item. Undefined where that is not plain. */
function endOf(lines: readonly PlainLine[], index: number, marker: Marker): number | undefined {
  let end = index + 1;
  for (let next = end; next < lines.length; next++) {
    const { text } = lines[next]!;
    if (isBlank(lines[next]!)) continue;
    if (blanksOf(lines[next]!) < marker.width) {
      // What comes right below may go on with a paragraph of the item.
      if (next > end || markerOf(lines[next]!)?.kind === marker.kind || interrupts(text)) return end;
      if (!lazy.test(text)) return undefined;
    }
    end = next + 1;
  }
  return end;
}

function itemOf(all: Lines, index: number, end: number, { indent, width }: Marker): ListItem | undefined {
  const [first, ...others] = all.lines.slice(index, end);
  const lines = [from(first!, width), ...others.map((line) => without(line, width))];
  if (beginsTask(lines[0]!.text)) return undefined;
  const children = all.blocksOf({ ...all, lines, depth: all.depth + 1 });
  const lazyLines = all.lines.slice(index + 1, end).filter(({ text }) => lazy.test(text));
  if (!children || !lazyLines.every(({ number }) => goesOn(children, number))) return undefined;
  const last = lines.at(-1)!;
  return {
    type: 'listItem',
    spread: areApart(children),
    checked: null,
    children: children as ListItem['children'],
    position: { start: pointIn(all.lines[index]!, indent), end: pointIn(last, last.text.length) },
  };
}

/** Whether there is a blank line between any of these. */
function areApart(nodes: readonly Node[]): boolean {
  return nodes.some((node, index) => {
    return index > 0 && node.position!.start.line - nodes[index - 1]!.position!.end.line > 1;
  });
}
