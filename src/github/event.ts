import { readFile } from 'node:fs/promises';

type Environment = Readonly<Record<string, string | undefined>>;

/** A pull request, as the event that a workflow was started by tells it. */
export interface PullRequest {
  number: number;
  /** The last commit of the branch that is to be merged. */
  head: string;
  /** The last commit of the branch that it is to be merged into. */
  base: string;
  /** Whether the branch lies in another repository, whose owner nobody has vetted; so too where that is gone. */
  isFromFork: boolean;
}

/** What a workflow of GitHub's was started by, as far as kempt reads it. */
export interface GitHubEvent {
  pullRequest?: PullRequest | undefined;
  /** The commit that a merge queue compares with. */
  mergeBase?: string | undefined;
  /** The run that this workflow comes after, where it was started by `workflow_run`. */
  after?: { head: string; branch: string; owner: string; isFromFork: boolean } | undefined;
}

/** As GitHub writes it; anything may be missing. */
interface Written {
  pull_request?: {
    number?: number;
    head?: { sha?: string; repo?: { full_name?: string } | null };
    base?: { sha?: string; repo?: { full_name?: string } };
  };
  merge_group?: { base_sha?: string };
  workflow_run?: {
    head_sha?: string;
    head_branch?: string;
    head_repository?: { full_name?: string; owner?: { login?: string } } | null;
  };
  repository?: { full_name?: string };
}

/** The event that this workflow was started by; an empty one where the environment tells of none. */
export async function readEvent({ GITHUB_EVENT_PATH: file }: Environment): Promise<GitHubEvent> {
  const written = file ? await parsed(file) : {};
  const { pull_request: request, merge_group: group, workflow_run: run, repository } = written;
  return {
    ...(request?.number !== undefined && {
      pullRequest: {
        number: request.number,
        head: request.head?.sha ?? '',
        base: request.base?.sha ?? '',
        isFromFork: request.head?.repo?.full_name !== request.base?.repo?.full_name,
      },
    }),
    ...(group?.base_sha && { mergeBase: group.base_sha }),
    ...(run?.head_sha && {
      after: {
        head: run.head_sha,
        branch: run.head_branch ?? '',
        owner: run.head_repository?.owner?.login ?? '',
        isFromFork: run.head_repository?.full_name !== repository?.full_name,
      },
    }),
  };
}

async function parsed(file: string): Promise<Written> {
  try {
    return (JSON.parse(await readFile(file, 'utf8')) ?? {}) as Written;
  } catch {
    return {};
  }
}
