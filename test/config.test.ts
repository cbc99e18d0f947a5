import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../src/catalogue.ts';
import type { Config } from '../src/config/config.ts';
import { findConfig, loadConfig } from '../src/config/load.ts';
import { validateConfig } from '../src/config/schema.ts';
import { settingsFor } from '../src/config/settings.ts';
import { defineRule } from '../src/rule.ts';
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
  const wrong: [string, unknown, string, string][] = [
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
      'a value that is none of few',
      { failOn: 'fatal' },
      '`failOn` is "fatal"',
      'expected one of "error", "warning", "info", "never"',
    ],
    [
      'a severity that does not exist',
      { rules: { title: 'loud' } },
      '`rules.title` is "loud"',
      'expected "off", "info", "warning", "error", "on", or one of them and options: ["warning", {}]',
    ],
    ['something else altogether', ['house'], 'the configuration is ["house"]', 'expected an object'],
  ];
  for (const [what, value, message, hint] of wrong) {
    it(`names key, value and what was expected of ${what}`, () => {
      expect(() => validateConfig(value, '.kemptrc')).toThrow(
        expect.objectContaining({ name: 'KemptError', message, hint, where: '.kemptrc' }),
      );
    });
  }
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

  it('leave out files that are ignored', async () => {
    expect((await settings({ ignore: ['old/*.md'] }, '/base/old/a.md')).ignored).toBe(true);
    expect((await settings({ ignore: ['old/*.md'] }, '/base/a.md')).ignored).toBe(false);
  });

  it('refuse the id of a rule that does not exist, and guess', async () => {
    await expect(settings({ rules: { lenght: 'off' } })).rejects.toMatchObject({
      message: 'there is no rule `lenght`',
      where: '.kemptrc',
      hint: 'did you mean `length`?',
    });
  });
});
