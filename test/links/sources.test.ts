import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registryHosts } from '../../src/links/adapters/registries.ts';
import { check } from '../../src/links/check.ts';
import type { Verdict } from '../../src/links/types.ts';
import { type Answer, drip, inTurn, page, raw, redirect, reset, site, status } from '../world/answers.ts';
import { checkOne, somewhere } from '../world/check.ts';
import { startWorld, type World } from '../world/world.ts';

let world: World;

const json = (code: number, value: unknown): Answer => {
  return status(code, { 'content-type': 'application/json' }, JSON.stringify(value));
};

/** Each interface as its documentation says, with one thing that is there. */
const interfaces: Record<string, Answer> = {
  npm: site({
    '/left-pad': json(200, { name: 'left-pad' }),
    '/@scope%2fthing': json(200, {}),
    '*': json(404, { error: 'Not found' }),
  }),
  pypi: site({ '/pypi/requests/json': json(200, { info: {} }), '*': json(404, { message: 'Not Found' }) }),
  crates: site({ '/api/v1/crates/serde': json(200, { crate: {} }), '*': json(404, { errors: [] }) }),
  doi: site({
    '/api/handles/10.1000/182': json(200, { responseCode: 1 }),
    '*': json(404, { responseCode: 100 }),
  }),
  youtube: ({ url, ...rest }) => {
    const isThere = url.searchParams.get('url')?.endsWith('v=aaaaaaaaaaa');
    (isThere ? json(200, { title: 'x' }) : status(404, {}, 'Not Found'))({ url, ...rest });
  },
  stackExchange: site({
    '/2.3/questions/1': json(200, { items: [{ question_id: 1 }] }),
    '/2.3/questions/3': inTurn(json(429, { error_name: 'throttle_violation' }), json(200, { items: [{}] })),
    '*': json(200, { items: [] }),
  }),
  gitlab: site({
    '/api/v4/projects/group%2Fthing': json(200, { id: 1 }),
    '*': json(404, { message: '404 Project Not Found' }),
  }),
  gitea: site({ '/api/v1/repos/owner/thing': json(200, { id: 1 }), '*': json(404, {}) }),
};

const base = (name: string) => `http://${name.toLowerCase()}.world.test:${world.ports.http}`;
const options = () => ({
  ...world.options,
  backoff: 20,
  sources: Object.fromEntries(Object.keys(interfaces).map((name) => [name, base(name)])),
});

const walled = ['www.npmjs.com', registryHosts.pypi, 'doi.org', 'stackoverflow.com'];
const open = ['www.youtube.com', registryHosts.crates];

beforeAll(async () => {
  world = await startWorld();
  for (const host of walled) world.add(host, { answer: status(403) });
  for (const host of open) world.add(host, { answer: page('An application') });
  for (const [name, answer] of Object.entries(interfaces)) {
    // The servers of one's own serve pages and interface at one place.
    const pages: Answer = (visit) => (visit.url.pathname.startsWith('/api/') ? answer : status(403))(visit);
    world.add(`${name.toLowerCase()}.world.test`, { answer: name.startsWith('git') ? pages : answer });
  }
});

afterAll(() => world.close());

describe('a walled page is asked for at its official source', () => {
  test.each([
    ['npm', 'www.npmjs.com', '/package/left-pad', 'ok'],
    ['npm', 'www.npmjs.com', '/package/@scope/thing', 'ok'],
    ['npm', 'www.npmjs.com', '/package/no-such-thing', 'blocked'],
    ['pypi', registryHosts.pypi, '/project/requests/', 'ok'],
    ['pypi', registryHosts.pypi, '/project/no-such-thing/', 'blocked'],
    ['crates', registryHosts.crates, '/crates/serde', 'ok'],
    ['crates', registryHosts.crates, '/crates/no-such-thing', 'soft-dead'],
    ['doi', 'doi.org', '/10.1000/182', 'ok'],
    ['doi', 'doi.org', '/10.1000/999', 'blocked'],
    ['youtube', 'www.youtube.com', '/watch?v=aaaaaaaaaaa', 'ok'],
    ['youtube', 'www.youtube.com', '/watch?v=bbbbbbbbbbb', 'soft-dead'],
    ['stack-exchange', 'stackoverflow.com', '/questions/1/title', 'ok'],
    ['stack-exchange', 'stackoverflow.com', '/questions/2/title', 'blocked'],
    ['stack-exchange', 'stackoverflow.com', '/questions/3/title', 'ok'],
    ['gitlab', 'gitlab.world.test', '/group/thing/-/tree/main', 'ok'],
    ['gitlab', 'gitlab.world.test', '/group/other', 'blocked'],
    ['gitea', 'gitea.world.test', '/owner/thing', 'ok'],
    ['gitea', 'gitea.world.test', '/owner/other', 'blocked'],
  ])('%s: %s%s is %s', async (name, host, path, expected) => {
    const verdict = await checkOne(`http://${host}:${world.ports.http}${path}`, options());
    expect(verdict.verdict, JSON.stringify(verdict, null, 1)).toBe(expected);
    if (expected === 'ok' && walled.includes(host)) expect(verdict.via).toBe(name);
    if (expected !== 'ok') expect(verdict.note).toContain(`${name} does not know it`);
  });

  test('and can be told not to', async () => {
    const url = `http://www.npmjs.com:${world.ports.http}/package/left-pad`;
    expect((await checkOne(url, { ...options(), sources: false })).verdict).toBe('blocked');
  });
});

