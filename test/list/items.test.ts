import { describe, expect, test } from 'vitest';
import { entriesFrom, entryFrom, listFrom } from './lists.ts';

describe('the name of an item', () => {
  test.each([
    ['[Sencha](https://tea.dev)', 'Sencha', '', false],
    ['**[Sencha](https://tea.dev)**', 'Sencha', '**', false],
    ['__[Sencha](https://tea.dev)__', 'Sencha', '__', false],
    ['[**Sencha**](https://tea.dev)', 'Sencha', '**', true],
    ['*[Sencha](https://tea.dev)*', 'Sencha', '*', false],
    ['_[Sencha](https://tea.dev)_', 'Sencha', '_', false],
    ['[_Sencha_](https://tea.dev)', 'Sencha', '_', true],
    ['[`sencha`](https://tea.dev)', 'sencha', '`', true],
    ['[ Sencha ](https://tea.dev)', 'Sencha', '', false],
    ['[Tea &amp; \\*Milk\\*](https://tea.dev)', 'Tea & *Milk*', '', false],
    ['<https://tea.dev>', 'https://tea.dev', '', false],
    ['https://tea.dev', 'https://tea.dev', '', false],
    ['<a href="https://tea.dev"><b>Sencha</b></a>', 'Sencha', '', false],
    ['[![Sencha](cup.png)](https://tea.dev)', 'Sencha', '', false],
  ])('of `%s` is “%s”, emphasised with “%s”', (line, name, mark, inside) => {
    const entry = entryFrom(`- ${line} - Steamed.`);
    expect(entry).toMatchObject({
      form: 'item',
      name,
      url: 'https://tea.dev',
      nameEmphasis: { mark, inside },
    });
    expect(entry.description?.text).toBe('Steamed.');
  });

  test('is the strong text where links only follow', () => {
    const entry = entryFrom(
      '- **Sencha** - ([Shop](https://a.dev), [Farm](https://b.dev)) Steamed. `(green)`',
    );
    expect(entry).toMatchObject({ name: 'Sencha', url: 'https://a.dev', separator: { text: ' - ' } });
    expect(entry.description?.text).toBe('Steamed.');
    expect(entry.extras.map(({ kind, where, text }) => [kind, where, text])).toEqual([
      ['link', 'before', 'Shop, Farm'],
      ['tag', 'after', '(green)'],
    ]);
  });

  test('is the words before links that only say where to find it', () => {
    expect(entryFrom('- Tea in Time, A. Leaf [[pdf]](https://a.dev)')).toMatchObject({
      name: 'Tea in Time, A. Leaf',
      url: 'https://a.dev',
    });
    expect(entryFrom('- Teas: [green](https://a.dev), [black](https://b.dev)').name).toBe('Teas');
  });

  test('is the link where a topic stands before it, and the topic a tag', () => {
    const entry = entryFrom('- [Qt]: [Teapot](https://a.dev), brews.');
    expect(entry).toMatchObject({ name: 'Teapot', extras: [{ kind: 'tag', where: 'before', text: 'Qt' }] });
    expect(entryFrom('- Paper: [On Tea](https://a.dev)')).toMatchObject({
      name: 'On Tea',
      extras: [{ text: 'Paper' }],
    });
  });

  test('is the link within a sentence, which is then the description', () => {
    const entry = entryFrom('- Ask in [the forum](https://a.dev) for more.');
    expect(entry).toMatchObject({ name: 'the forum', separator: undefined });
    expect(entry.description?.text).toBe('Ask in the forum for more.');
  });

  test('goes on over a line ending', () => {
    expect(entryFrom('- [Tea and\n  Time](https://a.dev)').name).toBe('Tea and Time');
  });
});

describe('what separates name and description', () => {
  test.each([
    ' - ',
    ' – ',
    ' — ',
    ': ',
    ' : ',
    '：',
    ', ',
    '. ',
    ' -- ',
    '; ',
    ' | ',
    ' ',
    '',
    '- ',
    ' -',
    '  -  ',
    '\n  - '.trimEnd(),
    '<br>',
    '\\\n  ',
  ])('is “%s” as written', (separator) => {
    const entry = entryFrom(`- [Sencha](https://tea.dev)${separator}Steamed.`);
    expect(entry.separator?.text).toBe(separator);
    expect(entry.description?.text).toBe('Steamed.');
  });

  test('leaves “by” to the description', () => {
    const entry = entryFrom('- [Sencha](https://tea.dev) by Ada');
    expect(entry.separator?.text).toBe(' ');
    expect(entry.description?.text).toBe('by Ada');
  });

  test('is kept where nothing follows it', () => {
    const entry = entryFrom('- [Sencha](https://tea.dev) -');
    expect(entry.separator?.text).toBe(' -');
    expect(entry.description).toBeUndefined();
  });

  test('is nothing where there is no description', () => {
    expect(entryFrom('- [Sencha](https://tea.dev).')).toMatchObject({
      separator: undefined,
      description: undefined,
    });
  });
});

