import { Agent, type Dispatcher } from 'undici';
import { trustedAuthorities } from './authorities.ts';
import { createConnectTo } from './connect-to.ts';
import { createConnector, type Dialing } from './connector.ts';
import { createNames, type Names } from './dns.ts';
import { createGuard } from './guard.ts';
import { createProxies, proxyAuthorization } from './proxy.ts';
import type { CheckerOptions } from './types.ts';

/** `kept`: HTTP/1.1, connections are used again. `fresh`: each request has its own. `h2`: the same, HTTP/2 offered first. */
export type Line = 'kept' | 'fresh' | 'h2';

/** The connections of one checker. */
export interface Sockets {
  dispatcher(line: Line): Dispatcher;
  names: Names;
  /** The address that was last dialled for a host. */
  addressOf(host: string): string | undefined;
  /** What a request must look like where a proxy is asked in plain HTTP; undefined where none is. */
  throughProxy(url: URL): { path: string; headers: Record<string, string> } | undefined;
  close(): Promise<void>;
}

/** @throws {KemptError} for mappings and ranges that cannot be read */
export function createSockets(options: CheckerOptions, timeout: number, width: number): Sockets {
  const names = createNames({ servers: options.dnsServers, timeout: Math.min(timeout, 2000) });
  const proxy = createProxies(options.proxy);
  const addresses = new Map<string, string>();
  let authorities: Dialing['authorities'] extends () => infer Context ? Context | undefined : never;
  const dialing: Omit<Dialing, 'alpn' | 'timeout'> = {
    names,
    guard: createGuard(options.allowPrivate),
    connectTo: createConnectTo(options.connectTo ?? []),
    proxy,
    authorities() {
      authorities ??= trustedAuthorities(options.caFiles);
      return authorities;
    },
    dialled: (host, address) => addresses.set(host, address),
  };
  const agents = new Map<Line, Agent>();
  return {
    names,
    addressOf: (host) => addresses.get(host),
    dispatcher(line) {
      const agent = agents.get(line) ?? createAgent(line, dialing, timeout, width);
      agents.set(line, agent);
      return agent;
    },
    throughProxy(url) {
      if (url.protocol !== 'http:') return undefined;
      const chosen = proxy('http:', url.hostname, Number(url.port) || 80);
      return chosen && { path: url.href, headers: proxyAuthorization(chosen) };
    },
    async close() {
      await Promise.all([...agents.values()].map((agent) => agent.destroy()));
    },
  };
}

function createAgent(
  line: Line,
  dialing: Omit<Dialing, 'alpn' | 'timeout'>,
  timeout: number,
  width: number,
): Agent {
  const connectTimeout = line === 'kept' ? timeout / 2 : timeout;
  return new Agent({
    connect: createConnector({
      ...dialing,
      timeout: connectTimeout,
      alpn: line === 'h2' ? ['h2', 'http/1.1'] : ['http/1.1'],
    }),
    allowH2: line === 'h2',
    connections: Math.max(2, width),
    pipelining: line === 'kept' ? 1 : 0,
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
