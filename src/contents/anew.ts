import type { Contents, ContentsItem, HeadingInfo } from '../list/types.ts';
import type { Edit } from '../message.ts';
import type { Source } from '../source.ts';
import { habit } from '../style/habit.ts';
import { escaped } from '../text/escaped.ts';
import type { ContentsFault, Resolved } from './faults.ts';
import {
  isAlone,
  isSpread,
  type Line,
  lastUnder,
  lineOf,
  lineStart,
  markerIn,
  mirrored,
  textEnd,
} from './lines.ts';

/** One line of the contents to be. */
interface Row {
  depth: number;
  /** What stands behind the marker. */
  content: string;
}

/**
 * The contents written anew as a whole, in the list's own shape: an item for each section that they list or should,
 * in the order of the sections, with the text, emphasis and trailing words that the items have now. Items that lead
 * nowhere go, those that lead elsewhere stay behind the item they follow. Undefined where the contents are not one
 * plain list.
 */
export function contentsAnew(
  contents: Contents,
  { faults, settled }: { faults: readonly ContentsFault[]; settled: readonly Resolved[] },
  source: Source,
): Edit | undefined {
  const { items } = contents;
  const [first, last] = [items[0], items.at(-1)];
  const lists = contents.nodes.filter(({ type }) => type === 'list');
  if (!first || !last || contents.form !== 'list' || lists.length !== 1) return undefined;
  if (!items.every((item) => isAlone(item, items))) return undefined;
  const start = lineStart(source.text, first.place.start.offset ?? 0);
  const end = textEnd(source.text, last.place.end.offset ?? 0);
  const before = source.text.slice(start, end);
  // Whatever stands between the items would be lost.
  if (before.split('\n').filter((line) => line.trim() !== '').length !== items.length) return undefined;
  const shapes = shapesOf(items, source);
  const rows = rowsOf(items, { faults, settled }, source);
  if (!shapes || !rows) return undefined;
  const text = written(rows, shapes).join(isSpread(items, source) ? '\n\n' : '\n');
  return before.replaceAll('\r\n', '\n') === text ? undefined : { start, end, text };
}

/** How the first item of each depth is written, by depth from 1. */
function shapesOf(items: readonly ContentsItem[], source: Source): Line[] | undefined {
  const shapes: Line[] = [];
  for (const item of items) {
    const line = lineOf(item, source) ?? plainLine(item, source);
    if (!line) return undefined;
    shapes[item.depth - 1] ??= line;
  }
  return shapes;
}

/** The line of an item without a link. */
function plainLine({ place }: ContentsItem, { text }: Source): Line | undefined {
  const start = place.start.offset ?? 0;
  const marker = markerIn(text.slice(lineStart(text, start), start));
  return marker && { ...marker, emphasis: '' };
}

function rowsOf(
  items: readonly ContentsItem[],
  { faults, settled }: { faults: readonly ContentsFault[]; settled: readonly Resolved[] },
  source: Source,
): Row[] | undefined {
  const itemOf = new Map<HeadingInfo, ContentsItem>();
  const gone = new Set<ContentsItem>();
  for (const { item, heading } of settled) {
    if (!heading) continue;
    if (itemOf.has(heading)) gone.add(item);
    else itemOf.set(heading, item);
  }
  const slips = new Set<ContentsItem>();
  const missing: HeadingInfo[] = [];
  for (const fault of faults) {
    if (fault.kind === 'missing') missing.push(fault.heading);
    else if (fault.kind === 'text') slips.add(fault.item);
    else if (fault.kind === 'dead' && !fault.meant) gone.add(fault.item);
  }
  const elsewhere = followers(items, { kept: new Set(itemOf.values()), gone });
  if (!elsewhere) return undefined;
  const depthOf = depths(settled);
  const emphasis = items.map((item) => lineOf(item, source)?.emphasis).find((one) => one !== undefined) ?? '';
  const headings = [...itemOf.keys(), ...missing].sort((a, b) => offsetOf(a) - offsetOf(b));
  const asIs = (item: ContentsItem) => ({ depth: item.depth, content: contentOf(item, source) });
  return [
    ...(elsewhere.get(undefined) ?? []).map(asIs),
    ...headings.flatMap((heading) => {
      const item = itemOf.get(heading);
      const content = item
        ? contentOf(item, source, { heading, retext: slips.has(item) })
        : `${emphasis}[${escaped(heading.text)}](#${heading.slug})${mirrored(emphasis)}`;
      const row = { depth: depthOf(heading, item), content };
      return [row, ...(item ? (elsewhere.get(item) ?? []).map(asIs) : [])];
    }),
  ];
}

