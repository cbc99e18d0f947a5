import { isImage } from './navigation.ts';
import type { Reading } from './reading.ts';
import type { Link } from './types.ts';

const badgeImage = /awesome\.re\/badge|sindresorhus\/awesome[@/].*badge|badges?\/awesome|awesome[-_]?badge/i;
const metaList =
  /^https?:\/\/(?:www\.)?(?:awesome\.re\/?|github\.com\/sindresorhus\/awesome\/?)(?:[#?].*)?$/i;

/** The Awesome badge: the link around its image, or the image where there is none. */
export function findBadge({ links, source }: Reading): Link | undefined {
  const { all } = links;
  for (const [index, link] of all.entries()) {
    if (!isImage(link, source.text)) continue;
    const around = all[index - 1];
    const isLinked = around && !isImage(around, source.text) && encloses(around, link, source.text);
    if (badgeImage.test(link.url)) return isLinked ? around : link;
    if (isLinked && metaList.test(around.url)) return around;
  }
  return undefined;
}

function encloses(around: Link, image: Link, source: string): boolean {
  if (around.kind !== 'html') return around.place.end.offset! >= image.place.end.offset!;
  return !source.slice(around.place.end.offset, image.place.start.offset).includes('</a');
}
