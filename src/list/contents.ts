import type { List as ListNode, Nodes } from 'mdast';
import { eachNode } from '../each-node.ts';
import { isImage, isInPage } from './navigation.ts';
import { plainText } from './plain-text.ts';
import { placeOf, type Reading } from './reading.ts';
import type { Block } from './section-tree.ts';
import type { Span } from './span.ts';
import type { Contents, ContentsItem, Link } from './types.ts';

/** A block of a table of contents, with the comments of its generator and the label that stands for a heading. */
export interface ContentsBlock {
  block: Block;
  generated: boolean;
  around: Block[];
  /** The list's own address, where the links of the block spell it out. */
  page: string | undefined;
}

/** Reads the blocks of a table of contents. */
export function contentsOf(found: readonly ContentsBlock[], reading: Reading): Contents {
  const blocks = found
    .flatMap(({ block, around }) => [block, ...around])
    .sort((one, other) => one.span.start - other.span.start);
  const form = { list: 'list', table: 'table', html: 'html' } as const;
  return {
    section: undefined,
    items: found.flatMap(({ block, page }) => itemsOf(block, reading, page)),
    form: form[found[0]!.block.node.type as keyof typeof form] ?? 'paragraph',
    generated: found.some(({ generated }) => generated),
    place: placeOf(reading, { start: blocks[0]!.span.start, end: blocks.at(-1)!.span.end }),
    nodes: [...new Set(blocks.map(({ node }) => node))],
  };
}

function itemsOf({ node, span }: Block, reading: Reading, page: string | undefined): ContentsItem[] {
  if (node.type === 'list') return listItems(node, reading, page);
  const depthAt = node.type === 'html' ? htmlDepths(span, reading) : () => 1;
  return reading.links
    .within(span)
    .filter((link) => !isImage(link, reading.source.text))
    .map((link) => linkItem(link, depthAt(link.place.start.offset!), page));
}

function linkItem(link: Link, depth: number, page: string | undefined): ContentsItem {
  const fragment = isInPage(link, page) ? link.url.slice(link.url.indexOf('#') + 1) : undefined;
  return { text: link.text.trim(), fragment, depth, place: link.place, link, node: link.node };
}

function listItems(list: ListNode, reading: Reading, page: string | undefined): ContentsItem[] {
  const items: ContentsItem[] = [];
  const depths = new Map<Nodes, number>();
  eachNode(list, (node, parent) => {
    const depth = (parent && depths.get(parent)) ?? 0;
    depths.set(node, depth + (node.type === 'list' ? 1 : 0));
    if (node.type === 'listItem') {
      for (const child of node.children) {
        if (child.type !== 'list') items.push(...blockItems(child, { depth, page }, reading));
      }
    }
    return undefined;
  });
  return items;
}

function blockItems(
  block: Nodes,
  { depth, page }: { depth: number; page: string | undefined },
  reading: Reading,
): ContentsItem[] {
  const span: Span = reading.places.of(block);
  const links = reading.links.within(span).filter((link) => !isImage(link, reading.source.text));
  if (links.length > 0) return links.map((link) => linkItem(link, depth, page));
  const written = plainText(block).trim();
  if (written === '') return [];
  // What was meant as a link, `[Green Tea](#Green Tea)`, names its section too.
  const text = /^\[([^[\]]+)\]\s?\(#/.exec(written)?.[1] ?? written;
  return [{ text, fragment: undefined, depth, place: placeOf(reading, span), link: undefined, node: block }];
}

/** How many lists the tags around an offset open. */
function htmlDepths(span: Span, { tags }: Reading): (offset: number) => number {
  const steps: { start: number; depth: number }[] = [];
  let depth = 0;
  for (const tag of tags.within(span)) {
    if (tag.name !== 'ul' && tag.name !== 'ol') continue;
    depth += tag.kind === 'open' ? 1 : -1;
    steps.push({ start: tag.start, depth });
  }
  let index = -1;
  return (offset) => {
    while (steps[index + 1] && steps[index + 1]!.start < offset) index++;
    return Math.max(1, steps[index]?.depth ?? 1);
  };
}
