import { KemptError } from '../kempt-error.ts';
import type { HostRule } from './types.ts';

export interface HostHeader {
  host: string;
  name: string;
  value: string;
}

const credentials = /^(authorization|proxy-authorization|cookie|.*(token|secret|password|api-?key|auth)).*$/i;
/** What says who asks and what is wanted; any other name may be that of a secret. */
const harmless = /^(accept(-.*)?|user-agent|from|dnt|cache-control|pragma|range|priority|save-data|sec-.*)$/i;
/** Set by the connection itself; a second one would break the request. */
const reserved = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'keep-alive',
  'upgrade',
  'te',
]);

/** Basic authentication (RFC 7617) as a header of its host. */
export function basicAuth({
  host,
  user,
  password,
}: {
  host: string;
  user: string;
  password: string;
}): HostHeader {
  return {
    host,
    name: 'authorization',
    value: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
  };
}

/** The headers that a rule has for its host. */
export function headersOfRule({ host, headers = {} }: HostRule): HostHeader[] {
  return Object.entries(headers).map(([name, value]) => ({ host, name, value }));
}

/**
 * Headers by host: asked for each hop anew, so that what was meant for one host never reaches another, and nothing
 * that may be a secret follows a redirect from another origin.
 *
 * @throws {KemptError} for a credential that is meant for every host, and for what is not a header
 */
export function createHostHeaders(
  headers: readonly HostHeader[],
): (url: URL, hops: readonly { url: string }[]) => Record<string, string> {
  for (const header of headers) refuseBad(header);
  return (url, hops) => {
    // Whoever was sent here by another origin does not speak for the user.
    const led = hops.some((hop) => new URL(hop.url).origin !== url.origin);
    const fitting = headers.filter(
      ({ host, name }) => matchesHost(host, url) && (!led || harmless.test(name)),
    );
    return Object.fromEntries(fitting.map(({ name, value }) => [name.toLowerCase(), value]));
  };
}

/** `example.com`, `example.com:8080`, `*.example.com` (it and all under it), or `*`. */
export function matchesHost(pattern: string, url: Pick<URL, 'protocol' | 'hostname' | 'port'>): boolean {
  if (pattern === '*') return true;
  const wanted = pattern.toLowerCase();
  const name = url.hostname.replace(/\.$/, '');
  if (wanted.startsWith('*.')) return name === wanted.slice(2) || name.endsWith(wanted.slice(1));
  return wanted === name || wanted === `${name}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}

function refuseBad({ host, name, value }: HostHeader): void {
  if (host === '*' && credentials.test(name)) {
    throw new KemptError(`${name} would be sent to every host`, {
      where: 'header',
      hint: 'Name the host that it is for',
    });
  }
  if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/i.test(name) || /[\u0000-\u0008\u000a-\u001f\u007f]/.test(value)) {
    throw new KemptError(`“${name}” is not a header that can be sent`, { where: 'header' });
  }
  if (reserved.has(name.toLowerCase())) {
    throw new KemptError(`${name} belongs to the connection and cannot be set`, { where: 'header' });
  }
}
