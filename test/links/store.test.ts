import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createChecker } from '../../src/links/checker.ts';
import { openCache } from '../../src/links/store/cache.ts';
import { openHistory } from '../../src/links/store/history.ts';
import type { Verdict, VerdictName } from '../../src/links/types.ts';
import { page, site, status } from '../world/answers.ts';
import { somewhere } from '../world/check.ts';
import { startWorld, type World } from '../world/world.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kempt-store-'));
  file = join(folder, '.kempt', 'cache.jsonl');
});

afterEach(() => rm(folder, { recursive: true }));

function verdict(name: VerdictName, more: Partial<Verdict> = {}): Verdict {
  const hops = [{ url: 'https://example.test/', status: 200, headers: { etag: '"1"' }, durationMs: 1 }];
  return {
    url: 'https://example.test/',
    verdict: name,
    also: [],
    reason: 'it answers',
    places: [somewhere],
    evidence: {
      url: 'https://example.test/',
      attempts: [{ method: 'GET', pass: 1, hops, durationMs: 1 }],
      via: 'http',
    },
    durationMs: 1,
    fromCache: false,
    via: 'http',
    ...more,
  };
}

const hour = 3_600_000;

describe('the cache', () => {
  test('gives back what an earlier run saw, with its chain', async () => {
    const first = await openCache(file);
    first.put('https://example.test/', verdict('ok'));
    await first.close();
    const second = await openCache(file);
    expect(second.fresh('https://example.test/')).toMatchObject({
      verdict: 'ok',
      fromCache: true,
      evidence: { attempts: [{ hops: [{ url: 'https://example.test/', status: 200 }] }] },
    });
    await second.close();
  });

  test.each([
    ['ok', 23, 25],
    ['dead', 5, 7],
    ['unreachable', 0.9, 1.1],
    ['blocked', 0.4, 0.6],
  ] as const)('forgets “%s” in due time', async (name, within, after) => {
    let now = Date.parse('2026-01-01');
    const cache = await openCache(file, { now: () => now });
    cache.put('https://example.test/', verdict(name));
    now += within * hour;
    expect(cache.fresh('https://example.test/')?.verdict).toBe(name);
    now += (after - within) * hour;
    expect(cache.fresh('https://example.test/')).toBeUndefined();
    await cache.close();
  });

  test('remembers repositories longer, archived ones longest', async () => {
    let now = Date.parse('2026-01-01');
    const cache = await openCache(file, { now: () => now });
    const repository = { name: 'a/b', archived: false, disabled: false };
    cache.put('https://a.test/', verdict('ok', { repository }));
    cache.put('https://b.test/', verdict('ok', { repository: { ...repository, archived: true } }));
    now += 8 * 24 * hour;
    expect([cache.fresh('https://a.test/'), cache.fresh('https://b.test/')?.verdict]).toEqual([
      undefined,
      'ok',
    ]);
    await cache.close();
  });

  test('is sorted, so that it merges and diffs well', async () => {
    const cache = await openCache(file);
    for (const name of ['c', 'a', 'b']) cache.put(`https://${name}.test/`, verdict('ok'));
    await cache.close();
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).url)).toEqual([
      undefined,
      'https://a.test/',
      'https://b.test/',
      'https://c.test/',
    ]);
  });

  test('loses nothing when a run is interrupted', async () => {
    const interrupted = await openCache(file);
    interrupted.put('https://a.test/', verdict('ok'));
    interrupted.put('https://b.test/', verdict('dead'));
    while (!(await readdir(join(folder, '.kempt'))).some((name) => name.endsWith('.journal'))) await tick();
    await tick();
    const next = await openCache(file);
    expect(next.fresh('https://a.test/')?.verdict).toBe('ok');
    await next.close();
    await interrupted.close();
  });

  test('takes a half-written last line for what it is', async () => {
    const cache = await openCache(file);
    cache.put('https://a.test/', verdict('ok'));
    await cache.close();
    const line = (await readFile(file, 'utf8')).split('\n')[1] ?? '';
    await writeFile(
      `${file}.999999-abc.journal`,
      `${line.replaceAll('a.test', 'b.test')}\n${line.slice(0, 20)}`,
    );
    const next = await openCache(file);
    expect(next.fresh('https://b.test/')?.verdict).toBe('ok');
    expect(next.notices).toEqual([]);
    await next.close();
    expect(await readdir(join(folder, '.kempt'))).toEqual(['cache.jsonl']);
  });

  test('is safe with two runs at once', async () => {
    const [one, two] = await Promise.all([openCache(file), openCache(file)]);
    for (let index = 0; index < 50; index += 1) {
      one.put(`https://one-${index}.test/`, verdict('ok'));
      two.put(`https://two-${index}.test/`, verdict('ok'));
    }
    await Promise.all([one.close(), two.close()]);
    const after = await openCache(file);
    for (let index = 0; index < 50; index += 1) {
      expect(after.fresh(`https://one-${index}.test/`)?.verdict).toBe('ok');
      expect(after.fresh(`https://two-${index}.test/`)?.verdict).toBe('ok');
    }
    await after.close();
  });

  test('keeps a damaged file aside and goes on with what is whole', async () => {
    const cache = await openCache(file);
    cache.put('https://a.test/', verdict('ok'));
    await cache.close();
    const whole = await readFile(file, 'utf8');
    await writeFile(file, `${whole}{"url": 1}\n\u0000garbage\n`);
    const next = await openCache(file);
    expect(next.fresh('https://a.test/')?.verdict).toBe('ok');
    expect(next.notices.join()).toMatch(/2 damaged lines.*cache\.jsonl\.damaged/);
    expect(await readFile(`${file}.damaged`, 'utf8')).toContain('garbage');
    await next.close();
  });

  test('says so where it cannot be written, and stands in nobody’s way', async () => {
    await writeFile(join(folder, 'file'), '');
    const cache = await openCache(join(folder, 'file', 'cache.jsonl'));
    cache.put('https://a.test/', verdict('ok'));
    expect(cache.fresh('https://a.test/')?.verdict).toBe('ok');
    await cache.close();
    expect(cache.notices.join()).toMatch(/^Nothing of this run is remembered: ENOTDIR/);
  });

  test('begins anew beside a file of another version', async () => {
    await (await openCache(file)).close();
    await writeFile(file, '{"kempt":"cache","version":99}\n{"url":"x"}\n');
    const next = await openCache(file);
    expect(next.notices.join()).toMatch(/another version/);
    await next.close();
    expect(await readFile(`${file}.damaged`, 'utf8')).toContain('99');
  });
});

