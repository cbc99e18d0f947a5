import remarkGfm from 'remark-gfm';
import remarkLint from 'remark-lint';
import hardBreakSpaces from 'remark-lint-hard-break-spaces';
import remarkParse from 'remark-parse';
import { type PluggableList, unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { docsUrl } from '../src/project.ts';
import { type AnyRule, toPlugin } from '../src/rule.ts';

// These need what only kempt gathers: the rules of remark-lint, which are plugins already, and facts from outside.
const standalone = rules.filter((rule) => rule.id !== 'markdown-consistency' && worksAlone(rule));

function worksAlone(rule: AnyRule): boolean {
  return lintWith([toPlugin(rule)], rule.docs.bad).length > 0;
}

function lintWith(plugins: PluggableList, text: string, tree = read(text)) {
  const file = new VFile({ path: 'README.md', value: text });
  unified().use(plugins).runSync(tree, file);
  return file.messages;
}

function read(text: string) {
  return unified().use(remarkParse).use(remarkGfm).parse(text);
}

describe('a rule as a plugin of remark-lint', () => {
  it('is what nearly every rule can be', () => {
    const others = rules.filter((rule) => !standalone.includes(rule) && !rule.needs);
    expect(others.map(({ id }) => id)).toEqual(['markdown-consistency']);
  });

  it.each(standalone.map((rule) => [rule.id, rule] as const))('%s names itself and its page', (id, rule) => {
    for (const message of lintWith([toPlugin(rule)], rule.docs.bad)) {
      expect(message).toMatchObject({ ruleId: id, source: 'kempt', url: docsUrl(id) });
      expect(String(message.reason)).not.toBe('');
    }
  });

  it.each(standalone.map((rule) => [rule.id, rule] as const))('%s is silent on a good list', (_, rule) => {
    expect(lintWith([toPlugin(rule)], rule.docs.good).map(String)).toEqual([]);
  });

  it.each(standalone.map((rule) => [rule.id, rule] as const))(
    '%s can be off, and can be an error',
    (_, rule) => {
      expect(lintWith([[toPlugin(rule), ['off']]], rule.docs.bad)).toEqual([]);
      const fatal = lintWith([[toPlugin(rule), ['error']]], rule.docs.bad).map((message) => message.fatal);
      expect(new Set(fatal)).toEqual(new Set([true]));
    },
  );
});

describe('rules beside remark-lint', () => {
  it('take options as its own rules do', () => {
    const separator = rules.find(({ id }) => id === 'entry-separator')!;
    const text = '# Tools\n\n- [Foo](https://foo.example) - Fast.\n';
    expect(lintWith([[toPlugin(separator), { separator: ': ' }]], text)).toHaveLength(1);
    expect(lintWith([[toPlugin(separator), ['error', { separator: ' - ' }]]], text)).toEqual([]);
  });

  it('find the same together as alone', () => {
    const text = rules.map(({ docs }) => docs.bad).join('\n');
    const tree = read(text);
    const together = lintWith([remarkLint, ...standalone.map(toPlugin)], text, tree);
    const alone = standalone.flatMap((one) => lintWith([toPlugin(one)], text, tree));
    expect(together.map(String).sort()).toEqual(alone.map(String).sort());
  });

  it('are left alone by its comments, which silence its own rules', () => {
    const whitespace = rules.find(({ id }) => id === 'whitespace')!;
    const text = '<!--lint disable whitespace hard-break-spaces-->\n\nOne   \ntwo. \n';
    const found = lintWith([remarkLint, toPlugin(whitespace), hardBreakSpaces], text);
    expect(found.map(({ ruleId }) => ruleId)).toEqual(['whitespace']);
  });
});
