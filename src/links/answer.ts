import { withoutUser } from '../address/without-user.ts';
import { takeNothing, takeStart } from './body.ts';
import { createDecoder } from './charset.ts';
import { createPageReader } from './page.ts';
import type { BodyTaker, Flow, Head } from './reception.ts';
import { isRedirect } from './redirects.ts';
import type { Attempt } from './types.ts';

/** Decoded bytes that are read of a page: for its title and marks, or for its anchors. */
const pageLimit = { start: 64 * 1024, anchors: 3 * 1024 * 1024 };

/** The headers that a verdict or a reader may want. */
const mattering =
  /^(location|retry-after|content-type|content-length|content-encoding|server|via|www-authenticate|refresh|cf-|x-|set-cookie$|akamai|etag$|last-modified$|link$|date$|age$|ratelimit)/;

/** The headers that matter, each as one bounded text; of several locations the first. */
export function readHeaders(headers: Head['headers']): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined || !mattering.test(name)) continue;
    const text = String(name === 'location' && Array.isArray(value) ? value[0] : value).slice(0, 4096);
    flat[name] = withoutUsers(name, text);
  }
  return flat;
}

/** A header without the passwords in its addresses: reports show it, and nobody is sent to them with one. */
function withoutUsers(name: string, text: string): string {
  if (!text.includes('@')) return text;
  if (name === 'location') return withoutUser(text);
  if (name === 'refresh')
    return text.replace(/(url\s*=\s*["']?)(.*)$/is, (_, url, to) => url + withoutUser(to));
  return name === 'link' ? text.replace(/(?<=<)[^<>]*(?=>)/g, withoutUser) : text;
}

export interface Reading {
  url: URL;
  headers: Record<string, string>;
  /** Fragments to look for, without `#`, as written. */
  fragments: readonly string[];
  textFragments: boolean;
}

/** Takes a body, and says what was read of it once it is over. */
export interface BodyReader extends BodyTaker {
  read(): Pick<Attempt, 'body' | 'page' | 'anchors'>;
}

/** Reads what is needed of a body, and lets go of the rest. */
export function createBodyReader(
  status: number,
  flow: Flow,
  { url, headers, fragments, textFragments }: Reading,
): BodyReader {
  const type = headers['content-type'] ?? '';
  const isPage = type === '' || /html|xml/.test(type);
  const isText = isPage || (/^text\/|json/.test(type) && status >= 400);
  if (!isText || isRedirect(status)) return { ...takeNothing(flow), read: () => ({}) };

  const wantsAnchors = fragments.length > 0 && status < 300;
  const reader = createPageReader({ url, fragments: wantsAnchors ? fragments : [], text: textFragments });
  const decode = createDecoder(type);
  let start = '';
  const limit = wantsAnchors ? pageLimit.anchors : pageLimit.start;
  const taker = takeStart(flow, headers['content-encoding'], limit, (piece) => {
    const text = decode(piece);
    if (start.length < pageLimit.start) start += text.slice(0, pageLimit.start - start.length);
    reader.write(text);
    return !reader.done();
  });
  return {
    ...taker,
    read() {
      const { page, anchors } = reader.end(taker.isCut());
      if (!isPage) return { body: start };
      return { body: start, page, ...(wantsAnchors && { anchors }) };
    },
  };
}
