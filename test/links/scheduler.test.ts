import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CheckerOptions } from '../../src/links/types.ts';
import { type Answer, byMethod, page, redirect, silence, site, status } from '../world/answers.ts';
import { checkAll, checkOne } from '../world/check.ts';
import { startWorld, type World } from '../world/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

let hosts = 0;
function host(answer: Answer = page()): string {
  hosts += 1;
  world.add(`q${hosts}.world.test`, { answer });
  return `http://q${hosts}.world.test:${world.ports.http}`;
}
const visitsOf = (origin: string) => world.log.filter((visit) => visit.host === new URL(origin).hostname);
const options = (more: CheckerOptions = {}) => ({ ...world.options, timeout: 6000, ...more });
const pages = (origin: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${origin}/${index}`);
const namesOf = (verdicts: Map<string, { verdict: string }>) =>
  [...verdicts.values()].map(({ verdict }) => verdict);

describe('the queues', () => {
  test('get by with one place for all', async () => {
    const urls = Array.from({ length: 4 }, () => pages(host(), 3)).flat();
    const { verdicts } = await checkAll(urls, options({ concurrency: 1 }));
    expect(namesOf(verdicts)).toEqual(Array(12).fill('ok'));
  });

  test('ask a short host over one connection while others wait', async () => {
    const sockets = new Set<unknown>();
    const counted: Answer = (visit) => {
      sockets.add(visit.request.socket);
      page()(visit);
    };
    const urls = Array.from({ length: 20 }, () => pages(host(counted), 3)).flat();
    await checkAll(urls, options({ concurrency: 4 }));
    expect(sockets.size).toBeLessThan(30);
  });

  test('look again at one host while another is still to be asked', async () => {
    const slow = host();
    const failing = host(status(500));
    const rule = { host: new URL(slow).host, interval: 150, width: 1 };
    await checkAll([...pages(slow, 10), `${failing}/`], options({ hosts: [rule] }));
    const lastOfSlow = visitsOf(slow).at(-1)?.at as number;
    const later = visitsOf(failing).filter(({ headers }) => headers['sec-fetch-mode']);
    expect(later[0]?.at).toBeLessThan(lastOfSlow);
  });

  test('call nothing dead for its status before all first looks are over', async () => {
    const slow = host();
    const gone = host(status(404));
    const rule = { host: new URL(slow).host, interval: 100, width: 1 };
    const { verdicts } = await checkAll([...pages(slow, 8), `${gone}/`], options({ hosts: [rule] }));
    expect(verdicts.get(`${gone}/`)?.verdict).toBe('dead');
    const lastOfSlow = visitsOf(slow).at(-1)?.at as number;
    expect(visitsOf(gone).at(-1)?.at).toBeGreaterThan(lastOfSlow);
  });

  test('leave places for first looks, however many hosts let later ones hang', async () => {
    const silent = Array.from({ length: 8 }, () => `${host(silence)}/`);
    const slow = host();
    const rule = { host: new URL(slow).host, interval: 400, width: 1 };
    const order: string[] = [];
    const { verdicts } = await checkAll(
      [...silent, ...pages(slow, 6)],
      options({ concurrency: 4, timeout: 1000, hosts: [rule] }),
    );
    for (const url of verdicts.keys()) order.push(url.startsWith(slow) ? 'slow' : 'silent');
    expect(order.indexOf('silent')).toBeGreaterThan(0);
    expect(order.lastIndexOf('slow')).toBeLessThan(order.lastIndexOf('silent'));
  });
});

describe('a host that lets requests time out', () => {
  test('is not waited for again and again', async () => {
    const origin = host(silence);
    const { verdicts } = await checkAll([...pages(origin, 30), `${host()}/`], options({ timeout: 400 }));
    const ofHost = [...verdicts.values()].filter(({ url }) => url.startsWith(origin));
    expect(ofHost.map(({ verdict }) => verdict)).toEqual(Array(30).fill('unreachable'));
    expect(visitsOf(origin).length).toBeLessThanOrEqual(13);
    expect(ofHost.some(({ reason }) => reason.includes('other addresses'))).toBe(true);
  });

  test('is believed as soon as it answers', async () => {
    let visits = 0;
    const origin = host((visit) => {
      visits += 1;
      if (visits > 8) page()(visit);
    });
    const { verdicts } = await checkAll([...pages(origin, 30), `${host()}/`], options({ timeout: 400 }));
    expect(namesOf(verdicts)).toEqual(Array(31).fill('ok'));
  });
});

describe('what a host wants', () => {
  const wants = (origin: string, rule: object) =>
    options({ hosts: [{ host: new URL(origin).host, ...rule }] });
  const methodsOf = (origin: string) => visitsOf(origin).map(({ method }) => method);

  test('HEAD is asked first, and is enough where it goes well', async () => {
    const origin = host();
    expect(await checkOne(`${origin}/`, wants(origin, { method: 'HEAD' }))).toMatchObject({ verdict: 'ok' });
    expect(methodsOf(origin)).toEqual(['HEAD']);
  });

  test.each([404, 405, 403, 500])('HEAD that answers %i is not believed against the page', async (code) => {
    const origin = host(byMethod(page(), status(code)));
    expect(await checkOne(`${origin}/`, wants(origin, { method: 'HEAD' }))).toMatchObject({ verdict: 'ok' });
    expect(methodsOf(origin)).toEqual(['HEAD', 'GET']);
  });

  test('HEAD is not believed after a redirect either', async () => {
    const gone = byMethod(page(), status(404));
    const origin = host(site({ '/': redirect(302, '/elsewhere'), '/elsewhere': gone }));
    const { verdict } = await checkOne(`${origin}/`, wants(origin, { method: 'HEAD' }));
    expect([verdict, methodsOf(origin)]).toEqual(['redirected', ['HEAD', 'HEAD', 'GET']]);
  });

  test('an anchor needs the page', async () => {
    const origin = host(page('x', '<h1 id="here">x</h1>'));
    const { verdict } = await checkOne(`${origin}/#here`, wants(origin, { method: 'HEAD' }));
    expect([verdict, methodsOf(origin)]).toEqual(['ok', ['GET']]);
  });

  test('headers are sent to it and to no other, and after a redirect only what holds no secret', async () => {
    const other = host();
    const origin = host(site({ '/': page(), '/away': redirect(302, `${other}/`) }));
    const back = host(redirect(302, `${origin}/`));
    const rule = {
      headers: { 'X-Client': 'list', 'User-Agent': 'mine', Authorization: 'Bearer secret' },
    };
    await checkAll([`${origin}/`, `${origin}/away`], wants(origin, rule));
    expect(visitsOf(origin)[0]?.headers).toMatchObject({
      'x-client': 'list',
      authorization: 'Bearer secret',
    });
    expect(visitsOf(other)[0]?.headers['x-client']).toBeUndefined();
    await checkOne(`${back}/`, wants(origin, rule));
    const led = visitsOf(origin).at(-1)?.headers;
    expect([led?.['user-agent'], led?.['x-client'], led?.authorization]).toEqual([
      'mine',
      undefined,
      undefined,
    ]);
  });

  test.each([
    ['a type', 406, (visit: Parameters<Answer>[0]) => visit.request.headers.accept === '*/*'],
    [
      'an encoding',
      400,
      (visit: Parameters<Answer>[0]) => visit.request.headers['accept-encoding'] === 'identity',
    ],
    ['a spelling', 400, (visit: Parameters<Answer>[0]) => !/[|[\]]/.test(visit.request.url ?? '')],
  ])('a request that is refused for %s is made in the plainest form', async (_what, code, likes) => {
    const origin = host((visit) => (likes(visit) ? page() : status(code))(visit));
    expect(await checkOne(`${origin}/a|b[1]?c=|`, options())).toMatchObject({ verdict: 'ok' });
    expect(visitsOf(origin)).toHaveLength(2);
    expect(visitsOf(origin)[0]?.url).toBe('/a|b[1]?c=|');
  });
});

test('from a host that answered 429 nothing is wanted before its time, whatever was under way', async () => {
  let tokens = 10;
  let filledAt = performance.now();
  const refusals: number[] = [];
  const origin = host((visit) => {
    const now = performance.now();
    tokens = Math.min(10, tokens + ((now - filledAt) / 1000) * 20);
    filledAt = now;
    if (tokens < 1) {
      refusals.push(now);
      return status(429, { 'retry-after': '1' })(visit);
    }
    tokens -= 1;
    setTimeout(() => page()(visit), 20);
  });
  const { verdicts } = await checkAll(pages(origin, 60), options());
  expect(namesOf(verdicts)).toEqual(Array(60).fill('ok'));
  expect(refusals.length).toBeGreaterThan(0);
  const early = visitsOf(origin).filter(({ at }) =>
    refusals.some((then) => at > then + 300 && at < then + 950),
  );
  expect(early).toEqual([]);
});
