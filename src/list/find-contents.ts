import type { List as ListNode, Nodes } from 'mdast';
import { plainFragment, wordsOf } from '../anchors.ts';
import { wordsOfLetters } from '../text/letters.ts';
import { type ContentsBlock, contentsOf } from './contents.ts';
import { isContentsHeading } from './contents-heading.ts';
import type { FoundHeading } from './headings.ts';
import { isImage, isInPage, isWayBack } from './navigation.ts';
import type { OutlineEvent } from './outline.ts';
import { plainText } from './plain-text.ts';
import type { Reading } from './reading.ts';
import type { Block } from './section-tree.ts';
import type { Contents, Link } from './types.ts';

/** The table of contents, and every block of links within the file: none of these holds entries. */
export interface FoundContents {
  contents: Contents | undefined;
  blocks: Set<OutlineEvent>;
}

/** Finds the table of contents under any name and in any form: all such blocks before the first entries. */
export function findContents(events: readonly OutlineEvent[], reading: Reading): FoundContents {
  const found: FoundBlock[] = [];
  const over: FoundHeading[] = [];
  const headings = new Set(
    events.flatMap((event) => (event.kind === 'heading' ? wordsOf(event.heading.text) : [])),
  );
  const lastEnd = events.findLastIndex((event) => markerOf(event) === 'end');
  let count: number | undefined;
  let title = '';
  let started = false;
  let waiting: Block[] = [];
  for (const [index, event] of events.entries()) {
    if (event.kind === 'heading') {
      title = event.heading.text;
      while (over.length > 0 && over.at(-1)!.depth >= event.heading.depth) over.pop();
      over.push(event.heading);
    }
    // Contents may be folded under their heading.
    if (event.kind === 'open' && !isContentsHeading(title)) title = event.title;
    if (event.kind !== 'block') continue;
    const marker = markerOf(event);
    if (marker === 'end') {
      if (started && waiting.length === 0) found.at(-1)?.around.push(event);
      [started, waiting] = [false, []];
    } else if (marker) {
      if (marker === 'start') started = true;
      else title = plainText(event.node).trim();
      waiting.push(event);
      continue;
    }
    const page = isContentsHeading(title) ? ownPage(event, headings, reading) : undefined;
    if (isNavigation(event, { started: started && index < lastEnd, title, headings, page }, reading)) {
      found.push({ block: event, generated: started, around: waiting, page, over: [...over] });
      waiting = [];
    } else if (found.length > 0 && (event.node.type === 'list' || event.node.type === 'table')) {
      count ??= found.length;
    }
  }
  const main = withoutOverviews(withoutSections(found.slice(0, count), reading), reading);
  return {
    contents: main.length > 0 ? contentsOf(main, reading) : undefined,
    blocks: new Set([...found.map(({ block }) => block), ...main.flatMap(({ around }) => around)]),
  };
}

interface FoundBlock extends ContentsBlock {
  /** The headings it stands under, the outermost first. */
  over: readonly FoundHeading[];
}

/** A block within a section that the first one lists is the contents of that section alone. */
function withoutSections(found: readonly FoundBlock[], reading: Reading): readonly FoundBlock[] {
  if (found.length < 2) return found;
  const [first, ...others] = found;
  const listed = placesIn(first!, reading);
  const after = first!.block.span.end;
  const isOfSection = ({ over }: FoundBlock) =>
    over.some(({ span, slug }) => span.start >= after && listed.has(slug));
  return [first!, ...others.filter((block) => !isOfSection(block))];
}

/** A block whose places another, longer one lists as well only says beforehand what there is. */
function withoutOverviews(found: readonly ContentsBlock[], reading: Reading): readonly ContentsBlock[] {
  if (found.length < 2) return found;
  const places = found.map((block) => placesIn(block, reading));
  const longest = places.reduce((a, b) => (b.size > a.size ? b : a));
  return found.filter((_, index) => {
    const own = places[index]!;
    return own.size === 0 || own.size >= longest.size || ![...own].every((place) => longest.has(place));
  });
}

/** The fragments that a block leads to. */
function placesIn({ block, page }: ContentsBlock, reading: Reading): Set<string> {
  const links = reading.links.within(block.span).filter((link) => isInPage(link, page));
  return new Set(links.map(({ url }) => plainFragment(url.slice(url.indexOf('#') + 1))));
}

