import { bare, whyRefused } from './normalise.ts';
import { refreshTarget } from './page.ts';
import type { Attempt, Hop } from './types.ts';

const statuses = new Set([300, 301, 302, 303, 307, 308]);

export function isRedirect(status: number): boolean {
  return statuses.has(status);
}

/** Where a hop points on, as written. */
export interface Next {
  written: string;
  /** Whether a page says so that was shown first: then a circle is not proof of anything. */
  refreshes: boolean;
}

/** By status, or by the refresh of a page that is there: as a header or in the page. An empty location is none. */
export function nextOf(attempt: Attempt, { status = 0, headers }: Hop): Next | undefined {
  if (isRedirect(status)) return next(headers.location && readBytes(headers.location), false);
  if (status < 200 || status > 299) return undefined;
  return next(refreshTarget(headers.refresh ?? '') ?? attempt.page?.refresh, true);
}

function next(written: string | undefined, refreshes: boolean): Next | undefined {
  return written ? { written, refreshes } : undefined;
}

/**
 * A header's bytes as browsers read an address in it: UTF-8, and what is not UTF-8 byte by byte.
 *
 * @param text each character a byte
 */
function readBytes(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text) || /[^\u0000-\u00ff]/.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
  } catch {
    return text.replace(/[\u0080-\u00ff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
  }
}

/** The fragment that a chain ends at by its own word, over the link's (RFC 9110, 10.2.2); undefined where it has none. */
export function ownFragment(hops: readonly Hop[]): string | undefined {
  const locations = hops.slice(0, -1).map(({ headers }) => headers.location ?? '');
  return locations.findLast((location) => /#./.test(location))?.replace(/^[^#]*#/, '');
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
  bare(url);
  return url;
}
