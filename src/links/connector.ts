import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net';
import {
  checkServerIdentity,
  connect as connectTls,
  type PeerCertificate,
  type SecureContext,
} from 'node:tls';
import type { buildConnector } from 'undici';
import type { ConnectTo } from './connect-to.ts';
import type { Names } from './dns.ts';
import { type Guard, PrivateAddressError } from './guard.ts';
import { type ChooseProxy, dialProxy, openTunnel } from './proxy.ts';

export interface Dialing {
  names: Names;
  guard: Guard;
  connectTo: ConnectTo;
  proxy: ChooseProxy;
  /** Made when the first TLS connection needs it. */
  authorities: () => Promise<SecureContext>;
  /** To the end of the TLS handshake, in milliseconds. */
  timeout: number;
  alpn: ('h2' | 'http/1.1')[];
  /** Told every address that is dialled. */
  dialled: (host: string, address: string) => void;
}

export class ConnectTimeoutError extends Error {
  readonly code = 'KEMPT_CONNECT_TIMEOUT';
}

/** Where a connection goes: the name that was asked for, and what is dialled for it. */
interface Way {
  name: string;
  host: string;
  port: number;
  guard: Guard;
  secure: boolean;
}

/**
 * Makes undici's connections. The guard is asked here, for the address that is really dialled: neither DNS answers
 * nor redirects nor a name that resolves differently the second time can get around it.
 */
export function createConnector(dialing: Dialing): buildConnector.connector {
  return (options, callback) => {
    dial(dialing, options).then(
      (socket) => callback(null, socket),
      (error: Error) => callback(error, null),
    );
  };
}

async function dial(dialing: Dialing, options: buildConnector.Options): Promise<Socket> {
  const way = wayTo(dialing, options);
  // Node calls no look-up for an IP literal, so it is checked on its own.
  if (isIP(way.host) && !way.guard(way.host)) throw new PrivateAddressError(way.host, way.host);
  const proxy = dialing.proxy(way.secure ? 'https:' : 'http:', way.host, way.port);
  return proxy ? dialThrough(proxy, dialing, way) : dialDirectly(dialing, way, options.host ?? way.name);
}

function wayTo({ connectTo, guard }: Dialing, options: buildConnector.Options): Way {
  const secure = options.protocol === 'https:';
  const port = Number(options.port) || (secure ? 443 : 80);
  const name = options.hostname.replace(/^\[|\]$/g, '');
  const mapped = connectTo(name, port);
  return {
    name,
    secure,
    host: mapped?.host ?? name,
    port: mapped?.port ?? port,
    guard: mapped ? () => true : guard,
  };
}

async function dialDirectly(dialing: Dialing, way: Way, authority: string): Promise<Socket> {
  const { names, timeout, dialled } = dialing;
  const connection = {
    host: way.host,
    port: way.port,
    lookup: guardedLookup(names, way.guard),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: 400,
    noDelay: true,
  };
  const socket = way.secure
    ? connectTls({ ...connection, ...(await tlsOptions(dialing, way)) })
    : connectTcp(connection);
  socket.once('connect', () => dialled(authority, socket.remoteAddress ?? way.host));
  return established(socket, way.secure, timeout, way.host);
}

/**
 * Behind a proxy the name is looked up here first, so that no private address is asked for; a name that only the
 * proxy can resolve is left to it.
 */
async function dialThrough(proxy: URL, dialing: Dialing, way: Way): Promise<Socket> {
  const addresses = await dialing.names.resolve(way.host).catch(() => []);
  const [first] = addresses;
  if (first !== undefined && !addresses.some(way.guard)) throw new PrivateAddressError(way.host, first);
  const overTls = proxy.protocol === 'https:';
  const toProxy = dialProxy(proxy, overTls ? await dialing.authorities() : undefined);
  const socket = await established(toProxy, overTls, dialing.timeout, proxy.host);
  if (!way.secure) return socket;
  const tunnel = await openTunnel(socket, proxy, way.host, way.port, dialing.timeout);
  return established(
    connectTls({ socket: tunnel, ...(await tlsOptions(dialing, way)) }),
    true,
    dialing.timeout,
    way.host,
  );
}

async function tlsOptions({ authorities, alpn }: Dialing, { name }: Way) {
  return {
    servername: isIP(name) ? '' : name.replace(/\.$/, ''),
    // For an address there is no server name; the certificate is still checked against it.
    ...(isIP(name)
      ? { checkServerIdentity: (_: string, cert: PeerCertificate) => checkServerIdentity(name, cert) }
      : {}),
    secureContext: await authorities(),
    ALPNProtocols: alpn,
  };
}

function established(socket: Socket, secure: boolean, timeout: number, host: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => socket.destroy(new ConnectTimeoutError(`${host} did not connect within ${timeout} ms`)),
      timeout,
    );
    const failed = (error: Error) => {
      clearTimeout(timer);
      reject(error);
    };
    socket.once('error', failed);
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      socket.off('error', failed);
      resolve(socket);
    });
  });
}

/** Node's look-up function over our own names, with every refused address left out. */
function guardedLookup(names: Names, guard: Guard): LookupFunction {
  return (host, _options, callback) => {
    names.resolve(host).then(
      (addresses) => {
        const open = addresses.filter(guard);
        const answer = open.map((address) => ({ address, family: isIP(address) }));
        if (open.length > 0) callback(null, answer);
        else callback(new PrivateAddressError(host, addresses[0] ?? ''), []);
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };
}
