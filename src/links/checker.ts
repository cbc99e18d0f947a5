import type { BatchAdapter } from './adapters/adapter.ts';
import { createGitHub } from './adapters/github.ts';
import { secondSources } from './adapters/sources.ts';
import { isLaterLook, type Job } from './batches.ts';
import { createChannel } from './channel.ts';
import { createClocks } from './clocks.ts';
import { createFilter } from './filter.ts';
import { basicAuth, createHostHeaders, headersOfRule } from './host-headers.ts';
import { createInquiry } from './inquiry.ts';
import { createLimits } from './limits.ts';
import { type Asking, startPasses } from './passes.ts';
import type { ProbeContext, ProbeOptions } from './probe.ts';
import { createRemap } from './remap.ts';
import { createScheduler, type Scheduler, StoppedError } from './scheduler.ts';
import { createSecondOpinion } from './second-opinion.ts';
import { all } from './several.ts';
import { createSockets } from './sockets.ts';
import { createTally, type Tally } from './tally.ts';
import { gather, type Target } from './targets.ts';
import type { Checker, CheckerOptions, CheckRun, HostTime, LinkUse, Verdict } from './types.ts';
import { createPolicy } from './verdict.ts';

type Links = Iterable<LinkUse> | AsyncIterable<LinkUse>;

/** The longest that one host may keep a run waiting altogether, in milliseconds. */
const longestPause = 300_000;

/**
 * Makes a checker: it owns its sockets, its look-ups and its queues until it is closed.
 *
 * @throws {KemptError} for options that cannot be read
 */
export function createChecker(options: CheckerOptions): Checker {
  const timeout = options.timeout ?? 15_000;
  const perHost = Math.max(1, options.perHost ?? 8);
  const concurrency = Math.max(1, options.concurrency ?? 64);
  const filter = createFilter(options);
  const remap = createRemap(options.remap ?? []);
  const limits = createLimits(options, { perHost, timeout });
  const sockets = createSockets(options, timeout);
  const probeOptions: ProbeOptions = {
    limits,
    maxRedirects: options.maxRedirects ?? 10,
    backoff: options.backoff ?? 1000,
    maxRetryAfter: options.maxRetryAfter ?? 120_000,
    userAgent: options.userAgent,
    textFragments: options.textFragments,
    hostHeaders: createHostHeaders([
      ...(options.headers ?? []),
      ...(options.hosts ?? []).flatMap(headersOfRule),
      ...(options.auth ?? []).map(basicAuth),
    ]),
  };
  const times: HostTime[] = [];
  const notices = new Set<string>();
  const notice = (text: string) => notices.add(text);
  const token = options.githubToken;
  const sources = options.sources === false ? [] : secondSources(options.sources);
  const wayback = options.wayback === true ? 'https://web.archive.org' : options.wayback || undefined;
  const adapters: BatchAdapter[] = token ? [createGitHub({ ...options.github, token, notice })] : [];

  async function* check(links: Links, run: CheckRun = {}) {
    const channel = createChannel<Verdict>();
    const scheduler = createScheduler<Job>({ concurrency, limits, isLater: isLaterLook });
    const stop = new AbortController();
    stop.signal.addEventListener('abort', () => {
      scheduler.stop();
      channel.end();
    });
    const onAbort = () => stop.abort(new StoppedError('the run was stopped'));
    run.signal?.addEventListener('abort', onAbort, { once: true });
    if (run.signal?.aborted) onAbort();
    const tally = createTally({
      push: channel.push,
      onProgress: run.onProgress,
      hostsWaiting: scheduler.hostsWaiting,
      cache: options.cache,
      whole: options.evidence === 'whole',
    });
    void answer(links, tally, scheduler, stop.signal).then(
      () => channel.end(),
      (fault) => channel.end(fault),
    );
    try {
      yield* channel;
    } finally {
      onAbort();
      run.signal?.removeEventListener('abort', onAbort);
      times.push(...scheduler.slowest(20));
    }
  }

  async function answer(
    links: Links,
    tally: Tally,
    scheduler: Scheduler<Job>,
    signal: AbortSignal,
  ): Promise<void> {
    const context = contextOf(scheduler, signal);
    const asking = startPasses({
      scheduler,
      context,
      adapters,
      inquiry: createInquiry(context, (host) => createPolicy(limits(host).accept), options.cache),
      opinion: createSecondOpinion(context, sources, wayback, options.cache),
      done: tally.case,
      whole: options.evidence === 'whole',
    });
    await Promise.all([asking.over, take(links, tally, asking)]);
  }

  /** Has links asked for as they come. */
  async function take(links: Links, tally: Tally, asking: Asking): Promise<void> {
    let onGitHub = 0;
    const begin = (targets: Target[]) => {
      onGitHub += targets.filter(({ host }) => host === 'github.com').length;
      tally.expect(targets.reduce((sum, { asked }) => sum + all(asked).length, 0));
      asking.add(targets);
    };
    const settled = await gather(links, { filter, remap, base: options.base, cache: options.cache, begin });
    tally.expect(settled.length);
    for (const verdict of settled) tally.verdict(verdict);
    tally.placed();
    if (adapters.length === 0) noticeMissingToken(onGitHub);
    asking.close();
  }

  function noticeMissingToken(count: number): void {
    if (count < 50) return;
    notices.add(
      `${count} links to github.com are asked for one by one; with a token it would take ${Math.ceil(count / 50)} requests (set GITHUB_TOKEN)`,
    );
  }

  function contextOf(scheduler: Scheduler<Job>, signal: AbortSignal): ProbeContext {
    const leftAlone = new Set<string>();
    return {
      sockets,
      signal,
      clocks: createClocks(signal),
      options: probeOptions,
      note: scheduler.note,
      pause: scheduler.pause,
      more: scheduler.more,
      silent: scheduler.silent,
      leaveAlone: (host) => leftAlone.add(host),
      exhausted: (host) => leftAlone.has(host) || scheduler.waited(host) > longestPause,
    };
  }

  return {
    check,
    notices: () => [...notices],
    slowestHosts: (count = 5) => times.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, count),
    close: sockets.close,
  };
}
