import type { Heading } from 'mdast';
import type { HeadingInfo } from './types.ts';

/** Whether a heading begins with a link to elsewhere, as an entry does: `# [Name](https://…) - Description`. */
export function isLinkedHeading({ node }: HeadingInfo): boolean {
  return node.type === 'heading' && beginsWithLink(node);
}

/** The same of its node. */
export function beginsWithLink({ children: [first] }: Heading): boolean {
  return first?.type === 'link' && /^https?:/i.test(first.url);
}
