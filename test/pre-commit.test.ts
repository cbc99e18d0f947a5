import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { folder } from './support/folder.ts';
import { repository } from './support/repository.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const hooks: { id: string; entry: string }[] = parse(
  readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8'),
);
const isThere = spawnSync('pre-commit', ['--version']).status === 0;
/** Installing as pre-commit does takes a minute and a package registry. */
const mayInstall = isThere && process.env.KEMPT_TEST_INSTALL === '1';

const list = '# Awesome Kites\n\n## Building\n\n- [Plans](https://plans.example/) - To print.\n';
const faulty = list.replace('](https', '] (https');

/** A repository with these hooks before each commit, run by the built command instead of an installed one. */
async function hooked(ids: string[], files: Record<string, string> = {}) {
  const named = hooks.filter(({ id }) => ids.includes(id));
  const local = named.map(({ entry, ...hook }) => ({
    ...hook,
    language: 'system',
    entry: entry.replace(/^kempt/, `${process.execPath} ${path.join(root, 'dist/cli.cjs')}`),
  }));
  const made = await repository({
    'README.md': list,
    ...files,
    '.pre-commit-config.yaml': stringify({ repos: [{ repo: 'local', hooks: local }] }),
  });
  const env = await environment();
  const preCommit = (...args: string[]) => run('pre-commit', args, made.root, env);
  expect(preCommit('install').code).toBe(0);
  const write = (name: string, text: string) => writeFileSync(path.join(made.root, name), text);
  const commit = () => {
    made.run('add', '-A');
    return run('git', ['commit', '-q', '-m', 'change'], made.root, env);
  };
  return { ...made, write, commit, preCommit };
}

async function environment(): Promise<NodeJS.ProcessEnv> {
  const { GITHUB_ACTIONS: _, GITLAB_CI: __, FORCE_COLOR: ___, NO_COLOR: ____, ...inherited } = process.env;
  return { ...inherited, PRE_COMMIT_HOME: await folder() };
}

function run(command: string, args: string[], cwd: string, env: NodeJS.ProcessEnv) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  return { code: status, output: stdout + stderr };
}

describe.skipIf(!isThere)('a hook of pre-commit', () => {
  it('lets a commit pass, and stops one with a fault', async () => {
    const { write, commit } = await hooked(['kempt']);
    write('README.md', `${list}- [Reels](https://reels.example/) - To wind.\n`);
    expect(commit().code).toBe(0);
    write('README.md', faulty);
    const { code, output } = commit();
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('link-syntax') });
  });

  it('reads readmes, translated ones too, and no other Markdown', async () => {
    const { commit, write, run: git } = await hooked(['kempt']);
    write('NOTES.md', faulty);
    write('readme.txt', faulty);
    expect(commit().code).toBe(0);
    for (const name of ['docs-readme.md', 'README-zh.md', 'Readme.MD']) {
      write(name, faulty);
      expect({ name, code: commit().code }).toEqual({ name, code: name === 'docs-readme.md' ? 0 : 1 });
      git('rm', '-q', '--cached', '--ignore-unmatch', name);
      write(name, list);
    }
  });

  it('mends what can be, and passes the second time', async () => {
    const { root: cwd, write, commit } = await hooked(['kempt-fix']);
    write('README.md', `${faulty}\n`.replace('# Awesome Kites', '# Awesome Kites '));
    const { code, output } = commit();
    expect({ code, output }).toEqual({
      code: 1,
      output: expect.stringContaining('files were modified by this hook'),
    });
    expect(readFileSync(path.join(cwd, 'README.md'), 'utf8')).toContain('[Plans](https://plans.example/)');
    write('extra.txt', 'so that there is something to commit');
    expect(commit().code).toBe(0);
  });

  it('judges only what is staged where it is told to', async () => {
    const { root: cwd, write, commit } = await hooked(['kempt'], { 'README.md': faulty });
    const config = path.join(cwd, '.pre-commit-config.yaml');
    writeFileSync(
      config,
      readFileSync(config, 'utf8').replace('id: kempt', 'id: kempt\n        args: [--staged]'),
    );
    write('README.md', `${faulty}- [Reels](https://reels.example/) - To wind.\n`);
    expect(commit().code).toBe(0);
    write('README.md', `${faulty}- [Reels] (https://reels.example/) - To wind.\n`);
    expect(commit().code).toBe(1);
  });

  it('asks after links only where it is the one for links', async () => {
    const { preCommit, write } = await hooked(hooks.map(({ id }) => id));
    // An address that is known to be wrong without anybody being asked.
    write('README.md', list.replace('plans.example/', 'plans.example:port/'));
    const { output } = preCommit('run', '--all-files');
    expect(output).toMatch(/^kempt\.+Passed/m);
    expect(output).toMatch(/^kempt fix\.+Passed/m);
    expect(output).toMatch(/^kempt links\.+Failed/m);
    expect(output).toContain('link-invalid');
  });
});

describe.skipIf(!mayInstall)('pre-commit', () => {
  it('installs kempt from a checkout, and runs it', { timeout: 600_000 }, async () => {
    const made = await repository({ 'README.md': faulty });
    const env = await environment();
    const { code, output } = run('pre-commit', ['try-repo', root, 'kempt', '--all-files'], made.root, env);
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('link-syntax') });
  });
});
