import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Ran, kempt as run } from './support/command-line.ts';
import { folder } from './support/folder.ts';
import { type Repository, repository } from './support/repository.ts';

const old = `# Awesome Staging

> A curated list of things that are staged.

## Things

- [One](https://one.example) - The first of them.
- [Two](https://two.example) - The second of them.
- [Three](https://three.example) - The third of them.
- [Four](https://four.example) - The fourth of them.

## Others

- [Five](https://five.example) - The fifth of them.
- [Six](https://six.example) - The sixth of them.
`;
const added = (separator: string) => `- [Seven](https://seven.example)${separator}The seventh of them.\n`;
/** An entry whose separator is to be mended, and as it is afterwards. */
const untidy = `${old}${added(' – ')}`;
const tidy = `${old}${added(' - ')}`;

interface Staging extends Repository {
  fix(...argv: string[]): Promise<Ran>;
  write(text: string): Promise<void>;
  working(): Promise<string>;
  index(name?: string): string;
}

/** A repository that holds `old`, and ways to look at its index and its files. */
async function staging(name = 'README.md', text = old): Promise<Staging> {
  const repo = await repository({ [name]: text });
  const full = path.join(repo.root, name);
  return {
    ...repo,
    fix: (...argv) => run(['fix', '--staged', ...argv], { cwd: repo.root }),
    write: (content) => writeFile(full, content),
    working: () => readFile(full, 'utf8'),
    index: (asked = name) => repo.run('show', `:${asked}`),
  };
}

