import { readdirSync, readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { type Document, parse } from '../src/document.ts';
import { implementations } from '../src/markdown-consistency/implementations.ts';
import { type BundledId, bundledRules } from '../src/markdown-consistency/plugins.ts';
import { runMarkdownConsistency } from '../src/markdown-consistency/run.ts';

const folder = new URL('../fixtures/rules/markdown-consistency/', import.meta.url);
const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => read(readFileSync(new URL(name, folder), 'utf8')));
const ids = Object.keys(bundledRules) as BundledId[];

function read(text: string): Document {
  return parse(new VFile({ path: 'README.md', value: text }));
}

function findings(id: BundledId, { file, tree }: Document, options: unknown, whole = false): string[] {
  file.messages = [];
  if (whole) implementations[id](['on', options])?.(tree, file, () => {});
  else runMarkdownConsistency(tree, file, { [id]: { severity: 'warning', options } });
  return file.messages
    .map((message) => `${message.line}:${message.column} ${message.source}:${message.ruleId}`)
    .sort();
}

describe('the rules of remark-lint', () => {
  // These are given less than they would misread.
  const narrowed: BundledId[] = [
    'no-emphasis-as-heading',
    'no-undefined-references',
    'emphasis-marker',
    'table-pipes',
  ];

  it.each(ids.filter((id) => !narrowed.includes(id)))(
    '%s finds in its part of a tree what it finds in all of it',
    (id) => {
      for (const one of documents) {
        expect(findings(id, one, undefined)).toEqual(findings(id, one, undefined, true));
      }
    },
  );

  it('keep their own id, source and page', () => {
    const file = new VFile({ path: 'README.md', value: '#  Tools\n' });
    runMarkdownConsistency(parse(file).tree, file, {
      'no-heading-content-indent': { severity: 'info', options: undefined },
    });
    expect(file.messages).toHaveLength(1);
    expect(file.messages[0]).toMatchObject({
      ruleId: 'no-heading-content-indent',
      source: 'remark-lint',
      url: expect.stringContaining('remark-lint-no-heading-content-indent'),
      fatal: null,
    });
  });

  it('say what speaks for the value they expect', () => {
    const text = `# Tools\n\n${'- [A](https://a.example)\n'.repeat(9)}\n## More\n\n* [B](https://b.example)\n`;
    const file = new VFile({ path: 'README.md', value: text });
    const settings = { 'unordered-list-marker-style': { severity: 'warning' as const, options: 'house' } };
    runMarkdownConsistency(parse(file).tree, file, settings);
    expect(file.messages.map(({ note }) => note)).toEqual(['9 of 10 entries have `-` as bullet.']);
  });

  it('take lines that hide a comment for no definitions', () => {
    const hidden = '[//]: # (Author: Ann)\n[//]: # (Language: de)\n\n[tea]: a.md\n[tea]: b.md\n\n[tea]\n';
    expect(findings('no-duplicate-definitions', read(hidden), undefined)).toEqual([
      '5:1 remark-lint:no-duplicate-definitions',
    ]);
  });

  it('are bound by an option that is given', () => {
    expect(findings('unordered-list-marker-style', read('# Tools\n\n* a\n* b\n'), '-')).toHaveLength(2);
  });

  it('cost nothing where there is nothing to read', () => {
    for (const id of ids) expect(findings(id, read(''), bundledRules[id].options)).toEqual([]);
  });
});
