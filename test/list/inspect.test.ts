import { describe, expect, test } from 'vitest';
import { inspectJson, inspectTree } from '../../src/report/inspect.ts';
import { listFrom } from './lists.ts';

const list = listFrom(`# Awesome Tea [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)

Tea from everywhere.

## Contents

- [Green](#green)

## Green

- Kinds
  - [Sencha](https://tea.dev/sencha) - Steamed. \`MIT\`
- [\u001B\u0007Red\u202E](https://tea.dev/red) - Not green.
`);

describe('the tree', () => {
  test('shows what was understood', () => {
    expect(inspectTree(list, { colour: false, width: 100 }).split('\n')).toEqual([
      'title     Awesome Tea',
      'tagline   Tea from everywhere.',
      'badge     https://awesome.re',
      'contents  1 item (list, Contents)',
      'generated none',
      '',
      'Awesome Tea',
      '  Contents',
      '  Green 2 entries',
      '    plain       11 Kinds',
      '      item        12 Sencha https://tea.dev/sencha {tag MIT} Steamed.',
      '    item        13 \\u{001B}\\u{0007}Red\\u{202E} https://tea.dev/red Not green.',
      '',
      '3 entries, 5 links',
      '',
    ]);
  });

  test('keeps to the width', () => {
    const wide = listFrom(
      `# T\n\n- [${'name '.repeat(30)}](https://tea.dev/${'x'.repeat(90)}) - ${'word '.repeat(60)}`,
    );
    const lines = inspectTree(wide, { colour: false, width: 60 }).split('\n');
    expect(lines.filter((line) => line.length > 60)).toEqual([]);
  });

  test('is coloured when asked', () => {
    expect(inspectTree(list, { colour: true, width: 100 })).toContain('\u001B[1mAwesome Tea\u001B[22m');
    expect(inspectTree(list, { colour: false, width: 100 })).not.toContain('\u001B');
  });
});

describe('the JSON', () => {
  test('holds sections, entries and their children', () => {
    const json = JSON.parse(inspectJson(list));
    expect(json).toMatchObject({
      version: 1,
      title: 'Awesome Tea',
      tagline: 'Tea from everywhere.',
      contents: { form: 'list', items: [{ text: 'Green', fragment: 'green', depth: 1, line: 7, column: 3 }] },
      counts: { entries: 3, links: 5 },
    });
    const green = json.sections[1].sections[1];
    expect(green).toMatchObject({ title: 'Green', slug: 'green', depth: 2, line: 9 });
    expect(green.entries[0]).toMatchObject({ form: 'plain', name: 'Kinds', url: null });
    expect(green.entries[0].children[0]).toEqual({
      form: 'item',
      name: 'Sencha',
      url: 'https://tea.dev/sencha',
      separator: ' - ',
      description: 'Steamed.',
      venue: null,
      extras: [{ kind: 'tag', where: 'after', text: 'MIT' }],
      line: 12,
      column: 3,
      children: [],
    });
  });
});
