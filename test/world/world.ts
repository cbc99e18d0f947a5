import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createSecureServer } from 'node:http2';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { Answer } from './answers.ts';
import { type Authority, type Certificate, createAuthority, selfSigned } from './certificates.ts';
import { type DnsAnswer, startDns } from './dns.ts';

/** What a host's certificate is like. */
export type CertificateKind =
  | 'good'
  | 'expired'
  | 'early'
  | 'self-signed'
  | 'wrong-host'
  | 'incomplete'
  | 'unknown-authority';

/** A host of the simulated internet. Names are free; all of them live on loopback addresses. */
export interface Host {
  answer?: Answer;
  certificate?: CertificateKind;
  /** What the name server says; each call may say something else. Loopback addresses otherwise. */
  dns?: () => DnsAnswer;
}

export interface World {
  /** A host that is added while the world runs. */
  add(name: string, host: Host): void;
  /**
   * Fills in origins: `{http:}` is the host itself on the port for HTTP, `{https:other}` is `other.HOST` on that for
   * HTTPS; further ports are `h2` (no HTTP/1.1), `plain` (no TLS) and `closed`.
   */
  expand(text: string, host: string): string;
  ports: { http: number; https: number; h2: number; plain: number; closed: number };
  /** Options for a checker that lives in this world. */
  options: { dnsServers: string[]; caFiles: string[]; allowPrivate: string[] };
  /** Every request that came, in order. */
  log: Visited[];
  close(): Promise<void>;
}

export interface Visited {
  host: string;
  url: string;
  method: string;
  headers: IncomingMessage['headers'];
  version: string;
  /** Requests of this host under way when it came, this one counted. */
  together: number;
  at: number;
}

/** Starts the world: HTTP, HTTPS (with and without HTTP/2), a host that does not speak TLS, and a name server. */
export async function startWorld(): Promise<World> {
  const hosts = new Map<string, Host>();
  const certificates = certificatesOf(hosts);
  const folder = mkdtempSync(join(tmpdir(), 'kempt-world-'));
  writeFileSync(join(folder, 'ca.pem'), certificates.root.cert);
  const log: Visited[] = [];
  const places = { expand: (text: string, _host: string) => text };
  const handle = handler(hosts, log, places);
  const addresses = await loopbackAddresses();
  const tls = { SNICallback: certificates.choose, ...certificates.fallback };
  const servers = {
    http: createServer({ maxHeaderSize: 1 << 20 }, handle),
    // Both versions of HTTP, then HTTP/2 alone.
    https: createSecureServer({ ...tls, allowHTTP1: true }, handle as never),
    h2: createSecureServer(tls, handle as never),
    plain: createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')),
    closed: createTcpServer(),
  };
  const open = Object.entries(servers).map(async ([name, server]) => [name, await listen(server)] as const);
  const running = new Map(await Promise.all(open));
  const ports = Object.fromEntries([...running].map(([name, { port }]) => [name, port])) as World['ports'];
  await running.get('closed')?.close();
  const homes = new Map<string, string>();
  const dns = await startDns((name) => {
    const host = hosts.get(name);
    return host ? (host.dns?.() ?? [homes.get(name) ?? '127.0.0.1']) : 'nxdomain';
  });
  const expand = (text: string, host: string) =>
    text.replace(
      /\{(http|https|h2|plain|closed):([\w-]*)\}/g,
      (_, port: keyof World['ports'], name: string) => {
        const scheme = port === 'http' ? 'http' : 'https';
        return `${scheme}://${name ? `${name}.` : ''}${host}:${ports[port]}`;
      },
    );
  Object.assign(places, { expand });

  return {
    add(name, host) {
      hosts.set(name, host);
      homes.set(name, addresses[homes.size % addresses.length] ?? '127.0.0.1');
    },
    expand,
    ports,
    log,
    options: {
      dnsServers: [dns.address],
      caFiles: [join(folder, 'ca.pem')],
      allowPrivate: ['127.0.0.0/8'],
    },
    async close() {
      dns.close();
      await Promise.all([...running.values()].map(({ close }) => close()));
      rmSync(folder, { recursive: true });
    },
  };

  /** Listens on every loopback address there is, at one port. */
  async function listen(server: Server) {
    const sockets = new Set<Socket>();
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => {});
    });
    server.on('sessionError', () => {});
    server.on('tlsClientError', () => {});
    server.on('clientError', (_error, socket: Socket) => socket.destroy());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const doors = addresses.slice(1).map((address) => door(server, port, address));
    await Promise.all(doors.map((one) => once(one, 'listening')));
    const close = async () => {
      for (const socket of sockets) socket.destroy();
      const all = [server, ...doors].map((one) => new Promise<void>((resolve) => one.close(() => resolve())));
      await Promise.all(all);
    };
    return { port, close };
  }
}

