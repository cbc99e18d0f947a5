import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { kempt } from './support/command-line.ts';
import { folder } from './support/folder.ts';
import { repository } from './support/repository.ts';

const names = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'];
const entry = (name: string) => `- [${name}](https://${name.toLowerCase()}.example) - The ${name} of them.`;
const old = `# Awesome Things

> A curated list of things.

## Old

${names.map(entry).join('\n')}
- [Bad] (https://bad.example) - An old fault.

## New

${entry('Nine')}
`;

async function listed(change: (text: string) => string) {
  const made = await repository({ 'README.md': old });
  writeFileSync(path.join(made.root, 'README.md'), change(old));
  return made;
}

async function findings(argv: string[], cwd: string, env: Record<string, string> = {}) {
  const { code, stdout, stderr } = await kempt(['lint', '--format', 'json', ...argv], { cwd, env });
  const report = stdout === '' ? undefined : JSON.parse(stdout);
  const messages: { rule: string; line: number }[] =
    report?.files.flatMap((file: { messages: [] }) => file.messages) ?? [];
  return { code, stderr, found: messages.map(({ rule, line }) => `${line} ${rule}`) };
}

describe('a run over a change', () => {
  it('leaves old findings out and passes', async () => {
    const { root } = await listed((text) => `${text}${entry('Ten')}\n`);
    expect(await findings(['--since', 'HEAD'], root)).toMatchObject({ code: 0, found: [] });
    expect((await findings([], root)).code).toBe(1);
  });

  it('fails on the lines of the change, by a warning too', async () => {
    const { root } = await listed((text) => `${text}- [Ten](https://ten.example) – The Ten of them.\n`);
    expect(await findings(['--since', 'HEAD'], root)).toMatchObject({
      code: 1,
      found: ['20 entry-separator'],
    });
  });

  it('learns the style of the house from before, so that a change cannot outvote the list', async () => {
    const many = Array.from(
      { length: 60 },
      (_, index) => `- [N${index}](https://n${index}.example) – Number ${index}.`,
    );
    const { root } = await listed((text) => `${text}${many.join('\n')}\n`);
    const { found } = await findings(['--since', 'HEAD'], root);
    expect(found.filter((one) => one.endsWith('entry-separator'))).toHaveLength(60);
  });

  it('answers for what it breaks elsewhere', async () => {
    const withLink = old.replace('- [Bad] (', 'See [the new ones](#new).\n\n- [Bad] (');
    const { root, commit } = await repository({ 'README.md': withLink });
    writeFileSync(path.join(root, 'README.md'), withLink.replace('## New', '## Newer'));
    commit('rename a section');
    const { code, found } = await findings(['--since', 'HEAD~1'], root);
    expect({ code, found }).toEqual({ code: 1, found: ['15 anchor'] });
  });

  it('has nothing to say of a list that it leaves alone', async () => {
    const { root } = await repository({ 'README.md': old });
    expect(await findings(['--since', 'HEAD'], root)).toMatchObject({ code: 0, found: [] });
  });

  it('judges what is staged, not what lies in the working tree', async () => {
    const { root, run } = await listed((text) => `${text}- [Ten] (https://ten.example) - The Ten of them.\n`);
    run('add', 'README.md');
    writeFileSync(path.join(root, 'README.md'), old);
    expect(await findings(['--staged'], root)).toMatchObject({ code: 1, found: ['20 link-syntax'] });
  });

  it('finds a pull request of GitHub by itself, unless told not to', async () => {
    const { root, run, commit } = await repository({ 'README.md': old });
    run('checkout', '-q', '-b', 'mine');
    writeFileSync(path.join(root, 'README.md'), `${old}${entry('Ten')}\n`);
    commit('add an entry');
    run('checkout', '-q', 'main');
    run('merge', '-q', '--no-ff', '-m', 'merge', 'mine');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' };
    expect(await findings([], root, env)).toMatchObject({ code: 0, found: [] });
    expect((await findings(['--no-since'], root, env)).code).toBe(1);
  });

  it('finds a merge queue and a merge request by themselves', async () => {
    const { root, run, commit } = await repository({ 'README.md': old });
    const base = run('rev-parse', 'HEAD').trim();
    writeFileSync(path.join(root, 'README.md'), `${old}${entry('Ten')}\n`);
    commit('add an entry');
    const events = await folder({ 'event.json': JSON.stringify({ merge_group: { base_sha: base } }) });
    const queue = {
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'merge_group',
      GITHUB_EVENT_PATH: `${events}/event.json`,
    };
    expect((await findings([], root, queue)).code).toBe(0);
    const gitlab = { GITLAB_CI: 'true', CI_MERGE_REQUEST_DIFF_BASE_SHA: base };
    expect((await findings([], root, gitlab)).code).toBe(0);
  });

  it('says what is wrong where the commit is not there', async () => {
    const { root } = await repository({ 'README.md': old });
    const { code, stderr } = await findings(['--since', 'origin/main'], root);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('there is no commit origin/main'),
    });
  });

  it('fixes only what the change brought', async () => {
    const { root } = await listed((text) => `${text}- [Ten](https://ten.example) – The Ten of them.\n`);
    const { stdout } = await kempt(['fix', '--since', 'HEAD', '--dry-run', '--no-color'], { cwd: root });
    expect(stdout).toContain('+- [Ten](https://ten.example) - The Ten of them.');
    expect(stdout).not.toContain('bad.example)');
  });
});
