import type { List as ListNode, Nodes } from 'mdast';
import { isContentsHeading } from './contents-heading.ts';
import { eachNode } from './each-node.ts';
import { isImage, isInPage, isWayBack } from './navigation.ts';
import type { OutlineEvent } from './outline.ts';
import { plainText } from './plain-text.ts';
import { placeOf, type Reading } from './reading.ts';
import type { Span } from './span.ts';
import type { Contents, ContentsItem, Link } from './types.ts';

type Block = Extract<OutlineEvent, { kind: 'block' }>;

/** The table of contents, and every block of links within the file: none of these holds entries. */
export interface FoundContents {
  contents: Contents | undefined;
  /** Blocks of the outline that only lead to places within the file. */
  blocks: Set<OutlineEvent>;
}

const generatorStart =
  /<!--\s*(?:start doctoc|(?:start[-_ ]?)?toc\b(?!stop|-end| end)|markdowntoc|vscode-markdown-toc|ts\b|gitdown|tableofcontents|begin[-_ ]toc|auto-toc)/i;
const generatorEnd =
  /<!--\s*(?:end doctoc|\/?toc ?stop|\/toc|end[-_ ]?toc|toc[-_ ]?end|\/markdowntoc|\/vscode-markdown-toc|te\b|\/tableofcontents)/i;

/** Finds the table of contents under any name and in any form. */
export function findContents(events: readonly OutlineEvent[], reading: Reading): FoundContents {
  const blocks = new Set<OutlineEvent>();
  let main: Block[] = [];
  let isComplete = false;
  let title = '';
  let isGenerated = false;
  let comments: Block[] = [];
  const generated = new Set<Block>();
  for (const event of events) {
    if (event.kind === 'heading') title = event.heading.text;
    if (event.kind === 'open') title = event.title;
    if (event.kind !== 'block') continue;
    const source = reading.source.text.slice(event.span.start, event.span.end);
    if (event.node.type === 'html' && generatorStart.test(source)) {
      isGenerated = true;
      comments.push(event);
    } else if (event.node.type === 'html' && generatorEnd.test(source)) {
      isGenerated = false;
      if (main.length > 0 && generated.has(main.at(-1)!)) main.push(event);
      comments = [];
    }
    const leadsWithin = isNavigation(event, isGenerated || isContentsHeading(title), isGenerated, reading);
    if (leadsWithin) {
      blocks.add(event);
      if (isGenerated) generated.add(event);
      if (!isComplete) main.push(...comments.splice(0), event);
    } else if (main.length > 0 && holdsEntries(event)) isComplete = true;
  }
  main = withComments(main, generated);
  for (const block of main) blocks.add(block);
  return { contents: main.length > 0 ? contentsOf(main, generated.size > 0, reading) : undefined, blocks };
}

// Comments that turned out to belong to no contents are left out.
function withComments(main: Block[], generated: ReadonlySet<Block>): Block[] {
  return generated.size > 0
    ? main
    : main.filter(
        ({ node }) => node.type !== 'html' || !generatorStart.test(node.value) || node.value.includes('href'),
      );
}

function holdsEntries({ node }: Block): boolean {
  return node.type === 'list' || node.type === 'table';
}

/** Whether most links of a block lead to places in the file, so that it is contents and not entries. */
function isNavigation(
  { node, span }: Block,
  isNamed: boolean,
  isGenerated: boolean,
  reading: Reading,
): boolean {
  if (!['list', 'table', 'html', 'paragraph', 'blockquote'].includes(node.type)) return false;
  const source = reading.source.text;
  const links = reading.links.within(span).filter((link) => !isImage(link, source));
  if (isGenerated && node.type === 'list') return true;
  if (links.length === 0) return false;
  const within = links.filter(isInPage).length;
  if (node.type === 'list') {
    if (isWayBack(span, reading)) return false;
    return within / links.length > (isNamed ? 0.5 : 0.7) && (within > 1 || isNamed);
  }
  if (node.type === 'table') return within / links.length > 0.7 && within > 1;
  if (within < 3 || within / links.length < 0.8) return false;
  return node.type === 'html' || isRowOfLinks(node, links);
}

/** `[A](#a) • [B](#b) • [C](#c)`: hardly anything but links. */
function isRowOfLinks(node: Nodes, links: readonly Link[]): boolean {
  const linked = links.reduce((length, { text }) => length + text.length, 0);
  return linked > plainText(node).length / 2;
}

function contentsOf(blocks: readonly Block[], generated: boolean, reading: Reading): Contents {
  const items = blocks.flatMap((block) => itemsOf(block, reading));
  const first = blocks.find(({ node }) => node.type !== 'html' || generated === false) ?? blocks[0]!;
  const form = { list: 'list', table: 'table', html: 'html' } as const;
  return {
    section: undefined,
    items,
    form: form[first.node.type as keyof typeof form] ?? 'paragraph',
    generated,
    place: placeOf(reading, { start: blocks[0]!.span.start, end: blocks.at(-1)!.span.end }),
    nodes: [...new Set(blocks.map(({ node }) => node))],
  };
}

function itemsOf({ node, span }: Block, reading: Reading): ContentsItem[] {
  if (node.type === 'list') return listItems(node, reading);
  const depthAt = node.type === 'html' ? htmlDepths(span, reading) : () => 1;
  return reading.links
    .within(span)
    .filter((link) => !isImage(link, reading.source.text))
    .map((link) => linkItem(link, depthAt(link.place.start.offset!)));
}

function linkItem(link: Link, depth: number): ContentsItem {
  const fragment = isInPage(link) ? link.url.slice(1) : undefined;
  return { text: link.text.trim(), fragment, depth, place: link.place, link, node: link.node };
}

function listItems(list: ListNode, reading: Reading): ContentsItem[] {
  const items: ContentsItem[] = [];
  const depths = new Map<Nodes, number>();
  eachNode(list, (node, parent) => {
    const depth = (parent && depths.get(parent)) ?? 0;
    depths.set(node, depth + (node.type === 'list' ? 1 : 0));
    if (node.type === 'listItem') {
      for (const child of node.children) {
        if (child.type !== 'list') items.push(...blockItems(child, depth, reading));
      }
    }
    return undefined;
  });
  return items;
}

function blockItems(block: Nodes, depth: number, reading: Reading): ContentsItem[] {
  const span: Span = reading.places.of(block);
  const links = reading.links.within(span).filter((link) => !isImage(link, reading.source.text));
  if (links.length > 0) return links.map((link) => linkItem(link, depth));
  const text = plainText(block).trim();
  if (text === '') return [];
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
