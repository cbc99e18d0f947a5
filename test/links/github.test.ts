import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { page, site, status } from '../world/answers.ts';
import { checkAll, checkOne } from '../world/check.ts';
import { type FakeGitHub, graphql } from '../world/github.ts';
import { startWorld, type World } from '../world/world.ts';

let world: World;
let github: FakeGitHub;

const server = () => `http://github.world.test:${world.ports.http}`;
const options = () => ({
  ...world.options,
  githubToken: 'secret',
  github: { server: server(), graphql: `http://api.world.test:${world.ports.http}/graphql` },
});
const pagesAsked = () => world.log.filter(({ host }) => host === 'github.world.test');

beforeAll(async () => {
  world = await startWorld();
  github = {
    token: 'secret',
    asked: [],
    owners: ['someone'],
    repositories: {
      'a/plain': { files: { 'README.md': '# Title\n\n## How to *use* it\n', 'src/x.ts': 'one\ntwo\nthree' } },
      'a/old': { now: 'b/new' },
      'a/asleep': { archived: true },
      'a/busy': { issues: [7], tags: ['v1.0'] },
    },
  };
  world.add('api.world.test', { answer: graphql(github) });
  world.add('github.world.test', {
    answer: site({
      '/a/hidden': status(451),
      '/a/plain/wiki': page('Wiki'),
      '/a/plain': page('a/plain', '<h2 id="user-content-made-by-html">x</h2>'),
    }),
  });
  for (let index = 0; index < 120; index += 1) github.repositories[`many/r${index}`] = {};
});

afterAll(() => world.close());

describe('with a token', () => {
  test('repositories are answered fifty at a time, without their pages', async () => {
    github.asked = [];
    const urls = Array.from({ length: 120 }, (_, index) => `${server()}/many/r${index}`);
    const before = pagesAsked().length;
    const { verdicts } = await checkAll(urls, options());
    expect([...verdicts.values()].map(({ verdict, via }) => `${verdict} ${via}`)).toEqual(
      Array(120).fill('ok github'),
    );
    expect(github.asked.sort()).toEqual([20, 50, 50]);
    expect(pagesAsked().length).toBe(before);
  });

  test('a renamed repository has moved, with the rest of its path', async () => {
    const verdict = await checkOne(`${server()}/a/old`, options());
    expect(verdict.verdict).toBe('moved');
    expect(verdict.target).toBe(`${server()}/b/new`);
  });

  test('another case of the name is no move', async () => {
    github.repositories['a/Case'] = { now: 'A/case' };
    expect((await checkOne(`${server()}/a/Case`, options())).verdict).toBe('ok');
  });

  test('an archived repository is told apart', async () => {
    const { verdict, repository } = await checkOne(`${server()}/a/asleep`, options());
    expect([verdict, repository?.archived, repository?.pushedAt]).toEqual([
      'ok',
      true,
      '2024-01-01T00:00:00Z',
    ]);
  });

  test('what is not found is dead only once its page says so too', async () => {
    const verdict = await checkOne(`${server()}/a/gone`, options());
    expect(verdict.verdict).toBe('dead');
    expect(verdict.evidence.attempts.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
    expect((await checkOne(`${server()}/a/hidden`, options())).verdict).toBe('blocked');
  });

  test.each([
    ['/someone', 'ok'],
    ['/a/plain/blob/main/src/x.ts', 'ok'],
    ['/a/plain/blob/main/src/x.ts#L2', 'ok'],
    ['/a/plain/blob/main/src/x.ts#L1-L3', 'ok'],
    ['/a/plain/blob/main/src/x.ts#L40', 'broken-fragment'],
    ['/a/plain/blob/main/no.ts', 'dead'],
    ['/a/plain#how-to-use-it', 'ok'],
    ['/a/plain#readme', 'ok'],
    ['/a/plain#made-by-html', 'ok'],
    ['/a/plain#no-such-heading', 'broken-fragment'],
    ['/a/busy/issues/7', 'ok'],
    ['/a/busy/pull/8', 'dead'],
    ['/a/busy/releases/tag/v1.0', 'ok'],
    ['/a/plain/wiki', 'ok'],
  ])('%s is %s', async (path, expected) => {
    const verdict = await checkOne(server() + path, options());
    expect(verdict.verdict, JSON.stringify(verdict, null, 1)).toBe(expected);
  });

  test('too many at once are asked in halves', async () => {
    github.capacity = 20;
    github.asked = [];
    const urls = Array.from({ length: 50 }, (_, index) => `${server()}/many/r${index}`);
    const { verdicts } = await checkAll(urls, options());
    delete github.capacity;
    expect([...verdicts.values()].every(({ verdict }) => verdict === 'ok')).toBe(true);
    expect(Math.max(...github.asked)).toBeLessThanOrEqual(20);
  });

  test('without points left its pages are asked, and the run says so', async () => {
    github.points = 0;
    const { verdicts, notices } = await checkAll([`${server()}/a/plain`], options());
    delete github.points;
    expect(verdicts.get(`${server()}/a/plain`)?.via).toBe('http');
    expect(notices.join()).toMatch(/403.*one by one/);
  });

  test('a refused token is told, and never sent to the pages', async () => {
    const { verdicts, notices } = await checkAll([`${server()}/a/plain`], {
      ...options(),
      githubToken: 'wrong',
    });
    expect(verdicts.get(`${server()}/a/plain`)?.verdict).toBe('ok');
    expect(notices.join()).toMatch(/token was refused/);
    expect(pagesAsked().every(({ headers }) => headers.authorization === undefined)).toBe(true);
  });

  test('a name with quotes cannot break out of the question', async () => {
    const verdict = await checkOne(
      `${server()}/a/plain/blob/main/%22)%20%7B%20viewer%20%7B%20login%20%7D%20%7D`,
      options(),
    );
    expect(verdict.verdict).toBe('dead');
  });
});

test('without a token, pages are asked and the run says what a token would do', async () => {
  const urls = Array.from({ length: 60 }, (_, index) => `http://github.com/x/r${index}`);
  const connectTo = [`github.com:80:127.0.0.1:${world.ports.http}`];
  world.add('github.com', { answer: page() });
  const { verdicts, notices } = await checkAll(urls, { ...world.options, connectTo });
  expect([...verdicts.values()].every(({ verdict }) => verdict === 'ok')).toBe(true);
  expect(notices.join()).toMatch(/60 links.*token.*2 requests/);
});
