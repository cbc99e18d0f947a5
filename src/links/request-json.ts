import type { SiteReply, SiteRequest } from './adapters/adapter.ts';
import { readStart } from './body.ts';
import { defaultUserAgent } from './manners.ts';
import type { Sockets } from './sockets.ts';

/** Decoded bytes of an answer that are read at most. */
const sizeLimit = 20 * 1024 * 1024;

export interface RequestSettings {
  sockets: Sockets;
  /** In milliseconds, for all of it. */
  timeout: number;
  userAgent: string | undefined;
  signal: AbortSignal;
}

/** One request to an interface and its answer; redirects are not followed. Rejects for faults of transport. */
export async function requestJson(
  { url, method = 'GET', headers, body }: SiteRequest,
  { sockets, timeout, userAgent, signal }: RequestSettings,
): Promise<SiteReply> {
  const target = new URL(url);
  const proxied = sockets.throughProxy(target);
  const response = await sockets.dispatcher('kept').request({
    origin: target.origin,
    path: proxied?.path ?? target.pathname + target.search,
    method,
    headers: {
      'user-agent': userAgent ?? defaultUserAgent,
      accept: 'application/json',
      'accept-encoding': 'gzip, br',
      ...headers,
      ...proxied?.headers,
    },
    ...(body === undefined ? {} : { body }),
    signal: AbortSignal.any([AbortSignal.timeout(timeout), signal]),
  });
  const pieces: Buffer[] = [];
  const encoding = single(response.headers['content-encoding']);
  await readStart(response.body, encoding, sizeLimit, (piece) => pieces.push(piece) > 0);
  return {
    status: response.statusCode,
    headers: Object.fromEntries(
      Object.entries(response.headers).map(([name, value]) => [name, single(value) ?? '']),
    ),
    json: parsed(Buffer.concat(pieces).toString('utf8')),
  };
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
