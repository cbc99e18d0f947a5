import { setMaxListeners } from 'node:events';
import type { BatchAdapter } from './adapters/adapter.ts';
import { createGitHub } from './adapters/github.ts';
import { type Batch, isBatch, type Job, jobsOf } from './batches.ts';
import { createChannel } from './channel.ts';
import { createFilter } from './filter.ts';
import { createHostHeaders } from './host-headers.ts';
import { type Case, createInquiry } from './inquiry.ts';
import { createLimits } from './limits.ts';
import { refuseOffline } from './offline.ts';
import type { ProbeContext, ProbeOptions } from './probe.ts';
import { createScheduler, type Permit, type Scheduler, StoppedError } from './scheduler.ts';
import { createAskSite } from './site-requests.ts';
import { createSockets } from './sockets.ts';
import { createTally, type Tally } from './tally.ts';
import { byHost, gather, recall } from './targets.ts';
import type { Checker, CheckerOptions, CheckRun, HostTime, LinkUse, Verdict } from './types.ts';
import { createPolicy, isSettled, restsOnStatus } from './verdict.ts';

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
  const notices = new Set<string>();
  const notice = (text: string) => notices.add(text);
  const token = options.githubToken;
  const adapters: BatchAdapter[] = token ? [createGitHub({ ...options.github, token, notice })] : [];

  async function* check(links: Links, run: CheckRun = {}) {
    const channel = createChannel<Verdict>();
    const scheduler = createScheduler<Job>({ concurrency, limits });
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
      cache: options.cache,
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
  async function passes(links: Links, tally: Tally, scheduler: Scheduler<Job>, signal: AbortSignal) {
    const { targets, settled } = recall(await gather(links, filter, options.base), options.cache);
    tally.expect(settled.length + targets.reduce((sum, { asked }) => sum + asked.length, 0));
    for (const verdict of settled) tally.verdict(verdict);

    const context = contextOf(scheduler, signal);
    const inquiry = createInquiry(context, (host) => createPolicy(limits(host).accept), options.cache);
    const unsettled: Case[] = [];
    const cases = targets.map((target): Case => ({ target, attempts: [] }));
    noticeMissingToken(cases);
    await scheduler.run(jobsOf(cases, adapters), async (job, permit) => {
      if (isBatch(job)) return askSite(job, permit, context, scheduler, settle);
      settle(job, await inquiry.first(job, permit));
    });
    refuseOffline(unsettled, cases.length);
    // A name that was not found must be asked for anew.
    sockets.names.forgetFaults();
    const doubted: Case[] = [];
    await rerun(unsettled, async (one, permit) => {
      await inquiry.second(one, permit);
      if (restsOnStatus(one.attempts)) doubted.push(one);
      else tally.case(one);
    });
    await rerun(doubted, async (one, permit) => {
      await inquiry.third(one, permit);
      tally.case(one);
    });

    function settle(one: Case, settled: boolean): void {
      if (settled) {
        tally.case(one);
        return;
      }
      if (options.evidence !== 'whole') for (const attempt of one.attempts) delete attempt.body;
      unsettled.push(one);
    }

    function rerun(list: Case[], work: (one: Case, permit: Permit) => Promise<void>): Promise<void> {
      return scheduler.run(byHost(list), (job, permit) => work(job as Case, permit));
    }
  }

  /** One question for many; what it leaves open is asked for as ordinary pages. */
  async function askSite(
    { adapter, cases }: Batch,
    permit: Permit,
    context: ProbeContext,
    scheduler: Scheduler<Job>,
    settle: (one: Case, settled: boolean) => void,
  ): Promise<void> {
    const targets = cases.map(({ target }) => target);
    const answers = await adapter.ask(targets, createAskSite(permit, context));
    for (const one of cases) {
      const answer = answers.get(one.target);
      if (!answer) {
        scheduler.add(one.target.host, [one]);
        continue;
      }
      one.attempts.push(answer.attempt);
      one.via = adapter.name;
      if (answer.repository) one.repository = answer.repository;
      settle(one, isSettled(answer.attempt));
    }
  }

  function noticeMissingToken(cases: readonly Case[]): void {
    if (adapters.length > 0) return;
    const count = cases.filter(({ target }) => target.host === 'github.com').length;
    if (count < 50) return;
    notices.add(
      `${count} links to github.com are asked for one by one; with a token it would take ${Math.ceil(count / 50)} requests (set GITHUB_TOKEN)`,
    );
  }

  function contextOf(scheduler: Scheduler<Job>, signal: AbortSignal): ProbeContext {
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
    notices: () => [...notices],
    slowestHosts: (count = 5) => times.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, count),
    close: sockets.close,
  };
}
