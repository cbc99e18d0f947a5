import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { parse, parseTelling } from '../src/document.ts';
import { cutItems } from '../src/parse/cut-items.ts';
import { parseTree } from '../src/parse/parse-tree.ts';
import { piecesOf } from '../src/parse/pieces-of.ts';

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']);
const entries = Array.from(
  { length: 100 },
  (_, index) => `- [Name ${index}](https://n${index}.example) - Text.`,
).join('\n');
const section = (title: string, body = entries) => `## ${title}\n\n${body}\n\n`;
const list = `# Awesome\n\n${['A', 'B', 'C', 'D'].map((title) => section(title)).join('')}`;

const plain = [
  '- [a](b) - Text.',
  '- [a](b) - Text.',
  '- [c](d)',
  '## H',
  '',
  '* [e](f) `code`, R&D & so; x_y!',
  '  - [g](h)',
  '  - [g](h) - Text.',
  '1. [a](b)',
  '2. [c](d) - Text.',
  '- [ a ](b)  ',
  '- [a](b) [c] [[d]](e) ([f])',
  '- [x y] [a](b)',
  '- **[i](j)** - Text with *stress*.',
  '- [![k](l)](m) ![n](o) é 日本語。',
];
/** What may stand beside a plain item, or look like one. */
const odd = [
  ...[
    '',
    '',
    'text',
    '  text',
    '    text',
    '# H',
    '***',
    '---',
    '+++',
    '=====',
    '| a | b |',
    '|---|---|',
    '- | -',
  ],
  ...[
    '```',
    '~~~',
    '  ```',
    '- ```',
    '``` `a',
    '<div>',
    '</div>',
    '<b>',
    '<!-- a',
    '-->',
    '<!-- a -->',
    '- <!-- a',
  ],
  ...[
    '<pre>',
    '</pre>',
    'a <pre> b',
    '<?a',
    '?>',
    '<!A',
    '- <div>',
    '> - [a](b)',
    '> a',
    '1. [a](b)',
    '+ [a](b)',
  ],
  ...[
    '-',
    '- ',
    '\t- [a](b)',
    '-     [a](b)',
    '-   [a](b)',
    ' - [a](b)',
    '   - [a](b)',
    '    - [a](b)',
    '- - a',
  ],
  ...[
    '- # a',
    '- > a',
    '- 1. a',
    '- [ ] a',
    '- [x](a) b',
    '- [x] a',
    '- [^1]',
    '[^1]: a',
    '[^1]:',
    '[a]: b',
    '- [a]',
  ],
  ...[
    '- [a][b]',
    '- [a](b "c")',
    '- [a]( b )',
    '- [a](<b>)',
    '- [a](b&amp;c)',
    '- [a](b_c*d)',
    '- [a](b)<br>',
    '- a\\',
  ],
  ...[
    '- https://a.b',
    '- www.a.b',
    '- [www.a.b](c)',
    '- a@b.co',
    '- [a](b) ',
    '- [a](b)\t',
    '- \u00a0[a](b)',
    '- a\u00a0',
    '[c]: d',
    '1. [c]: d',
    '[c\\\\]: d',
    '[d]:',
    '- [c][d] [e](f)',
    '- [[a](b)](c)',
    '- [[a]](b) [x]',
    '- []() [] a',
    '- [^c] [[^d]](e)',
    '- [www.a.b] [c@d.ef]',
    '- ![[a]](b) [![c] d](e)',
    '- [ ](a)',
    '12.   [a](b)',
    '  1. [a](b)',
    '  4. [a](b)',
    '3) [a](b)',
    '3. [a](b)',
    '- `a``b`',
  ],
  ...[
    '- `a [b` c](d)',
    '- [`a`b](c)',
    '- [a (b)](c) d',
    '- ~a~ ~~b~~',
    '- x__y__z',
    '- **a** b** c',
    '- *a *b* c',
  ],
  ...[
    '- a _b_c d_',
    '- **a**b',
    '- *[a](b)*.',
    '- **[a](b).** c',
    '- [![a](b) c](d)',
    '- ![a@b](c)',
    '- a:b &copy; c',
  ],
];

