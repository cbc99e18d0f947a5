import { spawnSync } from 'node:child_process';
import { chmod, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { kempt } from '../support/command-line.ts';
import { folder } from '../support/folder.ts';

const clean = `# Awesome Clean

> A curated list of clean things.

## Things

- [One](https://one.example) - The first of them.
- [Two](https://two.example) - The second of them.
`;
/** Two blanks too many, which is safe to mend. */
const untidy = clean.replace('## Things', '## Things   ').replace('second of them.', 'second of them. ');
/** An address without a name, whose mending wants a look. */
const nameless = `${clean}- https://three.example/thing - The third of them.\n`;

describe('kempt fix', () => {
  it('mends the file and says what it did', async () => {
    const cwd = await folder({ 'README.md': untidy });
    const { code, stdout } = await kempt(['fix'], { cwd });
    expect(await readFile(`${cwd}/README.md`, 'utf8')).toBe(clean);
    expect(code).toBe(0);
    expect(stdout).toContain('Fixed 2 findings in README.md: whitespace 2');
  });

  it('is the same as `kempt lint --fix`', async () => {
    const cwd = await folder({ 'a.md': untidy, 'b.md': untidy });
    const [a, b] = [await kempt(['fix', 'a.md'], { cwd }), await kempt(['lint', '--fix', 'b.md'], { cwd })];
    expect(a.stdout.replaceAll('a.md', 'b.md')).toBe(b.stdout);
    expect(await readFile(`${cwd}/a.md`, 'utf8')).toBe(await readFile(`${cwd}/b.md`, 'utf8'));
  });

  it('keeps byte order mark, line endings and permissions', async () => {
    const crlf = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const cwd = await folder({ 'README.md': crlf(untidy) });
    await chmod(`${cwd}/README.md`, 0o640);
    await kempt(['fix'], { cwd });
    expect(await readFile(`${cwd}/README.md`, 'utf8')).toBe(crlf(clean));
    expect((await stat(`${cwd}/README.md`)).mode & 0o777).toBe(0o640);
  });

  it('does not write where there is nothing to mend', async () => {
    const cwd = await folder({ 'README.md': clean });
    const before = await stat(`${cwd}/README.md`);
    expect((await kempt(['fix'], { cwd })).code).toBe(0);
    expect((await stat(`${cwd}/README.md`)).ino).toBe(before.ino);
  });

  it('reports what is left, where it stands afterwards, and fails for that', async () => {
    const cwd = await folder({
      'README.md': `${untidy.replace('\n\n', '\n\n\n\n')}- [Three](#nowhere) - The third.\n`,
    });
    const { code, stdout } = await kempt(['fix', '--format', 'json'], { cwd });
    const { files, fixed } = JSON.parse(stdout);
    const [message] = files[0].messages;
    expect(fixed).toEqual([
      {
        path: 'README.md',
        applied: [{ rule: 'whitespace', kind: 'safe', count: 3 }],
        left: { none: 1 },
        refused: [],
      },
    ]);
    const lines = (await readFile(`${cwd}/README.md`, 'utf8')).split('\n');
    expect(lines[message.line - 1]).toContain('#nowhere');
    expect([code, message.rule]).toEqual([1, 'anchor']);
  });

  it('tells the person beside a report for machines what it did', async () => {
    const cwd = await folder({ 'README.md': untidy });
    const { stdout, stderr } = await kempt(['fix', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout).files[0].messages).toEqual([]);
    expect(stderr).toContain('Fixed 2 findings');
  });

  it('says nothing of fixes with --quiet', async () => {
    const cwd = await folder({ 'README.md': untidy });
    expect((await kempt(['fix', '--quiet'], { cwd })).stdout).toBe('');
  });

  it('leaves findings alone that a comment silences', async () => {
    const silenced = `<!--lint disable whitespace-->\n\n${untidy}`;
    const cwd = await folder({ 'README.md': silenced });
    await kempt(['fix'], { cwd });
    expect(await readFile(`${cwd}/README.md`, 'utf8')).toBe(silenced);
  });

  it('does not edit a list that is generated, and names its source', async () => {
    const generated = `<!-- Do not edit: generated from data/list.yml -->\n\n${untidy}`;
    const cwd = await folder({ 'README.md': generated });
    const { stdout } = await kempt(['fix'], { cwd });
    expect(await readFile(`${cwd}/README.md`, 'utf8')).toBe(generated);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'not fixed: whitespace in line 7 and 1 more: the list is generated from data/list.yml; mend it there',
    );
  });

  it('is not advised for a list that is generated: lint says where to mend', async () => {
    const cwd = await folder({
      'README.md': `<!-- Do not edit: generated from data/list.yml -->\n\n${untidy}`,
    });
    const { stdout } = await kempt(['lint'], { cwd });
    expect(stdout).toContain('README.md is generated: mend data/list.yml, kempt does not edit the list.\n');
    expect(stdout).not.toContain('--fix');
    const { stdout: tidy } = await kempt(['lint', '-'], {
      cwd,
      stdin: `<!-- Do not edit: generated -->\n\n${clean}`,
    });
    expect(tidy).not.toContain('is generated');
  });
});

