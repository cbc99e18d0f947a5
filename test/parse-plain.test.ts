import fc from 'fast-check';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { parseTree } from '../src/parse/parse-tree.ts';
import { readPlain } from '../src/parse/read-plain.ts';

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']);

/** Lines that begin a block, go on with one, or look as if they did. */
const lines = [
  ...[
    '',
    '',
    '# H',
    '## H [a](b)',
    '### H #',
    '#H',
    'T',
    'text **b** c',
    'a  ',
    'a\\',
    '===',
    '---',
    '-  ',
    '***',
    '* * *',
  ],
  ...[
    '- [a](b) - Text.',
    '- a',
    '* b',
    '+ c',
    '1. d',
    '2. e',
    '1) f',
    '10. g',
    '-   h',
    '-     i',
    '-',
    '- ',
  ],
  ...[
    '  - n',
    '    - o',
    '  p',
    '    q',
    '      r',
    '\ts',
    '\t- t',
    '\t\t- u',
    ' \t- v',
    '\t',
    '   t',
    '- - u',
    '- > v',
    '- # w',
    '- ```',
    '- [ ] x',
    '- 2. y',
  ],
  ...[
    '> q',
    '> - q',
    '>q',
    '>',
    '> > q',
    '>\tq',
    '> # q',
    '> ```',
    'lazy',
    '```',
    '~~~',
    '``` js a',
    '  ```',
  ],
  ...[
    '<div>',
    '</div>',
    '<details>',
    '<summary>s</summary>',
    '<b>x</b> y',
    '<b>',
    '<img src="a">',
    '<a href=b/c>',
    '<!-- c -->',
    '<!-- d',
    '-->',
    '<?e',
    '?>',
    '<pre>',
    '</pre>',
  ],
  ...[
    'a | b',
    '| a | b |',
    '|---|---|',
    '--|--',
    ':-:|-:',
    '| c',
    'd | e | f',
    '||',
    '|',
    '| `x` | [a](b) |',
    '| a \\| b | c |',
    '- | -',
    ':-',
    '1 | 2',
  ],
  ...['[a]', '[a]: b', '[a][b] c', '[^1]', '[^1]: n', '![i](j)', '[![i](j)](k) l', '&amp; & &x;', '+++'],
];
/** What of a paragraph may mean something. */
const bits = [
  ...[
    'a',
    'b',
    ' ',
    ' ',
    '.',
    '\n',
    '  \n',
    '\\',
    '\\*',
    '`',
    '``',
    '*',
    '**',
    '***',
    '_',
    '__',
    '[',
    ']',
    '](b)',
    '[a](b)',
    '![',
    '](c "t")',
  ],
  ...[
    '(',
    ')',
    '<',
    '>',
    '<b>',
    '</b>',
    '<br/>',
    '<!-- c -->',
    '<a href="d">',
    '<https://a.b>',
    '~',
    '~~',
    '!',
    '&amp;',
    '&',
    ';',
    '@',
    'a@b.co',
  ],
  ...[
    'https://a.b/c',
    '<5',
    ' ~5',
    '(',
    'www.a.b',
    'http:',
    '|',
    ':',
    '"',
    "'",
    '^',
    'é',
    '😀',
    '。',
    '\u00a0',
    '\t',
    '#',
    '- ',
    '1. ',
    '> ',
  ],
];
const runs = { numRuns: Number(process.env.RUNS ?? 400), seed: Number(process.env.SEED ?? 1) };

function isSame(text: string): void {
  expect(JSON.stringify(parseTree(text))).toBe(JSON.stringify(remark.parse(text)));
}

