import { decodeHtml } from './entities.ts';
import { oneLine } from './plain-text.ts';

/** What a reader sees of a stretch of raw HTML. */
export function htmlText(html: string): string {
  const text = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<br\b[^>]*>/gi, ' ')
    .replace(/<\/?[a-z][^>]*>/gi, '');
  return oneLine(decodeHtml(text)).trim();
}
