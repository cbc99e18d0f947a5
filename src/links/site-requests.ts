import type { AskSite } from './adapters/adapter.ts';
import { hostOf } from './normalise.ts';
import { again, sendsAway } from './patience.ts';
import type { ProbeContext } from './probe.ts';
import { requestJson } from './request-json.ts';
import type { Permit } from './scheduler.ts';

/** Asks interfaces of sites: JSON in, JSON out, within the host's limits, waiting where the host says so. */
export function createAskSite(permit: Permit, context: ProbeContext): AskSite {
  return async ({ url, method = 'GET', headers, body }) => {
    const host = hostOf(new URL(url));
    for (let asked = 1; ; asked += 1) {
      await permit.enter(host);
      const began = performance.now();
      const reply = await requestJson(
        { url, method, ...(headers && { headers }), ...(body !== undefined && { body }) },
        {
          sockets: context.sockets,
          timeout: context.options.limits(host).timeout * 2,
          userAgent: context.options.userAgent,
          clocks: context.clocks,
          keep: () => context.more(host),
        },
      );
      const { status } = reply;
      const limited = status === 429 || (status === 403 && reply.headers['retry-after'] !== undefined);
      context.note(host, limited ? 'overrun' : 'content', began);
      const hop = { url, status: limited ? 429 : status, headers: reply.headers, durationMs: 0 };
      const form = { method: 'GET', plainest: false } as const;
      const next = limited
        ? again({ hop, code: undefined, asked, form, walled: () => false }, context.options)
        : undefined;
      if (sendsAway(hop, context.options)) context.leaveAlone(host);
      if (!next || context.exhausted(host)) return reply;
      context.pause(host, next.wait);
      permit.leave();
    }
  };
}