/** Another address of a server that listens already. */
function door(server: Server, port: number, address: string): Server {
  return createTcpServer((socket) => server.emit('connection', socket)).listen(port, address);
}

/** Some of 127.0.0.0/8, where the system has it (macOS only has one). */
export async function loopbackAddresses(): Promise<string[]> {
  const wanted = Array.from({ length: 16 }, (_, index) => `127.1.0.${index + 1}`);
  return (await canBind('127.1.0.1')) ? ['127.0.0.1', ...wanted] : ['127.0.0.1'];
}

function canBind(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createTcpServer();
    server.once('error', () => resolve(false));
    server.listen(0, address, () => server.close(() => resolve(true)));
  });
}

function handler(hosts: Map<string, Host>, log: Visited[], places: Pick<World, 'expand'>) {
  const counts = new Map<string, number>();
  const together = new Map<string, number>();
  return (request: IncomingMessage, response: ServerResponse) => {
    const authority = String(request.headers[':authority'] ?? request.headers.host ?? '');
    const name = authority.replace(/:\d+$/, '').toLowerCase();
    const url = new URL(request.url ?? '/', `http://${authority || 'nowhere'}`);
    const key = `${name}${url.pathname}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    const now = (together.get(name) ?? 0) + 1;
    together.set(name, now);
    response.on('close', () => together.set(name, (together.get(name) ?? 1) - 1));
    log.push({
      host: name,
      url: request.url ?? '',
      method: request.method ?? '',
      headers: request.headers,
      version: request.httpVersion,
      together: now,
      at: performance.now(),
    });
    const answer = hosts.get(name.replace(/\.$/, ''))?.answer;
    // Sub-names such as other.HOST speak of the same places as HOST.
    const base = name.split('.').slice(-3).join('.');
    if (answer) answer({ request, response, url, count, expand: (text) => places.expand(text, base) });
    else response.writeHead(421).end();
  };
}

function certificatesOf(hosts: Map<string, Host>) {
  const root = createAuthority('World Root');
  const stranger = createAuthority('Nobody Knows Root');
  const below = root.intermediate('World Intermediate');
  const made = new Map<string, SecureContext>();
  const choose = (name: string, done: (error: Error | null, context?: SecureContext) => void) => {
    let context = made.get(name);
    if (!context) {
      const { cert, key } = make(name, hosts.get(name)?.certificate ?? 'good', { root, stranger, below });
      context = createSecureContext({ cert, key });
      made.set(name, context);
    }
    done(null, context);
  };
  return { root, choose, fallback: root.issue({ names: ['fallback.test'] }) };
}

const day = 86_400_000;

function make(
  name: string,
  kind: CertificateKind,
  { root, stranger, below }: Record<'root' | 'stranger' | 'below', Authority>,
): Certificate {
  const names = [name];
  const chained = (certificate: Certificate) => ({ ...certificate, cert: certificate.cert + below.cert });
  const now = Date.now();
  switch (kind) {
    case 'good':
      return chained(below.issue({ names }));
    case 'expired':
      return root.issue({ names, notBefore: new Date(now - 60 * day), notAfter: new Date(now - day) });
    case 'early':
      return root.issue({ names, notBefore: new Date(now + day), notAfter: new Date(now + 60 * day) });
    case 'self-signed':
      return selfSigned({ names });
    case 'wrong-host':
      return root.issue({ names: ['somebody-else.test'] });
    case 'incomplete':
      return below.issue({ names });
    case 'unknown-authority':
      return stranger.issue({ names });
  }
}
