import ipaddr from 'ipaddr.js';
import { plainHostOf } from './plain-host.ts';

/** Ranges, by ipaddr.js's names, that lead nowhere but to the reader's own surroundings. */
const ranges = new Map([
  ['loopback', 'the reader’s own computer'],
  ['private', 'a private network'],
  ['uniqueLocal', 'a private network'],
  ['linkLocal', 'the reader’s own network'],
  ['carrierGradeNat', 'the network of a provider'],
  ['unspecified', 'no host at all'],
]);

/** Ends of host names that no public DNS answers for (RFC 6761, 6762, 8375, and habit). */
const names = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home\.arpa)\.?$/;

/** Whether an address is seen to be public without parsing it: a name that public DNS answers for. */
function isPublic(address: string): boolean {
  const host = plainHostOf(address);
  return host !== undefined && /\.[a-z]+$/.test(host) && !names.test(host);
}

/** Where an address leads that not every reader can follow: a noun phrase; undefined for a public one. `address` is as written. */
export function privatePlace(address: string): string | undefined {
  if (isPublic(address)) return undefined;
  if (/^file:/i.test(address)) return 'a file on somebody’s computer';
  if (!/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(address) || !URL.canParse(address, 'https://x/'))
    return undefined;
  const host = new URL(address, 'https://x/').hostname.toLowerCase();
  if (names.test(host)) return /localhost\.?$/.test(host) ? 'the reader’s own computer' : 'a private network';
  const literal = host.replace(/^\[|\]$/g, '');
  // The URL parser has brought every IPv4 address into four decimal numbers.
  if (!/^[\d.]+$|:/.test(literal)) return undefined;
  return ipaddr.isValid(literal) ? ranges.get(ipaddr.process(literal).range()) : undefined;
}
