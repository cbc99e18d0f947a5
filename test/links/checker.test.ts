import { createHook } from 'node:async_hooks';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../src/links/check.ts';
import { createChecker } from '../../src/links/checker.ts';
import { optionsFromEnvironment } from '../../src/links/environment.ts';
import type { CheckerOptions, Progress, Verdict } from '../../src/links/types.ts';
import { atMost, drip, inTurn, page, prose, silence, site, status } from '../world/answers.ts';
import { checkAll, checkOne, collect, somewhere, use } from '../world/check.ts';
import { startWorld, type World } from '../world/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

let hosts = 0;
function host(definition: Parameters<World['add']>[1] = { answer: page() }): string {
  hosts += 1;
  world.add(`h${hosts}.world.test`, definition);
  return `http://h${hosts}.world.test:${world.ports.http}`;
}
const visitsOf = (origin: string) => world.log.filter((visit) => visit.host === new URL(origin).hostname);
const options = (more: CheckerOptions = {}) => ({ ...world.options, timeout: 6000, ...more });
describe('one verdict for each address', () => {
  test('with all its places, asked for once', async () => {
    const origin = host();
    const shouted = origin.replace('http://h', 'HTTP://H');
    const links = [use(`${origin}/a`, 1), use(`${shouted}/a`, 2), use(`${origin}/x/../a`, 3)];
    const verdicts = await collect(check(links, options()));
    expect(
      verdicts.map(({ url, places }) => [url, places.map(({ position }) => position.start.line)]),
    ).toEqual([[`${origin}/a`, [1, 2, 3]]]);
    expect(visitsOf(origin)).toHaveLength(1);
  });

  test('fragments of one page are one request and several verdicts', async () => {
    const origin = host({ answer: page('x', `<h1 id="one">1</h1><h2 id="two">2</h2>${prose}`) });
    const { verdicts } = await checkAll([`${origin}/`, `${origin}/#one`, `${origin}/#two`], options());
    expect([...verdicts.values()].map(({ verdict }) => verdict)).toEqual(['ok', 'ok', 'ok']);
    expect(visitsOf(origin)).toHaveLength(1);
  });

  test('an address is sent as its author wrote it', async () => {
    const origin = host();
    const path = '/a%2Fb/c%20d?z=1&a=%23&é=ü';
    await checkOne(origin + path, options());
    expect(visitsOf(origin)[0]?.url).toBe('/a%2Fb/c%20d?z=1&a=%23&%C3%A9=%C3%BC');
  });

  test('what differs for a server is not the same', async () => {
    const origin = host();
    const urls = ['/a', '/a/', '/A', '/a?x=1&y=2', '/a?y=2&x=1'].map((path) => origin + path);
    expect((await checkAll(urls, options())).verdicts.size).toBe(5);
  });

  test('links may come one by one', async () => {
    const origin = host();
    async function* links() {
      yield use(`${origin}/a`);
      yield use(`${origin}/b`);
    }
    expect(await collect(check(links(), options()))).toHaveLength(2);
  });
});

