import { createServer, type Server } from 'node:net';
import { createBrotliCompress, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGuard } from '../../src/links/guard.ts';
import { drip, page, prose, redirect, status } from '../world/answers.ts';
import { checkAll, checkOne } from '../world/check.ts';
import { startWorld, type World } from '../world/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

let hosts = 0;
function host(definition: Parameters<World['add']>[1]): string {
  hosts += 1;
  world.add(`h${hosts}.world.test`, definition);
  return `http://h${hosts}.world.test:${world.ports.http}/page`;
}

/** The same world without leave for its loopback addresses. */
const guarded = () => ({ ...world.options, allowPrivate: false, timeout: 3000 });
const opened = () => ({ ...world.options, timeout: 3000 });

describe('the guard', () => {
  test.each([
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '127.0.0.1',
    '127.255.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.127.255.255',
    '0.0.0.0',
    '224.0.0.251',
    '239.1.1.1',
    '255.255.255.255',
    '240.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '168.63.129.16',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:192.168.0.1',
    '::127.0.0.1',
    '::7f00:1',
    '::a9fe:a9fe',
    '100:0:0:1::1',
    '4000::1',
    '64:ff9b::10.0.0.1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '2001:db8::1',
    '100::1',
    'nonsense',
    '',
  ])('refuses %s', (address) => {
    expect(createGuard()(address)).toBe(false);
  });

  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '64:ff9b::1.1.1.1',
    '::ffff:1.1.1.1',
  ])('lets %s through', (address) => {
    expect(createGuard()(address)).toBe(true);
  });

  test('is opened for all, or for ranges', () => {
    expect(createGuard(true)('10.0.0.1')).toBe(true);
    const some = createGuard(['10.0.0.0/8', 'fd00::/8', '192.168.1.1']);
    expect(['10.9.9.9', 'fd12::1', '192.168.1.1', '::ffff:10.0.0.1'].map(some)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['192.168.1.2', '127.0.0.1', 'fe80::1'].map(some)).toEqual([false, false, false]);
    expect(() => createGuard(['10.0.0.0/99'])).toThrow(/not an address range/);
  });
});

describe('no connection is made', () => {
  let secret: Server;
  let reached = 0;
  let port: number;

  beforeAll(async () => {
    secret = createServer((socket) => {
      reached += 1;
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nsecret');
    });
    await new Promise<void>((resolve) => secret.listen(0, '127.0.0.1', resolve));
    port = (secret.address() as { port: number }).port;
  });
  afterAll(() => secret.close());

  test.each([
    'http://127.0.0.1:PORT/',
    'http://127.1:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f000001:PORT/',
    'http://0177.0.0.1:PORT/',
    'http://0x7f.0.0x0.1:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://[::ffff:7f00:1]:PORT/',
    'http://127.0.0.1.:PORT/',
    'http://１２７.０.０.１:PORT/',
    'http://localhost:PORT/',
    'http://user@127.0.0.1:PORT/',
  ])('to %s', async (url) => {
    const before = reached;
    const verdict = await checkOne(url.replace('PORT', String(port)), guarded());
    expect(['skipped', 'unreachable']).toContain(verdict.verdict);
    expect(reached).toBe(before);
  });

  test('to a name that leads to this machine', async () => {
    const url = host({ answer: page() }).replace(String(world.ports.http), String(port));
    const before = reached;
    expect(await checkOne(url, guarded())).toMatchObject({
      verdict: 'unreachable',
      code: 'KEMPT_PRIVATE_ADDRESS',
    });
    expect(reached).toBe(before);
  });

  test('to a name that changes its address between look-up and connection', async () => {
    let asked = 0;
    const url = host({
      dns: () => {
        asked += 1;
        return asked <= 2 ? ['93.184.216.34'] : ['127.0.0.1'];
      },
    }).replace(String(world.ports.http), String(port));
    const before = reached;
    // What is dialled is what was looked up and allowed; the second pass meets the changed answer and refuses it.
    await checkOne(url, { ...guarded(), timeout: 300 });
    expect(reached).toBe(before);
  });

  test('by a redirect, a refresh, or a chain of them', async () => {
    const target = `http://127.0.0.1:${port}/`;
    const open = `http://h${hosts + 1}.world.test:${world.ports.http}`;
    const chain = host({
      answer: (visit) =>
        (visit.url.pathname === '/page' ? redirect(302, '/next') : redirect(307, target))(visit),
    });
    const refresh = host({ answer: page('x', `<meta http-equiv="refresh" content="0;url=${target}">`) });
    expect(open).toBe(new URL(chain).origin);
    // The hosts of the world are let through, this one address is not.
    const options = {
      ...guarded(),
      connectTo: [`h${hosts - 1}.world.test::127.0.0.1:`, `h${hosts}.world.test::127.0.0.1:`],
    };
    const before = reached;
    const { verdicts } = await checkAll([chain, refresh], options);
    for (const verdict of verdicts.values()) {
      expect(verdict).toMatchObject({ verdict: 'unreachable', code: 'KEMPT_PRIVATE_ADDRESS' });
    }
    expect(reached).toBe(before);
  });

  test('to what the guard is opened for elsewhere', async () => {
    const verdict = await checkOne(`http://127.0.0.1:${port}/`, {
      ...guarded(),
      allowPrivate: ['10.0.0.0/8'],
    });
    expect(verdict.verdict).toBe('skipped');
  });
});