describe('what stands around a description', () => {
  const around = (line: string) => {
    const { extras, description } = entryFrom(`- ${line}`);
    return [description?.text, ...extras.map(({ kind, where, text }) => `${where} ${kind} ${text}`)];
  };

  test.each([
    ['[A](https://a.dev) ★120 - Tea.', ['Tea.', 'before tag ★120']],
    ['[A](https://a.dev) [235⭐] - Tea.', ['Tea.', 'before tag 235⭐']],
    ['[A](https://a.dev) 🚀 - Tea.', ['Tea.', 'before emoji 🚀']],
    ['[A](https://a.dev) - 🚀 Tea.', ['Tea.', 'before emoji 🚀']],
    ['[A](https://a.dev) - Tea. :new:', ['Tea.', 'after tag :new:']],
    ['[A](https://a.dev) [[box](https://b.dev)] - Tea.', ['Tea.', 'before link box']],
    ['[A](https://a.dev) (former name) - Tea.', ['Tea.', 'before tag former name']],
    ['[A](https://a.dev) - Tea. `MIT` `Go`', ['Tea.', 'after tag MIT', 'after tag Go']],
    ['[A](https://a.dev) - Tea `MIT`', ['Tea', 'after tag MIT']],
    ['[A](https://a.dev) - Better than `ls`', ['Better than ls']],
    [
      '[A](https://a.dev) - Tea. ([Shop](https://b.dev), [Farm](https://c.dev))',
      ['Tea.', 'after link Shop, Farm'],
    ],
    ['[A](https://a.dev) - Tea. [[Shop](https://b.dev)]', ['Tea.', 'after link Shop']],
    ['[A](https://a.dev) - Tea. [Shop](https://b.dev)', ['Tea.', 'after link Shop']],
    ['[A](https://a.dev) - Tea by [Ada](https://b.dev)', ['Tea by Ada']],
    ['[A](https://a.dev) - Tea by [Ada](https://b.dev).', ['Tea by Ada.']],
    ['[A](https://a.dev) - Tea. (paid)', ['Tea.', 'after tag paid']],
    ['[A](https://a.dev) - Tea (formerly water).', ['Tea (formerly water).']],
    ['[A](https://a.dev) - Tea (formerly water)', ['Tea (formerly water)']],
    ['[A](https://a.dev) - Tea. <kbd>MIT</kbd>', ['Tea.', 'after tag MIT']],
    ['[A](https://a.dev) - Tea. ![free](free.png)', ['Tea.', 'after image free']],
    ['[A](https://a.dev) - Tea. ![x](https://img.shields.io/x)', ['Tea.', 'after badge x']],
    [
      '[A](https://a.dev) - Tea. [![x](free.png)](https://b.dev) 🎉',
      ['Tea.', 'after badge x', 'after emoji 🎉'],
    ],
    ['🎉 [A](https://a.dev) - Tea.', ['Tea.', 'before emoji 🎉']],
    ['`old` [A](https://a.dev) - Tea.', ['Tea.', 'before tag old']],
    ['[A](https://a.dev) `MIT`', [undefined, 'after tag MIT']],
    ['[A](https://a.dev) - [B](https://b.dev)', ['B']],
  ])('`%s`', (line, expected) => {
    expect(around(line)).toEqual(expected);
  });

  test('is no part of the description’s place', () => {
    const source = '# T\n\n- [A](https://a.dev) ★1 - The **best** tea. ([Shop](https://b.dev)) `MIT`\n';
    const { description } = listFrom(source).entries[0]!;
    const { start, end } = description!.place;
    expect(source.slice(start.offset, end.offset)).toBe('The **best** tea.');
    expect(description!.text).toBe('The best tea.');
  });

  test('leaves the nodes of the description', () => {
    const { descriptionNodes } = entryFrom('- [A](https://a.dev) - The **best** tea. `MIT`');
    expect(descriptionNodes.map(({ type }) => type)).toEqual(['text', 'strong', 'text']);
  });
});

describe('items', () => {
  test('hold those nested in them as children', () => {
    const [group, ...rest] = entriesFrom(
      '- Green\n  - [A](https://a.dev) - Tea.\n    - [B](https://b.dev)\n- [C](https://c.dev)',
    );
    expect(group).toMatchObject({ form: 'plain', name: 'Green', depth: 1, url: undefined });
    expect(group!.children.map(({ name }) => name)).toEqual(['A']);
    expect(group!.children[0]!.children[0]).toMatchObject({ name: 'B', depth: 3 });
    expect(rest.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    expect(group!.links).toEqual([]);
  });

  test('end before the items nested in them', () => {
    const [parent] = entriesFrom('- [A](https://a.dev) - Tea.\n  - [B](https://b.dev)');
    expect(parent!.place).toMatchObject({ start: { line: 5 }, end: { line: 5 } });
    expect(parent!.links.map(({ url }) => url)).toEqual(['https://a.dev']);
  });

  test('may be numbered, tasks, or loose', () => {
    const lines =
      '1. [A](https://a.dev)\n2. [B](https://b.dev)\n\n- [x] [C](https://c.dev) - Done.\n\n- [ ] [D](https://d.dev)';
    expect(entriesFrom(lines).map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D']);
  });

  test('may be described by a paragraph of their own', () => {
    const entry = entryFrom('- [A](https://a.dev)\n\n  Tea from the hills.');
    expect(entry).toMatchObject({ separator: undefined, description: { text: 'Tea from the hills.' } });
  });

  test('may stand in block quotes', () => {
    expect(entriesFrom('> - [A](https://a.dev) - Tea.').map(({ name }) => name)).toEqual(['A']);
  });

  test('may have a heading for a name', () => {
    const [entry] = entriesFrom('- ### Misc\n  - [A](https://a.dev)');
    expect(entry).toMatchObject({ form: 'plain', name: 'Misc', children: [{ name: 'A' }] });
  });

  test('without a link are plain, with the description that a dash sets off', () => {
    expect(entryFrom('- Oolong - Half black.')).toMatchObject({
      form: 'plain',
      name: 'Oolong',
      separator: { text: ' - ' },
      description: { text: 'Half black.' },
    });
    expect(entryFrom('- Be kind.')).toMatchObject({ form: 'plain', name: 'Be kind.' });
  });

  test('that lead back to the top are no entries', () => {
    const lines = '- [A](https://a.dev)\n- [Back to top](#contents)\n- [⬆](#readme)';
    expect(entriesFrom(lines).map(({ name }) => name)).toEqual(['A']);
  });
});
