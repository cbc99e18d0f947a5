import type { Definition, Link as NodeLink, Nodes, Root } from 'mdast';
import { eachNode } from '../each-node.ts';
import type { Source } from '../source.ts';
import { attributeOf, type HtmlTag, type HtmlTags } from './html-tags.ts';
import { htmlText } from './html-text.ts';
import type { Places } from './places.ts';
import { plainText } from './plain-text.ts';
import { type Span, startingWithin } from './span.ts';
import type { Link, LinkKind } from './types.ts';
import { definitionDestination, destinationOf } from './url-place.ts';

/** All links of a document, in source order. */
export class Links {
  readonly all: Link[] = [];
  readonly definitions: Definition[] = [];
  readonly #byNode = new Map<Nodes, Link>();
  readonly #byTag = new Map<number, Link>();
  readonly #source: Source;
  readonly #places: Places;
  readonly #tags: HtmlTags;

  constructor(tree: Root, source: Source, places: Places, tags: HtmlTags) {
    this.#source = source;
    this.#places = places;
    this.#tags = tags;
    const definitions = definitionsOf(tree);
    this.definitions = definitions;
    const known = new Map<string, Definition>();
    for (const one of definitions) if (!known.has(one.identifier)) known.set(one.identifier, one);
    eachNode(tree, (node) => {
      this.#add(node, known);
      return undefined;
    });
    for (const tag of tags.all) this.#addTag(tag);
    this.all.sort((one, other) => one.place.start.offset! - other.place.start.offset!);
  }

  of(node: Nodes): Link | undefined {
    return this.#byNode.get(node);
  }

  /** The link of an HTML tag. */
  ofTag(tag: HtmlTag): Link | undefined {
    return this.#byTag.get(tag.start);
  }

  within(span: Span): Link[] {
    return startingWithin(this.all, (link) => link.place.start.offset!, span);
  }

  #add(node: Nodes, definitions: Map<string, Definition>): void {
    const span = this.#places.of(node);
    if (node.type === 'link') {
      this.#push(node, span, node.url, kindOf(node, this.#source.text, span), this.#visibleText(node));
    } else if (node.type === 'image') {
      this.#push(node, span, node.url, 'image', node.alt ?? '');
    } else if (node.type === 'linkReference' || node.type === 'imageReference') {
      const definition = definitions.get(node.identifier);
      if (!definition) return;
      const kind = node.type === 'linkReference' ? 'reference' : 'image';
      const text = node.type === 'linkReference' ? this.#visibleText(node) : (node.alt ?? '');
      this.#push(node, span, definition.url, kind, text, definition);
    }
  }

  #push(node: Nodes, span: Span, url: string, kind: LinkKind, text: string, definition?: Definition): void {
    const place = this.#urlSpan(node, span, kind, definition);
    const link: Link = {
      url,
      kind,
      text,
      place: this.#source.place(span.start, span.end),
      urlPlace: place && this.#source.place(place.start, place.end),
      definition,
      entry: undefined,
      section: undefined,
      node,
    };
    this.#byNode.set(node, link);
    this.all.push(link);
  }

  #urlSpan(node: Nodes, span: Span, kind: LinkKind, definition: Definition | undefined): Span | undefined {
    if (definition) {
      return definitionDestination(definition, this.#source.text, this.#places.of(definition));
    }
    if (kind === 'bare') return span;
    if (kind === 'autolink') return { start: span.start + 1, end: span.end - 1 };
    if (node.type !== 'link' && node.type !== 'image') return undefined;
    const last = node.type === 'link' ? node.children.at(-1) : undefined;
    const from = last ? this.#places.of(last).end : span.start + 1;
    return destinationOf(node, this.#source.text, span, from);
  }

  #addTag(tag: HtmlTag): void {
    if (tag.kind !== 'open') return;
    const target = attributeOf(tag, 'href') ?? attributeOf(tag, 'src');
    if (!target) return;
    const text = tag.name === 'a' ? this.#textOf(tag) : (attributeOf(tag, 'alt')?.value ?? '');
    const link: Link = {
      url: target.value,
      kind: 'html',
      text,
      place: this.#source.place(tag.start, tag.end),
      urlPlace: this.#source.place(target.start, target.end),
      definition: undefined,
      entry: undefined,
      section: undefined,
      node: tag.node,
    };
    this.#byTag.set(tag.start, link);
    this.all.push(link);
  }

  /** The text of a link, or the alternative text of the image in it, Markdown or HTML. */
  #visibleText(node: Nodes): string {
    const text = plainText(node, { alt: true });
    return text.trim() === '' ? this.#altWithin(this.#places.of(node)) : text;
  }

  #altWithin(span: Span): string {
    const image = this.#tags.within(span).find(({ name }) => name === 'img');
    return (image && attributeOf(image, 'alt')?.value) ?? '';
  }

  #textOf(tag: HtmlTag): string {
    const close = this.#tags.closing(tag, tag.end + 2_000);
    if (!close) return '';
    const text = htmlText(this.#source.text.slice(tag.end, close.start));
    if (text !== '') return text;
    return this.#altWithin({ start: tag.end, end: close.start });
  }
}

function definitionsOf(tree: Root): Definition[] {
  const definitions: Definition[] = [];
  eachNode(tree, (node) => {
    if (node.type === 'definition') definitions.push(node);
    return undefined;
  });
  return definitions;
}

function kindOf(node: NodeLink, source: string, { start }: Span): LinkKind {
  if (source[start] === '[' && node.type === 'link') return 'inline';
  return source[start] === '<' ? 'autolink' : 'bare';
}