describe('credentials', () => {
  const headers = (url: string) => [
    { host: new URL(url).hostname, name: 'authorization', value: 'Bearer secret' },
    { host: new URL(url).hostname, name: 'x-note', value: 'hello' },
  ];
  const seenAt = (url: string) => world.log.filter((visit) => visit.host === new URL(url).hostname);

  test('reach the host they are for', async () => {
    const url = host({ answer: page() });
    await checkOne(url, { ...opened(), headers: headers(url) });
    expect(seenAt(url)[0]?.headers).toMatchObject({ authorization: 'Bearer secret', 'x-note': 'hello' });
  });

  test('never follow a redirect to another host', async () => {
    const other = host({ answer: page() });
    const url = host({ answer: redirect(302, other) });
    await checkOne(url, { ...opened(), headers: headers(url) });
    expect(seenAt(other).map((visit) => visit.headers.authorization ?? visit.headers['x-note'])).toEqual([
      undefined,
    ]);
  });

  test('are not lent to whoever redirects to their host', async () => {
    const url = host({ answer: page() });
    const attacker = host({ answer: redirect(302, url) });
    const agent = { host: new URL(url).hostname, name: 'User-Agent', value: 'mine' };
    await checkOne(attacker, { ...opened(), headers: [...headers(url), agent] });
    expect(seenAt(url)[0]?.headers.authorization).toBeUndefined();
    // Any name may be a secret's, but for those that only say what is wanted.
    expect(seenAt(url)[0]?.headers['x-note']).toBeUndefined();
    expect(seenAt(url)[0]?.headers['user-agent']).toBe('mine');
  });

  test('in an address are not sent, and not to its target either', async () => {
    const url = host({ answer: page() }).replace('http://', 'http://user:secret@');
    await checkOne(url, opened());
    expect(seenAt(url)[0]?.headers.authorization).toBeUndefined();
  });

  test('for every host are refused', () => {
    const given = [{ host: '*', name: 'Authorization', value: 'x' }];
    return expect(checkAll([], { headers: given })).rejects.toThrow(/every host/);
  });

  test('cookies of one chain are unknown to the next, and to other hosts', async () => {
    const other = host({ answer: page() });
    const url = host({ answer: redirect(302, other, { 'set-cookie': 'id=1; Path=/' }) });
    await checkAll([url, `${url}2`], opened());
    expect([...seenAt(other), ...seenAt(url)].every((visit) => visit.headers.cookie === undefined)).toBe(
      true,
    );
  });

  test('a cookie cannot be set for another domain', async () => {
    const other = host({ answer: page() });
    const url = host({
      answer: redirect(302, other, { 'set-cookie': ['a=1; Domain=test; Path=/', 'b=1; Domain=other.test'] }),
    });
    await checkOne(url, opened());
    expect(seenAt(other)[0]?.headers.cookie).toBeUndefined();
  });
});

