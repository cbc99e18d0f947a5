import fc from 'fast-check';
import {
  above,
  badges,
  contentsNames,
  oddBlocks,
  oddContents,
  oddForms,
  stored,
} from './awesome-oddities.ts';
import { ending, name, opening, piece, sectionTitle, title } from './awesome-words.ts';

/**
 * Lists as sindresorhus/awesome asks for them, in many variations, with a slip now and then: nested entries and sections, badges, images,
 * code, quotes, links in descriptions, references, footnotes, tables, several scripts.
 */
export function awesomeLists(count: number, seed: number): string[] {
  return fc.sample(awesomeList(), { numRuns: count, seed });
}

const description = fc
  .tuple(opening, fc.array(piece, { minLength: 1, maxLength: 7 }), ending)
  .map(([first, rest, end]) => [first, ...rest].join(' ') + end);

const address = fc
  .tuple(
    fc.nat({ max: 99_999 }),
    fc.constantFrom('', '/', '/a', '/a/', '/a_b', '/(a)', '?q=1', '#part', '/A/B.git', '/index.html'),
  )
  .map(([number, path]) => `https://s${number}.example${path}`);

const between = fc.oneof(
  { weight: 30, arbitrary: fc.constant(' - ') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ' – ',
      ': ',
      ' ',
      ' ([Source](https://src.example/6)) - ',
      ' `MIT` - ',
      ' 🚀 - ',
      '  - ',
      ' -',
      ' (Beta) - ',
      ' ![](https://i.example/new.svg) - ',
      ' — ',
      '\u00A0- ',
      '：',
      ' by Ann - ',
      ' and [its sister](https://sister.example/16) - ',
      ', ',
      ' [2★] - ',
      ' *(by Ann)* - ',
      ' -- ',
    ),
  },
);

const entry = fc
  .record({
    before: fc.oneof(
      { weight: 20, arbitrary: fc.constant('') },
      {
        weight: 1,
        arbitrary: fc.constantFrom('![](https://i.example/x.svg) ', '🚀 ', '**New** ', '[ ] ', '`new` '),
      },
    ),
    name,
    address,
    title: fc.oneof(
      { weight: 20, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom(" 'Tea'", ' "Tea"') },
    ),
    between,
    description: fc.option(description, { freq: 15 }),
  })
  .map(({ before, name, address, title, between, description }) => {
    return `${before}[${name}](${address}${title})${description === null ? '' : between + description}`;
  });

/** What is no description, behind a name. */
const only = fc
  .tuple(
    name,
    address,
    fc.constantFrom(
      ...[
        '.',
        ' -',
        ' [[video]](https://video.example/17)',
        ' [docs](https://docs.example/18)',
        ' ![new](https://i.example/n.svg)',
        ' :tea:',
        ' 🚀',
        ' `MIT`',
        ' (2015)',
        ' ([Source](https://src.example/19))',
        ' - (MIT)',
        ' by [Ann](https://ann.example)',
      ],
    ),
  )
  .map(([name, address, rest]) => `[${name}](${address})${rest}`);

/** Entries of other forms. */
const otherwise = fc
  .tuple(
    name,
    address,
    description,
    fc.constantFrom<(name: string, address: string, text: string) => string>(
      (name, address, text) => `**[${name}](${address})** - ${text}`,
      (name, address, text) => `**${name}** ([Site](${address})) - ${text}`,
      (name, address, text) => `**${name}:** [Site](${address}) ${text}`,
      (name, _, text) => `${name} - ${text}`,
      (_, address, text) => `<${address}> - ${text}`,
      (_, address, text) => `${address} - ${text}`,
      (name, address, text) => `<a href="${address}">${name}</a> - ${text}`,
      (name) => `[${name}](readme.de.md)`,
    ),
  )
  .map(([name, address, text, form]) => form(name, address, text));

const odd = fc
  .tuple(name, address, description, fc.constantFrom(...oddForms))
  .map(([name, address, text, form]) => form(name, address, text));

const label = fc.constantFrom(
  'Kettles',
  '**Kettles**',
  '_Kettles_',
  'Kettles:',
  '`-t` - Time to brew.',
  'Some tea is [green](https://g.example/7).',
);

const items: fc.Arbitrary<string[]> = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: entry },
    {
      weight: 2,
      arbitrary: fc
        .tuple(entry, fc.array(entry, { minLength: 1, maxLength: 3 }))
        .map(([one, below]) => [one, ...below.map((each) => `  - ${each}`)].join('\n')),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(label, fc.array(entry, { minLength: 1, maxLength: 3 }))
        .map(([one, below]) => [one, ...below.map((each) => `  - ${each}`)].join('\n')),
    },
    { weight: 1, arbitrary: fc.tuple(entry, description).map(([one, more]) => `${one}\n\n  ${more}`) },
    {
      weight: 1,
      arbitrary: fc.tuple(entry, entry, entry).map(([a, b, c]) => `${a}\n  - ${b}\n    - ${c}`),
    },
    { weight: 1, arbitrary: fc.oneof(only, otherwise, odd) },
  ),
  { minLength: 2, maxLength: 8 },
);

