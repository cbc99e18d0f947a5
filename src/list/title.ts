import { isBadgeImage } from './badge-image.ts';
import type { FoundHeading } from './headings.ts';
import { attributeOf } from './html-tags.ts';
import { trimTokens } from './line-parts.ts';
import { placeOf, type Reading } from './reading.ts';
import type { Span } from './span.ts';
import { htmlTokens, tokensOf } from './tokens.ts';
import type { Part } from './types.ts';

/** The main heading, and the heading it was read from where it is one. */
export interface FoundTitle {
  part: Part | undefined;
  heading: FoundHeading | undefined;
}

/** The first heading of the first rank; else a heading or a picture in the HTML at the top. */
export function findTitle(headings: readonly FoundHeading[], reading: Reading): FoundTitle {
  const main = headings.find(({ depth, text }) => depth === 1 && text !== '');
  if (main) return { part: headingPart(main, reading), heading: main };
  const markdown = headings.find(({ node }) => node.type === 'heading');
  const headerEnd = markdown?.span.start ?? reading.source.text.length;
  const picture = headerPicture(headerEnd, reading);
  if (picture && /awesome/i.test(picture.text)) return { part: picture, heading: undefined };
  const html = headings.find(
    ({ node, depth, span, text }) =>
      node.type === 'html' && depth <= 3 && span.start < headerEnd && text !== '',
  );
  if (html) return { part: headingPart(html, reading), heading: html };
  return { part: picture, heading: undefined };
}

function headingPart(heading: FoundHeading, reading: Reading): Part {
  const { node, inner, text } = heading;
  const tokens = node.type === 'heading' ? tokensOf(node.children, reading) : htmlTokens(inner, reading);
  const worded = tokens.filter(({ kind, text }) => kind !== 'badge' && kind !== 'image' && text !== '');
  const span: Span = trimTokens(worded) ?? inner;
  return { text, place: placeOf(reading, span) };
}

/** The first picture before the first Markdown heading that is no badge and has an alternative text. */
function headerPicture(end: number, reading: Reading): Part | undefined {
  const { source, tags } = reading;
  for (const link of reading.links.within({ start: 0, end })) {
    const { start } = link.place;
    const [tag] = tags.within({ start: start.offset!, end: start.offset! + 1 });
    const isPicture = link.kind === 'image' || (link.kind === 'html' && tag?.name === 'img');
    if (!isPicture || link.text.trim() === '' || isBadgeImage(link.url)) continue;
    const alt = tag && attributeOf(tag, 'alt');
    if (alt) return { text: link.text.trim(), place: placeOf(reading, alt) };
    const at = source.text.indexOf(link.text, start.offset);
    const isThere = at !== -1 && at < link.place.end.offset!;
    return { text: link.text.trim(), place: isThere ? source.place(at, at + link.text.length) : link.place };
  }
  return undefined;
}
