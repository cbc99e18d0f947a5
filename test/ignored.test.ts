import { describe, expect, it } from 'vitest';
import { kempt } from './support/command-line.ts';
import { folder } from './support/folder.ts';

const list = '# Awesome Tea\n\n- [Assam](https://example.com/assam) - Malty.\n';

/** The files that a run has looked at, and what it says of those it has not. */
async function lint(args: string[], files: Record<string, string>, where = '') {
  const cwd = await folder(files);
  const { code, stdout, stderr } = await kempt(['lint', '--format', 'json', ...args], { cwd: cwd + where });
  const report = JSON.parse(stdout) as { files: { path: string }[] };
  return { code, paths: report.files.map(({ path }) => path), told: stderr };
}

describe('files that are left out', () => {
  it('are those that the ignore key of the configuration names, as .gitignore writes them', async () => {
    const files = { 'a.md': list, 'old/b.md': list, 'old/keep.md': list, 'deep/old/c.md': list };
    const ignore = (...patterns: string[]) => ({
      ...files,
      '.kemptrc': JSON.stringify({ ignore: patterns }),
    });
    expect((await lint(['**/*.md'], ignore('/old/'))).paths).toEqual(['a.md', 'deep/old/c.md']);
    expect((await lint(['**/*.md'], ignore('old'))).paths).toEqual(['a.md']);
    expect((await lint(['**/*.md'], ignore('old/*', '!keep.md'))).paths).toEqual([
      'a.md',
      'deep/old/c.md',
      'old/keep.md',
    ]);
  });

  it('are those that a .kemptignore names, beside them or above', async () => {
    const files = {
      '.git/HEAD': '',
      '.kemptignore': '# drafts are not ready\n\n*.draft.md\n/lists/b.md\n',
      'b.md': list,
      'c.draft.md': list,
      'lists/b.md': list,
      'lists/old/.kemptignore': '*.md\n!good.md\n',
      'lists/old/bad.md': list,
      'lists/old/good.md': list,
      'lists/old/good.draft.md': list,
    };
    expect((await lint(['**/*.md'], files)).paths).toEqual(['b.md', 'lists/old/good.md']);
    expect((await lint(['old/*.md'], files, '/lists')).paths).toEqual(['old/good.md']);
  });

  it('stay out though the configuration is elsewhere, and come back where a nearer file says so', async () => {
    const files = {
      'kempt.config.json': '{ "ignore": ["lists/*.md"] }',
      'lists/.kemptignore': '!a.md\n',
      'lists/a.md': list,
      'lists/b.md': list,
    };
    expect((await lint(['lists/*.md'], files)).paths).toEqual(['lists/a.md']);
  });

  it('are told of where the command line names them, and checked all the same with --no-ignore', async () => {
    const files = { 'a.md': list, 'old.md': list, '.kemptignore': '# what was\nold.md\n' };
    const { code, paths, told } = await lint(['a.md', 'old.md'], files);
    expect({ code, paths }).toEqual({ code: 0, paths: ['a.md'] });
    expect(told).toContain('old.md is left out, as “old.md” in .kemptignore:2 says; --no-ignore');
    expect((await lint(['*.md'], files)).told).toBe('');
    expect(await lint(['old.md', '--no-ignore'], files)).toMatchObject({ paths: ['old.md'], told: '' });
  });

  it('are told of where nothing else is left to check', async () => {
    const { code, told } = await lint([], { 'README.md': list, '.kemptrc': 'ignore: [README.md]' });
    expect(code).toBe(0);
    expect(told).toMatch(/Nothing was checked: \S+ is left out, as “\S+” in \S+ says.*--no-ignore/s);
  });

  it('are told of by kempt style, which has nothing to show', async () => {
    const cwd = await folder({ 'README.md': list, '.kemptignore': 'README.md\n' });
    const { code, stdout, stderr } = await kempt(['style'], { cwd });
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('README.md is left out, as “README.md” in .kemptignore:1 says');
  });

  it('are shown by kempt config, with what leaves them out', async () => {
    const cwd = await folder({ 'a.md': list, 'kempt.config.json': '{ "ignore": ["*.md"] }' });
    expect((await kempt(['config', 'a.md'], { cwd })).stdout).toContain('“*.md” in kempt.config.json');
    const { stdout } = await kempt(['config', 'a.md', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout)).toEqual([
      { file: 'a.md', ignored: { pattern: '*.md', from: 'kempt.config.json' } },
    ]);
  });

  it('are told of badly where the patterns cannot be read, and that is all', async () => {
    const cwd = await folder({ 'README.md': list, '.kemptignore/a': '' });
    const { code, stderr, stdout } = await kempt(['lint'], { cwd });
    expect({ code, text: stdout + stderr }).toEqual({
      code: 2,
      text: expect.stringContaining('.kemptignore cannot be read (EISDIR)'),
    });
    expect((await kempt(['lint', '--no-ignore'], { cwd })).code).toBe(0);
  });

  it('are none of standard input, nor of what lies outside of the folder of the patterns', async () => {
    const cwd = await folder({ 'in/.kemptrc': 'ignore: ["*"]', 'out.md': list });
    const json = async (args: string[], stdin = '') =>
      JSON.parse((await kempt(['lint', '--format', 'json', ...args], { cwd: `${cwd}/in`, stdin })).stdout);
    expect((await json(['-'], list)).files).toHaveLength(1);
    expect((await json(['--config', '.kemptrc', '../out.md'])).files).toHaveLength(1);
  });
});