describe('a checker with a cache', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    const conditional = page('A page', undefined, { etag: '"7"' });
    world.add('a.test', {
      answer: site({
        '/page': (visit) =>
          (visit.request.headers['if-none-match'] === '"7"' ? status(304) : conditional)(visit),
      }),
    });
  });
  afterEach(() => world.close());

  async function run(now: number) {
    const cache = await openCache(file, { now: () => now });
    const checker = createChecker({ ...world.options, cache });
    const links = ['/page', '/gone'].map((path) => ({
      url: `http://a.test:${world.ports.http}${path}`,
      place: somewhere,
    }));
    const verdicts: Verdict[] = [];
    for await (const one of checker.check(links)) verdicts.push(one);
    await checker.close();
    await cache.close();
    return Object.fromEntries(verdicts.map((one) => [new URL(one.url).pathname, one]));
  }

  test('asks nothing that it knows, and asks conditionally for what it knew', async () => {
    const start = Date.now();
    await run(start);
    const asked = world.log.length;
    const again = await run(start + hour);
    expect(world.log.length).toBe(asked);
    expect([again['/page']?.fromCache, again['/gone']?.verdict]).toEqual([true, 'dead']);
    const later = await run(start + 48 * hour);
    expect(later['/page']).toMatchObject({ verdict: 'ok', status: 304, fromCache: false });
  });
});

describe('the history', () => {
  test('counts runs and days of a failing link, and forgets them when it recovers', async () => {
    let now = Date.parse('2026-01-01');
    const history = await openHistory(join(folder, 'history.jsonl'), () => now);
    const run = (name: VerdictName) => history.note('https://a.test/', verdict(name));
    run('ok');
    now += 24 * hour;
    run('unreachable');
    now += 72 * hour;
    run('dead');
    now += 96 * hour;
    expect(run('dead')).toMatchObject({
      runs: 3,
      firstSeen: '2026-01-01T00:00:00.000Z',
      lastOk: '2026-01-01T00:00:00.000Z',
    });
    expect(history.past('https://a.test/')).toEqual({ runs: 3, days: 7 });
    run('ok');
    expect(history.past('https://a.test/')).toEqual({ runs: 1, days: 0 });
    await history.close();
  });

  test('takes nothing from the cache for news', async () => {
    const history = await openHistory(join(folder, 'history.jsonl'));
    history.note('https://a.test/', verdict('dead'));
    history.note('https://a.test/', verdict('dead', { fromCache: true }));
    expect(history.past('https://a.test/')?.runs).toBe(1);
    await history.close();
  });
});

function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10));
}
