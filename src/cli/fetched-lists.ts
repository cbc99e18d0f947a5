import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pLimit from 'p-limit';
import type { Catalogue } from '../catalogue.ts';
import type { AuditedListSettings, AuditSettings, Config } from '../config/config.ts';
import { configNames, findConfig, mergeConfigs } from '../config/load.ts';
import { settingsFor } from '../config/settings.ts';
import { isCode } from '../config/strangers.ts';
import { type FetchedRepository, fetchRepository } from '../git/fetched.ts';
import { GitError } from '../git/git.ts';
import { readmeNames } from '../input/lists-in.ts';
import { defaultMaxFileSize, readList } from '../input/read.ts';
import { KemptError } from '../kempt-error.ts';
import type { Fault } from '../report/report.ts';
import { overlaid } from './audit-lists.ts';
import { faultOf } from './fault.ts';
import type { Gathered } from './gather.ts';
import type { Io } from './io.ts';
import type { CliOptions } from './option-specs.ts';

/** Where a list was fetched from. */
export interface Fetched {
  /** `owner/name`. */
  list: string;
  server: string;
  commit: string;
  /** The file within the repository. */
  file: string;
}

export interface FetchContext {
  /** One's own configuration where kempt was started. */
  config: Config;
  numbers: AuditSettings;
  options: CliOptions;
  io: Io;
  catalogue: Catalogue;
}

const owner = /^[a-z\d](?:-?[a-z\d]){0,38}$/i;
const repository = /^(?!\.{1,2}$)(?!-)[\w.-]{1,100}$/;
const markdownFile = /\.(?:md|markdown|mdown|mkd)$/i;

/** Whether a name is that of a repository, rather than of a file. */
export function isRepositoryName(name: string): boolean {
  const [first = '', second = '', ...rest] = name.split('/');
  return rest.length === 0 && owner.test(first) && repository.test(second) && !markdownFile.test(second);
}

/** Servers are polite, so are we. */
const atOnce = 4;
const mostFiles = 200;

