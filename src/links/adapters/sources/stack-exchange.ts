import type { SecondSource } from '../adapter.ts';

const sites =
  /^(?:www\.)?((?:stackoverflow|superuser|serverfault|askubuntu|stackapps|mathoverflow)(?:\.com|\.net)|[\w-]+\.stackexchange\.com|(?:[a-z]{2})\.stackoverflow\.com)$/;

/** Questions and answers by the network's interface. Base: https://api.stackexchange.com. */
export function stackExchange(base: string): SecondSource {
  return {
    name: 'stack-exchange',
    question({ hostname, pathname }) {
      const site = sites.exec(hostname)?.[1];
      const [, kind, id] = /^\/(questions|q|answers|a)\/(\d+)(?:\/|$)/.exec(pathname) ?? [];
      if (!site || !id) return undefined;
      const things = kind?.startsWith('q') ? 'questions' : 'answers';
      return { url: `${base}/2.3/${things}/${id}?site=${site.replace(/\.(stackexchange\.)?com$/, '')}` };
    },
    read({ status, json }) {
      const { items } = (json ?? {}) as { items?: unknown[] };
      if (status !== 200 || !Array.isArray(items)) return undefined;
      return items.length > 0 ? 'there' : 'gone';
    },
  };
}
