import type { Nodes } from 'mdast';
import type { Draft } from './draft.ts';
import { withParagraph } from './items.ts';
import { readLine } from './line.ts';
import { findName } from './name.ts';
import type { OutlineEvent } from './outline.ts';
import { plainText } from './plain-text.ts';
import type { Reading } from './reading.ts';
import type { HeadingEntry } from './section-tree.ts';
import type { Token } from './token.ts';
import { htmlTokens, tokensOf } from './tokens.ts';

type HeadingEvent = Extract<OutlineEvent, { kind: 'heading' }>;

/**
 * The headings that are entries and not sections, each with the index of the event after what belongs to it. A linked
 * heading is one where nearly all headings of its rank are, or where nothing under it could be an entry itself.
 */
export function findHeadingEntries(
  events: readonly OutlineEvent[],
  contents: ReadonlySet<OutlineEvent>,
  title: OutlineEvent | undefined,
  reading: Reading,
): Map<OutlineEvent, number> {
  const extents = extentsOf(events);
  const linked = new Set(events.filter((event) => event !== title && isLinkedHeading(event, reading)));
  const catalogues = catalogueRanks(events, linked, title);
  const holds = holdersOfEntries(events, contents, reading);
  const isLeaf = (index: number) => holds(index + 1, extents[index]!) === 0;
  const leaves = rankCounts(events.filter((event, index) => linked.has(event) && isLeaf(index)));
  const entries = new Map<OutlineEvent, number>();
  let covered = 0;
  for (const [index, event] of events.entries()) {
    if (event.kind !== 'heading' || !linked.has(event) || index < covered) continue;
    const { depth } = event.heading;
    const next = nextHeading(events, index + 1, extents[index]!);
    // Where headings of a rank are entries as a rule, one with headings under it is an entry too, if it has text of its own.
    const isHabit =
      (leaves.get(depth) ?? 0) >= fewestAlike && next > index + 1 && holds(index + 1, next) === 0;
    if (catalogues.has(depth) || isLeaf(index)) covered = extents[index]!;
    else if (isHabit) covered = next;
    else continue;
    entries.set(event, covered);
  }
  return entries;
}

/** So many headings of a rank make a habit. */
const fewestAlike = 5;

function nextHeading(events: readonly OutlineEvent[], from: number, to: number): number {
  while (from < to && events[from]!.kind === 'block') from++;
  return from;
}

function rankCounts(events: readonly OutlineEvent[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const event of events) {
    if (event.kind === 'heading') counts.set(event.heading.depth, (counts.get(event.heading.depth) ?? 0) + 1);
  }
  return counts;
}

/** For each event the index of the next heading of the same rank or a higher one, or of the end of its `<details>`. */
function extentsOf(events: readonly OutlineEvent[]): number[] {
  const extents = new Array<number>(events.length).fill(events.length);
  const open: { index: number; depth: number }[] = [];
  const end = (index: number, isEnded: (depth: number) => boolean) => {
    while (open.length > 0 && isEnded(open.at(-1)!.depth)) extents[open.pop()!.index] = index;
  };
  for (const [index, event] of events.entries()) {
    if (event.kind === 'heading') {
      const { depth } = event.heading;
      end(index, (other) => other >= depth);
      open.push({ index, depth });
    } else if (event.kind === 'open') {
      // Nothing within ends what stands around it.
      open.push({ index, depth: event.isClosed ? 0 : 7 });
    } else if (event.kind === 'close') {
      end(index, (other) => other > 0);
      if (open.at(-1)?.depth === 0) extents[open.pop()!.index] = index;
    }
  }
  return extents;
}

/** Ranks of which at least five headings, and nearly all, are links. */
function catalogueRanks(
  events: readonly OutlineEvent[],
  linked: ReadonlySet<OutlineEvent>,
  title: OutlineEvent | undefined,
): Set<number> {
  const all = rankCounts(events.filter((event) => event !== title));
  const ranks = [...rankCounts([...linked])];
  return new Set(
    ranks
      .filter(([rank, count]) => count >= fewestAlike && count >= all.get(rank)! * 0.8)
      .map(([rank]) => rank),
  );
}

/** Counts the blocks and headings in a range of events that could hold entries. */
function holdersOfEntries(
  events: readonly OutlineEvent[],
  contents: ReadonlySet<OutlineEvent>,
  { links }: Reading,
): (from: number, to: number) => number {
  const sums = [0];
  for (const event of events) {
    const isList =
      event.kind === 'block' && ['list', 'table'].includes(event.node.type) && !contents.has(event);
    const holds = event.kind === 'heading' || (isList && links.within(event.span).length > 0);
    sums.push(sums.at(-1)! + (holds ? 1 : 0));
  }
  return (from, to) => sums[to]! - sums[from]!;
}

function headingTokens({ node, heading }: HeadingEvent, reading: Reading): Token[] {
  return node.type === 'heading' ? tokensOf(node.children, reading) : htmlTokens(heading.inner, reading);
}

function isLinkedHeading(event: OutlineEvent, reading: Reading): boolean {
  if (event.kind !== 'heading') return false;
  const name = findName(headingTokens(event, reading));
  if (!name?.url || name.url.startsWith('#') || name.sentenceFrom !== undefined) return false;
  const link = name.tokens[name.next - 1];
  // A name before the link makes it a section with a source, not an entry.
  return link?.kind === 'link' && !name.tokens.slice(0, name.next - 1).some(({ kind }) => kind === 'word');
}

/** A heading and what follows it, as an entry. */
export function headingDraft({ event, body, ownEnd }: HeadingEntry, reading: Reading): Draft {
  const own = body.filter(({ span }) => span.end <= ownEnd);
  const nested = body.filter(({ node }) => node.type === 'list' || node.type === 'blockquote');
  const prose = firstProse(own.map(({ node }) => node));
  const lines = event.node.type === 'heading' ? event.node.children : [];
  const firstChild = nested.find(({ node }) => node.type === 'list')?.span.start ?? Number.POSITIVE_INFINITY;
  const end = own.findLast(({ span }) => span.end <= firstChild)?.span.end ?? event.span.end;
  return {
    form: 'heading',
    node: event.node,
    span: { start: event.span.start, end },
    blocks: [event.span, ...body.filter(({ node }) => node.type !== 'list').map(({ span }) => span)],
    inline: prose ? [...lines, ...prose.children] : lines,
    nested: nested.map(({ node }) => node),
    citation: undefined,
    read: () =>
      withParagraph(readLine(headingTokens(event, reading), reading.source.text, 'none'), prose, reading),
  };
}

/** The first paragraph with words in it, in a block quote too. */
function firstProse(nodes: readonly Nodes[]) {
  for (const node of nodes) {
    if (node.type === 'list') return undefined;
    const paragraph = node.type === 'blockquote' ? node.children[0] : node;
    if (paragraph?.type !== 'paragraph') continue;
    const words = plainText(paragraph).trim() !== '';
    if (words) return paragraph;
  }
  return undefined;
}
