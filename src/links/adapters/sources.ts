import type { SecondSource } from './adapter.ts';
import { registryHosts } from './registries.ts';
import { crates } from './sources/crates.ts';
import { doi } from './sources/doi.ts';
import { gitea } from './sources/gitea.ts';
import { gitlab } from './sources/gitlab.ts';
import { npm } from './sources/npm.ts';
import { pypi } from './sources/pypi.ts';
import { stackExchange } from './sources/stack-exchange.ts';
import { youtube } from './sources/youtube.ts';

/** Base addresses of the interfaces, without a slash at the end. They come from the user, never from a list. */
export interface SourceBases {
  npm?: string;
  pypi?: string;
  crates?: string;
  doi?: string;
  youtube?: string;
  stackExchange?: string;
  gitlab?: string;
  gitea?: string;
}

/** Official second sources, asked where a page itself is walled. */
export function secondSources(bases: SourceBases = {}): SecondSource[] {
  return [
    npm(bases.npm ?? `https://${registryHosts.npm}`),
    pypi(bases.pypi ?? `https://${registryHosts.pypi}`),
    crates(bases.crates ?? `https://${registryHosts.crates}`),
    doi(bases.doi ?? 'https://doi.org'),
    youtube(bases.youtube ?? 'https://www.youtube.com'),
    stackExchange(bases.stackExchange ?? 'https://api.stackexchange.com'),
    gitlab(bases.gitlab ?? 'https://gitlab.com'),
    gitea(bases.gitea ?? 'https://codeberg.org'),
  ];
}
