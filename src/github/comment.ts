import type { GitHubApi } from './api.ts';
import { bodyOf, isOwn, isSameBody, type Page, type Render } from './own-page.ts';

interface Comment extends Page {
  id: number;
  html_url: string;
}

export interface CommentOptions {
  /** `owner/name`. */
  repository: string;
  /** Of the pull request. */
  number: number;
  id: string;
  render: Render;
  /** Whether there is something to say: without it a comment that is there is kept up, but none is made. */
  isWanted: boolean;
}

/**
 * Keeps the one comment on a pull request up to date.
 * @returns its address; undefined where there is none
 */
export async function keepComment(
  api: GitHubApi,
  { repository, number, id, render, isWanted }: CommentOptions,
): Promise<string | undefined> {
  const all = await api.list<Comment>(`/repos/${repository}/issues/${number}/comments`);
  const [present, ...more] = all.filter((comment) => isOwn(comment, id));
  // Two runs at once may each have made one.
  for (const { id: extra } of more) await api.send('DELETE', `/repos/${repository}/issues/comments/${extra}`);
  if (!present && !isWanted) return undefined;
  const body = bodyOf(id, render, present?.body ?? undefined);
  if (!present) {
    const made = await api.send<Comment>('POST', `/repos/${repository}/issues/${number}/comments`, { body });
    return made.html_url;
  }
  if (!isSameBody(present.body, body)) {
    await api.send('PATCH', `/repos/${repository}/issues/comments/${present.id}`, { body });
  }
  return present.html_url;
}
