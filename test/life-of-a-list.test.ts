import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { web } from './audit/web.ts';
import { kempt } from './support/command-line.ts';
import { folder } from './support/folder.ts';
import { githubPages } from './support/github-pages.ts';
import { repository } from './support/repository.ts';
import { runWorkflow } from './support/workflow.ts';

const week = (number: number) => new Date(Date.UTC(2026, 0, 5 + 7 * number, 4, 17));

/** A list of kites in a small web, in a repository with a bare remote, and what a maintainer and GitHub do with it. */
async function kites() {
  const { url: server, closed, answers } = await web();
  const url = 'http://kites.example';
  const connectTo = [
    `kites.example:80:127.0.0.1:${new URL(server).port}`,
    `kites.example:443:127.0.0.1:${new URL(closed).port}`,
  ];
  const entry = (name: string, separator = ' - ') =>
    `- [${name}](${url}/${name.toLowerCase()})${separator}The ${name.toLowerCase()} of them all.`;
  const names = ['Barn', 'Box', 'Delta', 'Diamond', 'Foil', 'Rokkaku', 'Sled'];
  const list = `# Awesome Kites\n\n> Things that fly on a line.\n\n## Kites\n\n${names.map((name) => entry(name)).join('\n')}\n`;
  const home = await repository({ 'README.md': list });
  const remote = await folder();
  home.run('clone', '-q', '--bare', home.root, remote);
  home.run('remote', 'add', 'origin', remote);
  const github = await githubPages();
  const env = { GITHUB_REPOSITORY: 'flyers/kites', GITHUB_API_URL: github.url };
  const inputs = { 'connect-to': connectTo.join('\n') };

  return {
    ...home,
    url,
    connectTo,
    answers,
    entry,
    github,
    list: async () => await readFile(path.join(home.root, 'README.md'), 'utf8'),
    write: async (text: string) => await writeFile(path.join(home.root, 'README.md'), text),
    push: (message: string) => {
      home.commit(message);
      home.run('push', '-q', 'origin', 'main');
    },
    /** The workflow for pull requests, over one that leaves the list like this. */
    pullRequest: async (text: string, now: Date) => {
      const checkout = await folder();
      home.run('clone', '-q', remote, checkout);
      const git = (...args: string[]) =>
        home.run('-C', checkout, '-c', 'user.name=A', '-c', 'user.email=a@kites.example', ...args);
      git('checkout', '-q', '-b', 'mine');
      await writeFile(path.join(checkout, 'README.md'), text);
      git('commit', '-q', '-a', '-m', 'change the list');
      git('checkout', '-q', '--detach', 'origin/main');
      git('merge', '-q', '--no-ff', '-m', 'merge', 'mine');
      const full_name = 'flyers/kites';
      const events = await folder({
        'event.json': JSON.stringify({
          pull_request: {
            number: 7,
            head: { sha: git('rev-parse', 'mine').trim(), repo: { full_name } },
            base: { sha: git('rev-parse', 'origin/main').trim(), ref: 'main', repo: { full_name } },
          },
          repository: { full_name },
        }),
      });
      const event = {
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_EVENT_PATH: path.join(events, 'event.json'),
        GITHUB_BASE_REF: 'main',
        GITHUB_SHA: git('rev-parse', 'HEAD').trim(),
      };
      return await runWorkflow('.github/workflows/kempt.yml', {
        checkout,
        now,
        env: { ...env, ...event },
        inputs,
      });
    },
    /** The scheduled workflow, in a fresh checkout. */
    audit: async (now: Date) => {
      const checkout = await folder();
      home.run('clone', '-q', remote, checkout);
      return await runWorkflow('.github/workflows/kempt-audit.yml', {
        checkout,
        now,
        env: { ...env, GITHUB_EVENT_NAME: 'schedule' },
        inputs,
      });
    },
  };
}

it('keeps a list through its life', { timeout: 120_000 }, async () => {
  const { root, url, connectTo, answers, entry, github, list, write, push, pullRequest, audit, run } =
    await kites();

  // It is set up.
  expect((await kempt(['init', '--yes'], { cwd: root })).code).toBe(0);
  push('keep the list kempt');

  // A contributor brings a dead link, and an entry unlike the others: the change fails, on its own lines.
  answers['/glider'] = 404;
  const first = await pullRequest(`${await list()}${entry('Glider', ': ')}\n${entry('Parafoil')}\n`, week(0));
  expect(first.code).toBe(1);
  expect(first.annotations.map(({ level, line }) => ({ level, line }))).toEqual([
    { level: 'error', line: 14 },
    { level: 'warning', line: 14 },
  ]);
  expect(first.annotations[1]!.text).toContain(`Should read:%0A${entry('Glider')}`);

  // Mended, it passes, and is merged.
  const mended = `${await list()}${entry('Parafoil')}\n`;
  expect((await pullRequest(mended, week(0))).code).toBe(0);
  await write(mended);
  push('add a parafoil');

  // All is well so far; then a link of long ago dies. A contributor is not to blame for that.
  expect((await audit(week(0))).code).toBe(0);
  answers['/box'] = 404;
  const reworded = mended.replace('The box of them all.', 'The square one of them all.');
  const innocent = await pullRequest(`${reworded}${entry('Stunt')}\n`, week(1));
  expect(innocent.code).toBe(0);
  expect(innocent.annotations).toMatchObject([{ level: 'notice', line: 8 }]);
  expect(innocent.annotations[0]!.text).toContain(`${url}/box`);

  // The audit waits for a second run before it makes it an issue.
  expect((await audit(week(1))).code).toBe(0);
  expect(github.issues).toEqual([]);
  expect((await audit(week(2))).code).toBe(1);
  expect(github.issues).toMatchObject([{ state: 'open', body: expect.stringContaining(`${url}/box`) }]);

  // Another kite moves: the fix is prepared, explained, and merged.
  answers['/delta'] = `${url}/delta/`;
  const body = path.join(await folder(), 'pr.md');
  const fixing = ['audit', '--fix', '--now', week(3).toISOString(), `--format=pr=${body}`];
  await kempt([...fixing, ...connectTo.map((one) => `--connect-to=${one}`)], { cwd: root });
  expect(run('diff', '--stat')).toContain('1 file changed, 1 insertion(+), 1 deletion(-)');
  expect(await list()).toContain(`${url}/delta/)`);
  expect(await readFile(body, 'utf8')).toContain('Redirects followed');
  push('follow a redirect');

  // The issue is kept, not opened anew, and closed when the dead link is back.
  expect((await audit(week(3))).code).toBe(1);
  answers['/box'] = 200;
  const well = await audit(week(4));
  expect(well.code).toBe(0);
  expect(github.issues).toHaveLength(1);
  expect(github.issues[0]!.state).toBe('closed');
});
