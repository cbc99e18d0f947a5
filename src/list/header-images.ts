import { isBadgeImage } from './badge-image.ts';
import { headerEnd } from './header-end.ts';
import { attributeOf, scanTags } from './html-tags.ts';
import { isImage } from './navigation.ts';
import type { Link, List } from './types.ts';

/** A picture in the header, and the size that it asks to be shown at, as written. */
export interface HeaderImage {
  link: Link;
  width: string | undefined;
  height: string | undefined;
}

/** The pictures at the top of a list; badges are none. */
export function headerImages(list: List, source: string): HeaderImage[] {
  const end = headerEnd(list);
  const found: HeaderImage[] = [];
  for (const link of list.links) {
    const from = link.place.start.offset;
    if (from === undefined || from >= end) break;
    if (!isImage(link, source) || isBadgeImage(link.url)) continue;
    const node = link.node;
    const span = { start: from, end: link.place.end.offset! };
    const tag = node.type === 'html' ? scanTags(source, span, node)[0] : undefined;
    if (tag && tag.name !== 'img') continue;
    const attribute = (name: string) => tag && attributeOf(tag, name)?.value.trim();
    found.push({ link, width: attribute('width'), height: attribute('height') });
  }
  return found;
}