describe('fixing what is staged', () => {
  it('mends the index and the file, so that nothing is left to stage', async () => {
    const repo = await staging();
    await repo.write(untidy);
    repo.run('add', '.');
    const { code, stdout } = await repo.fix();
    expect({ code, index: repo.index(), working: await repo.working() }).toEqual({
      code: 0,
      index: tidy,
      working: tidy,
    });
    expect(stdout).toContain('entry-separator 1');
    expect(repo.run('diff', '--name-only')).toBe('');
  });

  it('mends no more than the change brought', async () => {
    const repo = await staging('README.md', old.replace(' - The first', ' – The first'));
    await repo.write(untidy.replace(' - The first', ' – The first'));
    repo.run('add', '.');
    await repo.fix();
    expect(repo.index()).toBe(tidy.replace(' - The first', ' – The first'));
  });

  it('keeps changes that are not staged, and does not stage them', async () => {
    const repo = await staging();
    await repo.write(untidy);
    repo.run('add', '.');
    const unstaged = (text: string) =>
      text.replace('that are staged', 'that are not yet staged').replace('- [Two]', '- [Ten]');
    await repo.write(unstaged(untidy));
    expect((await repo.fix()).code).toBe(0);
    expect({ index: repo.index(), working: await repo.working() }).toEqual({
      index: tidy,
      working: unstaged(tidy),
    });
  });

  it('leaves a file alone that goes on changing the same line, and says so', async () => {
    const repo = await staging();
    await repo.write(untidy);
    repo.run('add', '.');
    const further = untidy.replace('The seventh of them', 'The seventh of them all');
    await repo.write(further);
    const { code, stdout } = await repo.fix();
    expect({ code, index: repo.index(), working: await repo.working() }).toEqual({
      code: 0,
      index: tidy,
      working: further,
    });
    expect(stdout).toMatch(/what is staged is mended; [\s\S]*changes of its own in the same lines/);
  });

  it('takes an edit that the file has already as done', async () => {
    const repo = await staging();
    await repo.write(untidy);
    repo.run('add', '.');
    await repo.write(tidy.replace('that are staged', 'that were staged'));
    const { stdout } = await repo.fix();
    expect(repo.index()).toBe(tidy);
    expect(await repo.working()).toBe(tidy.replace('that are staged', 'that were staged'));
    expect(stdout).not.toContain('left as it is');
  });

  it('keeps CRLF in the file where git has LF, and in both where git has it too', async () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    const converting = await staging();
    converting.run('config', 'core.autocrlf', 'true');
    await converting.write(crlf(untidy));
    converting.run('add', '.');
    await converting.write(crlf(untidy.replace('that are staged', 'that are not')));
    await converting.fix();
    expect(converting.index()).toBe(tidy);
    expect(await converting.working()).toBe(crlf(tidy.replace('that are staged', 'that are not')));

    const plain = await staging('README.md', crlf(old));
    await plain.write(crlf(untidy));
    plain.run('add', '.');
    await plain.fix();
    expect([plain.index(), await plain.working()]).toEqual([crlf(tidy), crlf(tidy)]);
    expect(plain.run('diff', '--name-only')).toBe('');
  });

  it('keeps the byte order mark', async () => {
    const repo = await staging('README.md', `\uFEFF${old}`);
    await repo.write(`\uFEFF${untidy}`);
    repo.run('add', '.');
    await repo.fix();
    expect([repo.index(), await repo.working()]).toEqual([`\uFEFF${tidy}`, `\uFEFF${tidy}`]);
  });

  it.skipIf(process.platform === 'win32')('keeps the permissions, of git and of the file', async () => {
    const repo = await staging();
    await repo.write(untidy);
    await chmod(path.join(repo.root, 'README.md'), 0o750);
    repo.run('add', '.');
    await repo.fix();
    expect(repo.index()).toBe(tidy);
    expect(repo.run('ls-files', '--stage')).toMatch(/^100755 /);
    expect((await stat(path.join(repo.root, 'README.md'))).mode & 0o777).toBe(0o750);
  });

  it('follows a file that was renamed, and takes a new one whole', async () => {
    const repo = await staging();
    repo.run('mv', 'README.md', 'list.md');
    await writeFile(path.join(repo.root, 'list.md'), untidy);
    await writeFile(path.join(repo.root, 'new, ünd so.md'), untidy.replaceAll('Staging', 'News'));
    repo.run('add', '.');
    const { code } = await repo.fix('list.md', 'new, ünd so.md');
    expect(code).toBe(0);
    expect(repo.index('list.md')).toBe(tidy);
    expect(repo.index('new, ünd so.md')).toBe(tidy.replaceAll('Staging', 'News'));
    expect(repo.run('diff', '--name-only')).toBe('');
  });

  it('works from a subdirectory, and in a work tree beside', async () => {
    const repo = await staging('docs/list.md');
    await repo.write(untidy);
    repo.run('add', '.');
    await run(['fix', '--staged', 'list.md'], { cwd: path.join(repo.root, 'docs') });
    expect([repo.index(), await repo.working()]).toEqual([tidy, tidy]);

    const beside = path.join(await folder(), 'tree');
    repo.run('worktree', 'add', '-q', '-b', 'other', beside);
    await writeFile(path.join(beside, 'docs/list.md'), untidy);
    repo.run('-C', beside, 'add', '.');
    await run(['fix', '--staged', 'docs/list.md'], { cwd: beside });
    expect(repo.run('-C', beside, 'show', ':docs/list.md')).toBe(tidy);
    expect(await readFile(path.join(beside, 'docs/list.md'), 'utf8')).toBe(tidy);
  });

  it('works before the first commit', async () => {
    const repo = await staging();
    repo.run('update-ref', '-d', 'HEAD');
    await repo.write(untidy);
    repo.run('add', '.');
    await repo.fix();
    expect(repo.index()).toBe(tidy);
  });

  it('writes nothing with --dry-run', async () => {
    const repo = await staging();
    await repo.write(untidy);
    repo.run('add', '.');
    const { stdout } = await repo.fix('--dry-run');
    expect(stdout).toContain('+- [Seven](https://seven.example) - The seventh');
    expect([repo.index(), await repo.working()]).toEqual([untidy, untidy]);
  });

  it('fails for what is left', async () => {
    const repo = await staging();
    await repo.write(`${untidy}- [Eight](#nowhere) - The eighth of them.\n`);
    repo.run('add', '.');
    expect((await repo.fix()).code).toBe(1);
    expect(repo.index()).toBe(`${tidy}- [Eight](#nowhere) - The eighth of them.\n`);
  });
});

