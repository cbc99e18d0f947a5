import type { SiteReply, SiteRequest } from './adapters/adapter.ts';
import { takeStart } from './body.ts';
import type { Clocks } from './clocks.ts';
import type { Connection } from './connections.ts';
import { defaultUserAgent } from './manners.ts';
import type { Head } from './reception.ts';
import type { Sockets } from './sockets.ts';

/** Decoded bytes of an answer that are read at most. */
const sizeLimit = 20 * 1024 * 1024;

export interface RequestSettings {
  sockets: Sockets;
  /** In milliseconds, for all of it. */
  timeout: number;
  userAgent: string | undefined;
  clocks: Clocks;
  /** Whether the connection will be of use. */
  keep?: () => boolean;
}

/** One request to an interface and its answer; redirects are not followed. Rejects for faults of transport. */
export async function requestJson(request: SiteRequest, settings: RequestSettings): Promise<SiteReply> {
  const { sockets, clocks, timeout, keep = () => false } = settings;
  const connection = sockets.take('kept', new URL(request.url).origin);
  const clock = clocks.start(timeout, connection.abort);
  try {
    return await requestOver(connection, request, settings);
  } finally {
    clock.stop();
    connection.release(keep());
  }
}

async function requestOver(
  connection: Connection,
  { url, method = 'GET', headers, body }: SiteRequest,
  { sockets, userAgent }: RequestSettings,
): Promise<SiteReply> {
  const target = new URL(url);
  const proxied = sockets.throughProxy(target);
  const question = {
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
    // What undici does with HEAD otherwise is to close the connection.
    reset: false,
  };
  const pieces: Buffer[] = [];
  let answer: Head = { status: 0, headers: {} };
  await connection.request(question, (head, flow) => {
    answer = head;
    const encoding = single(head.headers['content-encoding']);
    return takeStart(flow, encoding, sizeLimit, (piece) => pieces.push(piece) > 0);
  });
  return {
    status: answer.status,
    headers: Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [name, single(value) ?? '']),
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