describe('what is asked', () => {
  test('is filtered by patterns, and excluded ones are said to be', async () => {
    const origin = host();
    const urls = ['/a', '/b', '/c'].map((path) => origin + path);
    const { verdicts } = await checkAll(urls, options({ include: ['/[ab]$'], exclude: ['/b$'] }));
    expect([...verdicts.values()].map(({ url, verdict }) => [url.slice(-1), verdict])).toEqual(
      expect.arrayContaining([
        ['a', 'ok'],
        ['b', 'skipped'],
        ['c', 'skipped'],
      ]),
    );
  });

  test('is nothing at all offline', async () => {
    const origin = host();
    expect(await checkOne(`${origin}/`, options({ offline: true }))).toMatchObject({ verdict: 'skipped' });
    expect(visitsOf(origin)).toHaveLength(0);
  });

  test('a pattern that is none is the user’s fault', async () => {
    await expect(checkAll([], { exclude: ['('] })).rejects.toThrow(/not a regular expression/);
  });

  test('an absolute path belongs to the base', async () => {
    const origin = host();
    expect((await checkOne('/docs', options({ base: origin }))).verdict).toBe('ok');
    expect((await checkOne('/docs', options())).verdict).toBe('invalid');
  });

  test('a body in several encodings is read, and none that breaks off or is of an unknown one', async () => {
    const html = '<h1 id="there">Tea</h1>';
    const encoded = brotliCompressSync(gzipSync(html));
    const answering = (encoding: string, body: Buffer) => {
      const origin = host({
        answer: ({ response }) => {
          response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding });
          response.end(body);
        },
      });
      return async (fragment: string) => (await checkOne(`${origin}/#${fragment}`, options())).verdict;
    };
    const whole = answering('gzip, br', encoded);
    expect([await whole('there'), await whole('nowhere')]).toEqual(['ok', 'broken-fragment']);
    for (const [encoding, body] of [
      ['gzip, br', encoded.subarray(0, -8)],
      ['br, gzip', encoded],
      ['gzip, tea', encoded],
      ['gzip, gzip, gzip, gzip', encoded],
    ] as const)
      expect(await answering(encoding, body)('nowhere'), encoding).toBe('ok');
  });

  test('what a server writes of users and passwords into addresses is not shown', async () => {
    const target = host({ answer: page() });
    const withUser = target.replace('//', '//ann:geheim@');
    const answers = [
      status(302, { location: `${withUser}/a` }),
      status(302, { location: `ftp://ann:geheim@files.test/a` }),
      page('Tea', `<meta http-equiv="refresh" content="0; url=${withUser}/b">`),
      status(200, {
        'content-type': 'text/html',
        refresh: `0; url=${withUser}/c`,
        link: `<${withUser}/d>; rel=canonical`,
      }),
    ];
    for (const answer of answers) {
      const verdict = await checkOne(`${host({ answer })}/`, options());
      expect(verdict.evidence.attempts).not.toEqual([]);
      expect(JSON.stringify(verdict)).not.toContain('geheim');
    }
    expect(visitsOf(target).map(({ url }) => url)).toEqual(expect.arrayContaining(['/a', '/b', '/c']));
  });

  test('a mistyped scheme is no other scheme that is left alone', async () => {
    const verdicts = await Promise.all(
      ['htps://a.test/', 'hptts://a.test/', 'ftp://a.test/', 'nntp://a.test/'].map((url) =>
        checkOne(url, options()),
      ),
    );
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['invalid', 'invalid', 'skipped', 'skipped']);
    expect(verdicts[1]?.reason).toBe('there is no hptts:, https: must be meant');
  });

  test('a status can be accepted, for all or for one host', async () => {
    const origin = host({ answer: status(404) });
    expect((await checkOne(`${origin}/`, options({ accept: ['400-499'] }))).verdict).toBe('ok');
    const rule = { host: '*.world.test', accept: ['404'] };
    expect((await checkOne(`${origin}/`, options({ hosts: [rule] }))).verdict).toBe('ok');
  });

  test('a remap asks elsewhere and reports the address as written', async () => {
    const origin = host();
    const remap = [{ from: '^https://preview\\.test/(.*)$', to: `${origin}/$1` }];
    const verdict = await checkOne('https://preview.test/page', options({ remap }));
    expect(verdict).toMatchObject({ url: 'https://preview.test/page', verdict: 'ok' });
    expect(visitsOf(origin)[0]?.url).toBe('/page');
  });

  test('a mapped connection keeps the Host header, and the guard is open for it', async () => {
    world.add('mapped.test', { answer: page() });
    const connectTo = [
      `mapped.test:80:127.0.0.1:${world.ports.http}`,
      `mapped.test:443:127.0.0.1:${world.ports.https}`,
    ];
    const { caFiles } = world.options;
    const { verdicts } = await checkAll(['http://mapped.test/', 'https://mapped.test/'], {
      connectTo,
      caFiles,
    });
    expect([...verdicts.values()].map(({ verdict }) => verdict)).toEqual(['ok', 'ok']);
    await expect(checkAll([], { connectTo: ['nonsense'] })).rejects.toThrow(/not a mapping/);
  });
});