/** Fetches lists; what is at fault is told, and the others are still read. */
export async function fetchLists(
  wanted: readonly { name: string; overlay: AuditedListSettings | undefined }[],
  context: FetchContext,
): Promise<{ inputs: Gathered[]; faults: Fault[] }> {
  const { options, io } = context;
  if ((options.fix || options['fix-suggested'] || options['fix-rule']) && !options['dry-run'])
    throw new KemptError('lists that are fetched cannot be fixed in place', {
      where: wanted[0]?.name,
      hint: 'look at the diff with --dry-run, or audit a clone of the list',
    });
  const { folder, isKept } = await cacheFolder(io);
  const limit = pLimit(atOnce);
  const faults: Fault[] = [];
  try {
    const fetched = wanted.map(({ name, overlay = {} }) =>
      limit(async () => {
        if (io.signal.aborted) return [];
        try {
          return await fetchList(name, overlay, folder, context);
        } catch (error) {
          if (!(error instanceof KemptError)) throw error;
          faults.push(faultOf(error));
          return [];
        }
      }),
    );
    return { inputs: (await Promise.all(fetched)).flat(), faults };
  } finally {
    if (!isKept) await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Where fetched lists are kept: in the user's own cache, never in the checkout, in which a pull request could have put
 * a repository whose configuration makes git run something. Without a home it is for this run alone.
 */
async function cacheFolder({ env }: Io): Promise<{ folder: string; isKept: boolean }> {
  const home = env.HOME || env.USERPROFILE;
  const caches = env.XDG_CACHE_HOME || env.LOCALAPPDATA || (home && path.join(home, '.cache'));
  if (caches && path.isAbsolute(caches)) return { folder: path.join(caches, 'kempt', 'lists'), isKept: true };
  return { folder: await mkdtemp(path.join(tmpdir(), 'kempt-lists-')), isKept: false };
}

async function fetchList(
  name: string,
  overlay: AuditedListSettings,
  cache: string,
  { config, numbers, options, io, catalogue }: FetchContext,
): Promise<Gathered[]> {
  const server = serverOf(io);
  const maxFileSize = config.maxFileSize ?? defaultMaxFileSize;
  refuseStrangeRef(overlay.ref, name);
  const fetching = {
    url: `${server}/${name}`,
    ref: overlay.ref,
    folder: path.join(cache, new URL(server).host || 'local', `${name.toLowerCase()}.git`),
    maxFileSize,
    env: io.env,
    signal: io.signal,
  };
  try {
    const repo = await fetchRepository(fetching);
    const own = options['trust-config'] ? await configOf(repo, name) : { inlineConfig: false };
    const over = overlaid(mergeConfigs(withoutPaths(config), own), overlay, numbers);
    const settings = await settingsFor({ config: over, from: [], base: io.cwd }, undefined, catalogue);
    const inputs: Gathered[] = [];
    for (const file of await filesOf(repo, name, overlay.files)) {
      const bytes = await contentOf(repo, name, file);
      const list = await readList(`${name}/${file}`, { cwd: io.cwd, maxFileSize, bytes });
      const fetched: Fetched = { list: name, server, commit: repo.commit, file };
      inputs.push({ file: list, settings, config: over, from: [], fetched });
    }
    return inputs;
  } catch (error) {
    throw error instanceof GitError ? notFetched(name, error) : error;
  }
}

function serverOf({ env }: Io): string {
  const server = (env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, '');
  if (URL.canParse(server) && /^(?:https?|file):$/.test(new URL(server).protocol)) return server;
  throw new KemptError('this is no server to fetch lists from', {
    where: `GITHUB_SERVER_URL=${server}`,
    hint: 'expected an address such as https://github.com',
  });
}

function refuseStrangeRef(ref: string | undefined, name: string): void {
  if (ref === undefined || (/^[\w][\w./-]*$/.test(ref) && !ref.includes('..') && !ref.endsWith('.lock')))
    return;
  throw new KemptError(`"${ref}" is no branch or tag`, { where: `audit.lists.${name}.ref` });
}

/** What is relative to one's own checkout says nothing of another repository; rules' code is not for it either. */
function withoutPaths({ ignore: _, overrides: __, plugins: ___, ...config }: Config): Config {
  return config;
}

async function filesOf(
  repo: FetchedRepository,
  name: string,
  patterns?: readonly string[],
): Promise<string[]> {
  if (patterns === undefined) return [await readmeOf(repo, name)];
  const { default: picomatch } = await import('picomatch');
  const matches = picomatch([...patterns], { dot: true });
  const found = (await repo.paths()).filter((file) => markdownFile.test(file) && matches(file));
  if (found.length === 0)
    throw new KemptError('no Markdown file matches', {
      where: name,
      hint: `patterns are ${patterns.join(', ')}`,
    });
  if (found.length > mostFiles)
    throw new KemptError(`${found.length} files match, the limit is ${mostFiles}`, { where: name });
  return found;
}

async function readmeOf(repo: FetchedRepository, name: string): Promise<string> {
  for (const folder of ['', '.github', 'docs']) {
    const files = await repo.paths(folder).catch(() => []);
    for (const wanted of readmeNames) {
      const found = files.find((file) => path.posix.basename(file).toLowerCase() === wanted);
      if (found) return found;
    }
  }
  throw new KemptError('no readme in this repository', {
    where: name,
    hint: 'say which files hold the list with `files` in `audit.lists`',
  });
}

const unreadable = {
  missing: 'the file is not there',
  outside: 'this is a symbolic link that leads out of the repository',
  'too large': 'the file is too large',
};

async function contentOf(repo: FetchedRepository, name: string, file: string): Promise<Buffer> {
  const content = await repo.read(file);
  if (typeof content !== 'string') return content;
  throw new KemptError(unreadable[content], { where: `${name}/${file}` });
}

/**
 * What a list's own configuration may say where it is trusted: severities, and what is acknowledged. It is read as data;
 * its regular expressions are not run, since they could keep an audit busy for ever.
 */
async function configOf(repo: FetchedRepository, name: string): Promise<Config> {
  const there = new Set(await repo.paths(''));
  const folder = await mkdtemp(path.join(tmpdir(), 'kempt-config-'));
  try {
    for (const file of configNames.filter((one) => there.has(one) && !isCode(one)))
      await writeFile(path.join(folder, file), await contentOf(repo, name, file));
    const { config } = await findConfig(folder, folder, { top: folder, strangers: { top: folder } });
    const { rules, inlineConfig, audit: { exclude: _, lists: __, ...audit } = {} } = config;
    return { ...(rules && { rules }), ...(inlineConfig !== undefined && { inlineConfig }), audit };
  } catch (error) {
    if (!(error instanceof KemptError)) throw error;
    throw new KemptError(error.message, {
      where: [name, error.where].filter(Boolean).join('/'),
      hint: error.hint,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function notFetched(name: string, { stderr }: GitError): KemptError {
  const isMissing = /not found|could not read Username|does not exist|does not appear to be a git/i.test(
    stderr,
  );
  return new KemptError(isMissing ? 'there is no such list to fetch' : 'the list cannot be fetched', {
    where: name,
    hint: isMissing
      ? 'write owner/name of a public repository, or the path of a file'
      : (stderr.trim().split('\n').at(-1) ?? ''),
  });
}
