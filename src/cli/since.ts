import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Changes, changesSince, type Since, stagedText } from '../changes/changes.ts';
import { attempt, type Git, gitIn } from '../git/git.ts';
import { KemptError } from '../kempt-error.ts';
import type { Io } from './io.ts';
import type { CliOptions } from './options.ts';

/** What a run is about where only a change is judged. */
export interface Judging {
  changes: Changes;
  /** The text to judge, where it is not what lies in the working tree; by absolute path. */
  text: (file: string) => Promise<string | undefined>;
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
  return { changes, text: async (file) => (since.staged ? await stagedText(file, git) : undefined) };
}

async function sinceOf(options: CliOptions, io: Io, git: Git): Promise<Since | undefined> {
  if (options.staged && options.since !== undefined) {
    throw new KemptError('--staged and --since exclude each other', { hint: 'leave one of them out' });
  }
  if (options.staged && options.fix) {
    throw new KemptError('--fix does not work on what is staged', {
      hint: 'run `kempt fix`, then stage what it did',
    });
  }
  if (options.staged) return { ref: 'HEAD', staged: true };
  if (options.since !== undefined) return { ref: options.since };
  if (options['no-since'] || options['update-baseline']) return undefined;
  const ref = await refOfService(io, git);
  return ref === undefined ? undefined : { ref };
}

/** The commit that a service compares with, as its environment tells. */
async function refOfService({ env }: Io, git: Git): Promise<string | undefined> {
  if (env.GITHUB_ACTIONS === 'true') return await refOfGitHub(env, git);
  if (env.GITLAB_CI === 'true') return env.CI_MERGE_REQUEST_DIFF_BASE_SHA || undefined;
  return undefined;
}

async function refOfGitHub(env: Io['env'], git: Git): Promise<string | undefined> {
  if (env.GITHUB_EVENT_NAME === 'merge_group') {
    const event = await readEvent(env.GITHUB_EVENT_PATH);
    return event?.merge_group?.base_sha;
  }
  if (!env.GITHUB_BASE_REF) return undefined;
  // A pull request is checked out as its merge commit, whose first parent is the base, even where nothing else of
  // the base branch was fetched.
  const parents = (await attempt(git('rev-list', '--parents', '-n', '1', 'HEAD')))?.trim().split(' ') ?? [];
  return parents.length > 2 ? 'HEAD^1' : `origin/${env.GITHUB_BASE_REF}`;
}

async function readEvent(
  file: string | undefined,
): Promise<{ merge_group?: { base_sha?: string } } | undefined> {
  if (!file) return undefined;
  const text = await readFile(path.resolve(file), 'utf8').catch(() => undefined);
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
