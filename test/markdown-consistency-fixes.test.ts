import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { loadCatalogue, ruleInfos } from '../src/catalogue.ts';
import { fixDocument } from '../src/fix/fix-document.ts';
import { type BundledId, bundledRules } from '../src/markdown-consistency/plugins.ts';
import { runMarkdownConsistency } from '../src/markdown-consistency/run.ts';
import type { Fix } from '../src/message.ts';

type Case = [id: BundledId, before: string, after: string, options?: unknown];

const safe: Case[] = [
  ['blockquote-indentation', '> a\n\n---\n\n>b\n', '> a\n\n---\n\n> b\n', 2],
  ['blockquote-indentation', '> a\n\n---\n\n>   b\n', '> a\n\n---\n\n> b\n', 2],
  ['checkbox-character-style', '- [x] a\n- [X] b\n', '- [x] a\n- [x] b\n', 'consistent'],
  ['checkbox-content-indent', '- [x]  a\n', '- [x] a\n'],
  ['code-block-style', 'a\n\n    x = 1\n\n      y\n\nb\n', 'a\n\n```\nx = 1\n\n  y\n```\n\nb\n', 'fenced'],
  ['code-block-style', '\tmake ```all```\n', '````\nmake ```all```\n````\n', 'fenced'],
  ['definition-case', '[a][B]\n\n[B]: b.md\n', '[a][B]\n\n[b]: b.md\n'],
  ['definition-spacing', '[a][b  c]\n\n[b  c]: b.md\n', '[a][b  c]\n\n[b c]: b.md\n'],
  ['emphasis-marker', '*a* and _b_\n', '*a* and *b*\n', '*'],
  ['fenced-code-marker', '~~~sh\nmake\n~~~\n', '```sh\nmake\n```\n', '`'],
  ['fenced-code-marker', '- ````\n  a ``` b\n  ````\n', '- ~~~~\n  a ``` b\n  ~~~~\n', '~'],
  ['hard-break-spaces', 'a   \nb\n', 'a  \nb\n'],
  ['heading-style', 'Tools\n=====\n\nMore\n---\n', '# Tools\n\n## More\n', 'atx'],
  ['heading-style', '# Tools #\n', '# Tools\n', 'atx'],
  ['heading-style', '## Tools\n\nMore\n----\n', '## Tools ##\n\n## More ##\n', 'atx-closed'],
  [
    'heading-style',
    '# Tools\n\n## More ##\n\n### Most\n',
    'Tools\n=====\n\nMore\n----\n\n### Most\n',
    'setext',
  ],
  ['link-title-style', "[a](b.md 'c \"d\"') [e](f.md 'g')\n", '[a](b.md \'c "d"\') [e](f.md "g")\n', '"'],
  [
    'link-title-style',
    '![a](b.png "c")\n\n[d][e]\n\n[e]: f.md "g"\n',
    '![a](b.png (c))\n\n[d][e]\n\n[e]: f.md (g)\n',
    '()',
  ],
  ['list-item-bullet-indent', ' - a\n - b\n', '- a\n- b\n'],
  ['list-item-indent', '-   a\n\n-   b\n    c\n', '- a\n\n- b\n    c\n', 'one'],
  ['list-item-indent', '- a\n- b\n', '-   a\n-   b\n', 'tab'],
  ['no-blockquote-without-marker', '> a\nb\n', '> a\n> b\n'],
  [
    'no-duplicate-definitions',
    '[a][b]\n\n[b]: b.md\n[c]: c.md\n[B]: b.md\n',
    '[a][b]\n\n[b]: b.md\n[c]: c.md\n',
  ],
  ['no-heading-content-indent', '#  Tools\n', '# Tools\n'],
  ['no-heading-indent', ' # Tools\n', '# Tools\n'],
  ['no-heading-punctuation', '# Tools:\n\n## More. ##\n', '# Tools\n\n## More ##\n'],
  ['no-shell-dollars', '```sh\n$ make\n\n$ make install\n```\n', '```sh\nmake\n\nmake install\n```\n'],
  ['no-table-indentation', '  | a |\n  | - |\n  | b |\n', '| a |\n| - |\n| b |\n'],
  ['no-unneeded-full-reference-image', '![a][a]\n\n[a]: a.png\n', '![a][]\n\n[a]: a.png\n'],
  ['no-unneeded-full-reference-link', '[a][a]\n\n[a]: a.md\n', '[a][]\n\n[a]: a.md\n'],
  ['ordered-list-marker-style', '1) a\n2) b\n', '1. a\n2. b\n', '.'],
  ['ordered-list-marker-value', '8. a\n9. b\n9. c\n', '8. a\n9. b\n10. c\n', 'ordered'],
  ['rule-style', 'a\n\n***\n', 'a\n\n---\n', '---'],
  ['strong-marker', '__a__\n', '**a**\n', '*'],
  [
    'table-cell-padding',
    '| a | b |\n| --- | --- |\n|c | d|\n',
    '| a | b |\n| --- | --- |\n| c | d |\n',
    'padded',
  ],
  ['table-cell-padding', '|a|b|\n|-|-|\n|  c  |d|\n', '|a|b|\n|-|-|\n|c|d|\n', 'compact'],
  [
    'table-pipe-alignment',
    '| a | bb |\n| - | - |\n| long | c |\n',
    '| a    | bb |\n| ---- | -- |\n| long | c  |\n',
  ],
  ['table-pipes', 'a | b\n-|-\nc | d\n', '| a | b |\n| -|- |\n| c | d |\n'],
  ['unordered-list-marker-style', '* a\n* b\n', '- a\n- b\n', '-'],
];

