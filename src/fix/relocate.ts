import type { Document } from '../document.ts';
import type { Verdict } from '../links/types.ts';
import { pathOf } from '../verify.ts';

/**
 * Finds verdicts again in a text that was edited since the links were checked: by the addresses as they are written.
 * What is written anew was not checked and has no verdict.
 */
export function relocate(verdicts: readonly Verdict[], checked: Document): (document: Document) => Verdict[] {
  const path = pathOf(checked);
  const writtenAt = new Map(checked.list.links.map((link) => [link.place.start.offset, link.url]));
  const verdictOf = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    for (const place of verdict.places) {
      if (place.path !== path) continue;
      verdictOf.set(writtenAt.get(place.position.start.offset) ?? verdict.url, verdict);
    }
  }
  return ({ list }) => {
    const places = new Map<Verdict, Verdict['places']>();
    for (const { url, place } of list.links) {
      const verdict = verdictOf.get(url);
      if (!verdict) continue;
      const known = places.get(verdict) ?? [];
      known.push({ path, position: place });
      places.set(verdict, known);
    }
    return [...places].map(([verdict, found]) => ({ ...verdict, places: found }));
  };
}
