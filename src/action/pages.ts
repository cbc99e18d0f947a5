import type { Io } from '../cli/io.ts';
import { ApiError, createApi, type GitHubApi } from '../github/api.ts';
import { keepComment } from '../github/comment.ts';
import type { GitHubEvent } from '../github/event.ts';
import { keepIssue } from '../github/issue.ts';
import type { Render } from '../github/own-page.ts';
import { KemptError } from '../kempt-error.ts';
import type { Inputs } from './inputs.ts';
import { issueWords, type Outputs } from './outputs.ts';

/** What there is to write on GitHub's pages, and on which. */
export interface Pages {
  inputs: Inputs;
  event: GitHubEvent;
  io: Io;
  render: Render;
  /** Whether there is a finding that the issue is for. */
  fails: boolean;
  /** Whether there is any finding at all. */
  finds: boolean;
  notice: (text: string) => void;
}

/** Keeps the comment and the issue, where they are asked for. */
export async function keepPages(pages: Pages): Promise<Outputs> {
  const { inputs, event, notice } = pages;
  const written: Outputs = {};
  if (inputs.comment) {
    const number = event.pullRequest?.number;
    if (number === undefined) notice('There is no pull request to comment on');
    else
      await withApi(
        pages,
        'pull-requests',
        async (api) => void Object.assign(written, await comment(api, number, pages)),
      );
  }
  if (inputs.issue) {
    if (event.pullRequest) notice('An issue is for the whole list, not for a pull request');
    else await withApi(pages, 'issues', async (api) => void Object.assign(written, await issue(api, pages)));
  }
  return written;
}

/** Comments on the pull request that the run before this one was for, which may not comment itself. */
export async function commentAfter(pages: Pages): Promise<Outputs> {
  const { event, io, notice } = pages;
  const { after } = event;
  if (!after) {
    throw new KemptError('there is no run that this one comes after', {
      where: 'command: comment',
      hint: 'it is for a workflow that is started by `workflow_run`',
    });
  }
  let written: Outputs = {};
  await withApi(pages, 'pull-requests', async (api) => {
    // Which pull request it is for is asked of GitHub: what the other run left may say anything.
    const branch = encodeURIComponent(`${after.owner}:${after.branch}`);
    const open = await api.list<{ number: number; head: { sha: string } }>(
      `/repos/${repositoryOf(io)}/pulls?state=open&head=${branch}`,
    );
    const pull = open.find(({ head }) => head.sha === after.head);
    if (pull) written = await comment(api, pull.number, pages);
    else notice('The pull request is closed, or has moved on: there is nothing to comment on');
  });
  return written;
}

async function comment(
  api: GitHubApi,
  number: number,
  { inputs, io, render, finds }: Pages,
): Promise<Outputs> {
  const address = await keepComment(api, {
    repository: repositoryOf(io),
    number,
    id: inputs.id,
    render,
    isWanted: finds,
  });
  return address === undefined ? {} : { comment: address };
}

async function issue(api: GitHubApi, { inputs, io, render, fails, notice }: Pages): Promise<Outputs> {
  const kept = await keepIssue(api, {
    repository: repositoryOf(io),
    id: inputs.id,
    title: inputs.issueTitle,
    label: inputs.issueLabel,
    render,
    isWanted: fails,
  });
  const words = issueWords(kept);
  if (words) notice(words);
  return kept ? { issue: kept.number } : {};
}

/**
 * What goes wrong on GitHub's side is told and no more. What the workflow itself forgot is its fault, unless the
 * token is that of a fork's pull request, which may never write.
 */
async function withApi(
  { inputs, event, io, notice }: Pages,
  permission: string,
  work: (api: GitHubApi) => Promise<void>,
): Promise<void> {
  const { env, signal } = io;
  const api = createApi({
    token: inputs.token,
    base: env.GITHUB_API_URL,
    proxy: {
      http: env.http_proxy,
      https: env.https_proxy ?? env.HTTPS_PROXY,
      no: env.no_proxy ?? env.NO_PROXY,
    },
    signal,
  });
  try {
    await work(api);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.kind === 'trouble') notice(error.message);
    else if (event.pullRequest?.isFromFork)
      notice('The token of a fork’s pull request may not comment: docs/action.md shows a workflow that does');
    else
      throw new KemptError(error.message, {
        hint: `the job needs \`permissions: ${permission}: write\` (and a token that has it)`,
        cause: error,
      });
  } finally {
    await api.close();
  }
}

/** @throws {KemptError} where the environment names none */
function repositoryOf({ env }: Io): string {
  if (env.GITHUB_REPOSITORY) return env.GITHUB_REPOSITORY;
  throw new KemptError('GITHUB_REPOSITORY is not set', {
    hint: 'a comment or an issue needs a workflow of GitHub’s',
  });
}