const suggested: Case[] = [
  ['no-heading-punctuation', '# Why?\n', '# Why\n'],
  ['no-undefined-references', '[a][docks]\n\n[docs]: a.md\n', '[a][docs]\n\n[docs]: a.md\n'],
  ['no-unused-definitions', 'a\n\n[b]: b.md\n[//]: # (a comment)\n', 'a\n\n[//]: # (a comment)\n'],
  ['unordered-list-marker-style', '- a\n\n* b\n', '- a\n\n- b\n', '-'],
];

/** What no plugin's finding may lead to. */
const untouched: [why: string, id: BundledId, text: string, options?: unknown][] = [
  ['the code would close the fence', 'fenced-code-marker', '~~~\n```\n~~~\n', '`'],
  ['fenced code says its language', 'code-block-style', '```sh\nmake\n```\n', 'indented'],
  ['a heading of the third rank cannot be underlined', 'heading-style', '### Tools ###\n', 'setext'],
  ['a closing hash would be read as markup', 'heading-style', 'C #\n===\n', 'atx'],
  ['the definitions differ', 'no-duplicate-definitions', '[a][b]\n\n[b]: b.md\n[b]: c.md\n'],
  ['no label is like it', 'no-undefined-references', '[a][elsewhere]\n\n[docs]: a.md\n'],
  ['the rank of the heading is the author’s to say', 'no-emphasis-as-heading', '**Tools**\n\nA text.\n'],
  ['a wider marker would leave the second line behind', 'list-item-indent', '- a\n  b\n', 'tab'],
];

async function mend(id: BundledId, text: string, options: unknown, kinds: readonly Fix['kind'][]) {
  return await fixDocument(new VFile({ path: 'README.md', value: text }), {
    kinds,
    lint: ({ tree, file }) => {
      runMarkdownConsistency(tree, file, { [id]: { severity: 'warning', options } });
    },
  });
}

describe('what the rules of remark-lint find', () => {
  it.each(safe)('is safely mended: %s in %j', async (id, before, after, options) => {
    const { text, refused } = await mend(id, before, options, ['safe']);
    expect([text, refused]).toEqual([after, []]);
  });

  it.each(suggested)('can be mended by who looks: %s in %j', async (id, before, after, options) => {
    expect((await mend(id, before, options, ['safe'])).text).toBe(before);
    const { text, refused } = await mend(id, before, options, ['safe', 'suggested']);
    expect([text, refused]).toEqual([after, []]);
  });

  it.each(untouched)('is left alone where %s', async (_, id, text, options) => {
    const result = await mend(id, text, options, ['safe', 'suggested']);
    expect(result.text).toBe(text);
    expect(result.left).not.toEqual([]);
  });

  it('has a repair for every rule but one', () => {
    const mended = new Set([...safe, ...suggested].map(([id]) => id));
    const left = (Object.keys(bundledRules) as BundledId[]).filter((id) => !mended.has(id));
    expect(left).toEqual(['no-emphasis-as-heading']);
  });

  it('is documented with the best repair that there is', async () => {
    const kinds = new Map<string, string>([
      ...suggested.map(([id]) => [id, 'suggested'] as const),
      ...safe.map(([id]) => [id, 'safe'] as const),
    ]);
    const told = ruleInfos(await loadCatalogue()).filter(({ source }) => source === 'remark-lint');
    for (const { id, fix } of told) expect([id, fix]).toEqual([id, kinds.get(id) ?? 'none']);
  });
});
