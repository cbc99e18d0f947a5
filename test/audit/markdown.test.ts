import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { kempt } from '../support/command-line.ts';
import { folder } from '../support/folder.ts';
import { listOf, web } from './web.ts';

/** Audits on a day, counted from New Year, with the body of the run before; the body. */
async function body(cwd: string, day: number, env: Record<string, string> = {}): Promise<string> {
  const now = new Date(Date.UTC(2026, 0, 1 + day)).toISOString();
  const page = ['--format', 'markdown=issue.md', '--previous-body', 'issue.md'];
  const { stderr } = await kempt(['audit', '*.md', '--allow-private', '--now', now, ...page], { cwd, env });
  expect(stderr).toBe('');
  const text = await readFile(`${cwd}/issue.md`, 'utf8');
  return text;
}

describe('the issue of an audit', () => {
  it('tells what has become of links, group by group, and since when', async () => {
    const { url, answers } = await web({ '/a': 410, '/b': '/c', '/members': 403 });
    const paths = ['/a', '/b', '/late', '/members', '/fine'];
    const cwd = await folder({ 'list.md': listOf(...paths.map((path) => url + path)) });
    await body(cwd, 0);
    answers['/late'] = 410;
    const text = await body(cwd, 7);
    expect(text.match(/^### .*/gm)).toEqual([
      '### Newly dead (1)',
      '### Still dead (1)',
      '### Moved (1)',
      '### Blocked (1)',
    ]);
    expect(text).toMatch(/`[^`]*\/late`.*For the first time; last fine on 2026-01-01/);
    expect(text).toMatch(/`[^`]*\/a`.*Failing since 2026-01-01, in 2 runs; never seen fine/);
    answers['/a'] = 200;
    expect(await body(cwd, 14)).toMatch(
      /### Recovered \(1\)\n\n.*\n\n- \[`[^`]*\/a`\].*Seen well again on 2026-01-15/,
    );
  });

  it('keeps what is ticked from run to run', async () => {
    const { url, answers } = await web({ '/a': 410, '/b': 410 });
    const cwd = await folder({ 'list.md': listOf(`${url}/a`, `${url}/b`, url) });
    const first = await body(cwd, 0);
    expect(first.match(/^- \[ \]/gm)).toHaveLength(2);
    const ticked = first.replace(/^- \[ \](.*\/a`)/m, '- [x]$1');
    await writeFile(`${cwd}/issue.md`, ticked);
    answers['/late'] = 410;
    const second = await body(cwd, 7);
    expect(second).toMatch(/^- \[x\].*\/a`/m);
    expect(second).toMatch(/^- \[ \].*\/b`/m);
  });

  it('is cut at a row where GitHub would not take it, and says so', async () => {
    const { url, answers } = await web();
    const long = 'x'.repeat(300);
    const paths = Array.from({ length: 120 }, (_, index) => `/${index}-${long}`);
    for (const path of paths) answers[path] = 410;
    const cwd = await folder({ 'list.md': listOf(...paths.map((path) => url + path)) });
    const text = await body(cwd, 0);
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toMatch(/… and \d+ more rows, for which there is no room here/);
    const rows = text.match(/^- \[ \] .*$/gm)!;
    expect(rows.every((row) => row.endsWith(')'))).toBe(true);
    const more = Number(/… and (\d+) more rows/.exec(text)![1]);
    expect(rows.length + more).toBe(120);
  });

  it('ranks several lists by rot, and keeps apart what is acknowledged', async () => {
    const { url } = await web({ '/a': 410, '/b': 410 });
    const acknowledged = [{ url: `${url}/b`, reason: '@someone is *on* it', expires: '2027-01-01' }];
    const cwd = await folder({
      'one.md': listOf(`${url}/fine`, `${url}/b`, url),
      'two.md': listOf(`${url}/a`, `${url}/b`),
      'kempt.config.json': JSON.stringify({ audit: { acknowledged } }),
    });
    const text = await body(cwd, 0);
    expect(text.match(/^\| `.*$/gm)).toEqual([
      '| `two.md` | 100 % | 2 | 0 | 0 | 2 |',
      '| `one.md` | 33.3 % | 1 | 0 | 0 | 3 |',
    ]);
    expect(text).toContain('until 2027-01-01: `@someone` is `*on*` it');
    expect(text.match(/^- \[ \]/gm)).toHaveLength(1);
  });

  it('links places to their lines in a workflow of GitHub’s', async () => {
    const { url } = await web({ '/a': 410 });
    const cwd = await folder({ 'a list.md': listOf(`${url}/a`) });
    const text = await body(cwd, 0, {
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'owner/name',
      GITHUB_SHA: 'abc',
      GITHUB_WORKSPACE: cwd,
    });
    expect(text).toContain(
      '[`a list.md:7`](<https://github.com/owner/name/blob/abc/a%20list.md?plain=1#L7>)',
    );
  });

  it('says what is the matter with a previous body that cannot be read', async () => {
    const cwd = await folder({ 'list.md': listOf('https://a.example') });
    const { code, stderr } = await kempt(['audit', '--format', 'markdown', '--previous-body', '.'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('the previous body cannot be read');
  });
});
