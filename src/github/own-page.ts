/** A comment or an issue, as far as kempt reads it. */
export interface Page {
  body?: string | null;
  user?: { type?: string } | null;
  author_association?: string;
}

/** GitHub takes no longer body, in characters. */
export const longestBody = 65_536;

/** What a page of kempt's begins with; `id` tells several apart. */
export function markerOf(id: string): string {
  return `<!-- kempt: ${id} -->`;
}

/**
 * Whether a page is the one that kempt keeps: it begins with the marker, and was written by a bot or by somebody who
 * may write here. Anyone could copy the marker.
 */
export function isOwn({ body, user, author_association: standing = '' }: Page, id: string): boolean {
  const writes = user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(standing);
  return writes && Boolean(body?.trimStart().startsWith(markerOf(id)));
}

/** What to write, given what was there: boxes that were ticked stay so. */
export type Render = (options: { previousBody: string | undefined; limit: number }) => string;

/** The whole body. */
export function bodyOf(id: string, render: Render, previousBody: string | undefined): string {
  const marker = `${markerOf(id)}\n`;
  return marker + render({ previousBody, limit: longestBody - marker.length });
}

/** GitHub may give back other line breaks than it was sent. */
export function isSameBody(one: string | null | undefined, other: string): boolean {
  return one?.replaceAll('\r\n', '\n').trim() === other.trim();
}
