import { type Changes, changesSince, type Since } from '../changes/changes.ts';
import { topOf } from '../changes/in-repository.ts';
import type { Mended, Staged } from '../changes/staged.ts';
import { attempt, type Git, gitIn } from '../git/git.ts';
import { readEvent } from '../github/event.ts';
import { KemptError } from '../kempt-error.ts';
import type { Io } from './io.ts';
import type { CliOptions } from './option-specs.ts';

/** What a run is about where only a change is judged. */
export interface Judging {
  changes: Changes;
  /** What is staged, where that is judged and not what lies in the working tree. */
  staged?: StagedFiles | undefined;
}

/** Files of the index, by absolute path. */
export interface StagedFiles {
  /** What a file holds; undefined where the index does not have it. */
  read(file: string): Promise<Uint8Array | undefined>;
  /**
   * Stages a mended text in place of what was read, and mends the working file alike.
   * @returns why the working file was left as it is; undefined where it was not
   */
  mend(file: string, mended: Mended): Promise<string | undefined>;
  /** Whether this index is thrown away after the commit: `git commit PATH` makes one of its own. */
  isPassing: boolean;
}

/**
 * The change that is to be judged: what the command line names, or the pull request, merge request or merge queue
 * that this run is for; undefined where the list as a whole is meant.
 * @throws {KemptError} where git cannot tell
 */
export async function judging(options: CliOptions, io: Io): Promise<Judging | undefined> {
  const git = gitIn(io.cwd);
  const since = await sinceOf(options, io, git);
  if (!since) return undefined;
  const changes = await changesSince(since, git);
  return { changes, ...(since.staged && { staged: await stagedFiles(git, io) }) };
}

async function stagedFiles(git: Git, { env }: Io): Promise<StagedFiles> {
  const { restage, stagedFile } = await import('../changes/staged.ts');
  const top = await topOf(git);
  const read = new Map<string, Staged>();
  return {
    async read(file) {
      const staged = await stagedFile(file, top, git);
      if (staged) read.set(file, staged);
      return staged?.bytes;
    },
    mend: async (file, mended) => await restage(read.get(file)!, mended, { top, git }),
    isPassing: /next-index-\d+\.lock$/.test(env.GIT_INDEX_FILE ?? ''),
  };
}

async function sinceOf(options: CliOptions, io: Io, git: Git): Promise<Since | undefined> {
  if (options.staged && options.since !== undefined) {
    throw new KemptError('--staged and --since exclude each other', { hint: 'leave one of them out' });
  }
  const part = options.staged ? '--staged' : options.since === undefined ? undefined : '--since';
  if (part !== undefined && options['update-baseline']) {
    throw new KemptError(`--update-baseline records all findings, ${part} looks at a part of the list`, {
      hint: 'leave one of them out',
    });
  }
  if (options.staged) return { ref: 'HEAD', staged: true };
  if (options.since !== undefined) return { ref: options.since };
  if (options['no-since'] || options['update-baseline']) return undefined;
  const ref = await refOfService(io, git);
  return ref === undefined ? undefined : { ref, isFound: true };
}

/** The commit that a service compares with, as its environment tells. */
async function refOfService({ env }: Io, git: Git): Promise<string | undefined> {
  if (env.GITHUB_ACTIONS === 'true') return await refOfGitHub(env, git);
  if (env.GITLAB_CI === 'true') return env.CI_MERGE_REQUEST_DIFF_BASE_SHA || undefined;
  return undefined;
}

async function refOfGitHub(env: Io['env'], git: Git): Promise<string | undefined> {
  const { pullRequest, mergeBase } = await readEvent(env);
  if (env.GITHUB_EVENT_NAME === 'merge_group') return mergeBase;
  if (!env.GITHUB_BASE_REF) return undefined;
  // A pull request is checked out as its merge commit, whose first parent is the base, even where nothing else of
  // the base branch was fetched. A merge that somebody else made has its own branch for a first parent.
  const [head, ...parents] =
    (await attempt(git('rev-list', '--parents', '-n', '1', 'HEAD')))?.trim().split(' ') ?? [];
  if (parents.length > 1 && (env.GITHUB_SHA || head) === head) return 'HEAD^1';
  const branch = `origin/${env.GITHUB_BASE_REF}`;
  const isThere = async (ref: string) =>
    (await attempt(git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`))) !== undefined;
  if (pullRequest?.base && !(await isThere(branch)) && (await isThere(pullRequest.base)))
    return pullRequest.base;
  return branch;
}
