import { readFile } from 'node:fs/promises';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { type AuditOptions, audit } from '../../src/index.ts';
import { kempt } from '../support/command-line.ts';
import { folder } from '../support/folder.ts';
import { listOf, web } from './web.ts';

describe('the pull request of an audit', () => {
  it('follows redirects and renamed repositories, and says of each change what and why', async () => {
    const { url } = await web({
      '/slash': '/slash/',
      '/old/name': 'http://github.com/new/name',
      '/far': '/elsewhere',
      '/gone': 410,
    });
    const port = new URL(url).port;
    const list = listOf(
      `${url}/slash`,
      'http://github.com/old/name',
      `${url}/far`,
      `${url}/gone`,
      `${url}/slash`,
    );
    const cwd = await folder({ 'list.md': list });
    const argv = ['audit', 'list.md', '--allow-private', '--fix', '--format', 'pr=body.md'];
    const { code } = await kempt([...argv, '--connect-to', `github.com:80:127.0.0.1:${port}`], { cwd });
    expect(code).toBe(1);
    expect(await readFile(`${cwd}/list.md`, 'utf8')).toBe(
      list.replaceAll(`${url}/slash`, `${url}/slash/`).replace('old/name', 'new/name'),
    );
    const body = await readFile(`${cwd}/body.md`, 'utf8');
    expect(body.split('\n').filter((line) => line !== '')).toEqual([
      '<!-- kempt-fix -->',
      'kempt mended 2 findings in 1 list. Nothing else was touched.',
      '### Repositories under their new name (1)',
      expect.stringMatching(
        /^- \[`http:\/\/github.com\/old\/name`\].* → \[`http:\/\/github.com\/new\/name`\].*: Moved: .* \(line 8\), \[`link-moved`\]/,
      ),
      '### Redirects followed (1)',
      expect.stringMatching(
        /^- \[`[^`]*\/slash`\].* → \[`[^`]*\/slash\/`\].* \(line 7 and 1 more\), \[`link-moved`\]/,
      ),
      '### Left for a person',
      '- `link-moved`: 1 finding',
      '- `link-dead`: 1 finding',
    ]);
  });

  it('follows further redirects where that is asked for, and wants them looked at', async () => {
    const { url } = await web({ '/far': '/elsewhere' });
    const cwd = await folder({ 'one.md': listOf(`${url}/far`), 'two.md': listOf(url) });
    const argv = [
      'audit',
      '*.md',
      '--allow-private',
      '--fix-suggested',
      '--dry-run',
      '--format',
      'pr=body.md',
    ];
    const { stdout } = await kempt(argv, { cwd });
    expect(stdout).toContain(`+- [Thing 0](${url}/elsewhere) - A thing.`);
    const body = await readFile(`${cwd}/body.md`, 'utf8');
    expect(body).toContain('### Moved to another address (1)\n\nPlease look at each.\n');
    expect(await readFile(`${cwd}/one.md`, 'utf8')).toBe(listOf(`${url}/far`));
  });

  it('says so where there is nothing to mend, or nothing was asked for', async () => {
    const { url } = await web();
    const cwd = await folder({ 'list.md': listOf(url) });
    const body = async (...argv: string[]) =>
      (await kempt(['audit', 'list.md', '--allow-private', '--format', 'pr', ...argv], { cwd })).stdout;
    expect(await body('--fix')).toContain('There is nothing that can be mended.');
    expect(await body()).toContain('run kempt with `--fix`');
  });
});

describe('the library', () => {
  const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number));

  /** Audits a list as the library does. */
  async function run(text: string, options: Partial<AuditOptions> & { history: string }) {
    const list = new VFile({ path: 'list.md', value: text });
    return await audit([list], { ...options, checker: { allowPrivate: true, ...options.checker } });
  }

  it('audits over days, and gives the report in any format', async () => {
    const { url } = await web({ '/gone': 404 });
    const history = `${await folder()}/.kempt/history.jsonl`;
    const text = listOf(`${url}/gone`, url);
    await run(text, { history, now: day(0) });
    const { report, render } = await run(text, { history, now: day(7) });
    expect(report.files[0]!.messages).toMatchObject([{ rule: 'link-dead', severity: 'error' }]);
    expect(report.audit!.runs).toHaveLength(2);
    expect(await render('markdown')).toContain('### Still dead (1)');
    expect(await render('html')).toContain('Links that were not fine, by run');
  });

  it('writes archived copies where they are asked for, but not before there is no hope left', async () => {
    const { url } = await web({ '/gone': 404 });
    const archive = await archiveOf(`${url}/gone`);
    const history = `${await folder()}/history.jsonl`;
    const options = { history, checker: { wayback: archive.url }, fix: { suggested: true } };
    const text = `\uFEFF${listOf(`${url}/gone`, url)}`;
    const first = await run(text, { ...options, now: day(0) });
    expect(first.fixed![0]!.text).toBe(text.slice(1));
    const second = await run(text, { ...options, now: day(7) });
    expect(second.fixed![0]!.text).toBe(text.slice(1).replace(`${url}/gone`, archive.copy));
    const body = await second.render('pr');
    expect(body).toContain('### Archived copies of what is gone (1)\n\nPlease look at each.');
    expect(body).toContain(archive.copy);
  });

  it('throws for a rule that does not exist', async () => {
    const history = `${await folder()}/history.jsonl`;
    await expect(run(listOf(), { history, config: { rules: { 'link-ded': 'off' } } })).rejects.toThrow(
      'link-ded',
    );
  });
});

/** An archive that has a copy of one address. */
async function archiveOf(address: string): Promise<{ url: string; copy: string }> {
  const path = `/web/20190304050607/${address}`;
  const { url } = await web({ [`/web/2/${address}`]: path });
  return { url, copy: url + path };
}
