import { isBadgeImage } from './badge-image.ts';
import { isContentsHeading } from './contents-heading.ts';
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

/**
 * The first heading of the first rank; else one of the first headings that names an awesome list; else a picture or a
 * heading in the HTML at the top.
 */
export function findTitle(headings: readonly FoundHeading[], reading: Reading): FoundTitle {
  const named = headings.filter(({ text }) => text !== '');
  const main = named.find(({ depth }) => depth === 1);
  if (main && !isContentsHeading(main.text)) return fromHeading(main, reading);
  const list = named.slice(0, 3).find(({ text }) => /\bawesome\b/i.test(text));
  if (list && !main) return fromHeading(list, reading);
  const markdown = headings.find(({ node }) => node.type === 'heading');
  const headerEnd = markdown?.span.start ?? reading.source.text.length;
  const picture = headerPicture(headerEnd, reading);
  if (picture && /awesome/i.test(picture.text)) return { part: picture, heading: undefined };
  const html = named.find(
    ({ node, depth, span }) => node.type === 'html' && depth <= 3 && span.start < headerEnd,
  );
  return html ? fromHeading(html, reading) : { part: picture, heading: undefined };
}

function fromHeading(heading: FoundHeading, reading: Reading): FoundTitle {
  return { part: headingPart(heading, reading), heading };
}

function headingPart(heading: FoundHeading, reading: Reading): Part {
  const { node, inner, text } = heading;
  const tokens = node.type === 'heading' ? tokensOf(node.children, reading) : htmlTokens(inner, reading);
  const worded = tokens.filter(({ kind, text }) => kind !== 'badge' && kind !== 'image' && text !== '');
  const span: Span = trimTokens(worded) ?? inner;
  return { text, place: placeOf(reading, span) };
}

/** Alternative texts that name no list. */
const saysNothing = /^\W*(?:logo|image|img|banner|header|cover|icon|picture|screenshot)?\W*$/i;

/** The first picture before the first Markdown heading, where it is no badge and its alternative text says what it is. */
function headerPicture(end: number, reading: Reading): Part | undefined {
  const { source, tags } = reading;
  for (const link of reading.links.within({ start: 0, end })) {
    const { start } = link.place;
    const [tag] = tags.within({ start: start.offset!, end: start.offset! + 1 });
    const isPicture = link.kind === 'image' || (link.kind === 'html' && tag?.name === 'img');
    if (!isPicture || isBadgeImage(link.url)) continue;
    if (saysNothing.test(link.text)) return undefined;
    const alt = tag && attributeOf(tag, 'alt');
    if (alt) return { text: link.text.trim(), place: placeOf(reading, alt) };
    const at = source.text.indexOf(link.text, start.offset);
    const isThere = at !== -1 && at < link.place.end.offset!;
    return { text: link.text.trim(), place: isThere ? source.place(at, at + link.text.length) : link.place };
  }
  return undefined;
}
