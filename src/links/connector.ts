import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls, type SecureContext } from 'node:tls';
import type { buildConnector } from 'undici';
import type { ConnectTo } from './connect-to.ts';
import type { Names } from './dns.ts';
import { type Guard, PrivateAddressError } from './guard.ts';

export interface Dialing {
  names: Names;
  guard: Guard;
  connectTo: ConnectTo;
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
  const secure = options.protocol === 'https:';
  const port = Number(options.port) || (secure ? 443 : 80);
  const name = options.hostname.replace(/^\[|\]$/g, '');
  const mapped = dialing.connectTo(name, port);
  const host = mapped?.host ?? name;
  const guard: Guard = mapped ? () => true : dialing.guard;
  // Node calls no look-up for an IP literal, so it is checked on its own.
  if (isIP(host) && !guard(host)) throw new PrivateAddressError(host, host);

  const target = {
    host,
    port: mapped?.port ?? port,
    lookup: guardedLookup(dialing.names, guard),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: 400,
    noDelay: true,
  };
  const socket = secure
    ? connectTls({
        ...target,
        servername: isIP(name) ? '' : name.replace(/\.$/, ''),
        secureContext: await dialing.authorities(),
        ALPNProtocols: dialing.alpn,
      })
    : connectTcp(target);
  socket.once('connect', () => dialing.dialled(options.host ?? name, socket.remoteAddress ?? host));
  return established(socket, secure ? 'secureConnect' : 'connect', dialing.timeout, host);
}

function established(socket: Socket, event: string, timeout: number, host: string): Promise<Socket> {
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
    socket.once(event, () => {
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
