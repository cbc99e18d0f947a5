import { describe, expect, test } from 'vitest';
import { entriesFrom, listFrom } from './lists.ts';

const formsOf = (body: string) => entriesFrom(body).map(({ form, name }) => `${form} ${name}`);

describe('headings', () => {
  const systems = ['A', 'B', 'C', 'D', 'E'].map((name) => `#### [${name}](https://${name}.dev)`);

  test('that are links are entries, under the groups they stand in', () => {
    const { allSections } = listFrom(
      `# Systems\n\n## All\n### One\n${systems[0]}\n${systems[1]}\n### Two\n${systems[2]}\n`,
    );
    const named = allSections.map(({ title, entries }) => [title, entries.map(({ name }) => name)]);
    expect(named.slice(2)).toEqual([
      ['All', []],
      ['One', ['A', 'B']],
      ['Two', ['C']],
    ]);
  });

  test('are described by what follows until the next heading', () => {
    const [entry] = entriesFrom(
      '### [A](https://a.dev) 🎉\n\n![shot](a.png)\n\nTea from the hills.\n\nAnd more.\n',
    );
    expect(entry).toMatchObject({ form: 'heading', name: 'A', description: { text: 'Tea from the hills.' } });
    expect(entry!.place.end.line).toBe(11);
  });

  test('of a catalogue keep the lists under them as children', () => {
    const body = systems.map((line) => `${line}\n\n##### Links\n\n- [Docs](https://docs.dev)\n`).join('\n');
    const { entries, allSections } = listFrom(`# Systems\n\n${body}`);
    expect(entries.filter(({ form }) => form === 'heading')).toHaveLength(5);
    expect(entries[1]).toMatchObject({ name: 'Docs', depth: 2, parent: { name: 'A' } });
    expect(allSections.map(({ title }) => title)).toEqual(['', 'Systems']);
  });

  test.each([
    ['a section that happens to be a link', '### [Clubs](https://a.dev)\n\n- [B](https://b.dev)'],
    ['an anchor', '### <a id="x"></a>Clubs\n\nText.'],
    ['a link within the file', '### [Clubs](#clubs)\n\nText.'],
    ['a badge', '### Clubs [![x](https://awesome.re/badge.svg)](https://awesome.re)\n\nText.'],
    ['words before the link', '### Tool: [Clubs](https://a.dev)\n\nText.'],
  ])('with %s are sections', (_, body) => {
    expect(formsOf(body).filter((form) => form.startsWith('heading'))).toEqual([]);
    expect(listFrom(`# Tea\n\n## Green\n\n${body}`).allSections).toHaveLength(4);
  });

  test('never make an entry of the title', () => {
    expect(listFrom('# [Awesome Tea](https://tea.dev)\n\nText.').entries).toEqual([]);
  });
});

describe('tables', () => {
  test('have an entry in each row, with its description and what is left as extras', () => {
    const body =
      'Name | Milk | About\n--- | --- | ---\n[A](https://a.dev) 🐐 | `no` | Tea from the hills.\nB | yes | Of nuts.';
    const [first, second] = entriesFrom(body);
    expect(first).toMatchObject({
      form: 'row',
      name: 'A',
      url: 'https://a.dev',
      separator: undefined,
      description: { text: 'Tea from the hills.' },
      extras: [
        { kind: 'emoji', text: '🐐' },
        { kind: 'tag', text: 'no' },
      ],
    });
    expect(second).toMatchObject({ form: 'plain', name: 'B', url: undefined });
  });

  test('take the name from the first cell with words where the link stands further on', () => {
    const body =
      '| # | Name | From | Link |\n| --- | --- | --- | --- |\n| 1 | A | Kyoto | [page](https://a.dev) |';
    expect(entriesFrom(body)[0]).toMatchObject({ name: 'A', url: 'https://a.dev' });
  });

  test('of badges at the top hold no entries', () => {
    const badges = '| Awesome |\n| --- |\n| [![x](https://awesome.re/badge.svg)](https://awesome.re) |';
    expect(listFrom(`# Tea\n\n${badges}\n\n## Green\n\n- [A](https://a.dev)`).entries).toHaveLength(1);
  });
});