describe('what is mended', () => {
  it('is what wants a look too with --fix-suggested, and the summary says so without it', async () => {
    const cwd = await folder({ 'README.md': nameless });
    const safe = await kempt(['fix'], { cwd });
    expect(await readFile(`${cwd}/README.md`, 'utf8')).toBe(nameless);
    expect(safe.stdout).toContain('--fix-suggested');
    const { stdout } = await kempt(['lint', '--fix-suggested'], { cwd });
    expect(await readFile(`${cwd}/README.md`, 'utf8')).toContain(
      '](https://three.example/thing) - The third',
    );
    expect(stdout).toContain('bare-url (suggested) 1');
  });

  it('is only what --fix-rule names', async () => {
    const cwd = await folder({ 'README.md': untidy.replace('[Two](https', '[Two]( https') });
    await kempt(['lint', '--fix-rule', 'link-syntax'], { cwd });
    const text = await readFile(`${cwd}/README.md`, 'utf8');
    expect(text).toContain('## Things   \n');
    expect(text).toContain('[Two](https');
  });

  it('is nothing where --fix-rule names a rule that does not exist', async () => {
    const cwd = await folder({ 'README.md': untidy });
    const { code, stderr } = await kempt(['lint', '--fix-rule', 'whitespaces'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean `whitespace`?');
    expect(await readFile(`${cwd}/README.md`, 'utf8')).toBe(untidy);
  });
});

describe('--contents', () => {
  const others = ['Others', 'More', 'Last'].map(
    (name, index) => `\n## ${name}\n\n- [${name}](https://other${index}.example) - One of the others.\n`,
  );
  const list = `${clean}${others.join('')}`;
  const withContents = (items: string[]) =>
    list.replace('## Things', `## Contents\n\n${items.join('\n')}\n\n## Things`);
  const whole = ['Things', 'Others', 'More', 'Last'].map((name) => `- [${name}](#${name.toLowerCase()})`);

  it('writes contents anew, or the first ones, and mends nothing else', async () => {
    const cwd = await folder({
      'none.md': list.replace('## More', '## More  '),
      'wrong.md': withContents([
        '- [Last](#last)',
        '- [Gone](#gone)',
        '- [Others](#others)',
        '- [More](#more)',
      ]),
    });
    const { stdout } = await kempt(['fix', '--contents', 'none.md', 'wrong.md'], { cwd });
    expect(await readFile(`${cwd}/none.md`, 'utf8')).toBe(
      withContents(whole).replace('## More', '## More  '),
    );
    expect(await readFile(`${cwd}/wrong.md`, 'utf8')).toBe(withContents(whole));
    expect(stdout).toContain('Fixed 1 finding in wrong.md: contents (suggested) 1');
  });

  it('leaves contents alone that are right, also where their rule is off', async () => {
    const cwd = await folder({ 'README.md': withContents(whole), '.kemptrc': 'rules: { contents: off }' });
    await kempt(['fix', '--contents'], { cwd });
    expect(await readFile(`${cwd}/README.md`, 'utf8')).toBe(withContents(whole));
  });

  it('does not go with --fix-rule', async () => {
    const cwd = await folder({ 'README.md': list });
    const { code, stderr } = await kempt(['fix', '--contents', '--fix-rule', 'contents'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('exclude each other')]);
  });
});

describe('--dry-run', () => {
  it('shows a diff that git applies, and writes nothing', async () => {
    const cwd = await folder({ 'README.md': untidy });
    const { stdout, stderr } = await kempt(['fix', '--dry-run'], { cwd });
    expect(await readFile(`${cwd}/README.md`, 'utf8')).toBe(untidy);
    expect(stdout).toMatch(/^--- a\/README\.md\n\+\+\+ b\/README\.md\n@@ /);
    expect(stderr).toContain('Would fix 2 findings');
    if (spawnSync('git', ['--version']).status !== 0) return;
    expect(spawnSync('git', ['apply'], { cwd, input: stdout }).status).toBe(0);
    expect(await readFile(`${cwd}/README.md`, 'utf8')).toBe(clean);
  });

  it('colours the diff for a terminal', async () => {
    const cwd = await folder({ 'README.md': untidy });
    const { stdout } = await kempt(['fix', '--dry-run'], { cwd, terminal: { columns: 80 } });
    expect(stdout).toContain('\u001b[31m-## Things   \u001b[39m');
  });
});

describe('a list on standard input', () => {
  it('goes mended to standard output, and everything else to standard error', async () => {
    const cwd = await folder();
    const { code, stdout, stderr } = await kempt(['fix', '-'], { cwd, stdin: untidy });
    expect([code, stdout]).toEqual([0, clean]);
    expect(stderr).toContain('Fixed 2 findings in <stdin>');
  });

  it('goes there as it came where nothing is to be mended', async () => {
    const cwd = await folder();
    const stdin = `\uFEFF${clean}`;
    expect((await kempt(['lint', '--fix', '-'], { cwd, stdin })).stdout).toBe(stdin);
  });

  it('is shown as a diff with --dry-run', async () => {
    const cwd = await folder();
    const { stdout } = await kempt(['fix', '-', '--dry-run'], { cwd, stdin: untidy });
    expect(stdout).toContain('+++ b/<stdin>');
  });
});

describe('fixes of links', () => {
  it('write the new address wherever the old one stands, and lint and links are mended in one run', async () => {
    const url = await serve();
    const { host } = new URL(url);
    const list = (address: string, blank = '') => `# Awesome Moved

## Things${blank}

- [One](${address}) - The first of them.
- [Two][moved] - The second of them.
- [Three][moved] - The third of them.
- [Four](<${address}> "Title") - The fourth of them.

[moved]: ${address}
`;
    const cwd = await folder({ 'README.md': list(`http://${host}/moved`, '  ') });
    const argv = ['--allow-private', '--fix', '--format', 'json'];
    const { stdout } = await kempt(argv, { cwd });
    expect(await readFile(`${cwd}/README.md`, 'utf8')).toBe(list(`http://${host}/moved/`));
    const messages = JSON.parse(stdout).files[0].messages as { rule: string }[];
    expect(messages.filter(({ rule }) => rule === 'link-moved')).toEqual([]);
  });

  it('want a look where a redirect leads to another page', async () => {
    const url = await serve();
    const text = clean.replace('https://one.example', `${url}/elsewhere`);
    const cwd = await folder({ 'README.md': text });
    const argv = ['links', '--allow-private', '--exclude', 'two[.]example', '--fix', '--format', 'json'];
    const { stdout } = await kempt(argv, { cwd });
    expect(await readFile(`${cwd}/README.md`, 'utf8')).toBe(text);
    const [message] = JSON.parse(stdout).files[0].messages;
    expect(message).toMatchObject({ rule: 'link-moved', fix: { kind: 'suggested' } });
    expect(message.expected).toEqual([`[One](${url}/new-home/of-things)`]);
  });
});

/** A server with an address that moved for good by a slash, and one that moved somewhere else. */
async function serve(): Promise<string> {
  const targets: Record<string, string> = { '/moved': '/moved/', '/elsewhere': '/new-home/of-things' };
  const server = createServer((request, response) => {
    const target = targets[request.url ?? ''];
    response.writeHead(target ? 301 : 200, {
      'content-type': 'text/html',
      ...(target && { location: target }),
    });
    response.end(target ? '' : '<title>Things</title><p>All about the things.</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