describe('a run', () => {
  test('stops at once when told, and ends with what is known', async () => {
    const fast = host();
    const slow = host({ answer: silence });
    const stop = new AbortController();
    const checker = createChecker(options({ timeout: 60_000 }));
    const verdicts: Verdict[] = [];
    for await (const verdict of checker.check([use(`${fast}/`), use(`${slow}/`)], { signal: stop.signal })) {
      verdicts.push(verdict);
      stop.abort();
    }
    await checker.close();
    expect(verdicts.map(({ url }) => url)).toEqual([`${fast}/`]);
  });

  test('that was stopped before it began gives nothing', async () => {
    const origin = host();
    expect(await collect(check([use(`${origin}/`)], { ...options(), signal: AbortSignal.abort() }))).toEqual(
      [],
    );
  });

  test('can be left by whoever listens', async () => {
    const slow = host({ answer: drip('x', 50) });
    const origin = host();
    for await (const _ of check([use(`${origin}/`), use(`${slow}/`)], options())) break;
  });

  test('tells its progress', async () => {
    const origin = host({ answer: site({ '/a': page() }) });
    const seen: Progress[] = [];
    await collect(
      check([use(`${origin}/a`), use(`${origin}/gone`)], {
        ...options(),
        onProgress: (one) => seen.push(one),
      }),
    );
    expect(seen.at(-1)).toEqual({ done: 2, total: 2, hostsWaiting: 0, found: 1 });
  });

  test('names the hosts that took longest', async () => {
    const slow = host({ answer: (visit) => void setTimeout(() => page()(visit), 400) });
    const fast = host();
    const checker = createChecker(options());
    await collect(checker.check([use(`${fast}/`), use(`${slow}/`)]));
    await checker.close();
    const [first] = checker.slowestHosts();
    expect(first?.host).toBe(new URL(slow).host);
    expect(first?.durationMs).toBeGreaterThan(300);
  });

  test('on a machine that reaches nothing gives no verdict, and says why', async () => {
    const dns = () => 'nxdomain' as const;
    const urls = ['one', 'two', 'three'].map((name) => {
      world.add(`www.${name}.test`, { dns });
      return `http://www.${name}.test/`;
    });
    await expect(checkAll(urls, options())).rejects.toThrow(/offline/);
  });

  test('that reaches anything believes that others are gone', async () => {
    const origin = host();
    const urls = ['http://gone.one.test/', 'http://gone.two.test/', 'http://gone.three.test/', `${origin}/`];
    const { verdicts } = await checkAll(urls, options());
    expect([...verdicts.values()].map(({ verdict }) => verdict).sort()).toEqual([
      'dead',
      'dead',
      'dead',
      'ok',
    ]);
  });

  test('of hosts that are related may all be gone', async () => {
    const urls = ['http://a.gone.test/', 'http://b.gone.test/', 'http://c.gone.test/'];
    const { verdicts } = await checkAll(urls, options());
    expect([...verdicts.values()].map(({ verdict }) => verdict)).toEqual(['dead', 'dead', 'dead']);
  });
});

test('a checker that is closed leaves no question to name servers open', async () => {
  const open = new Set<number>();
  const hook = createHook({
    init: (id, type) => void (type === 'QUERYWRAP' && open.add(id)),
    after: (id) => void open.delete(id),
  }).enable();
  const verdict = await checkOne(host({ dns: () => 'silence' }), options({ timeout: 500 }));
  expect(verdict.verdict).toBe('unreachable');
  await new Promise(setImmediate);
  hook.disable();
  expect(open.size).toBe(0);
});

describe('a host that calls pages gone', () => {
  const numbered = (origin: string) => Array.from({ length: 24 }, (_, index) => `${origin}/${index}`);
  const verdictsOf = async (urls: string[]) =>
    [...(await checkAll(urls, options())).verdicts.values()].map(({ verdict }) => verdict);

  test('is not believed once it answers all alike after so many requests', async () => {
    const origin = host({ answer: atMost(6, page(), status(404)) });
    const verdicts = await verdictsOf(numbered(origin));
    expect(verdicts.toSorted()).toEqual([...Array(6).fill('ok'), ...Array(18).fill('unreachable')]);
  });

  test('says why it is not', async () => {
    const origin = host({ answer: atMost(1, page(), status(404)) });
    const { verdicts } = await checkAll([`${origin}/a`, `${origin}/b`], options());
    const [doubted] = [...verdicts.values()].filter(({ verdict }) => verdict !== 'ok');
    expect(doubted?.reason).toMatch(
      /^it answers 404 Not Found, but h\d+\.world\.test:\d+ answers so for pages/,
    );
    expect(doubted?.evidence.attempts.at(-1)?.outcome?.row).toBe('gone by turns');
  });

  test('is asked for two pages more, however many are gone, where it keeps its word', async () => {
    const origin = host({ answer: site({ '/0': page(), '*': status(404) }) });
    expect((await verdictsOf(numbered(origin))).toSorted()).toEqual([...Array(23).fill('dead'), 'ok']);
    expect(visitsOf(origin).length).toBe(1 + 3 * 23 + 2);
  });

  test('is asked no more where it shows nothing at all', async () => {
    const origin = host({ answer: status(404) });
    expect(await verdictsOf(numbered(origin))).toEqual(Array(24).fill('dead'));
    expect(visitsOf(origin).length).toBe(3 * 24);
  });
});

