import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findConfig, type LoadedConfig, loadConfig } from '../config/load.ts';
import { copyCommitFiles } from '../git/commit-files.ts';
import { attempt, type Git, GitError, gitIn } from '../git/git.ts';
import { readEvent } from '../github/event.ts';
import { type ConfigSource, ownSource } from './config-source.ts';
import type { Io } from './io.ts';
import type { CliOptions } from './option-specs.ts';

/** What a configuration may be made of. */
const wanted = /(?:\.(?:[cm]?[jt]s|json|ya?ml)|(?:^|\/)\.kempt(?:rc|ignore))$/;

/** Where the checkout is a stranger's, what to read in its place; undefined where it is one's own. */
export async function strangersSource(options: CliOptions, io: Io): Promise<ConfigSource | undefined> {
  const git = gitIn(io.cwd);
  const pull = await strangersPull(io, git);
  if (!pull) return undefined;
  // As the working directory spells it, so that files named from there are seen to lie in it.
  const top = path.resolve(io.cwd, (await attempt(git('rev-parse', '--show-cdup')))?.trim() ?? '');
  const isPlanted = async (folder: string) =>
    (await attempt(git('ls-files', '-z', '--', path.relative(io.cwd, folder)))) !== '';
  if (options['trust-config']) return { ...asData(top, io), isPlanted };
  return { ...(pull.base === undefined ? without(top, io) : await fromBase(pull.base, top, io)), isPlanted };
}

interface Pull {
  /** A commit of the base that cannot be forged; undefined where none is there. */
  base: string | undefined;
}

/** The pull or merge request that this run is for, where it comes from a repository of somebody else's. */
async function strangersPull({ env }: Io, git: Git): Promise<Pull | undefined> {
  if (env.GITLAB_CI === 'true') {
    const { CI_MERGE_REQUEST_SOURCE_PROJECT_ID: from, CI_MERGE_REQUEST_PROJECT_ID: to } = env;
    if (!from || !to || from === to) return undefined;
    return { base: await commitOf(env.CI_MERGE_REQUEST_DIFF_BASE_SHA, git) };
  }
  const { pullRequest, after } = await readEvent(env);
  if (pullRequest?.isFromFork) {
    return { base: (await baseOfMerge(env, git)) ?? (await commitOf(pullRequest.base, git)) };
  }
  // What a run after another has checked out, nobody can tell.
  return after?.isFromFork ? { base: undefined } : undefined;
}

/** The first parent of the merge that GitHub made of a pull request, where that is what was checked out. */
async function baseOfMerge({ GITHUB_SHA: merge }: Io['env'], git: Git): Promise<string | undefined> {
  const [head, ...parents] =
    (await attempt(git('rev-list', '--parents', '-n', '1', 'HEAD')))?.trim().split(' ') ?? [];
  return merge && head === merge && parents.length === 2 ? await commitOf(parents[0], git) : undefined;
}

async function commitOf(id: string | undefined, git: Git): Promise<string | undefined> {
  if (!id || !/^[0-9a-f]{40,64}$/.test(id)) return undefined;
  return (await attempt(git('rev-parse', '--verify', '--quiet', `${id}^{commit}`)))?.trim();
}

type Source = Omit<ConfigSource, 'isPlanted'>;

/** The stranger's own configuration, as data. */
function asData(top: string, { cwd }: Io): Source {
  return {
    ...ownSource({ cwd }),
    find: (directory) => findConfig(directory, cwd, { top, strangers: { top } }),
    load: (file) => loadConfig(file, cwd, { strangers: { top } }),
  };
}

/** No configuration of the repository's, since the base's is not there. */
function without(top: string, io: Io): Source {
  return {
    ...fromFolder(path.join(top, '.git', 'kempt-has-no-base'), top, io),
    notices: [
      'This change comes from a fork, so its configuration is not read, and that of the base is not there: fetch it (in a workflow, `fetch-depth: 2`)',
    ],
  };
}

/** The configuration of the base, copied to where its files find each other and nothing of the stranger's. */
async function fromBase(base: string, top: string, io: Io): Promise<Source> {
  const folder = await mkdtemp(path.join(io.env.RUNNER_TEMP || tmpdir(), 'kempt-base-'));
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    await copyCommitFiles(base, { top, to: folder, wanted: (name) => wanted.test(name) });
  } catch (error) {
    await close();
    if (error instanceof GitError) return without(top, io);
    throw error;
  }
  return { ...fromFolder(folder, top, io), close };
}

function fromFolder(folder: string, top: string, { cwd }: Io): Source {
  const fileFor = (file: string) => moved(file, top, folder);
  const back = ({ config, from, base }: LoadedConfig): LoadedConfig => ({
    config,
    from: from.map((file) => moved(file, folder, top)),
    base: moved(base, folder, top),
  });
  const shownFrom = fileFor(cwd);
  return {
    find: async (directory) => back(await findConfig(fileFor(directory), shownFrom, { top: folder })),
    load: async (file) => back(await loadConfig(fileFor(path.resolve(cwd, file)), shownFrom)),
    fileFor,
    notices: [],
    close: async () => {},
  };
}

/** A path in one directory as the same in another; as it is where it lies elsewhere. */
function moved(file: string, from: string, to: string): string {
  const inside = path.relative(from, file);
  return inside.startsWith('..') || path.isAbsolute(inside) ? file : path.join(to, inside);
}
