import { trustedAuthorities } from './authorities.ts';
import { createConnectTo } from './connect-to.ts';
import { type Connection, type Connections, createConnections } from './connections.ts';
import { createConnector, type Dialing } from './connector.ts';
import { createNames } from './dns.ts';
import { createGuard } from './guard.ts';
import { createProxies, proxyAuthorization } from './proxy.ts';
import type { CheckerOptions } from './types.ts';

/** `kept`: HTTP/1.1, connections are used again. `fresh`: each request has its own. `h2`: the same, HTTP/2 offered first. */
export type Line = 'kept' | 'fresh' | 'h2';

/** The connections of one checker. */
export interface Sockets {
  /** A connection to an origin, for one chain of requests; who takes it gives it back. */
  take(line: Line, origin: string): Connection;
  /** The address that was last dialled for a host. */
  addressOf(host: string): string | undefined;
  /** What a request must look like where a proxy is asked in plain HTTP; undefined where none is. */
  throughProxy(url: URL): { path: string; headers: Record<string, string> } | undefined;
  close(): Promise<void>;
}

/** @throws {KemptError} for mappings and ranges that cannot be read */
export function createSockets(options: CheckerOptions, timeout: number): Sockets {
  const first = createNames({ servers: options.dnsServers, timeout: Math.min(timeout, 2000) });
  const proxy = createProxies(options.proxy);
  const addresses = new Map<string, string>();
  let authorities: Dialing['authorities'] extends () => infer Context ? Context | undefined : never;
  // A name that was not found must be asked for anew before it is believed.
  const second = first.anew();
  const dialing: Omit<Dialing, 'alpn' | 'timeout' | 'names'> = {
    guard: createGuard(options.allowPrivate),
    connectTo: createConnectTo(options.connectTo ?? []),
    proxy,
    authorities() {
      authorities ??= trustedAuthorities(options.caFiles);
      return authorities;
    },
    dialled: (host, address) => addresses.set(host, address),
  };
  const lines = new Map<Line, Connections>();
  return {
    addressOf: (host) => addresses.get(host),
    take(line, origin) {
      const connections =
        lines.get(line) ??
        connectionsOf(line, { ...dialing, names: line === 'kept' ? first : second }, timeout);
      lines.set(line, connections);
      const connection = connections.take(origin);
      if (line === 'kept') return connection;
      return { ...connection, release: () => connection.release(false) };
    },
    throughProxy(url) {
      if (url.protocol !== 'http:') return undefined;
      const chosen = proxy('http:', url.hostname, Number(url.port) || 80);
      return chosen && { path: url.href, headers: proxyAuthorization(chosen) };
    },
    async close() {
      first.close();
      await Promise.all([...lines.values()].map((connections) => connections.close()));
    },
  };
}

function connectionsOf(line: Line, dialing: Omit<Dialing, 'alpn' | 'timeout'>, timeout: number): Connections {
  return createConnections({
    connect: createConnector({
      ...dialing,
      timeout: line === 'kept' ? timeout / 2 : timeout,
      alpn: line === 'h2' ? ['h2', 'http/1.1'] : ['http/1.1'],
    }),
    allowH2: line === 'h2',
    // Above what real hosts send, below what a hostile one would like to.
    maxHeaderSize: 131_072,
    // Each request has its own clock; these only must not be shorter.
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 2000,
    // Whatever the server offers: of thousands of hosts, idle connections pile up.
    keepAliveMaxTimeout: 2000,
  });
}
