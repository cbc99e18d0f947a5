import { connect as connectTcp, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import { KemptError } from '../kempt-error.ts';

export interface ProxyOptions {
  /** For http addresses. */
  http?: string | undefined;
  /** For https addresses. */
  https?: string | undefined;
  /** Hosts that are asked directly: names (and all under them), addresses, `*`; separated by commas. */
  no?: string | undefined;
}

/** The proxy for a URL's scheme and host; undefined for none. */
export type ChooseProxy = (scheme: 'http:' | 'https:', host: string, port: number) => URL | undefined;

/** @throws {KemptError} for a proxy that is no http or https address */
export function createProxies(options: ProxyOptions = {}): ChooseProxy {
  const proxies = { 'http:': readProxy(options.http), 'https:': readProxy(options.https) };
  const direct = (options.no ?? '').split(/[\s,]+/).filter(Boolean);
  return (scheme, host, port) =>
    direct.some((one) => covers(one, host, port)) ? undefined : proxies[scheme];
}

function readProxy(text: string | undefined): URL | undefined {
  if (!text) return undefined;
  const url = tryUrl(text);
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new KemptError('The proxy is not an http or https address', {
    where: 'proxy',
    hint: 'Write http://HOST:PORT; SOCKS is not supported',
  });
}

function tryUrl(text: string): URL | undefined {
  try {
    return new URL(text.includes('://') ? text : `http://${text}`);
  } catch {
    return undefined;
  }
}

function covers(entry: string, host: string, port: number): boolean {
  if (entry === '*') return true;
  const [, name = '', only] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
  if (only !== undefined && Number(only) !== port) return false;
  const asked = host.toLowerCase();
  return asked === name || asked.endsWith(`.${name}`);
}

/** What an http request through a proxy carries for it. */
export function proxyAuthorization(proxy: URL): Record<string, string> {
  if (proxy.username === '') return {};
  const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}

export class ProxyError extends Error {
  readonly code = 'KEMPT_PROXY';
}

/** A connection to the proxy itself. */
export function dialProxy(proxy: URL, secureContext: ConnectionOptions['secureContext']): Socket {
  const secure = proxy.protocol === 'https:';
  const host = proxy.hostname.replace(/^\[|\]$/g, '');
  const target = { host, port: Number(proxy.port) || (secure ? 443 : 80) };
  return secure ? connectTls({ ...target, servername: host, secureContext }) : connectTcp(target);
}

/** Most that a proxy's answer to CONNECT may be long. */
const answerLimit = 16 * 1024;

/**
 * Opens a tunnel through a proxy by CONNECT (RFC 9110, 9.3.6).
 *
 * @throws {ProxyError} where it refuses
 */
export function openTunnel(
  socket: Socket,
  proxy: URL,
  host: string,
  port: number,
  timeout: number,
): Promise<Socket> {
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const headers = { host: authority, ...proxyAuthorization(proxy) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve, reject) => {
    let answer = '';
    const timer = setTimeout(
      () => fail(new ProxyError(`the proxy does not answer within ${timeout} ms`)),
      timeout,
    );
    const fail = (error: Error) => {
      clearTimeout(timer);
      socket.destroy();
      reject(error);
    };
    const onData = (piece: Buffer) => {
      answer += piece.toString('latin1');
      const end = answer.indexOf('\r\n\r\n');
      if (end < 0) {
        if (answer.length > answerLimit) fail(new ProxyError('the proxy answers without end'));
        return;
      }
      socket.off('data', onData);
      const status = /^HTTP\/1\.[01] (\d{3})/.exec(answer)?.[1];
      clearTimeout(timer);
      if (status === '200') resolve(socket);
      else fail(new ProxyError(`the proxy answers ${status ?? 'no HTTP'} for ${authority}`));
    };
    socket.on('data', onData);
    socket.once('error', fail);
    socket.once('close', () => reject(new ProxyError('the proxy closes the connection')));
    socket.write(`CONNECT ${authority} HTTP/1.1\r\n${lines.join('')}\r\n`);
  });
}
