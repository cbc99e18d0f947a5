import { type BodyReader, createBodyReader, readHeaders } from './answer.ts';
import type { CookieJar } from './cookies.ts';
import type { Mood } from './lane.ts';
import { headersFor, plainestHeaders } from './manners.ts';
import { hostOf } from './normalise.ts';
import type { Form } from './patience.ts';
import type { ProbeContext, ProbeTask } from './probe.ts';
import type { Attempt, Hop } from './types.ts';

/** A chain of requests for one address: what is asked, and what was seen so far. */
export interface Chain {
  task: ProbeTask;
  context: ProbeContext;
  jar: CookieJar;
  attempt: Attempt;
}

/**
 * One request and its answer. What the answer said goes into the hop, what its body or a fault said into the attempt.
 *
 * @throws {StoppedError} once the run is stopped
 */
export async function exchange(chain: Chain, url: URL, form: Form): Promise<Hop> {
  const { task, context, attempt, jar } = chain;
  const { sockets, options } = context;
  const host = hostOf(url);
  const began = performance.now();
  const hop: Hop = { url: url.href, headers: {}, durationMs: 0 };
  const connection = sockets.take(task.line, url.origin);
  const clock = context.clocks.start(options.limits(host).timeout * task.pass, connection.abort);
  const keep = task.line === 'kept' && context.more(host);
  try {
    const proxied = sockets.throughProxy(url);
    const question = {
      path: proxied?.path ?? pathOf(url, form),
      method: form.method,
      headers: { ...requestHeaders(chain, url, form), ...proxied?.headers },
      // HTTP/2 has no such thing.
      reset: !keep && task.line !== 'h2',
    };
    let reader: BodyReader | undefined;
    await connection.request(question, ({ status, headers }, flow) => {
      hop.status = status;
      hop.headers = readHeaders(headers);
      const cookies = headers['set-cookie'];
      if (cookies) jar.take(url, [cookies].flat());
      const { fragments } = task;
      const textFragments = options.textFragments ?? false;
      reader = createBodyReader(status, flow, { url, headers: hop.headers, fragments, textFragments });
      return reader;
    });
    Object.assign(attempt, reader?.read());
  } catch (error) {
    if (context.signal.aborted) throw context.signal.reason;
    // A fault after the headers leaves a good answer good.
    if (hop.status === undefined) noteFault(attempt, error, clock.expired());
  } finally {
    clock.stop();
    connection.release(keep && hop.status !== undefined);
  }
  attempt.method = form.method;
  hop.durationMs = Math.round(performance.now() - began);
  const address = sockets.addressOf(url.host);
  if (address) hop.address = address;
  context.note(host, moodOf(hop, attempt), began);
  return hop;
}

/** What RFC 3986 does not allow in a path or query, though URLs are written with it. */
const loose = /["<>[\\\]^`{|}]/g;

/** As it is written, an empty query included. */
function pathOf({ href, origin }: URL, { plainest }: Form): string {
  const path = href.slice(origin.length);
  return plainest ? path.replace(loose, encodeURIComponent) : path;
}

function requestHeaders({ task, context, jar, attempt }: Chain, url: URL, form: Form) {
  const { options } = context;
  const cookie = jar.header(url);
  return {
    ...headersFor(task.manner, options.userAgent),
    ...(form.plainest && plainestHeaders),
    ...(attempt.hops.length === 0 && task.validators),
    ...(cookie !== undefined && { cookie }),
    ...options.hostHeaders(url, attempt.hops),
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
const resets = new Set(['ECONNRESET', 'UND_ERR_SOCKET']);
const silences = new Set(['KEMPT_TIMEOUT', 'KEMPT_CONNECT_TIMEOUT', 'ETIMEDOUT']);

function moodOf({ status, headers }: Hop, { code = '' }: Attempt): Mood {
  if (status === undefined) return resets.has(code) ? 'strained' : silences.has(code) ? 'silent' : 'neutral';
  if (overruns.has(status) || (status === 503 && headers['retry-after'])) return 'overrun';
  return status === 503 ? 'strained' : 'content';
}
