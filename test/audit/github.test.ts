import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { kempt } from '../support/command-line.ts';
import { folder } from '../support/folder.ts';
import { type FakeRepository, graphql } from '../world/github.ts';
import { listOf } from './web.ts';

/** A server of repositories that answers pages and its GraphQL interface; what it has may be changed. */
async function gitHub(repositories: Record<string, FakeRepository>): Promise<string> {
  const answer = graphql({ repositories, token: 'secret', asked: [] });
  const server = createServer((request, response) => {
    if (request.url === '/graphql') answer({ request, response } as Parameters<typeof answer>[0]);
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<title>a repository</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('an audit with a token', () => {
  it('tells of archived repositories, and since when that is known', async () => {
    const repositories: Record<string, FakeRepository> = { 'someone/thing': {}, 'someone/other': {} };
    const url = await gitHub(repositories);
    const cwd = await folder({ 'list.md': listOf(`${url}/someone/thing`, `${url}/someone/other`) });
    const audit = async (day: number) => {
      const now = new Date(Date.UTC(2026, 0, 1 + day)).toISOString();
      const env = { GITHUB_SERVER_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql`, GITHUB_TOKEN: 'secret' };
      const { stdout } = await kempt(
        ['audit', 'list.md', '--allow-private', '--now', now, '--format', 'markdown'],
        { cwd, env },
      );
      return stdout;
    };
    expect(await audit(0)).not.toContain('###');
    repositories['someone/thing'] = { archived: true };
    await audit(7);
    const body = await audit(14);
    expect(body).toContain('### Archived repositories (1)');
    expect(body).toMatch(/- \[ \].*\/someone\/thing`.*The repository is archived.*Known since 2026-01-08/);
  });

  it('mends the addresses of repositories that have another name now', async () => {
    const url = await gitHub({ 'someone/old': { now: 'someone/new' }, 'someone/new': {} });
    const cwd = await folder({ 'list.md': listOf(`${url}/someone/old`) });
    const env = { GITHUB_SERVER_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql`, GITHUB_TOKEN: 'secret' };
    const argv = ['audit', 'list.md', '--allow-private', '--fix-suggested', '--dry-run'];
    const { stdout } = await kempt(argv, { cwd, env });
    expect(stdout).toContain(`+- [Thing 0](${url}/someone/new) - A thing.`);
  });
});
