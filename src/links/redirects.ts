import { whyRefused } from './normalise.ts';
import type { Attempt, Hop } from './types.ts';

const statuses = new Set([300, 301, 302, 303, 307, 308]);

export function isRedirect(status: number): boolean {
  return statuses.has(status);
}

/** Where a hop points on, by status or by meta refresh; as written. */
export function nextOf(attempt: Attempt, hop: Hop): string | undefined {
  if (hop.status !== undefined && isRedirect(hop.status)) return hop.headers.location;
  return attempt.page?.refresh;
}

/** The next hop's URL, or the code of why there is none. */
export function readTarget(written: string, from: URL): URL | string {
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