describe('blocks that are read without a parser', () => {
  it('are what remark makes of them, whatever lines stand together', () => {
    const some = fc.array(fc.constantFrom(...lines), { maxLength: 10 });
    const before = fc.constantFrom('', '', '', '- ', '  ', '> ', '    ');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(before, some), { maxLength: 3 }),
        fc.constantFrom('\n', '\r\n'),
        (all, ending) => {
          isSame(all.flatMap(([prefix, each]) => each.map((line) => prefix + line)).join(ending));
        },
      ),
      runs,
    );
  });

  it('are what remark makes of them, whatever characters stand together', () => {
    const before = fc.constantFrom('', '', '# ', '- ', '> ', '|---|\n|');
    fc.assert(
      fc.property(before, fc.array(fc.constantFrom(...bits), { maxLength: 14 }), (prefix, all) => {
        isSame(`${prefix}${all.join('')}\n`);
      }),
      runs,
    );
  });

  const plain: Record<string, string> = {
    'headings of both kinds': '# A *b* ##c\n\nText\n====\n\nMore\n---\n',
    'paragraphs of several lines': 'A [b](c) `d`,  \nand ![e](f "t") <br>\n  **g** _h_ https://i.example/j\n',
    badges: '[![A](b)](c)\n[![D](e)](f)\n',
    'HTML of every kind':
      '<p align="center">\n  <b>a</b>\n</p>\n\n<!-- b\n\nc -->\n<br>\n\n<a name="d"></a>\n',
    'code and rules': '```sh\n$ a\n\n```\n\n* * *\n\n~~~\n# b\n~~~\n',
    'lists in lists': '- a\n  - b\n    1. c\n    2. d\n\n  e\n- ```\n  f\n  ```\n* g\n',
    'lists indented by tabs': '- a\n\t- b\n\t\t1. c\n\n\t\t   d\n- e\n',
    'signs that mean nothing': 'A ~5 or ~6, <7 & (https://b.c/d), @e &trade; [f](g?h&amp;i)\n',
    'items with lazy lines': '- a\nb **c**\n  - d\ne\n- [X](f)\n',
    'quotes with lazy lines': '> a\nb\n>\n> - c\n\n> > d\n',
    tables: 'A | B\n:- | -:\n`c` | [d](e) | f\n| **g** |\n\n|h|\n|-|\n## I\n',
  };
  for (const [what, text] of Object.entries(plain)) {
    it(`are ${what}`, () => {
      expect(readPlain(text).rest).toBe('');
      isSame(text);
      isSame(text.replaceAll('\n', '\r\n'));
    });
  }

  const odd: Record<string, string> = {
    'a mail address of a host that begins with a dot': 'p@.g\n',
    'code of which more is said, and a blank': '```a b \nc\n```\n',
    'a heading that begins with definitions': '[x]: y\n[x]: y\nw\n=\n\n# A\n',
    'paragraphs apart that only the parser reads': 'a ~~b~~\n\n# C\n\nd ~~e~~\n'.repeat(400),
  };
  for (const [what, text] of Object.entries(odd)) it(`are those of ${what}`, () => isSame(text));

  it('leave to the parser what is not plain, and that alone', () => {
    const text = '# A\n\n- b\n\n[c]\n\nText &hearts; it\n\n- d\n\n# E\n\n<f\n\n- g\n';
    expect(readPlain(text).rest).toBe('***\nText &hearts; it\n\n- d\n\n***\n<f\n\n- g\n');
    isSame(text);
  });

  it('hold no reference where something is defined', () => {
    const text = '# A\n\n[b] c\n\nD.\n\n[b]: e\n';
    expect(readPlain(text).rest).toBe('***\n[b] c\n\n***\n[b]: e\n');
    isSame(text);
  });

  it('take time in proportion to their length', () => {
    // Forms that a backtracking or nested search would take minutes for.
    const long = 40_000;
    for (const text of [
      `a${' '.repeat(long)}b`,
      `- ${'- '.repeat(long)}a`,
      `${'> '.repeat(200)}a`,
      '['.repeat(long),
      `<a ${'b '.repeat(long)}`,
      `| ${'|'.repeat(long)}a\n|-|`,
      `[a](${'('.repeat(long)}`,
      `# ${'#'.repeat(long)}a`,
    ])
      expect(readPlain(text).nodes.length).toBeLessThan(2);
  }, 20_000);
});
