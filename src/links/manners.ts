import { homepage, name, version } from '../project.ts';

/** `plain` says who asks; `browser` sends what a browser sends, for hosts that answer nobody else. */
export type Manner = 'plain' | 'browser';

/**
 * Free of the words that simple filters refuse (a scanner's usual names for itself), and in the form that
 * well-behaved robots have used since the first ones.
 */
export const defaultUserAgent = `Mozilla/5.0 (compatible; ${name}/${version}; +${homepage})`;

const browserUserAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36';

const common = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'en,*;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
};

/** For hosts that refuse the form of a request: whatever they have, as it is. */
export const plainestHeaders = { accept: '*/*', 'accept-encoding': 'identity' };

const browserOnly = {
  'accept-language': 'en-US,en;q=0.9',
  'cache-control': 'no-cache',
  'upgrade-insecure-requests': '1',
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-site': 'none',
  'sec-fetch-user': '?1',
};

/** The headers of a request, but for those that belong to one host. */
export function headersFor(manner: Manner, userAgent: string = defaultUserAgent): Record<string, string> {
  if (manner === 'plain') return { 'user-agent': userAgent, ...common };
  return { 'user-agent': browserUserAgent, ...common, ...browserOnly };
}
