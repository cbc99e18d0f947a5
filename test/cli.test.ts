import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { kempt } from './support/command-line.ts';
import { folder } from './support/folder.ts';

const clean = `# Awesome Clean

> A curated list of clean things.

## Things

- [One](https://one.example) - The first of them.
- [Two](https://two.example) - The second of them.
`;
const broken = clean.replace('[Two](https', '[Two] (https');

describe('kempt lint', () => {
  it('exits 0 and says so in one line where nothing is found', async () => {
    const cwd = await folder({ 'README.md': clean });
    const { code, stdout, stderr } = await kempt(['lint'], { cwd });
    expect({ code, stderr, lines: stdout.trim().split('\n').length }).toEqual({
      code: 0,
      stderr: '',
      lines: 1,
    });
  });

  it('exits 1 where there is an error, at line and column', async () => {
    const cwd = await folder({ 'README.md': broken });
    const { code, stdout } = await kempt(['lint', 'README.md'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('README.md');
    expect(stdout).toMatch(/8:\d+ .*link-syntax/s);
  });

  it('never asks the network', async () => {
    let asked = 0;
    const url = await serve(() => {
      asked++;
      return 404;
    });
    const cwd = await folder({ 'README.md': clean.replace('https://two.example', 'http://two.example') });
    expect((await kempt(['lint'], { cwd, env: { http_proxy: url } })).code).toBe(0);
    expect(asked).toBe(0);
  });

  it('gives advice that can be copied: commands that fix, and what silences', async () => {
    const entries = Array.from(
      { length: 20 },
      (_, i) => `- [Tea ${i}](https://${i}.example) - It is good \n`,
    );
    const cwd = await folder({
      'my list.md': `${clean}${entries.join('')}***\n\n---\n\n---\n\n---\n\n---\n`,
    });
    const lint = async () => (await kempt(['lint', 'my list.md'], { cwd })).stdout;
    const advice = (await lint()).split('\n');
    const commands = advice.flatMap((line) => /^ .*\) +kempt (fix .*)$/.exec(line)?.[1] ?? []);
    expect(commands.length).toBeGreaterThan(1);
    for (const command of commands) {
      const words = command.replace(" 'my list.md'", '').split(' ');
      expect(await kempt([...words, 'my list.md'], { cwd }), command).toMatchObject({ code: 0, stderr: '' });
      expect(await lint()).not.toContain(`  ${words.at(-1)!.replace(/^.*:/, '')}\n`);
    }
  });

  it('reads standard input', async () => {
    const cwd = await folder();
    const { code, stdout } = await kempt(['lint', '-'], { cwd, stdin: broken });
    expect(code).toBe(1);
    expect(stdout).toContain('<stdin>');
  });

  it('fails from the severity on that --fail-on says', async () => {
    const cwd = await folder({ 'README.md': clean.replace('first of them.', 'first of them. ') });
    expect((await kempt(['lint'], { cwd })).code).toBe(0);
    expect((await kempt(['lint', '--fail-on', 'warning'], { cwd })).code).toBe(1);
    const bad = await folder({ 'README.md': broken });
    expect((await kempt(['lint', '--fail-on', 'never'], { cwd: bad })).code).toBe(0);
  });

  it('writes several reports at once', async () => {
    const cwd = await folder({ 'README.md': broken });
    const { stdout } = await kempt(['lint', '--format', 'pretty', '--format', 'json=report.json'], { cwd });
    expect(stdout).toContain('link-syntax');
    const report = JSON.parse(await readFile(`${cwd}/report.json`, 'utf8'));
    expect(report).toMatchObject({ version: 1, summary: { files: 1 }, files: [{ path: 'README.md' }] });
  });

  it('writes the report to a file with --output', async () => {
    const cwd = await folder({ 'README.md': clean });
    const { stdout } = await kempt(['lint', '--format', 'json', '-o', 'out.json'], { cwd });
    expect(stdout).toBe('');
    expect(JSON.parse(await readFile(`${cwd}/out.json`, 'utf8')).version).toBe(1);
  });

  it('colours for a terminal, and not where NO_COLOR or --no-color say so', async () => {
    const cwd = await folder({ 'README.md': broken });
    const run = (argv: string[], more: object) =>
      kempt(['lint', ...argv], { cwd, ...more }).then((ran) => ran.stdout);
    const ansi = '\u001b[';
    expect(await run([], {})).not.toContain(ansi);
    expect(await run([], { terminal: { columns: 80 } })).toContain(ansi);
    expect(await run([], { env: { FORCE_COLOR: '1' } })).toContain(ansi);
    expect(await run([], { terminal: { columns: 80 }, env: { NO_COLOR: '1' } })).not.toContain(ansi);
    expect(await run(['--no-color'], { env: { FORCE_COLOR: '1' } })).not.toContain(ansi);
  });
});

describe('an address that no client can follow', () => {
  const list = `# Awesome Tea\n\n> A list of tea.\n\n## Teas\n\n- [Assam](htps://tea.example) - Malty.\n`;
  const found = async (argv: string[]) => {
    const cwd = await folder({ 'README.md': list });
    const { stdout } = await kempt([...argv, '--format', 'json'], { cwd });
    return JSON.parse(stdout).files[0].messages.map(({ rule }: { rule: string }) => rule);
  };

  it('is found by rules and by the check of links, and once where both run', async () => {
    expect(await found(['lint'])).toEqual(['link-syntax']);
    expect(await found(['links'])).toEqual(['link-invalid']);
    expect(await found([])).toEqual(['link-syntax']);
  });
});

describe('kempt config', () => {
  it('shows the severities of all that can be found, the link check and comments included', async () => {
    const cwd = await folder({ 'README.md': clean, '.kemptrc': 'rules: { link-moved: info }' });
    const { stdout } = await kempt(['config'], { cwd });
    for (const row of [/error +link-dead/, /info +link-moved/, /warning +unused-disable/])
      expect(stdout).toMatch(row);
    expect(stdout).not.toContain('link-redirected');
    expect(stdout).not.toMatch(/^ {2}links$/m);
  });
});

describe('bad input', () => {
  it('is told one by one while other files are still checked', async () => {
    const cwd = await folder({ 'README.md': broken, 'a.png': new Uint8Array([0, 1, 2]), 'empty.md': '' });
    const { code, stdout } = await kempt(['lint', 'nope.md', 'a.png', 'empty.md', 'README.md'], { cwd });
    expect(code).toBe(2);
    for (const word of ['no such file', 'binary', 'empty', 'link-syntax']) expect(stdout).toContain(word);
  });

  it('is told on standard error beside a report for machines', async () => {
    const cwd = await folder({ 'README.md': clean });
    const { code, stdout, stderr } = await kempt(['lint', 'nope.md', 'README.md', '--format', 'json'], {
      cwd,
    });
    expect(code).toBe(2);
    expect(JSON.parse(stdout).version).toBe(1);
    expect(stderr).toContain('nope.md: no such file');
  });

  it('is a place that cannot be written to', async () => {
    const cwd = await folder({ 'README.md': clean });
    const argv = ['lint', '--update-baseline', '--baseline', 'nope/known.json'];
    const { code, stderr } = await kempt(argv, { cwd });
    expect([code, stderr.split('\n')[0]]).toEqual([
      2,
      'kempt: nope/known.json: the baseline cannot be written',
    ]);
  });

  it('is a baseline of all findings in a run over a change', async () => {
    const cwd = await folder({ 'README.md': clean });
    const { code, stderr } = await kempt(['lint', '--since', 'HEAD', '--update-baseline'], { cwd });
    expect([code, stderr]).toEqual([
      2,
      'kempt: --update-baseline records all findings, --since looks at a part of the list\n  leave one of them out\n',
    ]);
  });

  it('is a format that a command does not have', async () => {
    const cwd = await folder({ 'README.md': clean });
    for (const command of ['rules', 'config', 'inspect', 'style'])
      expect(await kempt([command, '--format', 'sarif'], { cwd })).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/^kempt: --format is sarif\n {2}expected one of .*json\n$/),
      });
  });

  it('is a mistyped command, which is guessed', async () => {
    const cwd = await folder({ 'README.md': clean });
    const { code, stderr } = await kempt(['lnt'], { cwd });
    expect([code, stderr]).toEqual([
      2,
      'kempt: there is no command lnt, nor such a file\n  did you mean kempt lint?\n',
    ]);
  });

  it('is an option that the command has no use for', async () => {
    const cwd = await folder({ 'README.md': clean });
    const refused = async (...argv: string[]) => {
      const { code, stdout, stderr } = await kempt(argv, { cwd });
      expect([code, stdout]).toEqual([2, '']);
      return stderr;
    };
    expect(await refused('lint', '--timeout', '5')).toBe(
      'kempt: --timeout is no option of kempt lint\n  it is one of kempt, kempt links, kempt audit\n',
    );
    expect(await refused('--pin')).toBe('kempt: --pin is no option of kempt\n  it is one of kempt style\n');
    expect(await refused('audit', '--staged')).toContain('--staged is no option of kempt audit');
    expect(await refused('--explain', 'https://a.example')).toBe(
      'kempt: --explain is no option of kempt\n  it is one of kempt links\n',
    );
    expect((await kempt(['lint', '--offline', '--no-cache'], { cwd })).code).toBe(0);
  });

  it('is an error of two lines where no list is left', async () => {
    const cwd = await folder({});
    const { code, stdout } = await kempt(['lint'], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain('no readme in this directory');
  });

  const usage: [string, string[], string, string][] = [
    ['an unknown option', ['--formt', 'json'], 'there is no option --formt', 'did you mean --format?'],
    ['a missing value', ['lint', '--config'], '--config needs a value', 'write --config FILE'],
    ['a number that is none', ['--timeout', 'soon'], '--timeout is soon', 'expected seconds'],
    ['a format that does not exist', ['--format', 'yaml'], 'there is no format yaml', 'formats are'],
    [
      'a level that is nearly one',
      ['--fail-on', 'warnings'],
      '--fail-on is warnings',
      'did you mean warning?',
    ],
    ['help on no command', ['help', 'lnit'], 'there is no command lnit', 'did you mean kempt help lint?'],
    ['a preset that does not exist', ['--preset', 'strict'], 'there is no preset "strict"', 'presets are'],
    [
      'a remap without its other half',
      ['--remap', 'https://a.example'],
      '--remap has another shape',
      'write --remap',
    ],
    ['a base that is no address', ['--base', '/docs'], '--base is no address', 'write it whole'],
    ['a status that is none', ['--accept', 'all'], '--accept is all', 'expected a status, such as 403'],
    ['a pattern that is none', ['--exclude', '('], '--exclude is not a regular expression', ''],
    [
      'a header for all hosts',
      ['--header', 'Authorization: x'],
      '--header has another shape',
      'never for all',
    ],
    ['a configuration that is not there', ['--config', 'x.json'], 'there is no such configuration', ''],
  ];
  for (const [what, argv, message, hint] of usage) {
    it(`is ${what}: exit 2, what and what to do, no stack`, async () => {
      const cwd = await folder({ 'README.md': clean });
      const { code, stdout, stderr } = await kempt(argv, { cwd });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(message);
      expect(stderr).toContain(hint);
      expect(stderr).not.toMatch(/\n\s+at /);
    });
  }

  it('is a plugin that throws: what, where, no stack', async () => {
    const cwd = await folder({
      'README.md': clean,
      'kempt.config.mjs': 'export default { plugins: [() => () => { throw Error("no tea") }] };',
    });
    const { code, stderr } = await kempt(['lint'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^kempt: a plugin of the configuration failed: no tea\n {2}mend the plugin, .*kempt\.config\.mjs:1/,
    );
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('is a configuration at fault, told once for all the lists under it', async () => {
    const cwd = await folder({
      '.kemptrc': 'rule: {}',
      'a.md': clean,
      'b.md': clean,
      'other/package.json': '{"kempt":{}}',
      'other/c.md': broken,
    });
    const { code, stdout } = await kempt(['lint', 'a.md', 'b.md', 'other/c.md'], { cwd });
    expect(code).toBe(2);
    expect(stdout.match(/unknown key/g)).toHaveLength(1);
    expect(stdout).toContain('link-syntax');
  });

  it('is a list nested 200 deep, which is checked like any other', async () => {
    const deep = Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n');
    const cwd = await folder({ 'README.md': `${clean}\n${deep}\n` });
    expect((await kempt(['lint', '--format', 'json'], { cwd })).code).toBeLessThan(2);
  });
});

describe('kempt', () => {
  it('lints and checks links, and says which are dead', async () => {
    const url = await serve((path) => (path === '/gone' ? 404 : 200));
    const list = clean
      .replace('https://one.example', `${url}/fine`)
      .replace('https://two.example', `${url}/gone`);
    const cwd = await folder({ 'README.md': list.replace('the second', 'the the second') });
    const { code, stdout } = await kempt(['--allow-private', '--format', 'json'], { cwd });
    expect(code).toBe(1);
    const { links, files } = JSON.parse(stdout);
    expect(
      links.toSorted((a: { url: string }, b: { url: string }) => (a.url < b.url ? -1 : 1)),
    ).toMatchObject([
      { url: `${url}/fine`, verdict: 'ok', status: 200 },
      { url: `${url}/gone`, verdict: 'dead', status: 404 },
    ]);
    const dead = files[0].messages.filter(({ rule }: { rule: string }) => rule === 'link-dead');
    expect(dead).toMatchObject([{ severity: 'error', line: 8, column: 3, link: `${url}/gone` }]);
  });

  it('checks only links with `links`', async () => {
    const url = await serve(() => 200);
    const cwd = await folder({ 'README.md': `- [A]( ${url} ) \n` });
    const { code, stdout } = await kempt(['links', '--allow-private', '--format', 'json'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ messages: [] }],
      links: [{ verdict: 'ok', status: 200 }],
    });
  });

  it('asks once for what stands in many parts of a long list, and tells all its places', async () => {
    const asked: string[] = [];
    const url = await serve((path) => {
      asked.push(path);
      return path === '/gone' ? 404 : 200;
    });
    const part = (title: string, name: string) =>
      `## ${title}\n\n- [A](${url}/gone) - In each.\n- [B](${url}/${name}) - In one.\n\n${'Text. '.repeat(900)}\n\n`;
    const parts = ['one', 'two', 'three', 'three', 'four'].map((name) => part('Part', name));
    const cwd = await folder({ 'README.md': `# Awesome\n\n${parts.join('')}` });
    const { stdout } = await kempt(['links', '--allow-private', '--format', 'json'], { cwd });
    const { links, files } = JSON.parse(stdout);
    const lines = links.map(({ url: at, places }: { url: string; places: { line: number }[] }) => [
      new URL(at).pathname,
      places.map(({ line }) => line),
    ]);
    expect(Object.fromEntries(lines)).toEqual({
      '/gone': [5, 12, 19, 26, 33],
      '/one': [6],
      '/two': [13],
      '/three': [20, 27],
      '/four': [34],
    });
    expect(files[0].messages).toMatchObject([{ rule: 'link-dead', line: 5 }]);
    // One of those that are there is asked for again, as a witness against the one that is not.
    const others = asked.filter((path) => path !== '/gone');
    expect(others.toSpliced(others.length - 1).toSorted()).toEqual(['/four', '/one', '/three', '/two']);
  });

  it('silences a dead link by an inline comment', async () => {
    const url = await serve(() => 404);
    const cwd = await folder({
      'README.md': clean.replace(
        '- [One](https://one.example)',
        `<!--lint disable link-dead-->\n\n- [One](${url})`,
      ),
    });
    const { stdout } = await kempt(
      ['links', '--allow-private', '--exclude', 'two[.]example', '--format', 'json'],
      { cwd },
    );
    const report = JSON.parse(stdout);
    expect(report.links.map((link: { verdict: string }) => link.verdict)).toContain('dead');
    expect(report.files[0].messages).toEqual([]);
  });

  it('explains all that was seen of one address', async () => {
    const url = await serve((path) => (path === '/gone' ? 404 : 200));
    const cwd = await folder();
    const { code, stdout } = await kempt(['links', '--explain', `${url}/gone`, '--allow-private'], { cwd });
    expect(code).toBe(1);
    for (const word of ['verdict     dead', 'Attempt 1: GET', '404', 'by the row'])
      expect(stdout).toContain(word);
    expect((await kempt(['links', '--explain', `${url}/fine`, '--allow-private'], { cwd })).code).toBe(0);
  });

  it('remembers verdicts in .kempt where it is asked to, and from then on', async () => {
    let asked = 0;
    const url = await serve(() => {
      asked++;
      return 200;
    });
    const cwd = await folder({ 'README.md': `# A\n\n- [B](${url}/b) - Text.\n` });
    const links = (...argv: string[]) => kempt(['links', '--allow-private', ...argv], { cwd });
    await links();
    await links('--cache');
    const before = asked;
    expect((await links()).code).toBe(0);
    expect(asked).toBe(before);
    await links('--no-cache');
    expect(asked).toBeGreaterThan(before);
  });

  it('weighs a dead link by how long it has been so, where it keeps a history', async () => {
    const url = await serve(() => 404);
    const cwd = await folder({ 'README.md': `# A\n\n- [B](${url}/b) - Text.\n` });
    const run = (day: string) =>
      kempt(['links', '--allow-private', '--history'], { cwd, now: new Date(`2026-01-${day}T00:00:00Z`) });
    expect((await run('01')).code).toBe(0);
    expect((await run('09')).code).toBe(1);
  });

  it('keeps a damaged memory aside and says so', async () => {
    const url = await serve(() => 200);
    const cwd = await folder({
      'README.md': `# A\n\n- [B](${url}/b) - Text.\n`,
      '.kempt/cache.jsonl': '\u0000{',
    });
    const { code, stdout } = await kempt(['links', '--allow-private'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('cache.jsonl');
  });

  it('asks another address where it is remapped, and puts slashes under a base', async () => {
    const paths: string[] = [];
    const url = await serve((path) => {
      paths.push(path);
      return 200;
    });
    const cwd = await folder({ 'README.md': '# A\n\n- [B](https://preview.example/b) - Text.\n' });
    const remap = `https://preview[.]example/(.*) ${url}/new/$1`;
    expect((await kempt(['links', '--allow-private', '--remap', remap], { cwd })).code).toBe(0);
    expect(paths).toContain('/new/b');
  });

  it('says why no link was asked, where all might look well', async () => {
    const url = await serve(() => 404);
    const cwd = await folder({ 'README.md': `# Awesome\n\n## A\n\n- [A](${url}/a) - A thing.\n` });
    const said = 'No link was asked: 127.0.0.1 is not a public address; `--allow-private`';
    expect((await kempt(['links'], { cwd })).stdout.replace(/\s+/g, ' ')).toContain(said);
    expect((await kempt(['links', '--offline'], { cwd })).stdout).not.toContain('No link was asked');
    expect((await kempt(['links', '--allow-private'], { cwd })).stdout).not.toContain('No link was asked');
  });

  it('asks nothing with --offline', async () => {
    const url = await serve(() => 404);
    const cwd = await folder({ 'README.md': clean.replace('https://one.example', url) });
    expect((await kempt(['--offline', '--allow-private'], { cwd })).code).toBe(0);
  });

  it('stops at once when interrupted, and prints what is known', async () => {
    const interrupt = new AbortController();
    const url = await serve((path) => {
      if (path === '/slow') setTimeout(() => interrupt.abort(), 20);
      return path === '/slow' ? undefined : 404;
    });
    const list = broken
      .replace('https://one.example', `${url}/slow`)
      .replace('https://two.example', `${url}/gone`);
    const cwd = await folder({ 'README.md': list });
    const { code, stdout } = await kempt(['--allow-private'], { cwd, signal: interrupt.signal });
    expect(code).toBe(130);
    expect(stdout).toContain('link-syntax');
  });

  it('shows how far it is on a terminal, and nothing of it elsewhere', async () => {
    const url = await serve(() => 200);
    const cwd = await folder({ 'README.md': clean.replace('https://one.example', url) });
    const argv = ['links', '--allow-private', '--exclude', 'two[.]example'];
    expect((await kempt(argv, { cwd, terminal: { columns: 80 } })).stderr).toContain(
      'Checking links: 2 of 2',
    );
    expect((await kempt(argv, { cwd })).stderr).toBe('');
  });

  it('explains itself at 80 columns', async () => {
    const { code, stdout } = await kempt(['--help'], { cwd: '/' });
    expect(code).toBe(0);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    for (const word of ['kempt lint', 'kempt links', '--fail-on', 'Exit code'])
      expect(stdout).toContain(word);
  });

  it('lists rules whole for programs, and within the width of a terminal', async () => {
    const summary = 'Entries are in alphabetical order where the list keeps it';
    expect((await kempt(['rules'], { cwd: '/' })).stdout).toMatch(
      new RegExp(`^entry-order +info +suggested +${summary}$`, 'm'),
    );
    const { stdout } = await kempt(['rules', 'order'], { cwd: '/', terminal: { columns: 80 } });
    expect(stdout).toContain(`\n    ${summary}\n`);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('explains a rule within the width of a terminal, and as Markdown elsewhere', async () => {
    const terminal = { columns: 80 };
    for (const rule of ['entry-order', 'description-case', 'link-dead', 'rule-style', 'awesome-list-item']) {
      const { code, stdout } = await kempt(['explain', rule, '--no-color'], { cwd: '/', terminal });
      expect(code).toBe(0);
      const long = stdout
        .split('\n')
        .filter((line) => line.length > 80 && !/^(?: {4}| *https:\S+$)/.test(line));
      expect(long, rule).toEqual([]);
      expect(stdout).toContain('In the list: <!--lint disable ');
    }
    const markdown = (await kempt(['explain', 'entry-order'], { cwd: '/' })).stdout;
    expect(markdown).toMatch(/^# entry-order\n/);
  });

  it('leads to a page of each rule that is there, and tells the option of a rule of remark-lint', async () => {
    const { stdout } = await kempt(['rules', '--format', 'json'], { cwd: '/' });
    const pages = (JSON.parse(stdout) as { url: string }[]).map(({ url }) => url);
    const missing = pages
      .map((url) => /^https:\/\/github\.com\/kempt\/kempt\/blob\/main\/(.*)$/.exec(url)?.[1])
      .filter((page) => page !== undefined && !existsSync(new URL(`../${page}`, import.meta.url)));
    expect(missing).toEqual([]);
    const page =
      'https://github.com/remarkjs/remark-lint/tree/main/packages/remark-lint-heading-style#readme';
    expect(pages).toContain(page);
    for (const terminal of [undefined, { columns: 200 }])
      expect(
        (await kempt(['explain', 'heading-style'], { cwd: '/', ...(terminal && { terminal }) })).stdout,
      ).toContain(`"house" by default (what the list itself does), in awesome "atx". What else it takes:`);
  });

  it('explains one command by what it knows', async () => {
    const asked = await kempt(['lint', '--help'], { cwd: '/' });
    expect(asked.stdout).toContain('kempt lint [paths…]');
    expect(asked.stdout).toContain('--fix-suggested');
    expect(asked.stdout).not.toContain('--timeout');
    const helpOf = async (command: string) => (await kempt([command, '--help'], { cwd: '/' })).stdout;
    expect(await helpOf('links')).toContain('--explain URL');
    expect(await helpOf('audit')).not.toContain('--explain');
    expect(await kempt(['help', 'lint'], { cwd: '/' })).toEqual(asked);
    const rules = (await kempt(['rules', '--help'], { cwd: '/' })).stdout;
    expect(rules).toMatch(/--format NAME +pretty \(default\) or json\n/);
    expect(rules).not.toContain('--fail-on');
  });

  it('tells its version', async () => {
    const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
    expect((await kempt(['--version', 'x'], { cwd: '/' })).stdout).toBe(`${version}\n`);
  });
});

/** A server on loopback; the status for each path, or no answer at all. */
async function serve(answer: (path: string) => number | undefined): Promise<string> {
  const server = createServer((request, response) => {
    const status = answer(request.url ?? '/');
    if (status !== undefined)
      response.writeHead(status, { 'content-type': 'text/html' }).end('<title>x</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
