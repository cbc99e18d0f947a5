import type { AskSite, SiteReply } from './adapters/adapter.ts';
import { readStart } from './body.ts';
import { defaultUserAgent } from './manners.ts';
import { hostOf } from './normalise.ts';
import { again } from './patience.ts';
import type { ProbeContext } from './probe.ts';
import type { Permit } from './scheduler.ts';

/** Decoded bytes of an answer that are read at most. */
const sizeLimit = 20 * 1024 * 1024;

/** Asks interfaces of sites: JSON in, JSON out, within the host's limits, waiting where the host says so. */
export function createAskSite(permit: Permit, context: ProbeContext): AskSite {
  return async ({ url, method = 'GET', headers, body }) => {
    const host = hostOf(new URL(url));
    for (let asked = 1; ; asked += 1) {
      await permit.enter(host);
      const began = performance.now();
      const reply = await once();
      const { status } = reply;
      const limited = status === 429 || (status === 403 && reply.headers['retry-after'] !== undefined);
      context.note(host, limited ? 'overrun' : 'content', began);
      const hop = { url, status: limited ? 429 : status, headers: reply.headers, durationMs: 0 };
      const wait = again(hop, undefined, asked, false, context.options);
      if (!wait || !limited || context.exhausted(host)) return reply;
      context.pause(host, wait.wait);
      permit.leave();
    }

    async function once(): Promise<SiteReply> {
      const clock = AbortSignal.timeout(context.options.limits(host).timeout * 2);
      const target = new URL(url);
      const proxied = context.sockets.throughProxy(target);
      const response = await context.sockets.dispatcher('kept').request({
        origin: target.origin,
        path: proxied?.path ?? target.pathname + target.search,
        method,
        headers: {
          'user-agent': context.options.userAgent ?? defaultUserAgent,
          accept: 'application/json',
          'accept-encoding': 'gzip, br',
          ...headers,
          ...proxied?.headers,
        },
        ...(body === undefined ? {} : { body }),
        signal: AbortSignal.any([clock, context.signal]),
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
