import type { Hop } from './types.ts';

/** Statuses that may be gone the next moment. Cloudflare's 52x are not: what they tell takes longer to mend. */
const passing = new Set([408, 425, 500, 502, 503, 504]);
/** Faults that a new socket may not meet again. */
const passingCodes = new Set([
  'ECONNRESET',
  'UND_ERR_SOCKET',
  'EPIPE',
  'UND_ERR_DESTROYED',
  'UND_ERR_CLOSED',
]);

export interface PatienceOptions {
  backoff: number;
  maxRetryAfter: number;
}

/** How a hop is asked. */
export interface Form {
  method: 'GET' | 'HEAD';
  /** The path as RFC 3986 allows it, and any type of answer, unpacked: for hosts that refuse the form of a request. */
  plainest: boolean;
}

/** An answer, and how it was come by. */
export interface Asking {
  hop: Hop;
  code: string | undefined;
  /** How often the hop was asked. */
  asked: number;
  form: Form;
  /** Whether the answer is a challenge: waiting does not help. */
  walled: () => boolean;
}

/** What to do about an answer that may be better next time. */
export interface Again {
  wait: number;
  /** Whether the host asked for it: then all its links wait. */
  host: boolean;
  form: Form;
}

/** Refusals of the form: a method, a type, an encoding. */
const misformed = new Set([400, 406, 415]);

/** Whether to ask the same hop again within a pass, how, and after how long. */
export function again(asking: Asking, options: PatienceOptions): Again | undefined {
  const { hop, code, form, walled } = asking;
  if (isGood(hop)) return undefined;
  // HEAD alone proves nothing against a page.
  if (form.method === 'HEAD') {
    const pause = pauseAfter(asking, options) ?? { wait: 0, host: false };
    return { ...pause, form: { ...form, method: 'GET' } };
  }
  if (walled()) return undefined;
  if (code === undefined && misformed.has(hop.status ?? 0) && !form.plainest) {
    return { wait: 0, host: false, form: { ...form, plainest: true } };
  }
  const pause = pauseAfter(asking, options);
  return pause && { ...pause, form };
}

function isGood({ status = 0, headers }: Hop): boolean {
  return (
    (status >= 200 && status < 300) || status === 304 || (status < 400 && headers.location !== undefined)
  );
}

function pauseAfter(
  { hop, code, asked }: Asking,
  { backoff, maxRetryAfter }: PatienceOptions,
): Omit<Again, 'form'> | undefined {
  const doubled = backoff * 2 ** (asked - 1);
  const wanted = retryAfter(hop.headers['retry-after'], Date.now());
  if (hop.status === 429 || (hop.status === 503 && wanted !== undefined)) {
    if (asked > 3 || (wanted ?? 0) > maxRetryAfter) return undefined;
    return { wait: Math.min(wanted ?? doubled, maxRetryAfter), host: true };
  }
  if (asked > 1) return undefined;
  if (hop.status !== undefined && passing.has(hop.status)) return { wait: doubled, host: false };
  return code !== undefined && passingCodes.has(code) ? { wait: doubled / 4, host: false } : undefined;
}

/** Whether a host wants to be left alone for longer than a run lasts. */
export function sendsAway({ status, headers }: Hop, { maxRetryAfter }: PatienceOptions): boolean {
  return status === 429 && (retryAfter(headers['retry-after'], Date.now()) ?? 0) > maxRetryAfter;
}

/** Milliseconds to wait by a Retry-After header, in seconds or as a date (RFC 9110, 10.2.3). */
export function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const date = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