const generatorStart =
  /^<!--\s*(?:start doctoc|(?:start[-_ ]?)?toc\b(?![-_ ]?(?:stop|end))|markdowntoc|vscode-markdown-toc|ts\b|tableofcontents|begin[-_ ]toc|auto-toc)/i;
const generatorEnd =
  /<!--\s*(?:end doctoc|\/?toc[-_ ]?(?:stop|end)|\/toc|end[-_ ]?toc|\/markdowntoc|\/vscode-markdown-toc|te\b|\/tableofcontents)/i;

/** A comment of a generator, or a paragraph such as `**Table of Contents**` that stands for a heading. */
function markerOf({ kind, node }: OutlineEvent): 'start' | 'end' | 'label' | undefined {
  if (kind !== 'block') return undefined;
  if (node.type === 'html') {
    if (generatorEnd.test(node.value)) return 'end';
    return generatorStart.test(node.value) ? 'start' : undefined;
  }
  return node.type === 'paragraph' && isContentsHeading(plainText(node).trim()) ? 'label' : undefined;
}

interface Around {
  /** Between the comments of a generator. */
  started: boolean;
  /** The heading over the block. */
  title: string;
  /** The words of each heading of the file. */
  headings: ReadonlySet<string>;
  /** The list's own address, where the links of the block spell it out. */
  page: string | undefined;
}

/** `https://github.com/owner/list#green`: most links of some contents lead to headings of the file by one address. */
function ownPage({ node, span }: Block, headings: ReadonlySet<string>, reading: Reading): string | undefined {
  if (node.type !== 'list') return undefined;
  const links = reading.links.within(span);
  const [page] = links.find(({ url }) => url.includes('#'))?.url.split('#') ?? [];
  if (!page) return undefined;
  const own = links.filter(
    ({ url }) => url.startsWith(`${page}#`) && headings.has(wordsOf(url.slice(page.length + 1))),
  );
  return own.length > 2 && own.length > links.length / 2 ? page : undefined;
}

/** Whether most links of a block lead to places in the file, so that it is contents and not entries. */
function isNavigation(
  { node, span }: Block,
  { started, title, headings, page }: Around,
  reading: Reading,
): boolean {
  if (!['list', 'table', 'html', 'paragraph', 'blockquote'].includes(node.type)) return false;
  if (started && node.type === 'list') return true;
  const links = reading.links.within(span).filter((link) => !isImage(link, reading.source.text));
  const within = links.filter((link) => isInPage(link, page)).length;
  // Placeholders such as `#-` lead to one place, if any.
  const isPlaceholder = new Set(links.map(({ url }) => url)).size < links.length / 2;
  const share = links.length === 0 || isPlaceholder ? 0 : within / links.length;
  const isNamed = isContentsHeading(title);
  if (node.type === 'list') {
    if (isWayBack(span, reading)) return false;
    if (links.length === 0) return isNamed && namesHeadings(node, headings);
    if (isPlaceholder) return (isNamed || within === links.length) && namesHeadings(node, headings);
    return isNamed ? share > 0.5 : share > 0.7 && within > 1;
  }
  if (node.type === 'table') return share > 0.7 && within > 1;
  if (node.type === 'paragraph' && isNamed && share === 1)
    return isRowOfLinks(node, links) && !isWayBack(span, reading);
  if (within < 3 || share < 0.8) return false;
  return node.type === 'html' || isRowOfLinks(node, links);
}

/** Contents without links: most items are a heading's text. */
function namesHeadings(list: ListNode, headings: ReadonlySet<string>): boolean {
  const texts = itemTexts(list).map(wordsOf);
  const named = texts.filter((text) => headings.has(text)).length;
  return named > 1 && named > texts.length * 0.7;
}

function itemTexts({ children }: ListNode): string[] {
  return children
    .flatMap((item) => item.children)
    .flatMap((block) => (block.type === 'list' ? itemTexts(block) : [plainText(block).trim()]));
}

/** `[A](#a) • [B](#b) • [C](#c)`: hardly anything but links. */
function isRowOfLinks(node: Nodes, links: readonly Link[]): boolean {
  const linked = links.reduce((length, { text }) => length + lettersIn(text), 0);
  return linked > lettersIn(plainText(node)) / 2;
}

function lettersIn(text: string): number {
  return wordsOfLetters(text).join('').length;
}
