import type { Dispatcher } from 'undici';
import { discard, readStart } from './body.ts';
import { type CookieJar, createCookieJar } from './cookies.ts';
import type { Mood } from './lane.ts';
import { headersFor, type Manner } from './manners.ts';
import { hostOf, whyRefused } from './normalise.ts';
import { createPageReader } from './page.ts';
import { again, type PatienceOptions } from './patience.ts';
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
  limits: (host: string) => { timeout: number; method: 'GET' | 'HEAD' };
}

export interface ProbeContext {
  sockets: Sockets;
  options: ProbeOptions;
  signal: AbortSignal;
  /** Told how each request went, for the host's pace. */
  note(host: string, mood: Mood, began: number): void;
  pause(host: string, ms: number): void;
  /** Whether the host has made the run wait long enough. */
  exhausted(host: string): boolean;
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

/** Decoded bytes that are read of a page: for its title and marks, or for its anchors. */
const pageLimit = { start: 64 * 1024, anchors: 3 * 1024 * 1024 };

/** The headers that a verdict or a reader may want; `whole` evidence keeps all. */
const mattering =
  /^(location|retry-after|content-type|content-length|server|via|www-authenticate|refresh|cf-|x-|set-cookie$|akamai|etag$|last-modified$|link$|date$|age$|ratelimit)/;

interface Chain {
  task: ProbeTask;
  context: ProbeContext;
  permit: Permit;
  jar: CookieJar;
  attempt: Attempt;
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
  await follow({ task, context, permit, jar: createCookieJar(), attempt });
  attempt.durationMs = Math.round(performance.now() - began);
  return attempt;
}

async function follow(chain: Chain): Promise<void> {
  const { task, context, attempt, jar } = chain;
  const seen = new Set<string>();
  let url = new URL(task.url);
  for (;;) {
    const state = `${url.href} ${jar.header(url) ?? ''}`;
    if (seen.has(state)) return fault(attempt, 'KEMPT_REDIRECT_LOOP', url.href);
    if (attempt.hops.length > context.options.maxRedirects * (task.pass === 2 ? 2 : 1)) {
      return fault(attempt, 'KEMPT_TOO_MANY_REDIRECTS', `${attempt.hops.length} hops`);
    }
    seen.add(state);
    const hop = await askPatiently(chain, url);
    if (attempt.code !== undefined) return;
    const next = nextOf(attempt, hop);
    if (next === undefined) return;
    const target = readTarget(next, url);
    if (typeof target === 'string') return fault(attempt, target, next.slice(0, 500));
    delete attempt.page;
    delete attempt.body;
    delete attempt.anchors;
    url = target;
  }
}

function fault(attempt: Attempt, code: string, detail: string): void {
  attempt.code = code;
  attempt.detail = detail;
}

const redirects = new Set([300, 301, 302, 303, 307, 308]);

/** Where a hop points on, by status or by meta refresh; as written. */
function nextOf(attempt: Attempt, hop: Hop): string | undefined {
  if (hop.status !== undefined && redirects.has(hop.status)) return hop.headers.location;
  return attempt.page?.refresh;
}

/** The next hop's URL, or the code of why there is none. */
function readTarget(written: string, from: URL): URL | string {
  let url: URL;
  try {
    url = new URL(written, from);
  } catch {
    return 'KEMPT_BAD_LOCATION';
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'KEMPT_REDIRECT_SCHEME';
  if (whyRefused(url)) return 'KEMPT_BAD_LOCATION';
  url.hash = '';
  url.username = '';
  url.password = '';
  return url;
}

async function askPatiently(chain: Chain, url: URL): Promise<Hop> {
  const { attempt, permit, context } = chain;
  const host = hostOf(url);
  for (let asked = 1; ; asked += 1) {
    await permit.enter(host);
    delete attempt.code;
    delete attempt.detail;
    if (context.exhausted(host)) {
      fault(attempt, 'KEMPT_RATE_LIMITED', `${host} made the run wait too long already`);
      const hop: Hop = { url: url.href, headers: {}, durationMs: 0 };
      attempt.hops.push(hop);
      return hop;
    }
    const hop = await askOnce(chain, url);
    const wait = again(hop, attempt.code, asked, isChallenge(hop, attempt), context.options);
    if (wait === undefined) {
      attempt.hops.push(hop);
      return hop;
    }
    attempt.retried ??= [];
    attempt.retried.push({
      ...hop,
      ...(attempt.code ? { code: attempt.code } : {}),
      waitMs: wait.wait,
    });
    // The pause comes first: what is given back would be taken at once.
    if (wait.host) context.pause(host, wait.wait);
    permit.leave();
    if (!wait.host) await sleep(wait.wait, context.signal);
  }
}

async function askOnce(chain: Chain, url: URL): Promise<Hop> {
  const { task, context, attempt, jar } = chain;
  const host = hostOf(url);
  const limits = context.options.limits(host);
  const began = performance.now();
  const hop: Hop = { url: url.href, headers: {}, durationMs: 0 };
  const clock = deadline(limits.timeout * task.pass, context.signal);
  try {
    const proxied = context.sockets.throughProxy(url);
    const response = await context.sockets.dispatcher(task.line).request({
      origin: url.origin,
      path: proxied?.path ?? url.pathname + url.search,
      method: 'GET',
      headers: { ...requestHeaders(chain, url), ...proxied?.headers },
      signal: clock.signal,
      reset: task.line !== 'h2' && !context.more(host),
    });
    hop.status = response.statusCode;
    hop.headers = flatten(response.headers);
    jar.take(url, [response.headers['set-cookie'] ?? []].flat());
    await readPage(chain, url, response, hop);
  } catch (error) {
    if (context.signal.aborted) throw context.signal.reason;
    // A fault after the headers leaves a good answer good.
    if (hop.status === undefined) noteFault(attempt, error, clock.expired());
  } finally {
    clock.stop();
  }
  hop.durationMs = Math.round(performance.now() - began);
  const address = context.sockets.addressOf(url.host);
  if (address) hop.address = address;
  context.note(host, moodOf(hop, attempt), began);
  return hop;
}

function requestHeaders({ task, context, jar, attempt }: Chain, url: URL): Record<string, string> {
  const cookie = jar.header(url);
  return {
    ...headersFor(task.manner, context.options.userAgent),
    ...(attempt.hops.length === 0 ? task.validators : {}),
    ...(cookie === undefined ? {} : { cookie }),
    ...context.options.hostHeaders(url, attempt.hops),
  };
}

async function readPage(chain: Chain, url: URL, response: Dispatcher.ResponseData, hop: Hop): Promise<void> {
  const type = hop.headers['content-type'] ?? '';
  const wantsAnchors = chain.task.fragments.length > 0 && response.statusCode < 300;
  const isPage = type === '' || /html|xml/.test(type);
  const isText = isPage || (/^text\/|json/.test(type) && response.statusCode >= 400);
  if (!isText || redirects.has(response.statusCode)) return discard(response.body);

  const reader = createPageReader({
    url,
    fragments: wantsAnchors ? chain.task.fragments : [],
    text: chain.context.options.textFragments ?? false,
  });
  const decoder = decoderOf(type);
  let body = '';
  const limit = wantsAnchors ? pageLimit.anchors : pageLimit.start;
  const { cut } = await readStart(response.body, hop.headers['content-encoding'], limit, (piece) => {
    const text = decoder.decode(piece, { stream: true });
    if (body.length < pageLimit.start) body += text.slice(0, pageLimit.start - body.length);
    reader.write(text);
    return !reader.done();
  });
  const { page, anchors } = reader.end(cut);
  chain.attempt.body = body;
  if (!isPage) return;
  chain.attempt.page = page;
  if (wantsAnchors) chain.attempt.anchors = anchors;
}

function decoderOf(type: string) {
  const charset = /charset\s*=\s*["']?([\w:-]+)/i.exec(type)?.[1];
  try {
    return new TextDecoder(charset ?? 'utf-8');
  } catch {
    return new TextDecoder('utf-8');
  }
}

function flatten(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && (mattering.test(name) || name === 'content-encoding')) {
      flat[name] = String(name === 'location' && Array.isArray(value) ? value[0] : value).slice(0, 4096);
    }
  }
  return flat;
}

/** A clock for one request that also ends with the run. */
function deadline(ms: number, outer: AbortSignal) {
  const controller = new AbortController();
  let expired = false;
  const timer = setTimeout(() => {
    expired = true;
    controller.abort(new Error(`no answer within ${ms} ms`));
  }, ms);
  const onAbort = () => controller.abort(outer.reason);
  outer.addEventListener('abort', onAbort, { once: true });
  if (outer.aborted) onAbort();
  return {
    signal: controller.signal,
    expired: () => expired,
    stop() {
      clearTimeout(timer);
      outer.removeEventListener('abort', onAbort);
    },
  };
}

function noteFault(attempt: Attempt, error: unknown, expired: boolean): void {
  const fault = rootOf(error);
  attempt.code = expired ? 'KEMPT_TIMEOUT' : (fault.code ?? fault.name ?? 'KEMPT_UNKNOWN');
  attempt.detail = String(fault.message ?? error).slice(0, 500);
}

/** Of several addresses that all failed, the first fault that is not a missing route. */
function rootOf(error: unknown): { code?: string; name?: string; message?: string } {
  const { errors } = error as { errors?: { code?: string }[] };
  if (!errors?.length) return error as Error;
  return (errors.find(({ code }) => code !== 'ENETUNREACH' && code !== 'EADDRNOTAVAIL') ??
    errors[0]) as Error;
}

const overruns = new Set([429, 420, 430, 509, 529]);

function moodOf({ status, headers }: Hop, { code }: Attempt): Mood {
  if (status === undefined)
    return code === 'ECONNRESET' || code === 'UND_ERR_SOCKET' ? 'strained' : 'neutral';
  if (overruns.has(status) || (status === 503 && headers['retry-after'])) return 'overrun';
  return status === 503 ? 'strained' : 'content';
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    }
    signal.addEventListener('abort', done);
  });
}
