import type { QuietGit } from '../git/quiet-git.ts';

/** Where a repository was cloned from. */
export interface Origin {
  /** In lower case, without port. */
  host: string;
  /** Groups within groups are set off by slashes. */
  owner: string;
  name: string;
}

/** What git says of `origin`: as it is written, or, where that is a short form of the user's own, as git reads it. */
export async function originOf(git: QuietGit): Promise<Origin | undefined> {
  const written = await git('config', '--get', 'remote.origin.url');
  if (!written) return undefined;
  return readOrigin(written) ?? readOrigin((await git('remote', 'get-url', 'origin')) ?? '');
}

const address = /^(?:https?|ssh|git|git\+ssh):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+)$/i;
const scpLike = /^(?:[^@/:\s]+@)?([^/:\s]+):(?!\/\/)(.+)$/;

/** Owner and name by the address of a remote; undefined for a path on this machine and for short forms. */
export function readOrigin(url: string): Origin | undefined {
  const [, host = '', rest = ''] = address.exec(url) ?? scpLike.exec(url) ?? [];
  const parts = rest
    .split('/')
    .filter(Boolean)
    .map((part) => part.replace(/\.git$/i, ''));
  const name = parts.pop();
  // A host without a dot is a machine of one's own, or a short form; one of figures is a mirror's.
  if (!/\.[a-z][^.]*$/i.test(host) || !name || parts.length === 0) return undefined;
  return { host: host.toLowerCase(), owner: parts.join('/'), name };
}
