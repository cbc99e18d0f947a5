import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { kempt } from './support/command-line.ts';
import { folder } from './support/folder.ts';

const corpus = new URL('../../shared/corpus/', import.meta.url);

const item = (name: string, separator = ' - ', end = '.') =>
  `- [${name}](https://${name.toLowerCase()}.example)${separator}Malty${end}`;
const names = ['Assam', 'Bancha', 'Ceylon', 'Dian', 'Earl', 'Fuding', 'Gunpowder', 'Hojicha', 'Irish', 'Jin'];
/** A list that mostly separates by “ - ”, and ends descriptions in a full stop seven times in ten. */
const list = (count = 7) =>
  `# Awesome Tea\n\n${names.map((name, index) => item(name, index === 3 ? ': ' : ' - ', index < count ? '.' : '')).join('\n')}\n`;

async function rulesIn(cwd: string, file: string) {
  return JSON.parse(await readFile(`${cwd}/${file}`, 'utf8')).rules as Record<string, unknown>;
}

async function found(cwd: string, rule: string) {
  const { stdout } = await kempt(['lint', '--format', 'json', 'README.md'], { cwd });
  const [file] = JSON.parse(stdout).files;
  return file.messages
    .filter((message: { rule: string }) => message.rule === rule)
    .map(({ line, severity }: { line: number; severity: string }) => `${line} ${severity}`);
}

