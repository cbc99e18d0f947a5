import type { Nodes } from 'mdast';
import type { FoundHeading } from './headings.ts';
import type { HtmlTag } from './html-tags.ts';
import { htmlText } from './html-text.ts';
import type { Reading } from './reading.ts';
import { firstAtOrAfter, type Span, startingWithin, trimSpan } from './span.ts';

/** What a document is made of, in order: its headings, its `<details>`, and the blocks between. */
export type OutlineEvent =
  | { kind: 'heading'; node: Nodes; span: Span; heading: FoundHeading }
  | {
      kind: 'open';
      node: Nodes;
      span: Span;
      title: string;
      heading: FoundHeading | undefined;
      isClosed: boolean;
    }
  | { kind: 'close'; node: Nodes; span: Span }
  /** For raw HTML `span` is the stretch between headings and `<details>`. */
  | { kind: 'block'; node: Nodes; span: Span };

/** What a reader does not see. */
const unseen = new Set<string>(['definition', 'yaml', 'toml']);

/** Lays a document out. */
export function outlineOf(reading: Reading, headings: readonly FoundHeading[]): OutlineEvent[] {
  const events: OutlineEvent[] = [];
  for (const node of reading.tree.children) {
    const span = reading.places.of(node);
    if (node.type === 'heading') {
      const heading = headings[firstAtOrAfter(headings, (one) => one.span.start, span.start)]!;
      events.push({ kind: 'heading', node, span, heading });
    } else if (node.type === 'html') {
      for (const event of htmlEvents(node, span, reading, headings)) events.push(event);
    } else if (!unseen.has(node.type)) {
      events.push({ kind: 'block', node, span });
    }
  }
  return matchDetails(events);
}

function htmlEvents(
  node: Nodes,
  whole: Span,
  reading: Reading,
  headings: readonly FoundHeading[],
): OutlineEvent[] {
  const events: OutlineEvent[] = [];
  const tags = reading.tags.within(whole);
  let at = whole.start;
  const addBlock = (end: number) => {
    const span = trimSpan(reading.source.text, { start: at, end });
    if (span.start < span.end) events.push({ kind: 'block', node, span });
  };
  for (const [index, tag] of tags.entries()) {
    if (tag.start < at) continue;
    const event =
      detailsEvent(tag, tags, index, reading, headings) ??
      headingEvent(tag, whole, headings.at(firstAtOrAfter(headings, (one) => one.span.start, tag.start)));
    if (!event) continue;
    addBlock(tag.start);
    events.push(event);
    at = event.span.end;
  }
  addBlock(whole.end);
  return events;
}

function headingEvent(
  tag: HtmlTag,
  whole: Span,
  heading: FoundHeading | undefined,
): OutlineEvent | undefined {
  if (heading?.span.start !== tag.start || tag.kind !== 'open') return undefined;
  const span = { start: tag.start, end: Math.min(heading.span.end, whole.end) };
  return { kind: 'heading', node: tag.node, span, heading };
}

function detailsEvent(
  tag: HtmlTag,
  tags: readonly HtmlTag[],
  index: number,
  reading: Reading,
  headings: readonly FoundHeading[],
): OutlineEvent | undefined {
  if (tag.name !== 'details') return undefined;
  const { node, start, end } = tag;
  if (tag.kind === 'close') return { kind: 'close', node, span: { start, end } };
  const summary = tags[index + 1]?.name === 'summary' ? tags[index + 1] : undefined;
  const close = summary && reading.tags.closing(summary, summary.end + 5_000);
  if (!summary || !close)
    return { kind: 'open', node, span: { start, end }, title: '', heading: undefined, isClosed: false };
  const title = htmlText(
    reading.source.text.slice(summary.end, close.start).replace(/<kbd\b.*?<\/kbd>/gis, ''),
  );
  const [heading] = startingWithin(headings, (one) => one.span.start, {
    start: summary.end,
    end: close.start,
  });
  return { kind: 'open', node, span: { start, end: close.end }, title, heading, isClosed: false };
}

/** Marks the `<details>` that are closed; a stray end is dropped. */
function matchDetails(events: OutlineEvent[]): OutlineEvent[] {
  const open: Extract<OutlineEvent, { kind: 'open' }>[] = [];
  return events.filter((event) => {
    if (event.kind === 'open') open.push(event);
    if (event.kind !== 'close') return true;
    const opening = open.pop();
    if (opening) opening.isClosed = true;
    return opening !== undefined;
  });
}
