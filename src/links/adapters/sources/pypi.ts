import { byStatus, type SecondSource } from '../adapter.ts';
import { registryHosts } from '../registries.ts';

/** Projects of PyPI by its JSON interface. */
export function pypi(base: string): SecondSource {
  return {
    name: 'pypi',
    question({ hostname, pathname }) {
      if (hostname !== registryHosts.pypi && hostname !== 'pypi.python.org') return undefined;
      const [, project, version] =
        /^\/(?:project|pypi)\/([\w.-]+)(?:\/([\w.!+-]+))?\/?$/.exec(pathname) ?? [];
      if (!project) return undefined;
      return { url: `${base}/pypi/${project}${version ? `/${version}` : ''}/json` };
    },
    read: byStatus,
  };
}
