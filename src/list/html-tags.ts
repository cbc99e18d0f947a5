import type { Html, Root } from 'mdast';
import { eachNode } from '../each-node.ts';
import { decodeHtml } from './entities.ts';
import type { Places } from './places.ts';
import { firstAtOrAfter, type Span, startingWithin } from './span.ts';

/** An attribute; its span is that of the value as written, without quotes. */
export interface HtmlAttribute extends Span {
  name: string;
  /** Character references resolved. */
  value: string;
}

/** A tag or a comment in raw HTML. */
export interface HtmlTag extends Span {
  kind: 'open' | 'close' | 'comment';
  /** In lower case; empty for a comment. */
  name: string;
  attributes: HtmlAttribute[];
  /** The node it stands in. */
  node: Html;
}

/** The value of an attribute. */
export function attributeOf(tag: HtmlTag, name: string): HtmlAttribute | undefined {
  return tag.attributes.find((attribute) => attribute.name === name);
}

/** What can be led to with a fragment: the values of `id` and `name`. */
export function idsOf(tags: readonly HtmlTag[]): string[] {
  const ids = tags.flatMap(({ attributes }) =>
    attributes.filter(({ name }) => name === 'id' || name === 'name'),
  );
  return ids.map(({ value }) => value).filter((value) => value !== '');
}

/** All tags of a document, in source order. */
export class HtmlTags {
  readonly all: HtmlTag[] = [];

  constructor(tree: Root, source: string, places: Places) {
    eachNode(tree, (node) => {
      if (node.type === 'html') {
        for (const tag of scanTags(source, places.of(node), node)) this.all.push(tag);
      }
      return undefined;
    });
    this.all.sort((one, other) => one.start - other.start);
  }

  within(span: Span): HtmlTag[] {
    return startingWithin(this.all, startOf, span);
  }

  /** The tag that closes an element, nesting counted; undefined where there is none before `limit`. */
  closing(open: HtmlTag, limit = Number.POSITIVE_INFINITY): HtmlTag | undefined {
    let depth = 0;
    for (let index = firstAtOrAfter(this.all, startOf, open.start); index < this.all.length; index++) {
      const tag = this.all[index]!;
      if (tag.start >= limit) return undefined;
      if (tag.name !== open.name) continue;
      depth += tag.kind === 'open' ? 1 : -1;
      if (depth === 0) return tag;
    }
    return undefined;
  }
}

function startOf({ start }: Span): number {
  return start;
}

const tagStart = /<(\/?)([a-z][^\s/>]*)/iy;
const attribute = /[\s/]*([^\s/>=<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?/dy;
const tagEnd = /[\s/]*>/y;
/** A tag with more attributes than this is text: it bounds the search for the end of one that has none. */
const mostAttributes = 100;
const rawText = new Set(['script', 'style']);

/** The tags in a stretch of raw HTML. */
export function scanTags(source: string, span: Span, node: Html): HtmlTag[] {
  const text = source.slice(span.start, span.end);
  const tags: HtmlTag[] = [];
  let at = text.indexOf('<');
  while (at !== -1) {
    const tag = scanComment(text, at, node) ?? scanTag(text, at, node);
    let next = at + 1;
    if (tag) {
      next = tag.end;
      tags.push(tag);
      if (tag.kind === 'open' && rawText.has(tag.name)) next = endOfRawText(text, tag);
    }
    at = text.indexOf('<', next);
  }
  return tags.map((tag) => shift(tag, span.start));
}

function endOfRawText(text: string, tag: HtmlTag): number {
  const close = text.toLowerCase().indexOf(`</${tag.name}`, tag.end);
  return close === -1 ? text.length : close;
}

function scanComment(text: string, at: number, node: Html): HtmlTag | undefined {
  if (!text.startsWith('<!--', at)) return undefined;
  const close = text.indexOf('-->', at + 2);
  return {
    kind: 'comment',
    name: '',
    attributes: [],
    node,
    start: at,
    end: close === -1 ? text.length : close + 3,
  };
}

function scanTag(text: string, at: number, node: Html): HtmlTag | undefined {
  tagStart.lastIndex = at;
  const opening = tagStart.exec(text);
  if (!opening) return undefined;
  const attributes: HtmlAttribute[] = [];
  let position = tagStart.lastIndex;
  for (;;) {
    tagEnd.lastIndex = position;
    const closing = tagEnd.exec(text);
    if (closing) {
      position = tagEnd.lastIndex;
      break;
    }
    attribute.lastIndex = position;
    const match = attribute.exec(text);
    if (!match || attributes.length === mostAttributes) return undefined;
    position = attribute.lastIndex;
    attributes.push(attributeFrom(match));
  }
  return {
    kind: opening[1] ? 'close' : 'open',
    name: opening[2]!.toLowerCase(),
    attributes,
    node,
    start: at,
    end: position,
  };
}

function attributeFrom(match: RegExpExecArray): HtmlAttribute {
  const group = [2, 3, 4].find((index) => match[index] !== undefined);
  const [start, end] = match.indices![group ?? 1]!;
  return { name: match[1]!.toLowerCase(), value: group ? decodeHtml(match[group]!) : '', start, end };
}

function shift(tag: HtmlTag, by: number): HtmlTag {
  return {
    ...tag,
    start: tag.start + by,
    end: tag.end + by,
    attributes: tag.attributes.map((one) => ({ ...one, start: one.start + by, end: one.end + by })),
  };
}