describe('a list parsed in pieces', () => {
  const texts: Record<string, string> = {
    'a plain list': list,
    'a list with CRLF': list.replaceAll('\n', '\r\n'),
    'front matter': `---\na: 1\n---\n\n${list}`,
    'a fence with headings in it':
      section('A', `${entries}\n\n\`\`\`\n\n## not this\n\n~~~\n\n\`\`\``) + list,
    'a fence that is never closed': `${list}${section('E', `${entries}\n\n~~~~\ncode`)}${list}`,
    'a fence in an item': section('A', `${entries}\n- a\n\n  \`\`\`\n  ## b\n\n  \`\`\``) + list,
    'a comment over blank lines': section('A', `${entries}\n\n<!--\n\n## hidden\n\n-->`) + list,
    'preformatted HTML over blank lines': section('A', `${entries}\n\n<pre>\n\n## hidden\n\n</pre>`) + list,
    'a details block': section('A', `<details>\n<summary>B</summary>\n\n${entries}\n\n</details>`) + list,
    'headings without a blank line before': list.replaceAll('\n\n## ', '\n## '),
    'setext headings': `${entries}\n\nTitle\n=====\n\n${list}`,
    'definitions, which are for all': `${list}\n[a][x] [x]\n\n[x]: https://x.example\n${list}`,
    footnotes: `${section('A', `${entries}\n\nNote[^1].`)}${list}\n[^1]: Here.\n`,
    'block quotes and lazy lines': section('A', `${entries}\n\n> quote\nlazy\n\n## B`) + list,
    'nothing behind the last heading': `${list}## End`,
    'no final newline and blanks at the end': `${list}text  `,
    'scripts of many units': section('题', entries.replaceAll('Text', '文字 😀 é')) + list,
  };
  for (const [what, text] of Object.entries(texts)) {
    it(`is the list parsed whole, with ${what}`, () => {
      expect(parseTree(text)).toEqual(remark.parse(text));
    });

    it(`tells its links early, and comes to the same, with ${what}`, async () => {
      const early: string[] = [];
      const places: object[] = [];
      const { tree, list } = await parseTelling(new VFile(text), undefined, {
        expect: (urls) => early.push(...urls),
        add: (links) => places.push(...links.map(({ url, place }) => ({ url, place }))),
      });
      expect(places).toEqual(list.links.map(({ url, place }) => ({ url, place })));
      expect(tree).toEqual(parse(new VFile(text)).tree);
      const inMarkdown = list.links.filter(({ kind, definition }) => kind !== 'html' && !definition);
      expect(new Set(early)).toEqual(new Set(inMarkdown.map(({ url }) => url)));
    });
  }

  it('leaves most items to no parser at all', () => {
    const { rest, lists } = cutItems(list);
    expect(lists.map(({ children }) => children.length)).toEqual([100, 100, 100, 100]);
    expect(rest).toBe('# Awesome\n\n## A\n\n\n## B\n\n\n## C\n\n\n## D\n\n\n');
    const among = cutItems(list.replaceAll('[Name 7]', '[&hearts;]').replaceAll('## ', 'Text.\n\n'));
    expect(among.items).toHaveLength(4 * 99);
  });

  it('is the list parsed whole, whatever lines stand together', () => {
    const lines = fc.array(fc.oneof(fc.constantFrom(...plain), fc.constantFrom(...odd)), { maxLength: 14 });
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\n', '\r\n'), (all, ending) => {
        const text = all.join(ending) + ending;
        expect(JSON.stringify(parseTree(text))).toBe(JSON.stringify(remark.parse(text)));
      }),
      { numRuns: Number(process.env.RUNS ?? 300), seed: Number(process.env.SEED ?? 1) },
    );
  });

  it('comes in several pieces where it can, and in one where references need the whole', () => {
    expect(piecesOf(list).length).toBeGreaterThan(2);
    expect(piecesOf(`${list}\n[x]: https://x.example\n`)).toHaveLength(1);
  });

  const corpus = new URL('../../shared/corpus/', import.meta.url);
  const real = existsSync(corpus)
    ? readdirSync(corpus).flatMap((folder) => {
        const file = new URL(`${folder}/README.md`, corpus);
        const text = existsSync(file) ? readFileSync(file, 'utf8').replace(/^\uFEFF/, '') : undefined;
        return text === undefined ? [] : [{ folder, text }];
      })
    : [];
  it.runIf(real.length > 0)(
    'is the list parsed whole, on real lists',
    () => {
      const differing = real
        .filter(({ text }) => text.length < 100_000)
        .filter(({ text }) => JSON.stringify(parseTree(text)) !== JSON.stringify(remark.parse(text)));
      expect(differing.map(({ folder }) => folder)).toEqual([]);
    },
    120_000,
  );
});
