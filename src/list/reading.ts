import type { Root } from 'mdast';
import type { Position } from 'unist';
import { Source } from '../source.ts';
import { HtmlTags } from './html-tags.ts';
import { Links } from './links.ts';
import { Places } from './places.ts';
import { type Span, trimSpan } from './span.ts';
import type { Part } from './types.ts';

/** What all parts of the model are read from. */
export interface Reading {
  tree: Root;
  source: Source;
  places: Places;
  tags: HtmlTags;
  links: Links;
}

/** Indexes a tree and its source. */
export function readingOf(tree: Root, text: string): Reading {
  const source = new Source(text);
  const places = new Places(tree, text);
  const tags = new HtmlTags(tree, text, places);
  return { tree, source, places, tags, links: new Links(tree, source, places, tags) };
}

/** The place of a span. */
export function placeOf({ source }: Reading, { start, end }: Span): Position {
  return source.place(start, end);
}

/** A part without the white space at its ends. */
export function partOf(reading: Reading, text: string, span: Span): Part {
  return { text: text.trim(), place: placeOf(reading, trimSpan(reading.source.text, span)) };
}
