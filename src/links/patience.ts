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

/** What to do about an answer that may be better next time. */
export interface Again {
  wait: number;
  /** Whether the host asked for it: then all its links wait. */
  host: boolean;
}

/**
 * Whether to ask the same hop again within a pass, and after how long.
 *
 * @param asked how often it was asked already
 * @param walled whether the answer is a challenge: waiting does not help
 */
export function again(
  hop: Hop,
  code: string | undefined,
  asked: number,
  walled: boolean,
  options: PatienceOptions,
): Again | undefined {
  const doubled = options.backoff * 2 ** (asked - 1);
  if (walled) return undefined;
  const wanted = retryAfter(hop.headers['retry-after'], Date.now());
  if (hop.status === 429 || (hop.status === 503 && wanted !== undefined)) {
    if (asked > 3) return undefined;
    return { wait: Math.min(wanted ?? doubled, options.maxRetryAfter), host: true };
  }
  if (asked > 1) return undefined;
  if (hop.status !== undefined && passing.has(hop.status)) return { wait: doubled, host: false };
  return code !== undefined && passingCodes.has(code) ? { wait: doubled / 4, host: false } : undefined;
}

/** Milliseconds to wait by a Retry-After header, in seconds or as a date (RFC 9110, 10.2.3). */
export function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const date = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
