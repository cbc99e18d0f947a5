import { describe, expect, test } from 'vitest';
import { listFrom } from './lists.ts';

const body = '## Green\n\n- [A](https://a.dev) - Tea.\n\n### Steamed\n\n## Black\n\n- [B](https://b.dev)\n';
const contentsOf = (contents: string) => listFrom(`# Awesome Tea\n\n${contents}\n\n${body}`).contents;
const itemsOf = (contents: string) =>
  contentsOf(contents)?.items.map(({ text, fragment, depth }) => [text, fragment, depth]);

describe('contents', () => {
  test.each([
    '## Contents',
    '## Table of Contents',
    '## 目录',
    '## Índice',
    '## Содержание',
    '## المحتويات',
    '## فهرست',
    '## 目次',
    '## 📖 Index',
    '# Table of Contents',
    '**Table of Contents**',
    '',
  ])('are found under “%s”', (heading) => {
    expect(itemsOf(`${heading}\n\n- [Green](#green)\n- [Black](#black)`)).toEqual([
      ['Green', 'green', 1],
      ['Black', 'black', 1],
    ]);
  });

  test('may be nested, with labels for groups', () => {
    expect(
      itemsOf('## Contents\n\n- Kinds\n  - [Green](#green)\n    - [Steamed](#steamed)\n- [Black](#black)'),
    ).toEqual([
      ['Kinds', undefined, 1],
      ['Green', 'green', 2],
      ['Steamed', 'steamed', 3],
      ['Black', 'black', 1],
    ]);
  });

  test.each([
    [
      'html',
      '<ul>\n<li><a href="#green">Green</a>\n<ul><li><a href="#steamed">Steamed</a></li></ul></li>\n<li><a href="#black">Black</a></li>\n</ul>',
      [1, 2, 1],
    ],
    [
      'table',
      '| Kinds | More |\n| --- | --- |\n| [Green](#green) | [Steamed](#steamed) |\n| [Black](#black) | |',
      [1, 1, 1],
    ],
    ['paragraph', '[Green](#green) • [Steamed](#steamed) • [Black](#black)', [1, 1, 1]],
    ['list', '1. [Green](#green)\n   1. [Steamed](#steamed)\n2. [Black](#black)', [1, 2, 1]],
  ] as const)('may be a %s', (form, source, depths) => {
    const contents = contentsOf(`## Contents\n\n${source}`)!;
    expect(contents.form).toBe(form);
    expect(contents.items.map(({ text }) => text)).toEqual(['Green', 'Steamed', 'Black']);
    expect(contents.items.map(({ depth }) => depth)).toEqual(depths);
  });

  test('know the heading over them, if that is not the title', () => {
    expect(contentsOf('## Contents\n\n- [Green](#green)')!.section?.title).toBe('Contents');
    expect(contentsOf('- [Green](#green)\n- [Black](#black)')!.section).toBeUndefined();
  });

  test('know the section of `<details>` that they stand in', () => {
    const folded = '<details>\n<summary>Contents</summary>\n\n- [Green](#green)\n\n</details>';
    expect(contentsOf(folded)!.section?.title).toBe('Contents');
  });

  test.each([
    ['<!-- START doctoc -->', '<!-- END doctoc -->'],
    ['<!-- toc -->', '<!-- tocstop -->'],
    ['<!-- TOC -->', '<!-- /TOC -->'],
    ['<!--ts-->', '<!--te-->'],
  ])('are generated between %s and %s, which are part of them', (start, end) => {
    const contents = contentsOf(
      `${start}\n\n**Table of Contents**\n\n- [Green](#green)\n- [Other](other.md)\n\n${end}`,
    )!;
    expect(contents).toMatchObject({ generated: true, place: { start: { line: 3 }, end: { line: 10 } } });
    expect(contents.items.map(({ fragment }) => fragment)).toEqual(['green', undefined]);
    expect(contents.nodes).toHaveLength(4);
  });

  test('hold no entries, nor do other lists that lead to places in the file', () => {
    const { entries, contents } = listFrom(
      `# T\n\n## Contents\n\n- [Green](#green)\n\n${body}\n## More\n\n- [Green](#green)\n- [Black](#black)\n`,
    );
    expect(entries.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(contents!.items).toHaveLength(1);
  });

  test('are no list of entries in which one leads to a place in the file', () => {
    expect(listFrom('# T\n\n- [A](https://a.dev)\n- [B](#b)\n- [C](https://c.dev)').contents).toBeUndefined();
  });
});
