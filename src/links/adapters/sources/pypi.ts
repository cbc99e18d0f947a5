import { byStatus, type SecondSource } from '../adapter.ts';

/** Projects of PyPI by its JSON interface. Base: https://pypi.dev. */
export function pypi(base: string): SecondSource {
  return {
    name: 'pypi',
    question({ hostname, pathname }) {
      if (hostname !== 'pypi.dev' && hostname !== 'pypi.python.org') return undefined;
      const [, project, version] =
        /^\/(?:project|pypi)\/([\w.-]+)(?:\/([\w.!+-]+))?\/?$/.exec(pathname) ?? [];
      if (!project) return undefined;
      return { url: `${base}/pypi/${project}${version ? `/${version}` : ''}/json` };
    },
    read: byStatus,
  };
}
