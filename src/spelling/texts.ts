import type { Link, Nodes, Parents, Root, Text } from 'mdast';
import { eachNode } from '../each-node.ts';
import type { Source } from '../source.ts';
import { rangeOf, rangeOfText } from '../text/range.ts';
import { proseOfHtml } from './html-prose.ts';

/** A stretch of prose that markup does not interrupt. */
export interface Stretch {
  /** As it stands in the source. */
  text: string;
  /** Offset in the source. */
  start: number;
  /** The address, for the text of a link. */
  url: string | undefined;
  /** The whole text of that link. */
  linkText: string | undefined;
  /** Whether it is in a heading, whose anchor is made of its words. */
  inHeading: boolean;
}

/** All prose of a list in source order: no code, no addresses, no attributes. */
export function stretchesOf(tree: Root, source: Source): Stretch[] {
  const stretches: Stretch[] = [];
  let inCode = 0;
  let inHeading = false;
  eachNode(tree, (node, parent) => {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
      case 'tableCell':
        inCode = 0;
        inHeading = node.type === 'heading';
        break;
      case 'html':
        if (isBlock(parent)) addHtml(node, source, stretches);
        else inCode += codeTag(node.value);
        break;
      case 'link':
        addLink(node, source, stretches, inHeading);
        return 'skip';
      case 'text':
        if (inCode <= 0) addText(node, parent, source, stretches, { inHeading });
        break;
    }
    return undefined;
  });
  return stretches;
}

function isBlock(parent: Parents | undefined): boolean {
  return parent?.type !== 'paragraph' && parent?.type !== 'heading' && parent?.type !== 'tableCell';
}

/** 1 for a tag that begins code, -1 for one that ends it. */
function codeTag(html: string): number {
  if (/^<(?:code|kbd|pre|samp|tt|var)\b/i.test(html)) return 1;
  return /^<\/(?:code|kbd|pre|samp|tt|var)\b/i.test(html) ? -1 : 0;
}

function addText(
  node: Text,
  parent: Parents | undefined,
  source: Source,
  stretches: Stretch[],
  { inHeading, ...link }: { inHeading: boolean; url?: string; linkText?: string },
): void {
  const range = parent && rangeOfText(node, [parent], source);
  if (!range) return;
  const text = source.text.slice(range.start, range.end);
  stretches.push({ text, start: range.start, url: link.url, linkText: link.linkText, inHeading });
}

function addLink(link: Link, source: Source, stretches: Stretch[], inHeading: boolean): void {
  const range = rangeOf(link);
  // The text of an address that GFM made a link of, or of `<https://…>`, is the address.
  if (!range || source.text[range.start] !== '[') return;
  const [only] = link.children;
  if (link.children.length === 1 && only?.type === 'text') {
    addText(only, link, source, stretches, { url: link.url, linkText: only.value, inHeading });
    return;
  }
  const texts: { node: Text; parent: Parents }[] = [];
  eachNode(link, (node, parent) => {
    if (node.type === 'text' && parent) texts.push({ node, parent });
    return undefined;
  });
  const linkText = texts.map(({ node }) => node.value).join('');
  for (const { node, parent } of texts) {
    addText(node, parent, source, stretches, { url: link.url, linkText, inHeading });
  }
}

function addHtml(node: Nodes, source: Source, stretches: Stretch[]): void {
  const range = rangeOf(node);
  if (!range) return;
  const text = proseOfHtml(source.text.slice(range.start, range.end));
  if (text.trim() !== '')
    stretches.push({ text, start: range.start, url: undefined, linkText: undefined, inHeading: false });
}
