/** A host of the loopback web, as `world-server.mjs` reads it. */
export interface Host {
  address: string;
  latencyMs: number;
  /** The most that it answers in a second, and at once after a pause; more gets 429 with `Retry-After: 1`. */
  perSecond?: number;
  burst?: number;
}

/** `refused`: nobody listens there. */
export type Truth = 'page' | 'gone' | 'silent' | 'refused';

export interface Page {
  host: Host;
  truth: Truth;
  path: string;
}

export interface Web {
  name: string;
  pages: Page[];
  perHost: number;
  timeoutMs: number;
}

export const concurrency = 64;

const even = { perHost: 8, timeoutMs: 10_000 };

/** Many pages on hosts that are all alike. */
export function evenWeb(name: string, hosts: number, pages: number, perHost = even.perHost): Web {
  const all = Array.from({ length: hosts }, (_, index) => ({ address: addressOf(1, index), latencyMs: 50 }));
  const some = Array.from({ length: pages }, (_, index) => page(all[index % hosts]!, 'page', index));
  return { name, pages: shuffled(some), perHost, timeoutMs: even.timeoutMs };
}

const shape = {
  shareOfLargest: 0.55,
  slope: 0.92,
  shareOfSingles: 0.84,
  dead: 0.06,
  silent: 0.01,
  /** Every so many-th dead address of a host with one address is at a host that is gone altogether. */
  refused: 3,
};

/** As real lists are: most links at one host that limits its rate, the rest on hosts that mostly have one link each. */
export function webOfLists(name: string, count: number): Web {
  const chance = generator(7);
  const largest: Host = { address: addressOf(2, 0), latencyMs: 120, perSecond: 50, burst: 40 };
  const ofLargest = Math.round(count * shape.shareOfLargest);
  const pages = Array.from({ length: ofLargest }, (_, index) =>
    page(largest, chance() < shape.dead ? 'gone' : 'page', index),
  );
  hostSizes(count - ofLargest).forEach((size, index) => {
    const host = { address: addressOf(3, index), latencyMs: Math.round(20 * 20 ** chance()) };
    for (let rank = 0; rank < size; rank++) {
      const draw = chance();
      const dead = size === 1 && index % shape.refused === 0 ? 'refused' : 'gone';
      // Only the rest has time-outs: its share of them is that of all.
      const silent = shape.silent / (1 - shape.shareOfLargest);
      const truth = draw < shape.dead ? dead : draw < shape.dead + silent ? 'silent' : 'page';
      pages.push(page(host, truth, rank));
    }
  });
  return { name, pages: shuffled(pages), perHost: 8, timeoutMs: 2000 };
}

/** Links by host, largest first: by Zipf's law, with as many hosts as it takes for the share of single ones to come out. */
function hostSizes(total: number): number[] {
  const { shareOfSingles, slope } = shape;
  for (let hosts = total; hosts > 1; hosts--) {
    // The rank at which the law falls under two.
    const top = 2 * ((1 - shareOfSingles) * hosts) ** slope;
    const sizes = Array.from({ length: hosts }, (_, index) => {
      return Math.max(1, Math.floor(top / (index + 1) ** slope));
    });
    if (sizes.reduce((sum, size) => sum + size, 0) <= total) return sizes;
  }
  return [total];
}

function page(host: Host, truth: Truth, index: number): Page {
  return { host, truth, path: `/${truth}/${index}` };
}

/** 127.20.BLOCK.… and up; each index another address. */
function addressOf(block: number, index: number): string {
  return `127.${20 + block}.${index >> 7}.${(index & 127) + 1}`;
}

export function urlOf({ host, path }: Page, port: number): string {
  return `http://${host.address}:${port}${path}`;
}

/** The hosts that somebody listens at. */
export function listening({ pages }: Web): Host[] {
  return [...new Set(pages.filter(({ truth }) => truth !== 'refused').map(({ host }) => host))];
}

/**
 * The shortest time in milliseconds that kempt's own limits allow. What is not settled is looked at a second time, with
 * twice the patience, and what is gone a third time once all first looks are over. All of it together takes no less
 * than all waits over the width, as many of the longest as some place must take one after another, any host's waits over
 * its width, what a host allows in a second, and the longest chain.
 */
export function lowerBound(web: Web): number {
  const gone = web.pages.filter(({ truth }) => truth === 'gone');
  const again = web.pages.filter(({ truth }) => truth !== 'page');
  const first = waitsOf(web.pages, web.timeoutMs);
  const second = waitsOf(again, 2 * web.timeoutMs);
  const third = waitsOf(gone, 0);
  const chains = web.pages.map(({ host, truth }) => {
    const looks = truth === 'gone' ? 3 : 1;
    return truth === 'silent' ? 3 * web.timeoutMs : looks * waitOf(host, truth, 0);
  });
  return Math.max(
    boundOf(web, [...first, ...second, ...third]),
    boundOf(web, first) + longest(third.map(({ ms }) => ms)),
    longest(chains),
  );
}

interface Wait {
  host: Host;
  ms: number;
}

function waitsOf(pages: readonly Page[], timeoutMs: number): Wait[] {
  return pages.map(({ host, truth }) => ({ host, ms: waitOf(host, truth, timeoutMs) }));
}

function boundOf({ perHost }: Web, waits: readonly Wait[]): number {
  const byHost = new Map<Host, number>();
  for (const { host, ms } of waits) byHost.set(host, (byHost.get(host) ?? 0) + ms);
  const all = waits.reduce((sum, { ms }) => sum + ms, 0);
  return Math.max(
    all / concurrency,
    inTurn(waits.map(({ ms }) => ms)),
    longest(waits.map(({ ms }) => ms)),
    longest([...byHost.values()].map((ms) => ms / perHost)),
    paceBound(waits),
  );
}

/** Of `n` times the width and one more, some place takes `n + 1` in turn, at least the shortest of them. */
function inTurn(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => other - one);
  let most = 0;
  for (let turns = 1; turns * concurrency < sorted.length; turns++) {
    const last = turns * concurrency;
    most = Math.max(
      most,
      sorted.slice(last - turns, last + 1).reduce((sum, ms) => sum + ms, 0),
    );
  }
  return most;
}

function longest(times: readonly number[]): number {
  return times.reduce((most, ms) => Math.max(most, ms), 0);
}

function waitOf({ latencyMs }: Host, truth: Truth, timeoutMs: number): number {
  if (truth === 'refused') return 0;
  return truth === 'silent' ? timeoutMs : latencyMs;
}

/** What the hosts that limit their rate imply. */
function paceBound(waits: readonly Wait[]): number {
  const counts = new Map<Host, number>();
  for (const { host } of waits) if (host.perSecond) counts.set(host, (counts.get(host) ?? 0) + 1);
  return longest(
    [...counts].map(([{ perSecond = 1, burst = 0 }, count]) => ((count - burst) / perSecond) * 1000),
  );
}

function shuffled<T>(values: readonly T[]): T[] {
  const chance = generator(1);
  return values
    .map((value) => ({ value, key: chance() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}

/** Numbers from 0 to 1, always the same ones. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
