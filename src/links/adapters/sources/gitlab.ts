import { byStatus, type SecondSource } from '../adapter.ts';

/** Projects of a GitLab by its interface. Base: https://gitlab.com, or a server of one's own. */
export function gitlab(base: string): SecondSource {
  const host = new URL(base).host;
  return {
    name: 'gitlab',
    question(url) {
      if (url.host !== host) return undefined;
      const path =
        url.pathname
          .split('/-/')[0]
          ?.replace(/\/$|\.git$/g, '')
          .slice(1) ?? '';
      if (!/^[\w.-]+(\/[\w.-]+)+$/.test(path)) return undefined;
      return { url: `${base}/api/v4/projects/${encodeURIComponent(path)}` };
    },
    read: byStatus,
  };
}
