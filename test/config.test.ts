import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../src/catalogue.ts';
import type { Config } from '../src/config/config.ts';
import { findConfig, loadConfig } from '../src/config/load.ts';
import { validateConfig } from '../src/config/schema.ts';
import { settingsFor } from '../src/config/settings.ts';
import { defineRule } from '../src/rule.ts';
import { unusedDisable } from '../src/suppress/rules.ts';
import { folder } from './support/folder.ts';

describe('finding a configuration', () => {
  const files: Record<string, string> = {
    'kempt.config.ts': "import type { Config } from 'kempt';\nexport default { failOn: 'info' as const };\n",
    'kempt.config.js': "export default { failOn: 'info' };\n",
    'kempt.config.mjs': "export default { failOn: 'info' };\n",
    'kempt.config.json': '{ "failOn": "info" }',
    '.kemptrc': 'failOn: info\n',
    '.kemptrc.json': '{ "failOn": "info" }',
    '.kemptrc.yaml': 'failOn: info\n',
    '.kemptrc.yml': '# why\nfailOn: info\n',
    'package.json': '{ "name": "x", "type": "module", "kempt": { "failOn": "info" } }',
  };
  for (const [name, content] of Object.entries(files)) {
    it(`reads ${name}, from a folder below it too`, async () => {
      const root = await folder({ [name]: content, 'lists/a.md': '# A' });
      const { config, from } = await findConfig(path.join(root, 'lists'), root);
      expect(config).toEqual({ failOn: 'info' });
      expect(from.map((file) => path.basename(file))).toEqual([name]);
    });
  }

  it('passes by a package.json that says nothing of kempt', async () => {
    const root = await folder({ '.kemptrc': 'failOn: info', 'lists/package.json': '{}' });
    expect((await findConfig(path.join(root, 'lists'), root)).config).toEqual({ failOn: 'info' });
  });

  it('lays a configuration over the one it extends, and keeps the preset', async () => {
    const root = await folder({
      'base.json':
        '{ "extends": "awesome", "rules": { "title": "off", "anchor": "info" }, "ignore": ["a.md"] }',
      '.kemptrc': 'extends: ./base.json\nrules: { title: warning }\nignore: [b.md]\n',
    });
    const { config, from } = await findConfig(root, root);
    expect(config).toEqual({
      extends: ['awesome'],
      rules: { title: 'warning', anchor: 'info' },
      ignore: ['a.md', 'b.md'],
    });
    expect(from.map((file) => path.basename(file))).toEqual(['base.json', '.kemptrc']);
  });

  it('refuses configurations that extend each other in a circle', async () => {
    const root = await folder({
      'a.json': '{ "extends": "./b.json" }',
      'b.json': '{ "extends": "./a.json" }',
    });
    await expect(loadConfig('a.json', root)).rejects.toThrow('in a circle');
  });

  it('says where a configuration that cannot be read is, and why', async () => {
    const root = await folder({ 'kempt.config.json': '{ "rules": ' });
    await expect(findConfig(root, root)).rejects.toMatchObject({
      name: 'KemptError',
      message: 'the configuration cannot be read',
      where: 'kempt.config.json',
      hint: expect.stringContaining('JSON'),
    });
  });
});