const rows = fc.array(fc.tuple(name, address, description), { minLength: 1, maxLength: 4 }).map((each) => {
  const cells = each.map(
    ([name, address, text]) => `| [${name}](${address}) | ${text.replaceAll('|', '')} |`,
  );
  return ['| Tea | Description |', '| --- | --- |', ...cells].join('\n');
});

const listed = fc
  .tuple(items, fc.constantFrom('-', '-', '-', '-', '-', '-', '*', '1.'))
  .map(([each, mark]) => each.map((one) => `${mark} ${one}`).join('\n'));

const prose = fc.oneof(
  fc.constantFrom(...oddBlocks),
  description,
  description.map((text) => `> ${text}`),
  fc.constantFrom(
    ...[
      '*Tea of all kinds.*',
      '**Note**',
      '[Back to top](#contents)',
      '**[⬆ back to top](#contents)**',
      '> [!NOTE]\n> Tea is hot.',
      '> Tea\nis hot.',
      '```sh\nbrew tea\n```',
      '```sh\n$ brew tea\n```',
      '    brew tea',
    ],
    ...[
      '~~~\nbrew\n~~~',
      '---',
      '***',
      '| Tea | Colour |\n| --- | --- |\n| Sencha | Green |',
      '|Tea|Colour|\n|---|---|\n|Sencha|Green|',
      '![Leaf](https://i.example/leaf.png)',
      '<p align="center"><img src="https://i.example/l.png" alt="Leaf"></p>',
    ],
    ...[
      '<details><summary>More</summary>\n\nMore tea.\n\n</details>',
      'See [Green Tea](#green-tea).',
      'See [the book][book].\n\n[book]: https://book.example/8',
      'See [the book][Book].\n\n[Book]: https://book.example/9 "Book"',
      '_Related: [Tools](#tools)_',
    ],
    ...[
      'Tea.  \nMore tea.',
      'He said “tea.',
      '- [ ] Boil water.\n- [x] Brew.',
      '<!-- comment -->',
      'A sentence about [tea](https://tea.example/10) and [more](https://tea.example/10).',
      'Text with [brackets] in it.',
      '1. Boil.\n2. Pour.',
      '1) Boil.\n1) Pour.',
    ],
  ),
);

interface Section {
  title: string;
  level: number;
  blocks: string[];
}

const section: fc.Arbitrary<Section> = fc.record({
  title: sectionTitle,
  level: fc.constantFrom(2, 2, 2, 2, 3, 3, 4),
  blocks: fc
    .tuple(
      fc.option(prose, { freq: 2 }),
      fc.oneof({ weight: 9, arbitrary: listed }, { weight: 1, arbitrary: rows }),
      fc.option(prose, { freq: 2 }),
    )
    .map((blocks) => blocks.filter((block) => block !== null)),
});

const badge = '[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)';

function mostly(usual: string, others: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}

function awesomeList(): fc.Arbitrary<string> {
  return fc
    .record({
      title,
      header: fc.constantFrom(
        '',
        '',
        '',
        '![Logo](https://i.example/logo.png)',
        '[![Logo](https://i.example/l.svg)](https://logo.example)',
      ),
      tagline: fc.constantFrom(
        '> Leaves to brew.',
        'Leaves to brew.',
        '> Leaves to brew, and [more](https://more.example).',
        '*Leaves to brew.*',
      ),
      nested: fc.boolean(),
      contents: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...contentsNames) },
        { weight: 1, arbitrary: fc.constantFrom(...oddContents) },
      ),
      before: mostly('', above),
      badge: mostly(badge, badges),
      store: fc.constantFrom(...stored),
      sections: fc.array(section, { minLength: 2, maxLength: 6 }),
      end: fc.constantFrom(
        '',
        '',
        '## Contributing\n\nContributions welcome! Read the [guidelines](contributing.md) first.',
        '## Related Lists\n\n- [Coffee](https://coffee.example) - Beans.',
        '## Footnotes\n\nAll tea is hot.',
        '## License\n\nCC0',
        '## About\n\nIt is about tea.',
      ),
      definitions: fc.constant('[^1]: A note.\n\n[ann]: https://ann.example'),
    })
    .map(({ title, before, badge, header, tagline, nested, contents, sections, end, definitions, store }) => {
      const numbered = sections.map((each, index) => ({ ...each, level: index === 0 ? 2 : each.level }));
      const body = numbered.flatMap(({ title, level, blocks }) => [
        `${'#'.repeat(level)} ${title}`,
        ...blocks,
      ]);
      const items = numbered
        .filter(({ level }) => level === 2 || nested)
        .map(({ title, level }) => `${level === 2 ? '' : '  '}- [${title.replaceAll('`', '')}](#x)`);
      const blocks = [
        before,
        `# ${title} ${badge}`.trim(),
        header,
        tagline,
        contents(items.join('\n')),
        ...body,
        end,
      ];
      const text = blocks.filter((block) => block !== '').join('\n\n');
      const needed = definitions.split('\n\n').filter((one) => text.includes(one.slice(0, one.indexOf(':'))));
      return store(`${[text, ...needed].join('\n\n')}\n`);
    });
}
