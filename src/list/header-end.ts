import type { List } from './types.ts';

/**
 * Where the header ends: the title with what stands beneath it, up to the first section. An offset into the text; its
 * end is said to be at infinity where there are no sections.
 */
export function headerEnd({ title, allSections, entries, contents }: List): number {
  const start = title?.place.end.offset ?? 0;
  const ends = [
    ...allSections.filter(({ depth }) => depth > 0).map(({ place }) => place.start.offset),
    contents?.place.start.offset,
    entries[0]?.place.start.offset,
  ].filter((offset): offset is number => offset !== undefined && offset > start);
  return ends.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...ends);
}
