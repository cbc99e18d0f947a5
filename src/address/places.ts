import type { Link } from '../list/types.ts';
import type { Fix } from '../message.ts';
import type { Source } from '../source.ts';

/**
 * Links to the web with each address once where it is written once: a definition is one, however often it is used.
 * @param mayMatter whether an address is worth its parsing
 */
export function* webAddresses(
  links: Iterable<Link>,
  mayMatter: (address: string) => boolean = () => true,
): Generator<{ link: Link; url: URL }> {
  const seen = new Set<number | undefined>();
  for (const link of links) {
    if (link.kind === 'image' || !mayMatter(link.url) || !/^(?:https?:)?\/\//i.test(link.url)) continue;
    const at = (link.urlPlace ?? link.place).start.offset;
    if (link.definition && seen.has(at)) continue;
    seen.add(at);
    const url = parsed(link.url);
    if (url) yield { link, url };
  }
}

function parsed(address: string): URL | undefined {
  return URL.canParse(address, 'https://x/') ? new URL(address, 'https://x/') : undefined;
}

/** A fix that changes the address where it is written; undefined where that place is not known. */
export function rewriteAddress(
  { urlPlace }: Link,
  source: Source,
  kind: Fix['kind'],
  change: (written: string) => string | undefined,
): Fix | undefined {
  const start = urlPlace?.start.offset;
  const end = urlPlace?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  const written = source.text.slice(start, end);
  const text = change(written);
  if (text === undefined || text === written) return undefined;
  return { kind, touches: ['links'], edits: [{ start, end, text }] };
}
