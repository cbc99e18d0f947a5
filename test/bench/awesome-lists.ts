import fc from 'fast-check';

/**
 * Lists as sindresorhus/awesome asks for them, in many variations, with a slip now and then: nested entries and sections, badges, images,
 * code, quotes, links in descriptions, references, footnotes, tables, several scripts.
 */
export function awesomeLists(count: number, seed: number): string[] {
  return fc.sample(awesomeList(), { numRuns: count, seed });
}

const title = fc.constantFrom(
  'Awesome Tea',
  'Awesome Tea and Coffee',
  'Awesome C++',
  'Awesome Node.js',
  'Awesome macOS',
  'Awesome iOS',
  'Awesome .NET',
  'Awesome R',
  'Awesome GraphQL',
  'Awesome 茶',
  'Awesome Чай',
  'Awesome tea',
  'Awesome Self-Hosted Tea',
  'Awesome 3D Tea',
);

const sectionTitle = fc.constantFrom(
  'Green Tea',
  'Black & White',
  'C#',
  'Node.js',
  'Q&A',
  'Tools / Kettles',
  'How-To',
  '中文',
  'Чайники',
  'Español',
  '🍵 Matcha',
  'Tools',
  '`brew` Plugins',
  'Teas (Others)',
  'FAQ',
  'Resources',
  'Misc.',
);

const name = fc.constantFrom(
  'Sencha',
  'tea-js',
  '`kettle`',
  'C++ Tea',
  'A',
  '茶の本',
  'Чайная',
  'Tea \\[Beta\\]',
  'The "Tea" Book',
  'Tea!',
  'tea_js',
  'Yahoo!!',
  'Tea (2nd Edition)',
  'L’Art du Thé',
  'Ask: Tea?',
  'it',
  '**Bold**',
  '*Fine*',
  'What’s New',
  'Tea™',
);

const word = fc.constantFrom(
  ...[
    'brews',
    'tea',
    'for',
    'the',
    'leaves',
    'and',
    'with',
    'water',
    'in',
    'minutes',
    'fast,',
    'don’t',
    "isn't",
    'macOS',
    'Node.js',
  ],
);
const opening = fc.constantFrom(
  ...[
    'Brew',
    'A',
    'Kettle',
    'The',
    'iOS',
    'npm',
    '.NET',
    '3D',
    'C++',
    'eBPF',
    'URLs',
    'É',
    'École',
    'Über',
    'Чайник',
    'Ελληνικό',
    '`code`',
    '*Fine*',
  ],
  ...[
    '**Bold**',
    '“Quoted”',
    '"Quoted"',
    "'Quoted'",
    '[Link](https://link.example/1)',
    '(Optional)',
    '@scope',
    '/path',
    '#tag',
    '$HOME',
    '茶',
    'brew',
    'jQuery',
  ],
  ...[
    'TypeScript-first',
    'All-in-one',
    'Pay-as-you-go',
    "Ann's",
    'LaTeX',
    'PostgreSQL',
    'OAuth2',
    'e-mail',
    'Wi-Fi',
    '🚀',
    'A/B',
    'I/O',
    'Z80',
    'x86',
  ],
);
const piece = fc.oneof(
  { weight: 12, arbitrary: word },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        '`code`',
        '`a ?? b`',
        '“a b”',
        '‘a b’',
        '"a b"',
        '(as ever)',
        '[link](https://link.example/2)',
        '[ref]',
        '[Ann][ann]',
        '27"',
        '*soft*',
        '**hard**',
        '_soft_',
      ],
      ...[
        '&amp;',
        '<kbd>K</kbd>',
        'https://bare.example',
        '🚀',
        ':tea:',
        'v2.0',
        'e.g.',
        '- dash',
        '– dash',
        '5 < 6',
        'a_b_c',
        '2*3*4',
        '~5',
        '~~old~~',
        '「茶」',
        '（茶）',
        '...',
      ],
      ...[
        'rock ’n’ roll',
        'the ’90s',
        'users’',
        '!',
        '[^1]',
        '![icon](https://i.example/i.svg)',
        '$5',
        'https://x.example/?a=1&b=2',
        '\\*',
        '&lt;b&gt;',
        'C#',
        '«a b»',
        '„a b“',
        '<!-- note -->',
        '<br>',
      ],
    ),
  },
);
const ending = fc.constantFrom(
  ...[
    '.',
    '.',
    '.',
    '.',
    '.',
    '!',
    '?',
    '…',
    '。',
    '...',
    '."',
    '”.',
    '.”',
    '.)',
    ').',
    '',
    ':',
    '. 🚀',
    '. `MIT`',
    '. (Free)',
    '. [Docs](https://docs.example/3)',
    '. *New*',
    '.*',
    '. :tea:',
  ],
  ...[
    ' ([Demo](https://demo.example/4)).',
    '. ([Demo](https://demo.example/5))',
    '. ![badge](https://img.shields.io/badge/a-b-green)',
    '. `MIT` `Go`',
    '. <sup>1</sup>',
    '?!',
    '.[^1]',
    ' `code`.',
    '. [iOS]',
  ],
);

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
  ),
  { minLength: 2, maxLength: 8 },
);

const listed = fc
  .tuple(items, fc.constantFrom('-', '-', '-', '-', '-', '-', '*', '1.'))
  .map(([each, mark]) => each.map((one) => `${mark} ${one}`).join('\n'));

const prose = fc.oneof(
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
  level: fc.constantFrom(2, 2, 2, 3),
  blocks: fc
    .tuple(fc.option(prose, { freq: 2 }), listed, fc.option(prose, { freq: 2 }))
    .map((blocks) => blocks.filter((block) => block !== null)),
});

const badge = '[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)';

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
    .map(({ title, header, tagline, nested, sections, end, definitions }) => {
      const numbered = sections.map((each, index) => ({ ...each, level: index === 0 ? 2 : each.level }));
      const body = numbered.flatMap(({ title, level, blocks }) => [
        `${'#'.repeat(level)} ${title}`,
        ...blocks,
      ]);
      const items = numbered
        .filter(({ level }) => level === 2 || nested)
        .map(({ title, level }) => `${level === 2 ? '' : '  '}- [${title.replaceAll('`', '')}](#x)`);
      const blocks = [
        `# ${title} ${badge}`,
        header,
        tagline,
        `## Contents\n\n${items.join('\n')}`,
        ...body,
        end,
      ];
      const text = blocks.filter((block) => block !== '').join('\n\n');
      const needed = definitions.split('\n\n').filter((one) => text.includes(one.slice(0, one.indexOf(':'))));
      return `${[text, ...needed].join('\n\n')}\n`;
    });
}
