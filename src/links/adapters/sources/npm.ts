import { byStatus, type SecondSource } from '../adapter.ts';

/** Packages of npm by its registry: the website lets no program in. */
export function npm(base: string): SecondSource {
  return {
    name: 'npm',
    question({ hostname, pathname }) {
      if (hostname !== 'www.npmjs.com' && hostname !== 'npmjs.com') return undefined;
      const name = /^\/package\/((?:@[\w.-]+\/)?[\w.-]+)(?:\/v\/([\w.+-]+))?\/?$/.exec(pathname);
      if (!name) return undefined;
      const path = (name[1] ?? '').replace('/', '%2f');
      return {
        url: `${base}/${path}${name[2] ? `/${name[2]}` : ''}`,
        // The short form: the whole history of a package can be tens of megabytes.
        headers: { accept: name[2] ? 'application/json' : 'application/vnd.npm.install-v1+json' },
      };
    },
    read: byStatus,
  };
}