describe('politeness, by the server’s own log', () => {
  const slowly = (ms: number) => (visit: Parameters<typeof silence>[0]) =>
    void setTimeout(() => page()(visit), ms);

  test('a host is never asked for more at once than its width', async () => {
    const origin = host({ answer: slowly(20) });
    const urls = Array.from({ length: 60 }, (_, index) => `${origin}/${index}`);
    await checkAll(urls, options({ perHost: 3 }));
    const most = Math.max(...visitsOf(origin).map(({ together }) => together));
    expect(most).toBe(3);
  });

  test('redirects from many hosts to one keep to its width as well', async () => {
    const target = host({ answer: slowly(30) });
    const urls = Array.from({ length: 24 }, (_, index) => {
      return `${host({ answer: status(302, { location: `${target}/${index}` }) })}/`;
    });
    const { verdicts } = await checkAll(urls, options({ perHost: 2 }));
    expect([...verdicts.values()].every(({ verdict }) => verdict === 'redirected')).toBe(true);
    expect(Math.max(...visitsOf(target).map(({ together }) => together))).toBeLessThanOrEqual(2);
  });

  test('an interval is kept', async () => {
    const origin = host();
    const urls = Array.from({ length: 5 }, (_, index) => `${origin}/${index}`);
    await checkAll(urls, options({ hosts: [{ host: '*.world.test', interval: 100 }] }));
    const times = visitsOf(origin).map(({ at }) => at);
    expect((times.at(-1) as number) - (times[0] as number)).toBeGreaterThan(350);
  });

  test('after 429 nothing is asked until the time that the host named', async () => {
    const origin = host({
      answer: (visit) => inTurn(status(429, { 'retry-after': '1' }), page())({ ...visit, count: limited++ }),
    });
    let limited = 0;
    const urls = Array.from({ length: 6 }, (_, index) => `${origin}/${index}`);
    const { verdicts } = await checkAll(urls, options({ perHost: 1 }));
    expect([...verdicts.values()].every(({ verdict }) => verdict === 'ok')).toBe(true);
    const [first, second] = visitsOf(origin).map(({ at }) => at);
    expect((second as number) - (first as number)).toBeGreaterThan(950);
  });

  test('a host that limits its rate is asked ever more slowly, until all is answered', async () => {
    let window = 0;
    let used = 0;
    const origin = host({
      answer: (visit) => {
        if (performance.now() - window > 500) [window, used] = [performance.now(), 0];
        used += 1;
        (used > 10 ? status(429, { 'retry-after': '1' }) : page())(visit);
      },
    });
    const urls = Array.from({ length: 40 }, (_, index) => `${origin}/${index}`);
    const { verdicts } = await checkAll(urls, options());
    expect([...verdicts.values()].every(({ verdict }) => verdict === 'ok')).toBe(true);
    const refused = visitsOf(origin).length - 40;
    expect(refused).toBeLessThan(40);
  });

  test('a slow host does not keep the others waiting', async () => {
    const slow = host({ answer: slowly(300) });
    const urls = Array.from({ length: 40 }, (_, index) => `${slow}/${index}`);
    const others = Array.from({ length: 40 }, () => `${host()}/`);
    const order: string[] = [];
    for await (const { url } of check(
      [...urls, ...others].map((url) => use(url)),
      options({ concurrency: 16 }),
    )) {
      order.push(url);
    }
    const lastOther = Math.max(...others.map((url) => order.indexOf(url)));
    expect(lastOther).toBeLessThan(60);
  });
});

