import { meantScheme } from '../address/mistyped-scheme.ts';

/** An address as it is asked and as it is told apart from others. */
export interface WebAddress {
  kind: 'web';
  /** With fragment: two uses with the same `href` get one verdict. */
  href: string;
  /** Without fragment: what is fetched once. */
  key: string;
  /** The author's own path and query, without fragment and credentials. */
  request: string;
  /** In lower case, without a trailing dot; with port where it is not the scheme's own. */
  host: string;
  /** Without `#`, as written; absent where there is none. */
  fragment?: string;
}

export type Address =
  | WebAddress
  | { kind: 'other'; href: string; scheme: string }
  | { kind: 'invalid'; href: string; why: string };

/** Schemes that are faults in a list: they run code instead of pointing somewhere. */
const runsCode = new Set(['javascript:', 'vbscript:']);

/**
 * The ports that no browser connects to, whatever the scheme: other protocols live there.
 * https://fetch.spec.whatwg.org/#port-blocking
 */
const badPorts = new Set(
  `0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123
   135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995
   1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080`.split(
    /\s+/,
  ),
);

/**
 * Reads an address by the WHATWG rules. Only spellings that every server must treat alike are folded
 * (case of scheme, host and percent-escapes, default port, dots): the query keeps its order, a trailing
 * slash stays, `%2F` is not decoded.
 *
 * @param base for addresses that begin with a slash
 */
export function parseAddress(written: string, base?: string): Address {
  const trimmed = written.trim();
  const absolute = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed;
  let url: URL;
  try {
    url = new URL(absolute, absolute.startsWith('/') ? base : undefined);
  } catch {
    return { kind: 'invalid', href: trimmed, why: whyUnreadable(absolute) };
  }
  if (runsCode.has(url.protocol)) {
    return { kind: 'invalid', href: trimmed, why: `${url.protocol} runs code instead of pointing somewhere` };
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    const meant = meantScheme(url.protocol.slice(0, -1))?.scheme;
    if (meant) {
      return { kind: 'invalid', href: trimmed, why: `there is no ${url.protocol}, ${meant}: must be meant` };
    }
    return { kind: 'other', href: trimmed, scheme: url.protocol };
  }
  const refused = whyRefused(url);
  if (refused) return { kind: 'invalid', href: trimmed, why: refused };
  return webAddress(url);
}

function webAddress(url: URL): WebAddress {
  const fragment = url.hash.length > 1 ? url.hash.slice(1) : undefined;
  bare(url);
  const request = url.href.replace(/#$/, '');
  const key = request.replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase());
  const address: WebAddress = { kind: 'web', href: key, key, request, host: hostOf(url) };
  if (fragment !== undefined) {
    address.fragment = fragment;
    address.href = `${key}#${fragment}`;
  }
  return address;
}

/** Takes fragment and credentials off. Setting what is not there costs as much as reading the address anew. */
export function bare(url: URL): void {
  if (url.href.includes('#')) url.hash = '';
  if (url.username !== '') url.username = '';
  if (url.password !== '') url.password = '';
}

/** The name under which a host's limits are kept: both schemes of one name share them. */
export function hostOf(url: URL): string {
  const port = url.port === '' ? '' : `:${url.port}`;
  return url.hostname.replace(/\.$/, '') + port;
}

/** Why a readable web address is still one that no client fetches. */
export function whyRefused(url: URL): string | undefined {
  if (badPorts.has(url.port)) return `port ${url.port} belongs to another protocol, browsers refuse it`;
  const name = url.hostname.replace(/\.$/, '');
  if (name === '' || name.includes('..') || name.startsWith('.')) return 'the host name has an empty part';
  if (name.length > 253 || name.split('.').some((label) => label.length > 63)) {
    return 'the host name is longer than DNS allows';
  }
  if (/^https?$/.test(name) && url.pathname.startsWith('//')) return 'the scheme stands there twice';
  if (!name.startsWith('[') && /[^a-z0-9._-]/i.test(name)) {
    return `the host name has a character that no host has: ${/[^a-z0-9._-]/i.exec(name)?.[0]}`;
  }
  return undefined;
}

function whyUnreadable(written: string): string {
  if (written === '') return 'the address is empty';
  if (!/^[a-z][a-z0-9+.-]*:/i.test(written)) return 'not an absolute address';
  if (/^https?:\/*$/i.test(written)) return 'there is no host';
  return 'cannot be read as a URL';
}