describe('fixing from a hook of git', () => {
  const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

  /** A repository whose commits are mended on their way. */
  async function hooked(): Promise<Staging> {
    const repo = await staging();
    const hook = path.join(repo.root, '.git/hooks/pre-commit');
    const command = [process.execPath, '--import', import.meta.resolve('tsx'), cli].map(
      (part) => `'${part}'`,
    );
    await mkdir(path.dirname(hook), { recursive: true });
    await writeFile(hook, `#!/bin/sh\nexec ${command.join(' ')} fix --staged README.md\n`, { mode: 0o755 });
    return repo;
  }

  it.skipIf(process.platform === 'win32').each([
    ['what is staged', ['-m', 'add'], ''],
    ['everything', ['-a', '-m', 'add'], ''],
    // Git throws the index away that the hook has mended: what was staged before is staged again.
    ['named files', ['-m', 'add', 'README.md'], 'MM README.md\n'],
  ])('commits %s mended', async (_, args, status) => {
    const repo = await hooked();
    await repo.write(untidy);
    repo.run('add', '.');
    const said = spawnSync('git', ['commit', ...args], { cwd: repo.root, encoding: 'utf8' });
    expect(said.status).toBe(0);
    expect(repo.run('show', 'HEAD:README.md')).toBe(tidy);
    expect(await repo.working()).toBe(tidy);
    expect(repo.run('status', '--short')).toBe(status);
    expect(/stage\s+it\s+again\s+afterwards/.test(said.stderr + said.stdout)).toBe(status !== '');
  });
});

describe('what cannot be staged', () => {
  it('is a list with conflicts', async () => {
    const repo = await staging();
    repo.run('checkout', '-q', '-b', 'theirs');
    await repo.write(untidy);
    repo.commit('theirs');
    repo.run('checkout', '-q', 'main');
    await repo.write(`${old}- [Eight](https://eight.example) - The eighth.\n`);
    repo.commit('ours');
    expect(() => repo.run('merge', '-q', 'theirs')).toThrow();
    const before = await repo.working();
    const { code, stdout } = await repo.fix();
    expect({ code, stdout }).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('the file has conflicts'),
    });
    expect(await repo.working()).toBe(before);
  });

  it('is anything while another git holds the index', async () => {
    const repo = await staging();
    await repo.write(untidy);
    repo.run('add', '.');
    await writeFile(path.join(repo.root, '.git/index.lock'), '');
    const { code, stdout } = await repo.fix();
    expect({ code, stdout }).toMatchObject({ code: 2, stdout: expect.stringContaining('index.lock') });
    await rm(path.join(repo.root, '.git/index.lock'));
    expect([repo.index(), await repo.working()]).toEqual([untidy, untidy]);
  });

  it('does not make a file again that was removed, nor a link a file', async () => {
    const repo = await staging();
    await repo.write(untidy);
    await mkdir(path.join(repo.root, 'docs'));
    await writeFile(path.join(repo.root, 'docs/elsewhere.md'), untidy);
    repo.run('add', '.');
    await rm(path.join(repo.root, 'README.md'));
    await symlink('docs/elsewhere.md', path.join(repo.root, 'README.md'));
    const { stdout } = await repo.fix('README.md');
    expect(stdout).toMatch(/it is not\s+a file any more/);
    expect(repo.index()).toBe(tidy);
    expect(await readFile(path.join(repo.root, 'docs/elsewhere.md'), 'utf8')).toBe(untidy);
  });

  it('is a link itself: where it leads is no text', async () => {
    const repo = await staging();
    await symlink('README.md', path.join(repo.root, 'index.md'));
    repo.run('add', '.');
    expect(await repo.fix('index.md')).toMatchObject({ code: 0 });
    expect(repo.index('index.md')).toBe('README.md');
    expect(existsSync(path.join(repo.root, 'index.md'))).toBe(true);
  });

  it('is a list that is not UTF-8: nothing of it is lost', async () => {
    const repo = await staging();
    const latin = Buffer.from(untidy.replace('seventh', 'sévènth'), 'latin1');
    await writeFile(path.join(repo.root, 'README.md'), latin);
    repo.run('add', '.');
    const { code, stdout } = await repo.fix();
    expect({ code, stdout }).toMatchObject({ code: 2, stdout: expect.stringContaining('not valid UTF-8') });
    expect(await readFile(path.join(repo.root, 'README.md'))).toEqual(latin);
    expect(repo.run('diff', '--name-only')).toBe('');
  });
});