describe('a source that has trouble of its own', () => {
  /** What interfaces do on their bad days, limits and lies included. */
  const troubles: Record<string, Answer> = {
    fails: status(500, { 'content-type': 'application/json' }, '{"error":"internal"}'),
    'is down for maintenance': status(503, { 'retry-after': '0' }),
    'limits how often it is asked': status(429, { 'retry-after': '0' }, '{"error":"slow down"}'),
    'limits for longer than a run lasts': status(429, { 'retry-after': '86400' }),
    'wants a token': json(401, { message: 'Unauthorized' }),
    'answers with a page': page('Just a moment...'),
    'answers with half of its JSON': status(200, { 'content-type': 'application/json' }, '{"items": [{'),
    'sends elsewhere': redirect(302, 'http://elsewhere.world.test/'),
    'breaks off': reset,
    'speaks no HTTP': raw('tea?\r\n\r\n'),
    'never ends': drip(' '.repeat(65_536), 1, { 'content-type': 'application/json' }),
  };
  const pages: Record<string, string> = {
    npm: 'www.npmjs.com/package/left-pad',
    pypi: `${registryHosts.pypi}/project/requests/`,
    crates: `${registryHosts.crates}/crates/serde`,
    doi: 'doi.org/10.1000/182',
    youtube: 'www.youtube.com/watch?v=aaaaaaaaaaa',
    stackExchange: 'stackoverflow.com/questions/1/title',
  };
  const cases = Object.keys(troubles).flatMap((trouble) =>
    Object.keys(pages).map((name) => [name, trouble] as const),
  );

  beforeAll(() => {
    for (const [index, answer] of Object.values(troubles).entries())
      world.add(`trouble-${index}.world.test`, { answer });
  });

  test.each(cases)('%s %s: the page is judged as if it had not been asked', async (name, trouble) => {
    const [host, ...path] = pages[name]!.split('/');
    const index = Object.keys(troubles).indexOf(trouble);
    const base = `http://trouble-${index}.world.test:${world.ports.http}`;
    const patience = { timeout: 500, maxRetryAfter: 100 };
    const verdict = await checkOne(`http://${host}:${world.ports.http}/${path.join('/')}`, {
      ...options(),
      ...patience,
      sources: { [name]: base },
    });
    // YouTube tells by 401 that a video is there, but not to be shown elsewhere.
    const expected = open.includes(host!) ? 'ok' : 'blocked';
    expect(verdict.verdict, JSON.stringify(verdict, null, 1)).toBe(expected);
    expect(verdict.note ?? '').not.toContain('does not know it');
  });
});

describe('what is no page of a source', () => {
  test.each([
    'www.npmjs.com/search?q=left-pad',
    `${registryHosts.pypi}/search/`,
    'doi.org/about',
    'stackoverflow.com/tags',
    'gitlab.world.test/explore',
    'gitea.world.test/owner/thing/issues/1',
  ])('%s is not asked there', async (address) => {
    const [host, ...path] = address.split('/');
    const verdict = await checkOne(`http://${host}:${world.ports.http}/${path.join('/')}`, options());
    expect(verdict).toMatchObject({ verdict: 'blocked', via: 'http' });
    expect(verdict.note ?? '').not.toContain('does not know it');
  });
});

describe('a dead link', () => {
  const archive = () => `http://archive.world.test:${world.ports.http}`;
  const dead = () => `http://dead.world.test:${world.ports.http}/page`;

  beforeAll(() => {
    world.add('dead.world.test', { answer: status(404) });
    world.add('archive.world.test', {
      answer: (visit) => {
        const wanted = /^\/web\/(\d+)\/(.*)$/.exec(visit.request.url ?? '');
        if (!wanted?.[2]?.startsWith('http://dead.world.test')) return status(404)(visit);
        redirect(302, `/web/${(wanted[1] ?? '').padEnd(14, '0')}/${wanted[2]}`)(visit);
      },
    });
  });

  test('comes with an archived copy from about when it was added', async () => {
    const verdicts: Verdict[] = [];
    const link = { url: dead(), place: somewhere, added: new Date('2019-03-04T05:06:07Z') };
    for await (const one of check([link], { ...options(), wayback: archive() })) verdicts.push(one);
    expect(verdicts[0]).toMatchObject({
      verdict: 'dead',
      archived: `${archive()}/web/20190304050607/${dead()}`,
    });
  });

  test.each([
    ['is down', status(503)],
    ['limits how often it is asked', status(429, { 'retry-after': '0' })],
    ['breaks off', reset],
    [
      'sends to another host',
      redirect(302, 'http://elsewhere.world.test/web/20190304050607/http://dead.world.test/'),
    ],
    ['sends to no copy', redirect(302, '/about')],
    ['shows a page of its own', page('Wayback Machine')],
  ] as const)('comes without a copy where the archive %s', async (trouble, answer) => {
    const host = `${trouble.replaceAll(' ', '-')}.archive.world.test`;
    world.add(host, { answer });
    const verdict = await checkOne(dead(), {
      ...options(),
      maxRetryAfter: 100,
      wayback: `http://${host}:${world.ports.http}`,
    });
    expect(verdict).toMatchObject({ verdict: 'dead' });
    expect(verdict.archived).toBeUndefined();
  });

  test('comes without one where the archive has none, or is not asked', async () => {
    world.add('other.world.test', { answer: status(404) });
    const other = `http://other.world.test:${world.ports.http}/`;
    expect((await checkOne(other, { ...options(), wayback: archive() })).archived).toBeUndefined();
    expect((await checkOne(dead(), options())).archived).toBeUndefined();
  });
});
