import { setMaxListeners } from 'node:events';
import { createChannel } from './channel.ts';
import { createFilter } from './filter.ts';
import { createHostHeaders } from './host-headers.ts';
import { type Case, createInquiry } from './inquiry.ts';
import { createLimits } from './limits.ts';
import { refuseOffline } from './offline.ts';
import type { ProbeContext, ProbeOptions } from './probe.ts';
import { createScheduler, type Scheduler, StoppedError } from './scheduler.ts';
import { createSockets } from './sockets.ts';
import { createTally, type Tally } from './tally.ts';
import { byHost, gather } from './targets.ts';
import type { Checker, CheckerOptions, CheckRun, HostTime, LinkUse, Verdict } from './types.ts';
import { createPolicy, restsOnStatus } from './verdict.ts';

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
  const limits = createLimits(options, { perHost, timeout });
  const sockets = createSockets(options, timeout, perHost);
  const probeOptions: ProbeOptions = {
    limits,
    maxRedirects: options.maxRedirects ?? 10,
    backoff: options.backoff ?? 1000,
    maxRetryAfter: options.maxRetryAfter ?? 120_000,
    userAgent: options.userAgent,
    hostHeaders: createHostHeaders(options.headers ?? []),
  };
  const times: HostTime[] = [];

  async function* check(links: Links, run: CheckRun = {}) {
    const channel = createChannel<Verdict>();
    const scheduler = createScheduler<Case>({ concurrency, limits });
    const stop = new AbortController();
    // Every request under way listens.
    setMaxListeners(0, stop.signal);
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
      whole: options.evidence === 'whole',
    });
    void passes(links, tally, scheduler, stop.signal).then(
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

  /** The passes: whatever the first leaves unsettled is asked again at its end. */
  async function passes(links: Links, tally: Tally, scheduler: Scheduler<Case>, signal: AbortSignal) {
    const { targets, settled } = await gather(links, filter, options.base);
    tally.expect(settled.length + targets.reduce((sum, { asked }) => sum + asked.length, 0));
    for (const verdict of settled) tally.verdict(verdict);

    const inquiry = createInquiry(contextOf(scheduler, signal), (host) => createPolicy(limits(host).accept));
    const unsettled: Case[] = [];
    const cases = targets.map((target): Case => ({ target, attempts: [] }));
    await scheduler.run(byHost(cases), async (one, permit) => {
      if (await inquiry.first(one, permit)) return tally.case(one);
      if (options.evidence !== 'whole') delete one.attempts[0]?.body;
      unsettled.push(one);
    });
    refuseOffline(unsettled, cases.length);
    // A name that was not found must be asked for anew.
    sockets.names.forgetFaults();
    const doubted: Case[] = [];
    await scheduler.run(byHost(unsettled), async (one, permit) => {
      await inquiry.second(one, permit);
      if (restsOnStatus(one.attempts)) doubted.push(one);
      else tally.case(one);
    });
    await scheduler.run(byHost(doubted), async (one, permit) => {
      await inquiry.third(one, permit);
      tally.case(one);
    });
  }

  function contextOf(scheduler: Scheduler<Case>, signal: AbortSignal): ProbeContext {
    return {
      sockets,
      signal,
      options: probeOptions,
      note: scheduler.note,
      pause: scheduler.pause,
      more: scheduler.more,
      exhausted: (host) => scheduler.waited(host) > longestPause,
    };
  }

  return {
    check,
    slowestHosts: (count = 5) => times.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, count),
    close: sockets.close,
  };
}
