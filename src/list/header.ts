import { isContentsHeading } from './contents-heading.ts';
import type { FoundHeading } from './headings.ts';
import { attributeOf } from './html-tags.ts';
import type { Reading } from './reading.ts';

/**
 * HTML headings at the top that only dress up the page: sponsors, slogans, links to elsewhere. They keep their anchors
 * but are no sections.
 */
export function decorations(
  headings: readonly FoundHeading[],
  title: FoundHeading | undefined,
  reading: Reading,
): Set<FoundHeading> {
  const first = headings.findIndex(({ node }) => node.type === 'heading');
  const top = headings.slice(0, Math.max(first, 0));
  return new Set(
    top.filter((one) => one !== title && !isContentsHeading(one.text) && isDressed(one, reading)),
  );
}

/** Whether an HTML heading is centred, holds a link or an image, or stands in a larger piece of HTML. */
function isDressed({ node, span, inner }: FoundHeading, { tags, places }: Reading): boolean {
  const [open] = tags.within({ start: span.start, end: span.start + 1 });
  const whole = places.of(node);
  const holds = tags.within(inner).some(({ name }) => name === 'a' || name === 'img');
  const isPart = tags.within(whole).some(({ name, start }) => name === 'div' && start < span.start);
  return holds || isPart || (open !== undefined && attributeOf(open, 'align') !== undefined);
}
