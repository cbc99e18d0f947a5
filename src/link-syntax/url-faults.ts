import { meantScheme } from '../address/mistyped-scheme.ts';
import type { Severity } from '../message.ts';
import type { Fault } from './fault.ts';

/** An address that Markdown reads as a link, but no browser as it was meant. */
export interface UrlFault {
  reason: string;
  /** What it should be, as far as that can be told. */
  expected?: string;
  kind?: NonNullable<Fault['kind']>;
  /** Where it may be meant after all; that of the rule otherwise. */
  severity?: Severity;
}

type Check = (url: string) => UrlFault | undefined;

// U+200C and U+200D join letters of some scripts and are left alone.
const invisible = /[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00a0]/g;
// Directional marks are part of some titles, but not at the end of an address.
const encodedInvisible = /%C2%AD|%E2%80%8B|%E2%81%A0|%EF%BB%BF|(?:%E2%80%8[EF])+$/gi;

const placeholders = /^(?:url|link|todo|tbd|https?:\/\/|https?:\/\/(?:url|link|example)\/?)$/i;

/** Misspelt schemes that can only be meant one way. */
const schemes: readonly [RegExp, string][] = [
  [/^(?:https?:\/*)+(?=https?:\/\/)/i, ''],
  [/^https?:\/\/+(?=https?\/\/)/i, ''],
  [/^(?:%20|\s)+(?=https?:\/\/)/i, ''],
  [/^https(?::\/{0,1}|:\/{3,}|\/\/|;\/\/|:\.\/\/|::\/\/|:\/\/:\/+)(?=[\w[])/i, 'https://'],
  [/^http(?::\/{0,1}|:\/{3,}|\/\/|;\/\/|:\.\/\/|::\/\/|:\/\/:\/+)(?=[\w[])/i, 'http://'],
];

/** Hosts: a domain that no file name ends in (`notes.org` and `README.fr` are files), or any of these before a path. */
const host =
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:(?:com|net|edu|gov)(?=[/:?#]|$)|(?:org|io|dev|info|co|uk|de|fr|cn|jp|ru|eu|tv|ai|me)(?=[/:?]))/i;

const mail = /^[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;

const checks: readonly Check[] = [
  emptyTarget,
  invisibleCharacter,
  encodedCharacter,
  wrappedAddress,
  misspeltScheme,
  missingScheme,
  impossibleHost,
  strayQuote,
];

/** What is wrong with an address, as written; undefined where nothing is. */
export function urlFault(url: string): UrlFault | undefined {
  for (const check of checks) {
    const fault = check(url);
    if (fault) return fault;
  }
  return undefined;
}

/** Whether an address was left for later. `#` is one for an entry only: elsewhere it leads to the top of the page. */
export function isPlaceholder(url: string): boolean {
  return placeholders.test(url) || url === '#';
}

/** What is wrong with an address that was left for later. */
export function placeholder(url: string): string {
  return `“${url}” is a placeholder, not an address`;
}

function emptyTarget(url: string): UrlFault | undefined {
  if (url.trim() === '') return { reason: 'The link leads nowhere: its address is empty' };
  return placeholders.test(url) ? { reason: placeholder(url) } : undefined;
}

function invisibleCharacter(url: string): UrlFault | undefined {
  const found = url.match(invisible);
  if (!found) return undefined;
  return {
    reason: `The address has an invisible character in it (${codeOf(found[0])})`,
    expected: url.replace(invisible, ''),
    kind: 'safe',
  };
}

function encodedCharacter(url: string): UrlFault | undefined {
  const found = url.match(encodedInvisible);
  if (!found) return undefined;
  return {
    reason: `The address has an invisible character in it (${codeOf(decodeURIComponent(found[0]))}, as ${found[0]})`,
    expected: url.replace(encodedInvisible, ''),
    kind: 'suggested',
    // A page may be called so: somebody pasted the character when the page was made.
    severity: 'warning',
  };
}

/** `<a href=https://tea.example">`, `[Tea](https://tea.example”)` */
function strayQuote(url: string): UrlFault | undefined {
  const [bare = ''] = /^[^"“”]*(?=["“”]$)/.exec(url) ?? [];
  if (bare === '') return undefined;
  return { reason: 'The address ends in a quotation mark', expected: bare, kind: 'suggested' };
}

function misspeltScheme(url: string): UrlFault | undefined {
  for (const [pattern, right] of schemes) {
    const wrong = pattern.exec(url)?.[0];
    if (wrong === undefined) continue;
    const rest = url.slice(wrong.length);
    const expected = misspeltScheme(rest)?.expected ?? right + rest;
    return { reason: notBegun(url), expected, kind: 'safe' };
  }
  const [all, scheme = ''] = /^([a-z]{2,8}):\/\/(?=[\w[])/i.exec(url) ?? [];
  const meant = meantScheme(scheme);
  if (all === undefined || !meant) return undefined;
  const expected = `${meant.scheme}://${url.slice(all.length)}`;
  return { reason: notBegun(url), expected, kind: meant.isSlip ? 'safe' : 'suggested' };
}

function notBegun(url: string): string {
  return `“${shorten(url)}” does not begin as an address does`;
}

function missingScheme(url: string): UrlFault | undefined {
  if (mail.test(url)) {
    const reason = `“${shorten(url)}” has no scheme, so it is taken for a file beside the list`;
    return { reason, expected: `mailto:${url}`, kind: 'safe' };
  }
  const isWww = /^www\.[a-z0-9-]+\./i.test(url);
  if (!isWww && !host.test(url)) return undefined;
  return {
    reason: `“${shorten(url)}” has no scheme, so it is taken for a file beside the list`,
    expected: `https://${url}`,
    kind: isWww ? 'safe' : 'suggested',
  };
}

/** `[a]((https://b))`, `[a]("https://b")` */
function wrappedAddress(url: string): UrlFault | undefined {
  const [, marks = '', inner] = /^([("'“”‘’«（]+)(https?:\/\/.*?)[)"'“”‘’»）]*$/i.exec(url) ?? [];
  if (inner === undefined) return undefined;
  return { reason: `“${marks}” before the address makes it another`, expected: inner, kind: 'suggested' };
}

/** Endings that are slips: there are no such top-level domains. */
const noDomains = new Map([
  ...(['con', 'cmo', 'ocm', 'comm', 'coom', 'vom'] as const).map((slip) => [slip, 'com'] as const),
  ['ogr', 'org'],
  ['rog', 'org'],
  ['orgg', 'org'],
  ['nte', 'net'],
]);

/** A host that no name server can know: `www,tea.com`, `tea..com`, `tea.con`. */
function impossibleHost(url: string): UrlFault | undefined {
  const [start = '', host = ''] = /^https?:\/\/([\w.,-]+)(?=[/?#:]|$)/i.exec(url) ?? [];
  const ending = noDomains.get(/\.([a-z]+)$/i.exec(host)?.[1]?.toLowerCase() ?? '');
  const meant = host.replace(/[.,]{2,}|,/g, '.').replace(/(?<![a-z])[a-z]+$/i, (last) => ending ?? last);
  if (meant === host) return undefined;
  const expected = `${start.slice(0, -host.length)}${meant}${url.slice(start.length)}`;
  return { reason: `There can be no host “${shorten(host)}”`, expected, kind: 'suggested' };
}

function codeOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

function shorten(url: string): string {
  return url.length > 60 ? `${url.slice(0, 59)}…` : url;
}
