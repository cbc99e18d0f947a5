import type { GitHubApi } from './api.ts';
import { bodyOf, isOwn, isSameBody, type Page, type Render } from './own-page.ts';

interface Issue extends Page {
  number: number;
  state: 'open' | 'closed';
  state_reason?: string | null;
  /** Only there where it is a pull request. */
  pull_request?: object;
}

export interface IssueOptions {
  /** `owner/name`. */
  repository: string;
  id: string;
  title: string;
  /** By which it is found again, closed as well. */
  label: string;
  render: Render;
  /** Whether there is something to do. */
  isWanted: boolean;
}

/** What was done with the issue, and its number; nothing where there was none and is none. */
export type KeptIssue =
  | { did: 'opened' | 'updated' | 'closed' | 'reopened' | 'nothing' | 'left'; number: number }
  | undefined;

/**
 * Keeps the one issue: opens it where there is something to do, keeps it up to date, closes it when all is well, and
 * opens it again. One that somebody closed as not planned is left alone.
 */
export async function keepIssue(api: GitHubApi, options: IssueOptions): Promise<KeptIssue> {
  const { repository, id, title, label, render, isWanted } = options;
  const issues = `/repos/${repository}/issues`;
  const present = await find(api, options);
  if (!present) {
    if (!isWanted) return undefined;
    const body = bodyOf(id, render, undefined);
    const { number } = await api.send<Issue>('POST', issues, { title, body, labels: [label] });
    return { did: 'opened', number };
  }
  const { number, state } = present;
  if (state === 'closed' && !isWanted) return { did: 'nothing', number };
  if (state === 'closed' && present.state_reason === 'not_planned') return { did: 'left', number };
  const body = bodyOf(id, render, present.body ?? undefined);
  const change = {
    ...(!isSameBody(present.body, body) && { body }),
    ...(isWanted && state === 'closed' && { state: 'open', state_reason: 'reopened' }),
    ...(!isWanted && { state: 'closed', state_reason: 'completed' }),
  };
  if (Object.keys(change).length === 0) return { did: 'nothing', number };
  await api.send('PATCH', `${issues}/${number}`, change);
  return { did: !isWanted ? 'closed' : state === 'closed' ? 'reopened' : 'updated', number };
}

/** By its label, open before closed; without it, should somebody have taken the label off, among the open ones. */
async function find(api: GitHubApi, { repository, id, label }: IssueOptions): Promise<Issue | undefined> {
  const issues = `/repos/${repository}/issues`;
  const isIt = (issue: Issue) => !issue.pull_request && isOwn(issue, id);
  const labelled = await api.list<Issue>(`${issues}?state=all&labels=${encodeURIComponent(label)}`);
  const found = labelled.filter(isIt);
  return (
    found.find(({ state }) => state === 'open') ??
    found[0] ??
    (await api.list<Issue>(`${issues}?state=open`)).find(isIt)
  );
}
