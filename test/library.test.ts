import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import type { Config } from '../src/index.ts';
import { defineConfig, lint } from '../src/index.ts';
import { folder } from './support/folder.ts';

const list = `# Awesome Tea

- [Assam](https://example.com/assam) - Malty, and brewwed well.
- [Ceylon](lost.md) - Bright.
`;
const rulesFound = ({ messages }: VFile) => messages.map(({ ruleId }) => ruleId);

describe('linting by the library', () => {
  it('takes what rules may know of the outside', async () => {
    const localTargets = new Map([['lost.md', { exists: false as const }]]);
    expect(rulesFound(await lint(list))).toEqual([]);
    expect(rulesFound(await lint(list, {}, { facts: { localTargets } }))).toEqual(['local-link']);
  });

  it('gathers what is beside the list where it is asked to', async () => {
    const cwd = await folder({ 'here.md': '# Here\n', '.git/HEAD': '' });
    const file = () => new VFile({ value: list, path: 'README.md', cwd });
    expect(rulesFound(await lint(file()))).toEqual([]);
    expect(rulesFound(await lint(file(), {}, { gather: true }))).toEqual(['local-link']);
  });

  it('loads the dictionary where the configuration asks for it, or takes another', async () => {
    const rules: Config['rules'] = { spelling: ['warning', { dictionary: true }] };
    const { messages } = await lint(list, { rules });
    expect(messages.map(String).join()).toContain('brewwed');
    const knowing = { correct: () => true, suggest: () => [] };
    expect(rulesFound(await lint(list, { rules }, { facts: { dictionary: knowing } }))).toEqual([]);
  });

  it('applies what the configuration extends and overrides', async () => {
    const cwd = await folder({ 'base.json': '{ "rules": { "title": "off" } }' });
    const file = () => new VFile({ value: 'No title.\n', path: 'lists/a.md', cwd });
    expect(rulesFound(await lint(file()))).toEqual(['title']);
    expect(rulesFound(await lint(file(), { extends: './base.json' }))).toEqual([]);
    const overrides = [{ files: ['lists/*.md'], rules: { title: 'off' as const } }];
    expect(rulesFound(await lint(file(), { overrides }))).toEqual([]);
  });

  it('finds the same in a list that begins with a BOM, at the same places', async () => {
    const items = Array.from(
      { length: 8 },
      (_, index) =>
        `- [Kite ${index}](https://k${index}.example) - An *old*${index === 6 ? ' Javascript' : ''} kite.`,
    );
    const text = `# Awesome Kites\n\n## A\n\n${items.join('\n')}\n- [Last](https://l.example) - _New_ kite \n`;
    const found = async (list: string) =>
      (await lint(list)).messages.map(({ ruleId, line, column, reason }) => ({
        ruleId,
        line,
        column,
        reason,
      }));
    expect((await found(text)).map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['spelling', 'whitespace']),
    );
    expect(await found(`\uFEFF${text}`)).toEqual(await found(text));
  });

  it('refuses what is no configuration', async () => {
    await expect(lint(list, { rule: {} } as Config)).rejects.toMatchObject({
      name: 'KemptError',
      message: 'unknown key `rule`',
    });
    await expect(lint(list, { extends: 'hous' })).rejects.toMatchObject({
      message: 'there is no preset "hous"',
    });
  });
});

describe('a configuration that is code', () => {
  it('is typed by the rules and their options', () => {
    const config = defineConfig({
      rules: {
        'entry-separator': ['warning', { separator: ': ' }],
        'link-dead': 'info',
        'remark-lint:rule-style': ['error', '---'],
        'of-my-own': 'error',
      },
    });
    // @ts-expect-error there is no such option
    defineConfig({ rules: { 'entry-separator': ['warning', { seperator: ': ' }] } });
    // @ts-expect-error the option has no such value
    defineConfig({ rules: { 'entry-name': ['warning', { emphasis: 'bold' }] } });
    // @ts-expect-error there is no such severity
    defineConfig({ rules: { 'entry-name': 'loud' } });
    expect(config.rules?.['link-dead']).toBe('info');
  });
});

describe('the JSON schema of the configuration', async () => {
  const schema = JSON.parse(await readFile(new URL('../schema/config.schema.json', import.meta.url), 'utf8'));
  const isValid = new Ajv2020({
    strict: true,
    formats: { date: /^\d{4}-\d\d-\d\d$/ },
    strictTypes: false,
    strictTuples: false,
  }).compile(schema);

  it('takes what kempt takes', () => {
    const config = {
      $schema: './node_modules/kempt/schema/config.schema.json',
      extends: ['house', './base.json'],
      rules: {
        title: 'off',
        'entry-name': ['warning', { emphasis: '[**]' }],
        'remark-lint:rule-style': ['error', '---'],
        'link-dead': 'info',
        'unused-disable': 'off',
      },
      ignore: ['old/'],
      links: { hosts: [{ host: 'a.example', width: 2 }], accept: [403, '500-599'] },
      overrides: [{ files: ['a.md'], rules: { title: 'on' } }],
    };
    expect(isValid(config), JSON.stringify(isValid.errors)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a rule that there is not', { rules: { titel: 'off' } }],
    ['an option that there is not', { rules: { 'entry-name': ['warning', { emphasize: '**' }] } }],
    ['a value that the option does not take', { rules: { 'entry-name': ['warning', { emphasis: '***' }] } }],
    [
      'an option of the wrong type',
      { overrides: [{ files: [], rules: { 'nested-depth': ['on', { max: '3' }] } }] },
    ],
    ['a severity that there is not', { rules: { title: 'loud' } }],
    ['a key that there is not', { rule: {} }],
  ])('refuses %s', (_, config) => {
    expect(isValid(config)).toBe(false);
  });

  it('explains keys and options', () => {
    expect(schema.properties.failOn.description).not.toBe('');
    expect(schema.$defs.rules.properties.title.description).not.toBe('');
  });
});
