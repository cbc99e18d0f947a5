import type { Entry } from '../list/types.ts';
import type { Dimension } from './dimension.ts';

const bareHost = /^https?:\/\/[^/?#\s]+(\/?)$/i;
const repository =
  /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)\/[\w.-]+\/[\w.-]+(\/?)$/i;

/** Whether an address that is nothing but a host ends in a slash. */
export const hostSlash: Dimension = {
  name: 'host-slash',
  about: 'whether the address of a site ends in a slash',
  rule: 'link-trailing-slash',
  option: 'hosts',
  measure: (entry) => slashOf(entry, bareHost),
  things: 'addresses of sites',
  firmOnly: true,
  here: shown,
  do: does,
};

/** Whether the address of a repository ends in a slash. */
export const repositorySlash: Dimension = {
  name: 'repository-slash',
  about: 'whether the address of a repository ends in a slash',
  rule: 'link-trailing-slash',
  option: 'repositories',
  measure: (entry) => slashOf(entry, repository),
  things: 'addresses of repositories',
  firmOnly: true,
  here: shown,
  do: does,
};

function slashOf({ url }: Entry, kind: RegExp): 'slash' | 'none' | undefined {
  const match = url === undefined ? null : kind.exec(url);
  if (!match) return undefined;
  return match[1] === '/' ? 'slash' : 'none';
}

function shown(value: string): string {
  return value === 'slash' ? 'A slash at the end' : 'No slash at the end';
}

function does(value: string): string {
  return value === 'slash' ? 'end in a slash' : 'end without a slash';
}