describe('a wrong configuration', () => {
  const wrong: [what: string, value: unknown, message: string, hint: unknown][] = [
    ['a misspelt key', { rule: {} }, 'unknown key `rule`', 'did you mean `rules`?'],
    [
      'a misspelt key of links',
      { links: { timout: 5 } },
      'unknown key `links.timout`',
      'did you mean `timeout`?',
    ],
    [
      'a value of the wrong type',
      { links: { timeout: 'long' } },
      '`links.timeout` is "long"',
      'expected a number',
    ],
    [
      'a key that is not there but must be',
      { audit: { acknowledged: [{ url: 'https://a.example/', reason: 'Known' }] } },
      '`audit.acknowledged.0.expires` is missing',
      'expected a string',
    ],
    [
      'a value that is none of few',
      { failOn: 'fatal' },
      '`failOn` is "fatal"',
      'expected one of "error", "warning", "info", "never"; did you mean "error"?',
    ],
    [
      'a severity that does not exist',
      { rules: { title: 'loud' } },
      '`rules.title` is "loud"',
      'expected "off", "info", "warning", "error", "on", or one of them and options: ["warning", {}]',
    ],
    [
      'a misspelt key of one of several hosts',
      { links: { hosts: [{ host: 'a.example' }, { host: 'b.example', widht: 3 }] } },
      'unknown key `links.hosts.1.widht`',
      'did you mean `width`?',
    ],
    [
      'a misspelt key of an override',
      { overrides: [{ file: ['a.md'], files: ['b.md'] }] },
      'unknown key `overrides.0.file`',
      'did you mean `files`?',
    ],
    [
      'a value that is nearly one of few',
      { failOn: 'warnings' },
      '`failOn` is "warnings"',
      'expected one of "error", "warning", "info", "never"; did you mean "warning"?',
    ],
    [
      'a number that is too small',
      { links: { perHost: 0 } },
      '`links.perHost` is 0',
      'expected a number over 0',
    ],
    [
      'a broken number',
      { links: { maxRedirects: 1.5 } },
      '`links.maxRedirects` is 1.5',
      'expected a whole number',
    ],
    [
      'a severity with options that is misspelt',
      { rules: { title: ['eror', {}] } },
      '`rules.title.0` is "eror"',
      'expected one of "off", "info", "warning", "error", "on"; did you mean "error"?',
    ],
    ['a list that is none', { ignore: 'a.md' }, '`ignore` is "a.md"', 'expected a list'],
    [
      'an expression that cannot be compiled',
      { links: { exclude: ['https://(a'] } },
      '`links.exclude.0` is "https://(a"',
      'expected a regular expression',
    ],
    [
      'a plugin that was not imported',
      { plugins: ['remark-lint-rule-style'] },
      '`plugins.0` is "remark-lint-rule-style"',
      'expected a rule from `defineRule`, a remark plugin, or a plugin and its options, imported in a configuration in JavaScript or TypeScript',
    ],
    ['something long', { failOn: 'x'.repeat(500) }, `\`failOn\` is "${'x'.repeat(59)}…`, expect.any(String)],
    ['something else altogether', ['house'], 'the configuration is ["house"]', 'expected an object'],
  ];
  const severities = '"off", "info", "warning", "error", "on", or one of them and options: ["warning", {}]';
  wrong.push(
    [
      'a severity as other tools call it',
      { rules: { title: 'warn' } },
      '`rules.title` is "warn"',
      `expected ${severities}; did you mean "warning"?`,
    ],
    [
      'a severity as a number',
      { rules: { title: 2 } },
      '`rules.title` is 2',
      `expected ${severities}; did you mean "error"?`,
    ],
    [
      'a rule with too much',
      { rules: { title: ['warning', {}, 1] } },
      '`rules.title` is ["warning",{},1]',
      `expected ${severities}`,
    ],
    [
      'a key as other tools call it',
      { preset: 'awesome' },
      'unknown key `preset`',
      'did you mean `extends`?',
    ],
    [
      'a key that must be there and is misspelt',
      { overrides: [{ file: ['a.md'], rules: {} }] },
      'unknown key `overrides.0.file`',
      'did you mean `files`?',
    ],
    [
      'a status that is none',
      { links: { accept: ['999', 'abc'] } },
      '`links.accept.1` is "abc"',
      'expected a status, such as 403 or "500-599"',
    ],
  );
  for (const [what, value, message, hint] of wrong) {
    it(`names key, value and what was expected of ${what}`, () => {
      expect(() => validateConfig(value, '.kemptrc')).toThrow(
        expect.objectContaining({ name: 'KemptError', message, hint, where: '.kemptrc' }),
      );
    });
  }
});

