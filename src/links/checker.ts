import { setMaxListeners } from 'node:events';
import { createChannel } from './channel.ts';
import { createFilter } from './filter.ts';
import { createHostHeaders } from './host-headers.ts';
import { createLimits } from './limits.ts';
import { type ProbeContext, type ProbeOptions, probe } from './probe.ts';
import { createScheduler, type Permit, type Scheduler, StoppedError } from './scheduler.ts';
import { createSiblings } from './siblings.ts';
import { createSockets } from './sockets.ts';
import { isSuspect } from './soft.ts';
import { byHost, gather, type Target } from './targets.ts';
import type { Attempt, Checker, CheckerOptions, CheckRun, HostTime, LinkUse, Verdict } from './types.ts';
import { conclude, createPolicy, isSettled, outcomeOf } from './verdict.ts';

/** What is asked again, or has its verdict. */
interface Case {
  target: Target;
  attempts: Attempt[];
}

/** Verdicts that are no finding. */
const quiet = new Set(['ok', 'moved', 'redirected', 'skipped']);
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
    timeout,
    limits,
    maxRedirects: options.maxRedirects ?? 10,
    backoff: options.backoff ?? 1000,
    maxRetryAfter: options.maxRetryAfter ?? 120_000,
    userAgent: options.userAgent,
    hostHeaders: createHostHeaders(options.headers ?? []),
  };
  const ended: HostTime[] = [];

  async function* check(links: Iterable<LinkUse> | AsyncIterable<LinkUse>, run: CheckRun = {}) {
    const channel = createChannel<Verdict>();
    const stop = new AbortController();
    // Every request under way listens.
    setMaxListeners(0, stop.signal);
    const scheduler = createScheduler<Case>({ concurrency, limits });
    stop.signal.addEventListener('abort', () => {
      scheduler.stop();
      channel.end();
    });
    const onAbort = () => stop.abort(new StoppedError('the run was stopped'));
    run.signal?.addEventListener('abort', onAbort, { once: true });
    if (run.signal?.aborted) onAbort();
    const report = reporter(run, scheduler, channel.push);
    const context = contextOf(scheduler, stop.signal);
    void passes(links, report, scheduler, context).then(
      () => channel.end(),
      (fault) => channel.end(stop.signal.aborted ? undefined : fault),
    );
    try {
      yield* channel;
    } finally {
      stop.abort(new StoppedError('the run was stopped'));
      run.signal?.removeEventListener('abort', onAbort);
      ended.push(...scheduler.slowest(20));
    }
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

  /** Both passes: whatever the first leaves unsettled is asked again at its end. */
  async function passes(
    links: Iterable<LinkUse> | AsyncIterable<LinkUse>,
    report: Report,
    scheduler: Scheduler<Case>,
    context: ProbeContext,
  ): Promise<void> {
    const { targets, settled } = await gather(links, filter, options.base);
    report.expect(settled.length + targets.reduce((sum, { asked }) => sum + asked.length, 0));
    for (const verdict of settled) report.verdict(verdict);

    const siblings = createSiblings(context);
    const unsettled: Case[] = [];
    await scheduler.run(casesOf(targets), async (one, permit) => {
      const attempt = await ask(one, permit, context, { pass: 1, manner: 'plain', line: 'kept' });
      if (!attempt) return;
      if (isSettled(attempt) && !isSuspect(attempt)) report.case(one);
      else unsettled.push(one);
      slim(attempt);
    });
    sockets.names.forgetFaults();
    await scheduler.run(
      casesOf(
        unsettled.map(({ target }) => target),
        unsettled,
      ),
      async (one, permit) => {
        const attempt = await ask(one, permit, context, { pass: 2, manner: 'browser', line: 'h2' });
        if (attempt && wantsOldHttp(attempt)) {
          await ask(one, permit, context, { pass: 2, manner: 'browser', line: 'fresh' });
        }
        const last = one.attempts.at(-1);
        if (!attempt || !last) return;
        if (isSuspect(last)) {
          last.siblingAlike = await siblings.alike(last, permit);
          last.outcome = outcomeOf(last, createPolicy(limits(one.target.host).accept));
        }
        report.case(one);
      },
    );
  }

  /** One attempt, with its outcome, added to the case; undefined once the run is stopped. */
  async function ask(
    one: Case,
    permit: Permit,
    context: ProbeContext,
    how: { pass: 1 | 2; manner: 'plain' | 'browser'; line: 'kept' | 'fresh' | 'h2' },
  ): Promise<Attempt | undefined> {
    const { url, asked, host } = one.target;
    const fragments = asked.flatMap(({ fragment }) => (fragment === undefined ? [] : [fragment]));
    try {
      const attempt = await probe({ url, fragments, ...how }, permit, context);
      attempt.outcome = outcomeOf(attempt, createPolicy(limits(host).accept));
      one.attempts.push(attempt);
      return attempt;
    } catch (error) {
      if (context.signal.aborted) return undefined;
      throw error;
    }
  }

  function slim(attempt: Attempt): void {
    if (options.evidence !== 'whole') delete attempt.body;
  }

  /** Verdicts of a run, counted. */
  function reporter(run: CheckRun, scheduler: Scheduler<Case>, push: (verdict: Verdict) => void) {
    const progress = { done: 0, total: 0, found: 0 };
    const verdict = (one: Verdict) => {
      progress.done += 1;
      if (!quiet.has(one.verdict)) progress.found += 1;
      push(one);
      run.onProgress?.({ ...progress, hostsWaiting: scheduler.hostsWaiting() });
    };
    return {
      verdict,
      expect(total: number) {
        progress.total = total;
      },
      case({ target, attempts }: Case) {
        const durationMs = attempts.reduce((sum, attempt) => sum + attempt.durationMs, 0);
        for (const attempt of attempts) slim(attempt);
        for (const { url, fragment, places } of target.asked) {
          const evidence = { url, attempts, via: 'http' };
          verdict({
            url,
            ...conclude(evidence, fragment),
            places,
            evidence,
            durationMs,
            fromCache: false,
            via: 'http',
          });
        }
      },
    };
  }
  type Report = ReturnType<typeof reporter>;

  return {
    check,
    slowestHosts: (count = 5) => slowestOf(ended, count),
    close: sockets.close,
  };
}

function casesOf(targets: readonly Target[], cases?: readonly Case[]): Map<string, Case[]> {
  const known = new Map(cases?.map((one) => [one.target, one]));
  const hosts = new Map<string, Case[]>();
  for (const [host, list] of byHost(targets)) {
    hosts.set(
      host,
      list.map((target) => known.get(target) ?? { target, attempts: [] }),
    );
  }
  return hosts;
}

/** HTTP/2 was offered and something below HTTP broke: the older version may do. */
function wantsOldHttp({ code, hops }: Attempt): boolean {
  if (code === undefined) return false;
  return (
    /^(ECONNRESET|UND_ERR_|ERR_HTTP2|HPE_|EPIPE|ERR_SSL_|EPROTO)/.test(code) &&
    hops.at(-1)?.status === undefined
  );
}

function slowestOf(times: HostTime[], count: number): HostTime[] {
  return times.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, count);
}
