import { VFile } from 'vfile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue.ts';
import { settingsFor } from '../../src/config/settings.ts';
import { check } from '../../src/links/check.ts';
import type { Verdict } from '../../src/links/types.ts';
import { run } from '../../src/run.ts';
import { type Answer, page, prose, status } from '../world/answers.ts';
import { checkAll, collect, use } from '../world/check.ts';
import { type FakeGitHub, graphql } from '../world/github.ts';
import { startWorld, type World } from '../world/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

let hosts = 0;
function host(answer: Answer = page()): string {
  hosts += 1;
  world.add(`e${hosts}.world.test`, { answer });
  return `http://e${hosts}.world.test:${world.ports.http}`;
}
const visitsOf = (origin: string) => world.log.filter((visit) => visit.host === new URL(origin).hostname);

/** Answers, and says when it was first asked. */
function watched(answer: Answer): { answer: Answer; asked: Promise<void> } {
  let tell = () => {};
  const asked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return {
    asked,
    answer(visit) {
      answer(visit);
      tell();
    },
  };
}

const linesOf = ({ places }: Verdict) => places.map(({ position }) => position.start.line);

describe('links that come slowly', () => {
  test('are asked for while others are still to come, and known by all their places', async () => {
    const { answer, asked } = watched(page());
    const [first, last] = [host(answer), host()];
    async function* links() {
      yield { url: `${first}/` };
      yield use(`${first}/`, 1);
      await asked;
      yield use(`${last}/`, 2);
      yield use(`${first}/`, 3);
    }
    const verdicts = await collect(check(links(), world.options));
    const lines = Object.fromEntries(verdicts.map((verdict) => [verdict.url, linesOf(verdict)]));
    expect(lines).toEqual({ [`${first}/`]: [1, 3], [`${last}/`]: [2] });
    expect(visitsOf(first)).toHaveLength(1);
  });

  test('are asked for again where a fragment comes late', async () => {
    const { answer, asked } = watched(page('x', `<h1 id="here">x</h1>${prose}`));
    const origin = host(answer);
    async function* links() {
      yield use(`${origin}/`, 1);
      await asked;
      yield use(`${origin}/#here`, 2);
      yield use(`${origin}/#nowhere`, 3);
    }
    const verdicts = await collect(check(links(), world.options));
    expect(Object.fromEntries(verdicts.map(({ url, verdict }) => [url, verdict]))).toEqual({
      [`${origin}/`]: 'ok',
      [`${origin}/#here`]: 'ok',
      [`${origin}/#nowhere`]: 'broken-fragment',
    });
  });

  test('are called dead for their status only once all have been looked at', async () => {
    const { answer, asked } = watched(status(404));
    const [gone, last] = [host(answer), host()];
    async function* links() {
      yield use(`${gone}/`, 1);
      await asked;
      yield use(`${last}/`, 2);
    }
    const verdicts = await collect(check(links(), world.options));
    expect(verdicts.find(({ url }) => url.startsWith(gone))?.verdict).toBe('dead');
    expect(visitsOf(gone).at(-1)!.at).toBeGreaterThan(visitsOf(last)[0]!.at);
  });

  test('are asked of their site in full batches', async () => {
    const { answer, asked } = watched(page());
    const github: FakeGitHub = { token: 'secret', asked: [], owners: [], repositories: {} };
    for (let index = 0; index < 70; index += 1) github.repositories[`many/r${index}`] = {};
    const [server, api, other] = [host(), host(graphql(github)), host(answer)];
    const repositories = Array.from({ length: 70 }, (_, index) => use(`${server}/many/r${index}`, index));
    async function* links() {
      yield* repositories.slice(0, 30);
      yield { url: other };
      await asked;
      yield* repositories.slice(30);
    }
    const options = { githubToken: 'secret', github: { server, graphql: `${api}/graphql` } };
    const verdicts = await collect(check(links(), { ...world.options, ...options }));
    expect(verdicts.filter(({ via }) => via === 'github')).toHaveLength(70);
    expect(github.asked.toSorted()).toEqual([20, 50]);
  });

  test('tell of a machine that is offline when the last has come', async () => {
    const unknown = ['a.one.test', 'b.two.test', 'c.three.test', 'd.four.test'];
    async function* links() {
      for (const name of unknown) {
        yield use(`http://${name}/`, 1);
        await new Promise(setImmediate);
      }
    }
    await expect(collect(check(links(), { ...world.options, dnsServers: ['127.0.0.1:9'] }))).rejects.toThrow(
      'offline',
    );
  });

  test('end the check where their source fails', async () => {
    const origin = host();
    async function* links() {
      yield use(`${origin}/`, 1);
      await new Promise(setImmediate);
      throw new Error('the source is at fault');
    }
    await expect(collect(check(links(), world.options))).rejects.toThrow('the source is at fault');
  });
});

test('a list is linted while its links are asked for', async () => {
  const { answer, asked } = watched(page());
  const origin = host(answer);
  const catalogue = await loadCatalogue();
  const settings = await settingsFor({ config: {}, from: [], base: '/' }, undefined, catalogue);
  const { verdicts, files } = await run({
    inputs: [
      { file: new VFile({ path: 'readme.md', value: `# A\n\nThe the [B](${origin}/).\n` }), settings },
    ],
    // The rules wait for the network: were it asked after them, it would never be.
    facts: async () => {
      await asked;
      return { localTargets: new Map(), now: new Date('2026-01-01T00:00:00Z') };
    },
    lint: true,
    links: true,
    linkRules: [],
    checker: world.options,
  });
  expect(verdicts.map(({ verdict, places }) => [verdict, places.length])).toEqual([['ok', 1]]);
  expect(files[0]!.messages).not.toEqual([]);
});

test('a host without complaints is asked at its whole width after a few rounds', async () => {
  // The host answers when as many requests wait as should by then: less would wait for ever.
  const rounds = [8, 16, 32, 64];
  const waiting: Parameters<Answer>[0][] = [];
  let answered = 0;
  const origin = host((visit) => {
    waiting.push(visit);
    if (waiting.length < Math.min(rounds[0] ?? 64, 200 - answered)) return;
    rounds.shift();
    answered += waiting.length;
    for (const one of waiting.splice(0)) page()(one);
  });
  const urls = Array.from({ length: 200 }, (_, index) => `${origin}/${index}`);
  const { verdicts } = await checkAll(urls, {
    ...world.options,
    perHost: 64,
    concurrency: 64,
    timeout: 5000,
  });
  expect([...verdicts.values()].map(({ verdict }) => verdict)).toEqual(Array(200).fill('ok'));
  expect(visitsOf(origin)).toHaveLength(200);
});