describe('a configuration that cannot be read', () => {
  it('is told with line and column', async () => {
    const root = await folder({ 'kempt.config.json': '{\n  "failOn": "info",\n  rules: {}\n}' });
    await expect(findConfig(root, root)).rejects.toMatchObject({
      where: 'kempt.config.json:3:3',
      hint: expect.stringContaining('JSON'),
    });
  });

  it('is told with its line in YAML and in code too', async () => {
    const root = await folder({
      'a/.kemptrc': 'rules:\n  title: [off\nfailOn: info\n',
      'b/kempt.config.ts': 'export default {\n  failOn: "info"\n',
      'c/kempt.config.mjs': '\n\nthrow Error("no");\n',
    });
    const whereOf = async (name: string) =>
      await findConfig(path.join(root, name), root).then(
        () => undefined,
        (error: { where?: string }) => error.where,
      );
    expect(await whereOf('a')).toMatch(/^a\/\.kemptrc:[34]:1$/);
    expect(await whereOf('b')).toBe('b/kempt.config.ts:3');
    expect(await whereOf('c')).toBe('c/kempt.config.mjs:3');
  });

  it('is one whose name nobody reads', async () => {
    const root = await folder({
      'a/kempt.config.yaml': 'failOn: info',
      'b/.kemptrc.toml': 'failOn = "info"',
      'c/kempt.config.cjs': 'module.exports = {}',
      'd/kempt-baseline.json': '{}',
      'd/kempt.json': '{}',
      'd/.kemptignore': '',
    });
    const tried = (name: string) => findConfig(path.join(root, name), root);
    await expect(tried('a')).rejects.toMatchObject({
      message: 'no configuration has this name',
      where: 'a/kempt.config.yaml',
      hint: 'call it .kemptrc.yaml',
    });
    await expect(tried('b')).rejects.toMatchObject({
      hint: 'call it .kemptrc.json or .kemptrc.yaml, and write it so',
    });
    await expect(tried('c')).rejects.toMatchObject({ hint: 'call it kempt.config.js' });
    expect((await tried('d')).from).toEqual([]);
  });

  it('may begin with a byte order mark', async () => {
    const root = await folder({ 'kempt.config.json': '\uFEFF{ "failOn": "info" }' });
    expect((await findConfig(root, root)).config).toEqual({ failOn: 'info' });
  });

  it('is one in code that exports nothing, or throws', async () => {
    const root = await folder({
      'a/kempt.config.mjs': 'const a = {};',
      'b/kempt.config.mjs': 'throw Error("no")',
      'c/kempt.config.ts': 'export const config = { failOn: "info" };',
      'd/kempt.config.ts': 'const config = { failOn: "info" };',
    });
    for (const name of ['c', 'd'])
      await expect(findConfig(path.join(root, name), root)).rejects.toThrow(
        'the configuration exports nothing',
      );
    await expect(findConfig(path.join(root, 'a'), root)).rejects.toMatchObject({
      message: 'the configuration exports nothing',
      hint: expect.stringContaining('export default defineConfig'),
    });
    await expect(findConfig(path.join(root, 'b'), root)).rejects.toMatchObject({ hint: 'no' });
  });

  it('is one that is not there', async () => {
    const root = await folder({ '.kemptrc': 'extends: ./base.json' });
    await expect(findConfig(root, root)).rejects.toMatchObject({
      message: 'there is no such configuration',
      where: 'base.json',
      hint: '.kemptrc extends it: check the path there',
    });
    await expect(loadConfig('nope.json', root)).rejects.toMatchObject({
      where: 'nope.json',
      hint: 'check the path',
    });
  });

  it('is one that extends a preset there is not', async () => {
    const root = await folder({ '.kemptrc': 'extends: awsome' });
    await expect(findConfig(root, root)).rejects.toMatchObject({
      message: 'there is no preset "awsome"',
      where: '.kemptrc',
      hint: expect.stringContaining('did you mean "awesome"?'),
    });
  });
});

