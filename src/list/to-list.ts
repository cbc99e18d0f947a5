import type { Root } from 'mdast';
import { findBadge } from './badge.ts';
import { readEntries } from './entries.ts';
import { findContents } from './find-contents.ts';
import { findGeneratedFrom } from './generated-from.ts';
import { decorations } from './header.ts';
import { findHeadingEntries } from './heading-entries.ts';
import { findHeadings } from './headings.ts';
import { idsOf } from './html-tags.ts';
import { outlineOf } from './outline.ts';
import { readingOf } from './reading.ts';
import { sectionTree } from './section-tree.ts';
import { findTagline } from './tagline.ts';
import { findTitle } from './title.ts';
import type { List } from './types.ts';

/** Reads a tree into the model. Pure; never throws on what a list may hold, and drops nothing. */
export function toList(tree: Root, source: string, reading = readingOf(tree, source)): List {
  const headings = findHeadings(reading);
  const title = findTitle(headings, reading);
  const dressing = decorations(headings, title.heading, reading);
  const outline = outlineOf(
    reading,
    headings.filter((heading) => !dressing.has(heading)),
  );
  const { contents, blocks } = findContents(outline, reading);
  const titleEvent = outline.find((event) => event.kind === 'heading' && event.heading === title.heading);
  const headingEntries = findHeadingEntries(outline, blocks, titleEvent, reading);
  const sections = sectionTree(outline, headingEntries, reading);
  const titleSection =
    titleEvent &&
    sections.all.find((one) => one.place.start.offset === titleEvent.span.start && one.depth > 0);
  const entries = readEntries(sections, blocks, titleSection, reading);
  for (const link of reading.links.all) link.section = sections.at(link.place.start.offset!);
  if (contents) {
    const over = sections.at((contents.items[0] ?? contents).place.start.offset!);
    contents.section = over.depth === 0 || over === titleSection ? undefined : over;
  }
  return {
    title: title.part,
    badge: findBadge(reading),
    tagline: findTagline(sections, titleSection, blocks, reading),
    contents,
    sections: sections.outermost,
    entries,
    allSections: sections.all,
    links: reading.links.all,
    definitions: reading.links.definitions,
    headings: headings.map(({ text, slug, ids, depth, node, place }) => {
      return { text, slug, ids, depth, node, place };
    }),
    ids: new Set(idsOf(reading.tags.all)),
    generatedFrom: findGeneratedFrom(reading),
  };
}