describe('paragraphs and block quotes', () => {
  test('are entries where a section is made of them', () => {
    const quote = (name: string) => `> **[${name}](https://a.dev)** <kbd>★ 3.8k</kbd> 🟢<br>Tea.\n`;
    const [entry] = entriesFrom(`${quote('A')}\n${quote('B')}`);
    expect(entry).toMatchObject({
      form: 'block',
      name: 'A',
      nameEmphasis: { mark: '**', inside: false },
      separator: { text: '<br>' },
      description: { text: 'Tea.' },
    });
    expect(entry!.extras.map(({ text }) => text)).toEqual(['★ 3.8k', '🟢']);
  });

  test('belong to the picture before them', () => {
    const host = (name: string) =>
      `[![${name}](${name}.png)](https://${name}.dev)\n\n[**${name}**](https://${name}.dev) \\\nTalks.\n`;
    const [entry] = entriesFrom(`${host('a')}\n${host('b')}`);
    expect(entry).toMatchObject({ form: 'block', name: 'a', extras: [{ kind: 'badge', text: 'a' }] });
    expect(entry!.place.start.line).toBe(5);
    expect(entry!.links).toHaveLength(3);
  });

  test('may hold an entry in each line', () => {
    expect(formsOf('[A](https://a.dev) - One.\n[B](https://b.dev) - Two.')).toEqual(['block A', 'block B']);
  });

  test.each([
    '[Tea](https://a.dev) is a plant.',
    '[Tea](https://a.dev), the plant, is old.\n\n[Milk](https://b.dev) is older.',
    'See [tea](https://a.dev).',
    '[![Badge](https://awesome.re/badge.svg)](https://awesome.re)',
  ])('are prose as in `%s`', (body) => {
    expect(formsOf(body)).toEqual([]);
    expect(listFrom(`# T\n\n## S\n\n${body}`).allSections.at(-1)!.prose.length).toBeGreaterThan(0);
  });
});

describe('raw HTML', () => {
  test('has entries in its lists', () => {
    expect(
      formsOf(
        '<ul>\n<li><a href="https://a.dev">A</a> - One.</li>\n<li><a href="https://b.dev">B</a></li>\n</ul>',
      ),
    ).toEqual(['html A', 'html B']);
  });

  test('has entries in its tables', () => {
    const row = '<tr><td><a href="https://a.dev">A</a></td><td>Tea from the hills.</td></tr>';
    const [entry] = entriesFrom(`<table>\n<tr><th>Name</th><th>About</th></tr>\n${row}\n</table>`);
    expect(entry).toMatchObject({ form: 'html', name: 'A', description: { text: 'Tea from the hills.' } });
  });

  test('has entries in its lines where there are several', () => {
    const line = (name: string) =>
      `&nbsp;&nbsp;:tea: <a href="https://${name}.dev"><b>${name}</b></a> - is tea.<br>\n`;
    const [entry] = entriesFrom(`<p>\n${['a', 'b', 'c', 'd'].map(line).join('')}</p>`);
    expect(entry).toMatchObject({
      form: 'html',
      name: 'a',
      url: 'https://a.dev',
      separator: { text: ' - ' },
      description: { text: 'is tea.' },
      extras: [{ kind: 'tag', where: 'before', text: ':tea:' }],
      descriptionNodes: [],
    });
  });

  test('has none among sponsors and badges at the top', () => {
    const top =
      '<p align="center"><a href="https://a.dev">Sponsor</a><br><a href="https://b.dev"><img src="b.png" alt="B"></a></p>';
    expect(listFrom(`# Tea\n\n${top}\n\n## Green\n\n- [A](https://a.dev)`).entries).toHaveLength(1);
  });
});

test('code holds no entries and no links', () => {
  const { entries, links } = listFrom(
    '# T\n\n```\n- [A](https://a.dev)\n```\n\n    - [B](https://b.dev)\n\n`[c](https://c.dev)`\n',
  );
  expect([entries, links]).toEqual([[], []]);
});
