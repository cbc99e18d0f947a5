import GithubSlugger from 'github-slugger';
import type { Nodes } from 'mdast';
import { eachNode } from '../each-node.ts';
import { type HtmlTag, idsOf } from './html-tags.ts';
import { htmlText } from './html-text.ts';
import { plainText } from './plain-text.ts';
import { placeOf, type Reading } from './reading.ts';
import type { Span } from './span.ts';
import type { HeadingInfo } from './types.ts';

/** A heading and where it ends in the source. */
export interface FoundHeading extends HeadingInfo {
  span: Span;
  /** What its slug is made from, and what stands between an HTML heading's tags. */
  inner: Span;
}

interface Unslugged {
  node: Nodes;
  depth: number;
  span: Span;
  inner: Span;
  visible: string;
}

/** All headings in source order, Markdown and HTML, with the slugs that GitHub gives them. */
export function findHeadings(reading: Reading): FoundHeading[] {
  const found: Unslugged[] = [];
  eachNode(reading.tree, (node) => {
    if (node.type === 'heading') {
      const span = reading.places.of(node);
      found.push({ node, depth: node.depth, span, inner: span, visible: plainText(node) });
    }
    return undefined;
  });
  for (const tag of reading.tags.all) {
    const heading = htmlHeading(tag, reading);
    if (heading) found.push(heading);
  }
  found.sort((one, other) => one.span.start - other.span.start);
  const slugger = new GithubSlugger();
  return found.map(({ visible, ...heading }) => ({
    ...heading,
    text: visible.trim(),
    slug: slugger.slug(visible.replace(/[\uFE0E\uFE0F]/g, '')),
    ids: idsOf(reading.tags.within(heading.span)),
    place: placeOf(reading, heading.span),
  }));
}

function htmlHeading(tag: HtmlTag, reading: Reading): Unslugged | undefined {
  const depth = tag.kind === 'open' ? Number(/^h([1-6])$/.exec(tag.name)?.[1]) : Number.NaN;
  if (Number.isNaN(depth)) return undefined;
  const close = reading.tags.closing(tag, tag.end + 5_000);
  const end = close?.start ?? reading.places.of(tag.node).end;
  const inner = { start: tag.end, end };
  const visible = htmlText(reading.source.text.slice(inner.start, inner.end));
  return { node: tag.node, depth, span: { start: tag.start, end: close?.end ?? end }, inner, visible };
}