describe('kempt style', () => {
  it('shows what most of a list does, how many do, and who does not', async () => {
    const cwd = await folder({ 'README.md': list() });
    const { code, stdout } = await kempt(['style'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('README.md  10 entries');
    expect(stdout).toMatch(/✓ separator +“ - ” +90 % {2}9 of 10\n +“: ”: line 6\n/);
    expect(stdout).toMatch(/~ final-mark +A full stop +70 % {2}7 of 10\n +No full stop: lines 10, 11, 12\n/);
    expect(stdout).toMatch(/✓ bullet +`-` +100 % {2}10 of 10\n/);
    expect(stdout).toContain('kempt style --pin');
  });

  it('tells of a habit whose rule is off by default', async () => {
    const urls = names.map((name) => `- [${name}](https://github.com/tea/${name}) - A tea.`).join('\n');
    const cwd = await folder({ 'README.md': `# Awesome Tea\n\n## Tea\n\n${urls}\n` });
    const style = async (...argv: string[]) => (await kempt(['style', ...argv], { cwd })).stdout;
    expect(await style()).toMatch(/repository-slash .*\(its rule is[^✓]* off\)/);
    // Who has not asked for the rule does not get it by pinning what the others are held to.
    expect(await style('--pin')).not.toContain('link-trailing-slash');
    const rules = await rulesIn(cwd, 'kempt.config.json');
    await writeFile(
      `${cwd}/kempt.config.json`,
      JSON.stringify({ rules: { ...rules, 'link-trailing-slash': 'on' } }),
    );
    expect(await style('--pin')).toContain('"repositories": "none"');
    expect(await style()).toMatch(/repository-slash .*\(pinned\)/);
  });

  it('shows sections and forms with a habit of their own', async () => {
    const papers = names.map((name) => item(name, ': ')).join('\n');
    const rows = names.map((name) => `| [${name}](https://${name}.example/x) | no full stop |`).join('\n');
    const cwd = await folder({
      'README.md': `${list(10)}${names.map((name) => item(`X${name}`)).join('\n')}\n\n## Papers\n\n${papers}\n\n## Table\n\n| Name | About |\n| --- | --- |\n${rows}\n`,
    });
    const { stdout } = await kempt(['style', '--no-color'], { cwd });
    expect(stdout).toMatch(
      /✓ separator +“ - ” +95 % {2}19 of 20\n.*\n {2}✓ {3}in “Papers” +“: ” +100 % {2}10 of 10\n/,
    );
    expect(stdout).toMatch(/✓ {3}in table rows +No full stop +100 % {2}10 of 10\n/);
  });

  it('fits on 80 columns, and on narrow terminals nearly', async () => {
    const cwd = await folder({ 'README.md': list().replace('Assam', 'A'.repeat(200)) });
    for (const columns of [80, 60]) {
      const { stdout } = await kempt(['style'], { cwd, terminal: { columns } });
      // biome-ignore lint/complexity/useRegexLiterals: the escape is clearer so
      const plain = stdout.replace(new RegExp('\\u001b\\[\\d+m', 'g'), '');
      expect(plain).not.toBe(stdout);
      expect(Math.max(...plain.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(columns);
    }
  });

  it('says the same to machines', async () => {
    const cwd = await folder({ 'README.md': list() });
    const { stdout } = await kempt(['style', '--format', 'json'], { cwd });
    const { version, files } = JSON.parse(stdout);
    expect({ version, path: files[0].path, entries: files[0].entries }).toEqual({
      version: 1,
      path: 'README.md',
      entries: 10,
    });
    const separator = files[0].conventions.find(({ name }: { name: string }) => name === 'separator');
    expect(separator).toMatchObject({
      rule: 'entry-separator',
      state: 'open',
      options: { separator: ' - ' },
      habits: [
        {
          value: ' - ',
          strength: 'firm',
          count: 9,
          total: 10,
          share: 0.9,
          outliers: [{ line: 6, value: ': ' }],
        },
      ],
    });
  });

  it('shows control characters in titles instead of obeying them', async () => {
    const papers = names.map((name) => item(name, ': ')).join('\n');
    const cwd = await folder({
      'README.md': `${list(10)}${list(10).slice(15)}\n## A\u001b[31m\u202eB\n\n${papers}\n`,
    });
    expect((await kempt(['style'], { cwd })).stdout).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('kempt style --pin', () => {
  it('binds: what only departed from a weak habit is then reported', async () => {
    const cwd = await folder({ 'README.md': list() });
    expect(await found(cwd, 'description-punctuation')).toEqual(['10 info']);
    const { stdout } = await kempt(['style', '--pin'], { cwd });
    expect(stdout).toContain('Wrote kempt.config.json:');
    expect(stdout).toContain('+    "description-punctuation": ["on", { "mark": "full-stop" }],');
    expect(await found(cwd, 'description-punctuation')).toEqual(['10 warning', '11 warning', '12 warning']);
    // And no majority can turn it.
    await writeFile(`${cwd}/README.md`, list(2));
    expect(await found(cwd, 'description-punctuation')).toHaveLength(8);
  });

  it('says of each rule what it is bound to, as the configuration shows it again', async () => {
    const table =
      '| Tea | Taste |\n| --- | --- |\n| Assam | Malty |\n| Uva | Bright |\n| Mist | Fine |\n| Ann | Fine |\n';
    const cwd = await folder({ 'README.md': `${list()}\n${table}` });
    const { stdout } = await kempt(['style', '--pin'], { cwd });
    expect(stdout).toContain('"remark-lint:list-item-bullet-indent": ["on", "always"]');
    expect(stdout).toContain('"remark-lint:table-pipes": ["on", "always"]');
    const shown = (await kempt(['config'], { cwd })).stdout;
    expect(shown).toContain('remark-lint:list-item-bullet-indent  "always"');
    const loose = `${list()} * [Odd](https://odd.example) - An odd one.\n\n${table.replaceAll(' |\n', '\n')}`;
    await writeFile(`${cwd}/README.md`, loose);
    expect(await found(cwd, 'remark-lint:table-pipes')).not.toEqual([]);
    expect(await found(cwd, 'remark-lint:list-item-bullet-indent')).not.toEqual([]);
  });

  it('changes nothing the second time, and says so', async () => {
    const cwd = await folder({ 'README.md': list() });
    await kempt(['style', '--pin'], { cwd });
    const before = await readFile(`${cwd}/kempt.config.json`, 'utf8');
    const { stdout } = await kempt(['style', '--pin'], { cwd });
    expect(stdout).toContain('Nothing to pin');
    expect(stdout).toContain('“ - ” (pinned)');
    expect(await readFile(`${cwd}/kempt.config.json`, 'utf8')).toBe(before);
  });

  it('keeps the formatting of the configuration, and what it says already', async () => {
    const config =
      '{\r\n\t"failOn":   "warning",\r\n\t"rules": {\r\n\t\t"kempt:entry-separator": "error",\r\n\t\t"title": "off"\r\n\t}\r\n}\r\n';
    const cwd = await folder({ 'README.md': list(), 'kempt.config.json': config });
    await kempt(['style', '--pin'], { cwd });
    const text = await readFile(`${cwd}/kempt.config.json`, 'utf8');
    expect(text).toContain('\t"failOn":   "warning",\r\n\t"rules": {\r\n');
    expect(text).toContain(
      '\t\t"kempt:entry-separator": ["error", { "separator": " - " }],\r\n\t\t"title": "off",\r\n',
    );
    expect(text).toContain('\r\n\t\t"description-case": ["on", { "case": "upper" }],');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('leaves alone what is switched off or chosen otherwise, and keeps other options', async () => {
    const rules = {
      'entry-separator': ['error', { separator: ': ' }],
      'description-case': 'off',
      'entry-order': ['info', { order: 'always' }],
    };
    const sorted = `${list(10)}\n## More\n\n${names.map((name) => item(`X${name}`)).join('\n')}\n`;
    const cwd = await folder({
      'README.md': sorted,
      'kempt.config.json': JSON.stringify({ rules }, null, 2),
    });
    const { stdout } = await kempt(['style', '--pin'], { cwd });
    expect(stdout).toContain('“ - ” (set otherwise)');
    expect(stdout).toContain('(its rule is off)');
    expect(await rulesIn(cwd, 'kempt.config.json')).toMatchObject({
      'entry-separator': ['error', { separator: ': ' }],
      'description-case': 'off',
      'entry-order': ['info', { order: 'always', collation: 'letters' }],
    });
  });

  it.each([
    [
      '.kemptrc',
      '# ours\nfailOn: warning # strict\n\nrules:\n  title: off # no title\n',
      /# ours\n[\s\S]*# strict\n[\s\S]*# no title\n/,
    ],
    [
      '.kemptrc',
      '{ "failOn": "warning", "rules": { "title": "off" } }\n',
      /^\{ "failOn": "warning", "rules": \{ "title": "off", "/,
    ],
    ['.kemptrc.yaml', 'failOn: warning\n', /^failOn: warning\nrules:\n {2}/],
    [
      'package.json',
      '{\n    "name": "tea",\n    "kempt": {}\n}\n',
      /^\{\n {4}"name": "tea",\n {4}"kempt": \{\n {8}"rules": \{\n {12}"/,
    ],
    ['.kemptrc.json', '{}', /^\{\n {2}"rules": \{\n {4}"/],
  ])('edits %s as it is written', async (name, text, expected) => {
    const cwd = await folder({ 'README.md': list(), [name]: text });
    const { stdout } = await kempt(['style', '--pin'], { cwd });
    expect(stdout).toContain(`Wrote ${name}:`);
    expect(await readFile(`${cwd}/${name}`, 'utf8')).toMatch(expected);
    expect(await found(cwd, 'description-punctuation')).toHaveLength(3);
    expect((await kempt(['style', '--pin'], { cwd })).stdout).toContain('Nothing to pin');
  });

  it('says what to add to a configuration that is code, and leaves it alone', async () => {
    const code = 'export default { failOn: "info" };\n';
    const cwd = await folder({ 'README.md': list(), 'kempt.config.mjs': code });
    const { stdout } = await kempt(['style', '--pin'], { cwd });
    expect(stdout).toContain('kempt.config.mjs is code');
    expect(stdout).toContain('  "entry-separator": ["on",{"separator":" - "}],');
    expect(await readFile(`${cwd}/kempt.config.mjs`, 'utf8')).toBe(code);
  });

  it('binds each of several lists to its own', async () => {
    const other = list().replaceAll(' - ', ': ');
    const cwd = await folder({ 'README.md': list(), 'README-zh.md': other });
    await kempt(['style', '--pin'], { cwd });
    const { overrides, rules } = JSON.parse(await readFile(`${cwd}/kempt.config.json`, 'utf8'));
    expect(rules).toBeUndefined();
    expect(overrides.map((one: { files: string[]; rules: object }) => [one.files, one.rules])).toEqual([
      [['README.md'], expect.objectContaining({ 'entry-separator': ['on', { separator: ' - ' }] })],
      [['README-zh.md'], expect.objectContaining({ 'entry-separator': ['on', { separator: ': ' }] })],
    ]);
    expect((await kempt(['style', '--pin', 'README.md'], { cwd })).stdout).toContain('Nothing to pin');
  });

  it('pins nothing where a section has a habit of its own', async () => {
    const papers = names.map((name) => item(name, ': ')).join('\n');
    const cwd = await folder({ 'README.md': `${list(10)}${list(10).slice(15)}\n## Papers\n\n${papers}\n` });
    await kempt(['style', '--pin'], { cwd });
    expect(await rulesIn(cwd, 'kempt.config.json')).not.toHaveProperty('entry-separator');
  });

  it('binds Markdown only to what the list does firmly', async () => {
    const stars = names.map((name) => item(`X${name}`).replace('-', '*')).join('\n');
    const cwd = await folder({
      'README.md': `${list(10)}${list(10).slice(15)}\n## Stars\n\n${stars.slice(0, 250)}\n`,
    });
    await kempt(['style', '--pin'], { cwd });
    const rules = await rulesIn(cwd, 'kempt.config.json');
    expect(rules).not.toHaveProperty('remark-lint:unordered-list-marker-style');
    expect(rules).toHaveProperty('remark-lint:list-item-indent', ['on', 'one']);
  });

  it('refuses standard input', async () => {
    const { code, stderr } = await kempt(['style', '--pin', '-'], { cwd: await folder(), stdin: list() });
    expect(code).toBe(2);
    expect(stderr).toContain('name the file');
  });
});

describe.skipIf(!existsSync(corpus))('the lists of the corpus', () => {
  it('can be pinned, once each', async () => {
    for (const name of ['kayhaw__awesome-unikernel', 'jbhuang0604__awesome-computer-vision'].filter((one) =>
      readdirSync(corpus).includes(one),
    )) {
      const cwd = await folder({ 'README.md': await readFile(new URL(`${name}/README.md`, corpus)) });
      const { code, stderr } = await kempt(['style', '--pin'], { cwd });
      expect({ name, code, stderr }).toEqual({ name, code: 0, stderr: '' });
      expect((await kempt(['lint', '--fail-on', 'never'], { cwd })).code, name).toBe(0);
      expect((await kempt(['style', '--pin'], { cwd })).stdout, name).toContain('Nothing to pin');
    }
  }, 60_000);
});
