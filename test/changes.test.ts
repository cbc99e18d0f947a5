import { execFileSync } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { changesSince } from '../src/changes/changes.ts';
import { gitIn } from '../src/git/git.ts';
import { lineDates } from '../src/git/line-dates.ts';
import { folder } from './support/folder.ts';
import { repository } from './support/repository.ts';

const text = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\n';

describe('what has changed since a commit', () => {
  it('is the lines added or altered, with the text before', async () => {
    const { root, git, commit } = await repository({ 'a b.md': text });
    writeFileSync(path.join(root, 'a b.md'), text.replace('two', 'TWO').replace('five\n', 'five\nnew\n'));
    commit('change');
    const changes = await changesSince({ ref: 'HEAD~1' }, git);
    expect(await changes.of(path.join(root, 'a b.md'))).toEqual({ lines: new Set([2, 6]), before: text });
  });

  it('counts what is not committed, and files that git does not know', async () => {
    const { root, git } = await repository({ 'a.md': text });
    writeFileSync(path.join(root, 'a.md'), `${text}eight\n`);
    writeFileSync(path.join(root, 'b.md'), text);
    const changes = await changesSince({ ref: 'HEAD' }, git);
    expect((await changes.of(path.join(root, 'a.md')))?.lines).toEqual(new Set([8]));
    expect((await changes.of(path.join(root, 'b.md')))?.lines).toBe('all');
  });

  it('is nothing for a file that is as it was, and for a line taken away', async () => {
    const { root, git } = await repository({ 'a.md': text, 'b.md': text });
    writeFileSync(path.join(root, 'b.md'), text.replace('two\n', ''));
    const changes = await changesSince({ ref: 'HEAD' }, git);
    expect(await changes.of(path.join(root, 'a.md'))).toBeUndefined();
    expect((await changes.of(path.join(root, 'b.md')))?.lines).toEqual(new Set());
  });

  it('follows a file that was renamed', async () => {
    const { root, git, commit } = await repository({ 'a.md': text });
    renameSync(path.join(root, 'a.md'), path.join(root, 'b.md'));
    writeFileSync(path.join(root, 'b.md'), text.replace('two', 'TWO'));
    commit('rename');
    const changes = await changesSince({ ref: 'HEAD~1' }, git);
    expect((await changes.of(path.join(root, 'b.md')))?.lines).toEqual(new Set([2]));
  });

  it('minds no change of line endings', async () => {
    const { root, git } = await repository({ 'a.md': text });
    writeFileSync(path.join(root, 'a.md'), text.replace('two', 'TWO').replaceAll('\n', '\r\n'));
    const changes = await changesSince({ ref: 'HEAD' }, git);
    expect((await changes.of(path.join(root, 'a.md')))?.lines).toEqual(new Set([2]));
  });

  it('leaves out what others did on the base branch in the meantime', async () => {
    const { root, git, commit, run } = await repository({ 'a.md': text });
    run('checkout', '-q', '-b', 'mine');
    writeFileSync(path.join(root, 'a.md'), text.replace('seven', 'SEVEN'));
    commit('mine');
    run('checkout', '-q', 'main');
    writeFileSync(path.join(root, 'a.md'), text.replace('one', 'ONE'));
    commit('theirs');
    run('checkout', '-q', 'mine');
    const changes = await changesSince({ ref: 'main' }, git);
    expect((await changes.of(path.join(root, 'a.md')))?.lines).toEqual(new Set([7]));
  });

  it('is of the index alone with `staged`, before the first commit too', async () => {
    const { root, git, run } = await repository({ 'a.md': text });
    writeFileSync(path.join(root, 'a.md'), text.replace('two', 'TWO'));
    run('add', 'a.md');
    writeFileSync(path.join(root, 'a.md'), text.replace('two', 'TWO').replace('six', 'SIX'));
    const changes = await changesSince({ ref: 'HEAD', staged: true }, git);
    expect((await changes.of(path.join(root, 'a.md')))?.lines).toEqual(new Set([2]));

    const fresh = await folder({ 'a.md': text });
    for (const args of [
      ['init', '-q'],
      ['add', 'a.md'],
    ])
      execFileSync('git', args, { cwd: fresh });
    const first = await changesSince({ ref: 'HEAD', staged: true }, gitIn(fresh));
    expect((await first.of(path.join(fresh, 'a.md')))?.lines).toBe('all');
  });

  it('knows a pull request’s merge commit by its first parent where history is shallow', async () => {
    const { root, commit, run } = await repository({ 'a.md': text });
    run('checkout', '-q', '-b', 'mine');
    writeFileSync(path.join(root, 'a.md'), text.replace('seven', 'SEVEN'));
    commit('mine');
    run('checkout', '-q', 'main');
    writeFileSync(path.join(root, 'b.md'), text);
    commit('theirs');
    run('merge', '-q', '--no-ff', '-m', 'merge', 'mine');
    const shallow = path.join(await folder(), 'clone');
    execFileSync('git', ['clone', '-q', '--depth', '2', `file://${root}`, shallow]);
    const changes = await changesSince({ ref: 'HEAD^1' }, gitIn(shallow));
    expect((await changes.of(path.join(shallow, 'a.md')))?.lines).toEqual(new Set([7]));
    expect(await changes.of(path.join(shallow, 'b.md'))).toBeUndefined();
  });

  it('says what to set where the commit is not there', async () => {
    const { git, root, commit } = await repository({ 'a.md': text });
    await expect(changesSince({ ref: 'origin/main' }, git)).rejects.toMatchObject({
      name: 'KemptError',
      message: 'there is no commit origin/main',
    });
    await expect(changesSince({ ref: 'origin/main', isFound: true }, git)).rejects.toMatchObject({
      where: 'the base of this change',
      hint: expect.stringContaining('--no-since'),
    });
    writeFileSync(path.join(root, 'a.md'), `${text}eight\n`);
    commit('more');
    const shallow = path.join(await folder(), 'clone');
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${root}`, shallow]);
    await expect(changesSince({ ref: 'HEAD~1' }, gitIn(shallow))).rejects.toMatchObject({
      hint: expect.stringContaining('fetch-depth: 0'),
    });
  });

  it('knows when each line came, but for those that are not committed', async () => {
    const { root, git } = await repository({ 'a.md': text });
    writeFileSync(path.join(root, 'a.md'), text.replace('two', 'TWO'));
    const dateOf = await lineDates(path.join(root, 'a.md'), git);
    expect(Math.abs(Number(dateOf(1)) - Date.now())).toBeLessThan(600_000);
    expect([dateOf(2), dateOf(99)]).toEqual([undefined, undefined]);
    expect((await lineDates(path.join(root, 'new.md'), git))(1)).toBeUndefined();
  });

  it('says where there is no repository', async () => {
    await expect(changesSince({ ref: 'HEAD' }, gitIn(await folder()))).rejects.toThrow(
      'this is not a git repository',
    );
  });
});
