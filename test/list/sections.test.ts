import { describe, expect, test } from 'vitest';
import type { Section } from '../../src/list/types.ts';
import { listFrom } from './lists.ts';

const outline = (sections: Section[]): unknown[] =>
  sections.map(({ title, depth, sections: inner }) => [title, depth, ...outline(inner)]);

describe('sections', () => {
  test('nest as their headings do, after the part before the first heading', () => {
    const { sections } = listFrom('Text.\n\n# A\n\n## B\n\n#### C\n\n## D\n\n# E\n');
    expect(outline(sections)).toEqual([
      ['', 0],
      ['A', 1, ['B', 2, ['C', 4]], ['D', 2]],
      ['E', 1],
    ]);
    expect(sections[0]).toMatchObject({ heading: undefined, slug: '', place: { start: { offset: 0 } } });
  });

  test('are made by `<details>`, one deeper than what it stands in', () => {
    const details = (name: string) =>
      `<details>\n<summary><b>${name}</b> <kbd>2 teas</kbd></summary>\n\n- [${name}](https://${name}.dev)\n\n</details>\n\n`;
    const { sections, allSections } = listFrom(
      `# A\n\n## B\n\n${details('c')}${details('d')}- [E](https://e.dev)\n`,
    );
    expect(outline(sections)).toEqual([
      ['', 0],
      ['A', 1, ['B', 2, ['c', 3], ['d', 3]]],
    ]);
    expect(allSections.find(({ title }) => title === 'c')).toMatchObject({
      slug: '',
      heading: { type: 'html' },
    });
    expect(allSections.find(({ title }) => title === 'B')!.entries.map(({ name }) => name)).toEqual(['E']);
  });

  test('of `<details>` hold the headings in it, of whatever rank', () => {
    const { sections } = listFrom(
      '# A\n\n## B\n\n<details><summary>C</summary>\n\n# D\n\n</details>\n\n## E\n',
    );
    expect(outline(sections)[1]).toEqual(['A', 1, ['B', 2, ['C', 3, ['D', 1]]], ['E', 2]]);
  });

  test('end with the next heading where a `<details>` is never closed', () => {
    const { sections } = listFrom('# A\n\n## B\n\n<details><summary>C</summary>\n\nText.\n\n## E\n');
    expect(outline(sections)[1]).toEqual(['A', 1, ['B', 2, ['C', 3]], ['E', 2]]);
  });

  test('are made by HTML headings', () => {
    const { sections } = listFrom('# A\n\n<h2 id="b">B</h2>\n\n- [C](https://c.dev)\n\n## D\n');
    expect(outline(sections)[1]).toEqual(['A', 1, ['B', 2], ['D', 2]]);
    expect(sections[1]!.sections[0]!.entries).toHaveLength(1);
  });

  test('keep what holds no entries as prose', () => {
    const { sections } = listFrom('# A\n\nText.\n\n- [B](https://b.dev)\n\n```\ncode\n```\n');
    expect(sections[1]!.prose.map(({ type }) => type)).toEqual(['paragraph', 'code']);
  });

  test('are known to links and entries', () => {
    const { links, entries } = listFrom('# A\n\n[x](https://x.dev)\n\n## B\n\n- [C](https://c.dev)\n');
    expect(links.map(({ section, entry }) => [section?.title, entry?.name])).toEqual([
      ['A', undefined],
      ['B', 'C'],
    ]);
    expect(entries[0]!.section.title).toBe('B');
  });
});

describe('slugs', () => {
  test.each([
    ['Green Tea', 'green-tea'],
    ['C# & C++', 'c--c'],
    ['📖 Index', '-index'],
    ['⚙️ Tools', '-tools'],
    ['Tools 🔧', 'tools-'],
    [':books: Books', 'books-books'],
    ['绿茶（龙井）', '绿茶龙井'],
    ['شاي أسود', 'شاي-أسود'],
    ['Чёрный чай', 'чёрный-чай'],
    ['`code` and *more*', 'code-and-more'],
    ['[Linked](https://a.dev) text', 'linked-text'],
    ['Tea ![cup](cup.png)', 'tea-'],
    ['Tea [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)', 'tea-'],
    ['<a id="x"></a>Tea', 'tea'],
    ['Tea &amp; Milk', 'tea--milk'],
    ['snake_case', 'snake_case'],
  ])('of “%s” is “%s”', (heading, slug) => {
    expect(listFrom(`# ${heading}\n`).headings[0]).toMatchObject({ slug });
  });

  test('are numbered in document order, HTML headings included', () => {
    const { headings } = listFrom('## Tea\n\n<h3>Tea</h3>\n\nTea\n---\n\n> ### Tea\n\n- ## Tea 1\n');
    expect(headings.map(({ slug }) => slug)).toEqual(['tea', 'tea-1', 'tea-2', 'tea-3', 'tea-1-1']);
  });

  test('of an HTML heading leave out its tags', () => {
    expect(
      listFrom('<h2 align="center">\n  Tea <img src="a.png" alt="cup">\n</h2>\n').headings[0],
    ).toMatchObject({ slug: 'tea', text: 'Tea', depth: 2 });
  });
});
