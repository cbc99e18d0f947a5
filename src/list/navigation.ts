import type { Reading } from './reading.ts';
import type { Span } from './span.ts';
import type { Link } from './types.ts';

const waysBack =
  /\bback[ -]?to[ -]?(?:the )?(?:top|toc|index|contents?|table|menu|list|home|main)\b|\b(?:go|return|scroll) (?:back )?(?:to )?(?:the )?(?:top|up)\b|^\W*(?:top|up)\W*$|[⬆🔝🔼⏫☝↑▲⇧]|回到|返回|вверх|наверх|к началу|voltar|volver|arriba|haut|retour|nach oben|zurück|トップへ|先頭/iu;
const topFragments = /^#(?:|top|readme|(?:table-of-)?contents?|toc|index)$/i;

/**
 * Whether a link leads to a place in the same file.
 * @param page the file's own address, where the list writes it out
 */
export function isInPage({ url, kind }: Link, page = ''): boolean {
  return kind !== 'image' && (url.startsWith('#') || (page !== '' && url.startsWith(`${page}#`)));
}

/** Whether all links in a stretch lead back up: to the top, or to the contents. */
export function isWayBack(span: Span, { links, source }: Reading): boolean {
  const leading = links.within(span).filter((link) => !isImage(link, source.text));
  return leading.length > 0 && leading.length <= 2 && leading.every(leadsBack);
}

/** Whether a link is an image, in Markdown or in HTML. */
export function isImage({ kind, place }: Link, source: string): boolean {
  return (
    kind === 'image' ||
    (kind === 'html' && !/^<a\b/i.test(source.slice(place.start.offset, place.start.offset! + 3)))
  );
}

function leadsBack(link: Link): boolean {
  return isInPage(link) && saysBack(link.url, link.text);
}

/** Whether a link within the page leads back up, by its words or its address. */
export function saysBack(url: string, text: string): boolean {
  return waysBack.test(text) || (topFragments.test(url) && text.length <= 40);
}