describe('the settings of a file', () => {
  const docs = { finds: '', why: '', bad: '', good: '', whenOff: '' };
  const rule = defineRule({
    id: 'length',
    summary: '',
    category: 'entry',
    severity: { house: 'off', awesome: 'error', minimal: 'off' },
    fix: 'none',
    options: { most: { default: 300, about: '' } },
    presetOptions: { awesome: { most: 200 } },
    since: '0.1.0',
    docs,
  });
  const catalogue: Catalogue = {
    rules: [rule],
    bundled: {
      'rule-style': {
        severity: { house: 'warning', awesome: 'error', minimal: 'off' },
        options: '---',
        summary: '',
      },
    },
    comments: [unusedDisable],
    links: [
      {
        id: 'link-dead',
        summary: '',
        severity: { house: 'error', awesome: 'error', minimal: 'error' },
        docs,
      },
    ],
  };
  const settings = (config: Config, file = '/base/a.md') =>
    settingsFor({ config, base: '/base', from: ['/base/.kemptrc'] }, file, catalogue);

  it('follow the preset, its options included', async () => {
    expect((await settings({})).rules).toEqual([]);
    const { rules, bundled } = await settings({ extends: 'awesome' });
    expect(rules).toEqual([{ rule, severity: 'error', options: { most: 200 } }]);
    expect(bundled).toEqual({ 'rule-style': { severity: 'error', options: '---' } });
  });

  it('take severity and options from the configuration', async () => {
    const { rules } = await settings({ rules: { 'kempt:length': ['info', { most: 10 }] } });
    expect(rules).toEqual([{ rule, severity: 'info', options: { most: 10 } }]);
  });

  it('understand `on`, and ids of remark-lint with their prefix', async () => {
    const { rules, bundled } = await settings({
      rules: { length: 'on', 'remark-lint:rule-style': ['error', '***'] },
    });
    expect(rules[0]?.severity).toBe('warning');
    expect(bundled['rule-style']).toEqual({ severity: 'error', options: '***' });
  });

  it('switch remark-lint’s rules off as a group', async () => {
    expect((await settings({ rules: { 'markdown-consistency': 'off' } })).bundled).toEqual({});
  });

  it('differ by file where overrides say so', async () => {
    const config: Config = { overrides: [{ files: ['lists/**'], rules: { 'link-dead': 'info' } }] };
    expect((await settings(config, '/base/lists/a.md')).linkSeverity.get('link-dead')).toBe('info');
    expect((await settings(config, '/base/a.md')).linkSeverity.size).toBe(0);
  });

  it('refuse an option that the rule does not have, or whose value it does not take', async () => {
    const length = (options: unknown) => settings({ rules: { length: ['on', options] } as never });
    await expect(length({ mots: 3 })).rejects.toMatchObject({
      message: 'unknown key `rules.length.mots`',
      where: '.kemptrc',
      hint: 'did you mean `most`?',
    });
    await expect(length({ most: 'few' })).rejects.toMatchObject({
      message: '`rules.length.most` is "few"',
      hint: 'expected a number',
    });
    await expect(length('few')).rejects.toMatchObject({
      message: 'the option of `rules.length` is "few"',
      hint: 'expected an object, such as { "most": … }',
    });
    await expect(settings({ rules: { 'link-dead': ['on', { a: 1 }] } })).rejects.toMatchObject({
      message: 'unknown key `rules.link-dead.a`',
      hint: 'it takes none',
    });
  });

  it('refuse an option that a rule of remark-lint does not take', async () => {
    const style = (option: unknown) => settings({ rules: { 'rule-style': ['on', option] } });
    await expect(style('+++')).rejects.toMatchObject({
      message: 'the option of `rules.remark-lint:rule-style` is "+++"',
      where: '.kemptrc',
      hint: expect.stringMatching(/^expected .*consistent/),
    });
    await expect(style('consistant')).rejects.toMatchObject({
      hint: expect.stringContaining('did you mean "consistent"?'),
    });
    for (const option of ['***', 'house', undefined, null])
      expect((await style(option)).bundled).toHaveProperty('rule-style');
  });

  it('say what stands in for a rule of awesome-lint', async () => {
    await expect(settings({ rules: { 'double-link': 'off' } })).rejects.toMatchObject({
      hint: 'in its stead kempt has `duplicate-link`',
    });
  });

  it('refuse the id of a rule that does not exist, and guess', async () => {
    await expect(settings({ rules: { lenght: 'off' } })).rejects.toMatchObject({
      message: 'there is no rule `lenght`',
      where: '.kemptrc',
      hint: 'did you mean `length`?',
    });
  });
});
