import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { GitError } from './git.ts';

/** What git is told where it fetches a repository that nobody vouches for. */
export interface FetchOptions {
  /** https:, http: or file:; no other protocol is spoken. */
  url: string;
  /** A branch or tag; what the server shows where left out. */
  ref?: string | undefined;
  /** An own folder that is kept between runs; it must not come from a repository. */
  folder: string;
  /** In bytes; larger files are not fetched. */
  maxFileSize: number;
  env: Readonly<Record<string, string | undefined>>;
  signal?: AbortSignal | undefined;
}

/** The newest state of a repository, in git's own store: nothing is checked out, no hook, filter or submodule runs. */
export interface FetchedRepository {
  commit: string;
  /** Paths of files and symbolic links; of the whole tree, or of one folder (empty for the root) alone. */
  paths(folder?: string): Promise<string[]>;
  /** What a file holds; a symbolic link is followed within the tree, as the server does. A word where there is none. */
  read(path: string): Promise<Buffer | 'missing' | 'outside' | 'too large'>;
}

/** Milliseconds for one command. */
const patience = 300_000;
/** Bytes: the names of a large tree. */
const mostOutput = 64_000_000;
const ref = 'refs/kempt/list';

// The user's own configuration stays (proxies, credentials), but nothing in it may run on the occasion.
const careful = Object.entries({
  'protocol.allow': 'never',
  'core.hooksPath': '/dev/null',
  'core.fsmonitor': 'false',
  'core.quotePath': 'false',
  'fetch.recurseSubmodules': 'false',
  'submodule.recurse': 'false',
  'gc.auto': '0',
  'maintenance.auto': 'false',
  'http.lowSpeedLimit': '1000',
  'http.lowSpeedTime': '60',
}).flatMap(([key, value]) => ['-c', `${key}=${value}`]);

/**
 * Fetches the newest commit alone.
 * @throws {GitError} where git cannot
 */
export async function fetchRepository(options: FetchOptions): Promise<FetchedRepository> {
  const { url, folder, maxFileSize } = options;
  const git = carefulGit(options);
  const protocol = new URL(url).protocol.slice(0, -1);
  const allowed = /^(?:https?|file)$/.test(protocol) ? ['-c', `protocol.${protocol}.allow=always`] : [];
  await mkdir(folder, { recursive: true });
  await git(['init', '--quiet', '--bare', '--template=', '.']);
  await git(['config', 'remote.origin.url', url]);
  const shallow = [
    '--depth=1',
    `--filter=blob:limit=${maxFileSize + 1}`,
    '--no-tags',
    '--no-recurse-submodules',
  ];
  const refs = `+${options.ref ?? 'HEAD'}:${ref}`;
  await git([...allowed, 'fetch', '--quiet', '--no-write-fetch-head', '--force', ...shallow, 'origin', refs]);
  const commit = (await git(['rev-parse', '--verify', `${ref}^{commit}`])).toString().trim();
  return {
    commit,
    paths: async (within) => {
      const tree = within === undefined ? ['-r', commit] : [within === '' ? commit : `${commit}:${within}`];
      return pathsIn((await git(['ls-tree', '-z', '--full-tree', ...tree])).toString(), within ?? '');
    },
    read: (path) => read(git, `${commit}:${path}`, maxFileSize),
  };
}

type CarefulGit = (args: readonly string[], input?: string) => Promise<Buffer>;

function carefulGit({ folder, env, signal }: FetchOptions): CarefulGit {
  // What a hook or another git has left there would make git work elsewhere.
  const clean = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GIT_')));
  return (args, input) =>
    new Promise((resolve, reject) => {
      const child = execFile(
        'git',
        [...careful, '-C', folder, ...args],
        {
          encoding: 'buffer',
          maxBuffer: mostOutput,
          timeout: patience,
          env: { ...clean, GIT_TERMINAL_PROMPT: '0', GIT_DIR: folder, LC_ALL: 'C' },
          ...(signal && { signal }),
        },
        (error, stdout, stderr) => {
          if (!error) resolve(stdout);
          else reject(new GitError(args, stderr.toString() || error.message));
        },
      );
      child.stdin?.on('error', () => {});
      child.stdin?.end(input);
    });
}

/** Of `MODE TYPE OBJECT\tPATH`, ended by zero bytes, the files and symbolic links; folders and submodules are none. */
function pathsIn(listing: string, within: string): string[] {
  return listing.split('\0').flatMap((line) => {
    const [, type, path] = /^\d+ (\w+) \w+\t(.*)$/s.exec(line) ?? [];
    // A line break would be an order of its own to `cat-file`.
    if (type !== 'blob' || path === undefined || /[\u0000-\u001f\u007f]/.test(path)) return [];
    return [within === '' ? path : `${within}/${path}`];
  });
}

async function read(
  git: CarefulGit,
  name: string,
  maxFileSize: number,
): Promise<Buffer | 'missing' | 'outside' | 'too large'> {
  const asked = git(['cat-file', '--batch-check', '--follow-symlinks'], `${name}\n`);
  const told = await asked.then(String, (error) => {
    // It was not fetched for its size, and no protocol is open to fetch it now.
    if (error instanceof GitError && error.stderr.includes('promisor')) return undefined;
    throw error;
  });
  if (told === undefined) return 'too large';
  const [, object, size] = /^([0-9a-f]+) blob (\d+)\n/.exec(told) ?? [];
  if (object === undefined) return /^symlink /.test(told) ? 'outside' : 'missing';
  return Number(size) > maxFileSize ? 'too large' : await git(['cat-file', 'blob', object]);
}
