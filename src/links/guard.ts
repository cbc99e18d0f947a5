import ipaddr from 'ipaddr.js';
import { KemptError } from '../kempt-error.ts';

/** Whether an address may be dialled; asked for the address itself, after every look-up and before every connect. */
export type Guard = (address: string) => boolean;

/** The fault of a connection that the guard refused. */
export class PrivateAddressError extends Error {
  readonly code = 'KEMPT_PRIVATE_ADDRESS';
  readonly address: string;

  constructor(host: string, address: string) {
    super(
      host === address ? `${address} is not a public address` : `${host} is ${address}, not a public address`,
    );
    this.address = address;
  }
}

/** What is public in ipaddr.js's words; anything that it has a special name for is not. */
const publicRange = 'unicast';

const nat64 = ipaddr.IPv6.parse('64:ff9b::');
/** All of IPv6 that is given out for the public net (RFC 4291, 2.4): what lies outside of it is no unicast of anybody's. */
const globalUnicast = ipaddr.IPv6.parse('2000::');

/** Public by its range, but serving secrets of the machines beside it. */
const metadata = new Set(['168.63.129.16', '192.0.0.192', '100.100.100.200', 'fd00:ec2::254']);

/**
 * Refuses private, loopback, link-local, multicast, carrier-NAT, metadata and other special addresses, in IPv6
 * also those that carry such an IPv4 address (mapped, NAT64) and all of 6to4, Teredo and IPv4-compatible ones.
 *
 * @param allow true opens everything; CIDRs or single addresses open these
 * @throws {KemptError} for a CIDR that cannot be read
 */
export function createGuard(allow: boolean | readonly string[] = false): Guard {
  if (allow === true) return () => true;
  const allowed = (allow || []).map(parseRange);
  return (text) => {
    if (!ipaddr.isValid(text)) return false;
    const address = ipaddr.process(text.replace(/%.*$/, ''));
    if (allowed.some(([range, bits]) => range.kind() === address.kind() && address.match(range, bits)))
      return true;
    return isPublic(address);
  };
}

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (metadata.has(address.toString())) return false;
  if (address.kind() === 'ipv4') return address.range() === publicRange;
  const carried = carriedIPv4(address as ipaddr.IPv6);
  if (carried) return isPublic(carried);
  return address.match(globalUnicast, 3) && address.range() === publicRange;
}

/**
 * The IPv4 address that an IPv6 address leads to: through NAT64's well-known prefix, which is how machines without
 * IPv4 reach the public web. 6to4, Teredo and local NAT64 prefixes have names of their own and stay refused.
 */
function carriedIPv4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  if (address.match(nat64, 96)) return new ipaddr.IPv4(address.toByteArray().slice(12));
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : undefined;
}

function parseRange(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  try {
    if (text.includes('/')) return ipaddr.parseCIDR(text);
    const address = ipaddr.parse(text);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  } catch (cause) {
    throw new KemptError(`“${text}” is not an address range`, {
      where: 'allow-private',
      hint: 'Write a CIDR such as 10.0.0.0/8 or fd00::/8, or a single address',
      cause,
    });
  }
}
