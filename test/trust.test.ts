import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findConfig } from '../src/config/load.ts';
import { kempt } from './support/command-line.ts';
import { folder } from './support/folder.ts';
import { pullRequest } from './support/pull-request.ts';

const names = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
const entry = (name: string) => `- [${name}](https://${name.toLowerCase()}.example) - The ${name} of them.`;
const list = `# Awesome Things\n\n> A curated list of things.\n\n## All\n\n${names.map(entry).join('\n')}\n`;
/** A change with one warning. */
const changed = `${list}- [Ten](https://ten.example) – The Ten of them.\n`;
const silent = '{ "rules": { "entry-separator": "off" } }';

async function lint(argv: string[], cwd: string, env: Record<string, string>) {
  const { code, stdout, stderr } = await kempt(['lint', '--format', 'json', ...argv], { cwd, env });
  const files: { messages: { rule: string }[] }[] = stdout === '' ? [] : JSON.parse(stdout).files;
  return { code, stderr, rules: files.flatMap(({ messages }) => messages.map(({ rule }) => rule)) };
}

describe('the configuration of a stranger’s pull request', () => {
  it('is not read: that of the base applies', async () => {
    const fork = await pullRequest({
      before: { 'README.md': list, '.kemptrc': '{ "failOn": "error" }' },
      after: { 'README.md': changed, '.kemptrc': silent },
      fork: true,
    });
    expect(await lint([], fork.root, fork.env)).toMatchObject({ code: 0, rules: ['entry-separator'] });
  });

  it('is read where the branch lies in the repository itself', async () => {
    const own = await pullRequest({
      before: { 'README.md': list },
      after: { 'README.md': changed, '.kemptrc': silent },
    });
    expect(await lint([], own.root, own.env)).toMatchObject({ code: 0, rules: [] });
  });

  it('is read where that is asked for, as data and without headers', async () => {
    const data = `{ "rules": { "entry-separator": "off" }, "links": { "headers": [{ "host": "a.example", "name": "x", "value": "y" }] } }`;
    const fork = await pullRequest({
      before: { 'README.md': list },
      after: { 'README.md': changed, '.kemptrc': data },
      fork: true,
    });
    expect(await lint(['--trust-config'], fork.root, fork.env)).toMatchObject({ code: 0, rules: [] });
    const { stdout } = await kempt(['config', '--format', 'json', '--trust-config'], {
      cwd: fork.root,
      env: fork.env,
    });
    expect(JSON.parse(stdout)[0]).toMatchObject({ from: ['.kemptrc'], links: {} });
  });

  it('is never run', async () => {
    const witness = path.join(await folder(), 'ran');
    const code = `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(witness)}, '');\nexport default {};\n`;
    const fork = await pullRequest({
      before: { 'README.md': list },
      after: {
        'README.md': changed,
        'kempt.config.mjs': code,
        'kempt.config.ts': code,
        'base.json': '{ "extends": "./kempt.config.mjs" }',
      },
      fork: true,
    });
    for (const argv of [[], ['--trust-config'], ['--no-since'], ['--no-since', '--trust-config']]) {
      expect((await lint(argv, fork.root, fork.env)).rules).toContain('entry-separator');
    }
    const named = await lint(['--config', 'kempt.config.mjs'], fork.root, fork.env);
    expect(named).toMatchObject({ code: 2, stderr: expect.stringContaining('kempt.config.mjs') });
    for (const file of ['kempt.config.mjs', 'base.json']) {
      const refused = await lint(['--config', file, '--trust-config'], fork.root, fork.env);
      expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('code, which is not run') });
    }
    expect(existsSync(witness)).toBe(false);
  });

  it('is the base’s where that is code, with what it imports from the base too', async () => {
    const fork = await pullRequest({
      before: {
        'README.md': list,
        'kempt.config.ts':
          "import { defineConfig } from 'kempt';\nimport { severity } from './severity.ts';\nexport default defineConfig({ rules: { 'entry-separator': severity } });\n",
        'severity.ts': "export const severity = 'error' as const;\n",
      },
      after: { 'README.md': changed, 'severity.ts': "export const severity = 'off' as const;\n" },
      fork: true,
    });
    expect(await lint([], fork.root, fork.env)).toMatchObject({ code: 1, rules: ['entry-separator'] });
  });

  it('cannot leave the list out', async () => {
    const fork = await pullRequest({
      before: { 'README.md': list },
      after: { 'README.md': changed, '.kemptignore': '*.md' },
      fork: true,
    });
    expect((await lint([], fork.root, {})).rules).toEqual([]);
    expect((await lint([], fork.root, fork.env)).rules).toEqual(['entry-separator']);
  });

  it('cannot bring known findings with it', async () => {
    const fork = await pullRequest({
      before: { 'README.md': list },
      after: { 'README.md': changed },
      fork: true,
    });
    await kempt(['lint', '--update-baseline'], { cwd: fork.root });
    expect((await lint(['--no-since'], fork.root, {})).rules).toEqual([]);
    expect((await lint(['--no-since'], fork.root, fork.env)).rules).toEqual(['entry-separator']);
  });

  it('is left out, and that is said, where the base is not there', async () => {
    const fork = await pullRequest({
      before: { 'README.md': list },
      after: { 'README.md': changed, '.kemptrc': silent },
      fork: true,
    });
    const event = {
      pull_request: {
        number: 7,
        head: { sha: fork.head, repo: null },
        base: { sha: '1'.repeat(40), repo: { full_name: 'flyers/kites' } },
      },
    };
    writeFileSync(fork.env.GITHUB_EVENT_PATH!, JSON.stringify(event));
    const env = { ...fork.env, GITHUB_SHA: '2'.repeat(40) };
    const ran = await lint(['--no-since'], fork.root, env);
    expect(ran).toMatchObject({
      rules: ['entry-separator'],
      stderr: expect.stringContaining('fetch-depth: 2'),
    });
  });

  it('is not read on GitLab either', async () => {
    const fork = await pullRequest({
      before: { 'README.md': list },
      after: { 'README.md': changed, '.kemptrc': silent },
      fork: true,
    });
    const env = {
      GITLAB_CI: 'true',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: fork.base,
      CI_MERGE_REQUEST_PROJECT_ID: '1',
      CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '2',
    };
    expect((await lint([], fork.root, env)).rules).toEqual(['entry-separator']);
    const own = { ...env, CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '1' };
    expect((await lint([], fork.root, own)).rules).toEqual([]);
  });

  it('cannot hide a change behind a merge of its own', async () => {
    const fork = await pullRequest({
      before: { 'README.md': list },
      after: { 'README.md': changed },
      fork: true,
    });
    const { root, run } = fork;
    // The branch as its author pushed it, with a merge at its end, instead of GitHub’s own merge.
    run('checkout', '-q', 'mine');
    run('merge', '-q', '--no-ff', '-m', 'catch up', '-s', 'ours', fork.env.GITHUB_SHA!);
    const { code, rules } = await lint([], root, fork.env);
    expect({ code, rules }).toEqual({ code: 1, rules: ['entry-separator'] });
  });
});

it('lets no configuration of a stranger’s lead out of its directory', async () => {
  const outside = await folder({ 'secret.json': '{ "failOn": "never" }' });
  const top = await folder({ 'README.md': list });
  mkdirSync(path.join(top, 'lists'));
  symlinkSync(path.join(outside, 'secret.json'), path.join(top, '.kemptrc'));
  await expect(findConfig(path.join(top, 'lists'), top, { top, strangers: { top } })).rejects.toThrow(
    'outside of the list’s repository',
  );
});
