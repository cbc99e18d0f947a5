import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import type { Part } from '../../src/list/types.ts';
import { fixtureLists, read, realLists } from './lists.ts';
import { entryParts, partsOf, spells, within, writes } from './places.ts';

const lists = [...fixtureLists(), ...realLists()];

describe.each(lists)('in $name', ({ text }) => {
  const { tree, list, source } = read(text);
  const slice = ({ start, end }: Part['place']) => source.slice(start.offset, end.offset);

  test('every part stands where it says', () => {
    const wrong = partsOf(list).filter(({ text, place }) => !spells(slice(place), text));
    expect(wrong.map(({ text, place }) => ({ text, source: slice(place), line: place.start.line }))).toEqual(
      [],
    );
  });

  test('no part begins or ends with a blank, but for separators', () => {
    const wrong = partsOf(list).filter(({ text, place }) => text !== '' && /^\s|\s$/.test(slice(place)));
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  test('separators are what stands there', () => {
    for (const { separator } of list.entries) {
      if (separator) expect(slice(separator.place)).toBe(separator.text);
    }
  });

  test('the address of every link stands where it says', () => {
    const wrong = list.links.filter((link) => !link.urlPlace || !writes(slice(link.urlPlace), link));
    expect(wrong.map(({ url, place }) => ({ url, line: place.start.line, source: slice(place) }))).toEqual(
      [],
    );
  });

  test('links begin as their kind does', () => {
    const starts = {
      inline: /^\[/,
      reference: /^\[/,
      autolink: /^</,
      bare: /^[^[<]/,
      image: /^!\[/,
      html: /^</,
    };
    const wrong = list.links.filter(({ kind, place }) => !starts[kind].test(slice(place)));
    expect(wrong.map(({ kind, place }) => ({ kind, source: slice(place) }))).toEqual([]);
  });

  test('entries, sections and links are in source order, and parts within their entries', () => {
    for (const things of [list.entries, list.allSections, list.links]) {
      const offsets = things.map(({ place }) => place.start.offset!);
      expect(offsets).toEqual([...offsets].sort((one, other) => one - other));
    }
    const outside = list.entries.filter((entry) =>
      entryParts(entry).some(({ place }) => !within(place, entry.place)),
    );
    expect(outside.map(({ name }) => name)).toEqual([]);
  });

  test('the parts of an entry follow each other', () => {
    const wrong = list.entries.filter(({ separator, description, namePart, form }) => {
      if (!separator || form === 'row') return false;
      const before = namePart.place.end.offset! <= separator.place.start.offset!;
      return !before || (description && separator.place.end.offset! > description.place.start.offset!);
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('no item with a link is lost', () => {
    const entries = new Set<Nodes>(list.entries.map(({ node }) => node));
    const blocks = list.contents?.nodes ?? [];
    const lost: string[] = [];
    visit(tree, (node) => {
      if (blocks.includes(node as Nodes)) return 'skip';
      if (node.type !== 'listItem' || entries.has(node)) return;
      const own = node.children.filter(({ type }) => type !== 'list');
      const links = list.links.filter(({ place }) => own.some((block) => within(place, block.position!)));
      if (links.some(({ url }) => !url.startsWith('#'))) lost.push(slice(node.position!));
    });
    expect(lost).toEqual([]);
  });

  test('every entry hangs in its section or its parent, and every link of it knows it', () => {
    for (const entry of list.entries) {
      expect((entry.parent?.children ?? entry.section.entries).includes(entry)).toBe(true);
      for (const link of entry.links) expect(link.entry).toBe(entry);
    }
  });
});
