import { byStatus, type SecondSource } from '../adapter.ts';

/** Repositories of a Gitea or Forgejo by its interface. Base: https://codeberg.org, or a server of one's own. */
export function gitea(base: string): SecondSource {
  const host = new URL(base).host;
  return {
    name: 'gitea',
    question(url) {
      if (url.host !== host) return undefined;
      const [, owner, name] = /^\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(url.pathname) ?? [];
      if (!owner || !name) return undefined;
      return { url: `${base}/api/v1/repos/${owner}/${name}` };
    },
    read: byStatus,
  };
}