describe('through a proxy', () => {
  let proxy: ReturnType<typeof createServer>;
  const seen: { line: string; authorization: string | undefined }[] = [];
  const sockets = new Set<Socket>();
  const address = () => `http://me:secret@127.0.0.1:${(proxy.address() as AddressInfo).port}`;

  beforeAll(async () => {
    proxy = createServer((request, response) => {
      seen.push({
        line: `${request.method} ${request.url}`,
        authorization: request.headers['proxy-authorization'],
      });
      response.end('from the proxy');
    });
    proxy.on('connect', (request, socket: Socket) => {
      seen.push({ line: `CONNECT ${request.url}`, authorization: request.headers['proxy-authorization'] });
      if (request.url?.startsWith('refused')) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      const through = connect(world.ports.https, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        through.pipe(socket).pipe(through);
      });
      for (const one of [through, socket]) {
        one.on('error', () => {});
        sockets.add(one);
      }
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    proxy.closeAllConnections();
    proxy.close();
  });

  test('http is asked of it, https by a tunnel, with its own credentials', async () => {
    world.add('public.test', { answer: page(), dns: () => ['93.184.216.34'] });
    const env = { http_proxy: address(), https_proxy: address(), no_proxy: 'direct.test' };
    const { verdicts } = await checkAll(['http://public.test/a', 'https://public.test/b'], {
      ...options(optionsFromEnvironment(env)),
      allowPrivate: false,
    });
    expect([...verdicts.values()].map(({ verdict }) => verdict)).toEqual(['ok', 'ok']);
    const authorization = `Basic ${Buffer.from('me:secret').toString('base64')}`;
    expect(seen).toEqual(
      expect.arrayContaining([
        { line: 'GET http://public.test/a', authorization },
        { line: 'CONNECT public.test:443', authorization },
      ]),
    );
    expect(visitsOf('http://public.test').every(({ headers }) => !headers['proxy-authorization'])).toBe(true);
  });

  test('names of private addresses are still refused, and exceptions go directly', async () => {
    const origin = host();
    const before = seen.length;
    const proxied = options({ proxy: { http: address() }, allowPrivate: false });
    expect(await checkOne(`${origin}/`, proxied)).toMatchObject({ code: 'KEMPT_PRIVATE_ADDRESS' });
    const direct = options({ proxy: { http: address(), no: '.world.test' } });
    expect((await checkOne(`${origin}/`, direct)).verdict).toBe('ok');
    expect(seen.length).toBe(before);
  });

  test('a tunnel that is refused is no dead link', async () => {
    world.add('refused.test', { dns: () => ['93.184.216.34'] });
    const verdict = await checkOne('https://refused.test/', options({ proxy: { https: address() } }));
    expect(verdict).toMatchObject({ verdict: 'unreachable', code: 'KEMPT_PROXY' });
  });
});

describe('the environment', () => {
  test('tells proxies, certificates, credentials by host, and which GitHub a token is for', () => {
    const env = {
      HTTPS_PROXY: 'http://p:1',
      HTTP_PROXY: 'http://not-this',
      NO_PROXY: 'a,b',
      SSL_CERT_FILE: '/x.pem',
      KEMPT_AUTH: 'a.test=me:it:is b.test=you:that',
      GITHUB_SERVER_URL: 'https://git.corp',
      GITHUB_GRAPHQL_URL: 'https://git.corp/api/graphql',
      GITHUB_API_URL: 'https://git.corp/api/v3',
    };
    expect(optionsFromEnvironment(env)).toEqual({
      proxy: { http: undefined, https: 'http://p:1', no: 'a,b' },
      caFiles: ['/x.pem'],
      auth: [
        { host: 'a.test', user: 'me', password: 'it:is' },
        { host: 'b.test', user: 'you', password: 'that' },
      ],
      github: {
        server: 'https://git.corp',
        graphql: 'https://git.corp/api/graphql',
        api: 'https://git.corp/api/v3',
      },
    });
    expect(optionsFromEnvironment({})).toEqual({});
    expect(() => optionsFromEnvironment({ KEMPT_AUTH: 'nonsense' })).toThrow(/cannot be read/);
  });

  test('basic authentication reaches its host', async () => {
    const origin = host();
    const auth = [{ host: new URL(origin).hostname, user: 'me', password: 'secret' }];
    await checkOne(`${origin}/`, options({ auth }));
    expect(visitsOf(origin)[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from('me:secret').toString('base64')}`,
    );
  });
});

test('places are of no matter to the verdict', async () => {
  const verdicts = await collect(check([{ url: `${host()}/`, place: somewhere }], options()));
  expect(verdicts[0]?.places).toEqual([somewhere]);
});
