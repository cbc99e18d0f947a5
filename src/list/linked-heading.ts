import type { HeadingInfo } from './types.ts';

/** Whether a heading begins with a link to elsewhere, as an entry does: `# [Name](https://…) - Description`. */
export function isLinkedHeading({ node }: HeadingInfo): boolean {
  const first = node.type === 'heading' ? node.children[0] : undefined;
  return first?.type === 'link' && /^https?:/i.test(first.url);
}
