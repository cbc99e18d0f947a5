import { type QuietGit, quietGit } from '../git/quiet-git.ts';
import type { RepositoryFacts, RepositorySettings } from './facts.ts';
import { type Origin, originOf } from './origin.ts';

/** What GitHub tells of a repository when it is asked. */
export interface OnGitHub extends RepositorySettings {
  defaultBranch: string;
  created: Date;
}

/** Asks GitHub about a repository; undefined where it does not say. */
export type AskGitHub = (owner: string, name: string) => Promise<OnGitHub | undefined>;

export interface RepositoryOptions {
  /** The host that is GitHub to this run. */
  gitHubHost: string;
  ask?: AskGitHub | undefined;
}

/** What git and, where it may be asked, GitHub know of the repository in a directory. Never rejects: what fails is not known. */
export async function repositoryFacts(
  root: string,
  { gitHubHost, ask }: RepositoryOptions,
): Promise<RepositoryFacts> {
  const git = quietGit(root);
  const [origin, branch, firstCommit] = await Promise.all([
    originOf(git),
    defaultBranch(git),
    firstCommitDate(git),
  ]);
  const onGitHub = origin && isGitHub(origin, gitHubHost);
  const told = onGitHub && ask ? await ask(origin.owner, origin.name) : undefined;
  return {
    origin,
    onGitHub,
    defaultBranch: told?.defaultBranch ?? branch,
    begun: later(firstCommit, told?.created),
    settings: told && {
      description: told.description,
      topics: told.topics,
      hasLicense: told.hasLicense,
    },
  };
}

/** undefined for an alias of GitHub's in someone's ssh configuration. */
function isGitHub({ host }: Origin, gitHubHost: string): boolean | undefined {
  if (host === gitHubHost || host === `ssh.${gitHubHost}` || host === `www.${gitHubHost}`) return true;
  return host.includes('github') ? undefined : false;
}

/** The branch that `origin` was cloned at. One that was renamed since stands beside its new name and is not known. */
async function defaultBranch(git: QuietGit): Promise<string | undefined> {
  const branch = (await git('symbolic-ref', '--short', 'refs/remotes/origin/HEAD'))?.replace(/^origin\//, '');
  if (!branch || branch === 'main') return branch || undefined;
  const renamed = await git('rev-parse', '--verify', '--quiet', 'refs/remotes/origin/main');
  return renamed ? undefined : branch;
}

/** A shallow clone does not know. */
async function firstCommitDate(git: QuietGit): Promise<Date | undefined> {
  if ((await git('rev-parse', '--is-shallow-repository')) !== 'false') return undefined;
  const roots = await git('rev-list', '--max-parents=0', '--timestamp', 'HEAD');
  const times = (roots ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => Number.parseInt(line, 10));
  return times.length === 0 ? undefined : new Date(Math.min(...times) * 1000);
}

function later(one: Date | undefined, other: Date | undefined): Date | undefined {
  if (!one || !other) return one ?? other;
  return one > other ? one : other;
}