describe('bounds', () => {
  const within = async (url: string, ms: number, expected: string) => {
    const began = performance.now();
    const { verdict } = await checkOne(url, opened());
    expect(verdict).toBe(expected);
    expect(performance.now() - began).toBeLessThan(ms);
  };
  const memory = () => process.memoryUsage().rss;

  test('a bomb of gzip is read no further than its page', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000, 'a'));
    const url = host({
      answer: ({ response }) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
        response.end(bomb);
      },
    });
    const before = memory();
    await within(`${url}#anchor`, 30_000, 'ok');
    expect(memory() - before).toBeLessThan(120_000_000);
  });

  test('an endless bomb of brotli is left', async () => {
    const url = host({
      answer: ({ response }) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br' });
        const brotli = createBrotliCompress();
        brotli.pipe(response);
        const piece = Buffer.alloc(1_000_000, 'a');
        const feed = () => {
          if (!response.destroyed) brotli.write(piece, () => setImmediate(feed));
        };
        feed();
        response.on('close', () => brotli.destroy());
      },
    });
    await within(`${url}#anchor`, 30_000, 'ok');
  });

  test('an endless page is left', () => within(host({ answer: drip(prose, 1) }), 20_000, 'ok'));

  test('endless headers are left', async () => {
    const url = host({
      answer: ({ request }) => {
        const { socket } = request;
        socket.write('HTTP/1.1 200 OK\r\n');
        const timer = setInterval(() => socket.write(`x-more: ${'a'.repeat(1000)}\r\n`), 1);
        socket.on('close', () => clearInterval(timer));
      },
    });
    await within(url, 30_000, 'unreachable');
  });

  test('headers that drip are left', async () => {
    const url = host({
      answer: ({ request }) => {
        const { socket } = request;
        socket.write('HTTP/1.1 200 OK\r\n');
        const timer = setInterval(() => socket.write('x: 1\r\n'), 100);
        socket.on('close', () => clearInterval(timer));
      },
    });
    await within(url, 30_000, 'unreachable');
  });

  test('a storm of redirects ends', async () => {
    const url = host({ answer: (visit) => redirect(302, `/page?${Math.random()}`)(visit) });
    await within(url, 20_000, 'unreachable');
    const asked = world.log.filter((visit) => visit.host === new URL(url).hostname);
    expect(asked.length).toBeLessThanOrEqual(40);
  });

  test('a Retry-After of a year is not waited for', () => {
    const url = host({ answer: status(429, { 'retry-after': '31536000' }) });
    return expect(checkOne(url, { ...opened(), maxRetryAfter: 100 })).resolves.toMatchObject({
      verdict: 'blocked',
    });
  });

  test('informational answers without end are left', async () => {
    const url = host({
      answer: ({ request }) => {
        const { socket } = request;
        const timer = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'), 5);
        socket.on('close', () => clearInterval(timer));
      },
    });
    await within(url, 30_000, 'unreachable');
  });
});

describe('hostile text', () => {
  test.each([
    ['a title', page('\u001b[31m::error::x\u202e<script>', prose)],
    ['a header', status(200, { server: 'x\tlink; <b>' }, prose)],
    ['a Location that is no URL', redirect(302, 'http://[::error::]/%0a::set-output')],
    ['a body of zero bytes', status(200, {}, '\u0000'.repeat(10_000))],
    ['a charset that is none', status(200, { 'content-type': 'text/html; charset=\\"><x' }, prose)],
    ['a page of a million open tags', status(200, {}, '<a>'.repeat(1_000_000))],
    ['a page of attributes', status(200, {}, `<a ${'x=1 '.repeat(100_000)}>`)],
    ['a title without end', status(200, {}, `<title>${'404 not found '.repeat(50_000)}`)],
    ['a refresh without sense', page('x', `<meta http-equiv=refresh content="${'0;'.repeat(50_000)}">`)],
    ['a Retry-After of noise', status(503, { 'retry-after': '9'.repeat(5000) })],
    [
      'a Set-Cookie of noise',
      page('x', prose, { 'set-cookie': [';;;=', '=', 'a', 'a'.repeat(10_000), 'b=c; Expires=never'] }),
    ],
    ['a WWW-Authenticate of noise', status(401, { 'www-authenticate': 'x'.repeat(10_000) })],
  ])('in %s does not crash a run', async (_, answer) => {
    const verdict = await checkOne(`${host({ answer })}#frag`, { ...opened(), maxRetryAfter: 50 });
    expect(verdict.verdict).toBeTypeOf('string');
    expect(verdict.reason.length).toBeLessThan(500);
  });

  test('in addresses does not crash a run', async () => {
    const urls = [
      'http://\u202eexample.test/',
      'http://exa\u0000mple.test/',
      `http://${'a'.repeat(300)}.test/`,
      `http://${'a.'.repeat(200)}test/`,
      'http://..../',
      'http://xn--a.test/',
      'http://[::1%25eth0]/',
      'https://\u{1f600}.test/',
      'http://a.test:0/',
      'http://a.test:65536/',
      '%',
      'http:',
      'http:/\\/x',
      '//',
      '///',
      'http://a b',
      'javascript:%0aalert(1)',
      ' \n ',
    ];
    const { verdicts } = await checkAll(urls, opened());
    expect(verdicts.size).toBe(urls.length);
  });
});