/** Items without a heading of this list by the item that they follow; undefined where others are nested in one. */
function followers(
  items: readonly ContentsItem[],
  { kept, gone }: { kept: ReadonlySet<ContentsItem>; gone: ReadonlySet<ContentsItem> },
): Map<ContentsItem | undefined, ContentsItem[]> | undefined {
  const found = new Map<ContentsItem | undefined, ContentsItem[]>();
  let previous: ContentsItem | undefined;
  for (const item of items) {
    if (kept.has(item)) previous = item;
    else if (!gone.has(item)) {
      if (lastUnder(item, items) !== item) return undefined;
      const after = found.get(previous);
      if (after) after.push(item);
      else found.set(previous, [item]);
    }
  }
  return found;
}

/** The depth of a heading's item: as for other headings of its rank, where those have one, else as it is. */
function depths(settled: readonly Resolved[]) {
  const byRank = new Map<number, number>();
  for (const rank of new Set(settled.map(({ heading }) => heading?.depth ?? 0))) {
    const alike = settled.filter(({ heading }) => heading?.depth === rank);
    const usual = habit(alike, ({ item }) => String(item.depth));
    if (usual.value !== undefined && usual.count * 5 >= usual.total * 4)
      byRank.set(rank, Number(usual.value));
  }
  return (heading: HeadingInfo, item: ContentsItem | undefined) =>
    byRank.get(heading.depth) ?? item?.depth ?? 1;
}

/** What stands behind an item's marker, pointed at a heading and, where that is wanted, with its text. */
function contentOf(
  { link, place }: ContentsItem,
  { text }: Source,
  to?: { heading: HeadingInfo; retext: boolean },
): string {
  const start = lineStart(text, place.start.offset ?? 0);
  const line = text.slice(start, textEnd(text, place.end.offset ?? 0));
  const from = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(line)?.[0].length ?? 0;
  if (to && !link) return `[${line.slice(from).trim()}](#${to.heading.slug})`;
  const url = link?.urlPlace;
  if (!to || link?.definition || url?.start.offset === undefined || url.end.offset === undefined)
    return line.slice(from);
  const [urlStart, urlEnd] = [url.start.offset - start, url.end.offset - start];
  const written = line.slice(urlStart, urlEnd);
  const fragment = written.slice(1).toLowerCase() === to.heading.slug ? written : `#${to.heading.slug}`;
  const linkStart = (link?.place.start.offset ?? start) - start;
  const head = to.retext
    ? `${line.slice(from, linkStart)}[${escaped(to.heading.text)}](`
    : line.slice(from, urlStart);
  return head + fragment + line.slice(urlEnd);
}

function written(rows: readonly Row[], shapes: readonly Line[]): string[] {
  const numbers: number[] = [];
  let previous = 0;
  return rows.map((row) => {
    // An item cannot be nested in one that is not there.
    const depth = Math.min(row.depth, previous + 1);
    previous = depth;
    numbers.length = depth;
    const { indent, marker, gap, number } = shapes[depth - 1] ?? deeper(shapes, depth);
    numbers[depth - 1] = (numbers[depth - 1] ?? (number ?? 1) - 1) + 1;
    const counted = number === undefined ? marker : marker.replace(/\d+/, String(numbers[depth - 1]));
    return `${indent}${counted}${gap}${row.content}`;
  });
}

function deeper(shapes: readonly Line[], depth: number): Line {
  const { indent, marker, gap, ...rest } = shapes.at(-1)!;
  const step = ' '.repeat(marker.length + gap.length);
  return { ...rest, indent: indent + step.repeat(Math.max(1, depth - shapes.length)), marker, gap };
}

function offsetOf({ place }: HeadingInfo): number {
  return place.start.offset ?? 0;
}
