import type { Clocks } from './clocks.ts';
import { createCookieJar } from './cookies.ts';
import { type Chain, exchange } from './exchange.ts';
import type { Mood } from './lane.ts';
import type { HostLimits } from './limits.ts';
import type { Manner } from './manners.ts';
import { hostOf } from './normalise.ts';
import { again, type Form, type PatienceOptions, sendsAway } from './patience.ts';
import { nextOf, readTarget } from './redirects.ts';
import type { Permit } from './scheduler.ts';
import type { Line, Sockets } from './sockets.ts';
import type { Attempt, Hop } from './types.ts';
import { isChallenge } from './walls.ts';

export interface ProbeOptions extends PatienceOptions {
  maxRedirects: number;
  userAgent: string | undefined;
  textFragments?: boolean | undefined;
  hostHeaders: (url: URL, hops: readonly Hop[]) => Record<string, string>;
  /** Per host, where it differs. */
  limits: (host: string) => Pick<HostLimits, 'timeout' | 'method'>;
}

export interface ProbeContext {
  sockets: Sockets;
  options: ProbeOptions;
  signal: AbortSignal;
  clocks: Clocks;
  /** Told how each request went, for the host's pace. */
  note(host: string, mood: Mood, began: number): void;
  pause(host: string, ms: number): void;
  /** The host is not asked any more in this run. */
  leaveAlone(host: string): void;
  /** Whether the host has made the run wait long enough, or is to be left alone. */
  exhausted(host: string): boolean;
  /** Whether the host has been silent so often that it is not asked any more in this pass. */
  silent(host: string, pass: 1 | 2): boolean;
  more(host: string): boolean;
}

export interface ProbeTask {
  /** The address without fragment. */
  url: string;
  fragments: readonly string[];
  /** For the first hop: what makes it a conditional request. */
  validators: Record<string, string> | undefined;
  pass: 1 | 2;
  manner: Manner;
  line: Line;
}

/**
 * Asks one address, hop by hop, and tells what was seen. Network and nothing else: it never throws for what a
 * server does, and what it means is for the policy to say.
 *
 * @throws {StoppedError} once the run is stopped
 */
export async function probe(task: ProbeTask, permit: Permit, context: ProbeContext): Promise<Attempt> {
  const began = performance.now();
  const attempt: Attempt = {
    method: 'GET',
    pass: task.pass,
    manner: task.manner,
    protocol: task.line === 'h2' ? 'h2' : 'h1',
    hops: [],
    durationMs: 0,
  };
  await follow({ task, context, jar: createCookieJar(), attempt }, permit);
  attempt.durationMs = Math.round(performance.now() - began);
  return attempt;
}

async function follow(chain: Chain, permit: Permit): Promise<void> {
  const { task, context, attempt, jar } = chain;
  const stateOf = (at: URL) => `${at.href} ${jar.header(at) ?? ''}`;
  const seen = new Map<string, number>();
  let url = new URL(task.url);
  for (;;) {
    const state = stateOf(url);
    const times = seen.get(state) ?? 0;
    // Some hosts know by the address of who asks that it was sent round once.
    if (times > 1) return fault(attempt, 'KEMPT_REDIRECT_LOOP', url.href);
    if (attempt.hops.length > context.options.maxRedirects * (task.pass === 2 ? 2 : 1)) {
      return fault(attempt, 'KEMPT_TOO_MANY_REDIRECTS', `${attempt.hops.length} hops`);
    }
    seen.set(state, times + 1);
    const hop = await askPatiently(chain, url, permit);
    attempt.hops.push(hop);
    if (attempt.code !== undefined) return;
    const next = nextOf(attempt, hop);
    if (next === undefined) return;
    const target = readTarget(next.written, url);
    if (typeof target === 'string') return fault(attempt, target, next.written.slice(0, 500));
    if (next.refreshes && seen.has(stateOf(target))) return;
    forgetAnswer(attempt);
    url = target;
  }
}

function fault(attempt: Attempt, code: string, detail: string): void {
  attempt.code = code;
  attempt.detail = detail;
}

/** What belongs to one answer, and must not be taken for the next one's. */
function forgetAnswer(attempt: Attempt): void {
  delete attempt.code;
  delete attempt.detail;
  delete attempt.page;
  delete attempt.body;
  delete attempt.anchors;
}

/** Asks one hop until its answer is worth having, in the form that the host takes. */
async function askPatiently(chain: Chain, url: URL, permit: Permit): Promise<Hop> {
  const { task, attempt, context } = chain;
  const host = hostOf(url);
  const asksHead = task.pass === 1 && task.fragments.length === 0;
  let form: Form = { method: asksHead ? context.options.limits(host).method : 'GET', plainest: false };
  for (let asked = 1; ; asked += 1) {
    await permit.enter(host);
    forgetAnswer(attempt);
    const refusal = whyUnasked(host, task, context);
    if (refusal) {
      fault(attempt, ...refusal);
      return { url: url.href, headers: {}, durationMs: 0 };
    }
    const hop = await exchange(chain, url, form);
    const walled = () => isChallenge(hop, attempt);
    const next = again({ hop, code: attempt.code, asked, form, walled }, context.options);
    if (sendsAway(hop, context.options) && !walled()) context.leaveAlone(host);
    if (next === undefined) return hop;
    attempt.retried ??= [];
    attempt.retried.push({ ...hop, ...(attempt.code && { code: attempt.code }), waitMs: next.wait });
    form = next.form;
    // The pause comes first: what is given back would be taken at once.
    if (next.host) context.pause(host, next.wait);
    if (next.wait > 0) permit.leave();
    if (next.wait > 0 && !next.host) await context.clocks.sleep(next.wait);
  }
}

/** The code and detail of why a host is not even asked. */
function whyUnasked(host: string, { pass }: ProbeTask, context: ProbeContext): [string, string] | undefined {
  if (context.exhausted(host))
    return ['KEMPT_RATE_LIMITED', `${host} has asked to be left alone for longer than the run waits`];
  if (context.silent(host, pass)) return ['KEMPT_HOST_SILENT', `${host} let all requests before it time out`];
  return undefined;
}
