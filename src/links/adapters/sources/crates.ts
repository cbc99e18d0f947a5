import { byStatus, type SecondSource } from '../adapter.ts';
import { registryHosts } from '../registries.ts';

/** Packages of the Rust registry by its interface: the website is built by scripts. */
export function crates(base: string): SecondSource {
  return {
    name: 'crates',
    always: true,
    question({ hostname, pathname }) {
      if (hostname.replace(/^www\./, '') !== registryHosts.crates) return undefined;
      const [, name, version] = /^\/crates\/([\w-]+)(?:\/([\w.+-]+))?\/?$/.exec(pathname) ?? [];
      if (!name) return undefined;
      return { url: `${base}/api/v1/crates/${name}${version ? `/${version}` : ''}` };
    },
    read: byStatus,
  };
}
