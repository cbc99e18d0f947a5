import type { List } from './types.ts';

/**
 * Where the header ends: the title with what stands beneath it, up to the first section. An offset into the text; its
 * end is said to be at infinity where there are no sections.
 */
export function headerEnd({ title, allSections, entries, contents }: List): number {
  const start = title?.place.end.offset ?? 0;
  let end = Number.POSITIVE_INFINITY;
  const endAt = (offset: number | undefined) => {
    if (offset !== undefined && offset > start) end = Math.min(end, offset);
  };
  for (const { depth, place } of allSections) if (depth > 0) endAt(place.start.offset);
  endAt(contents?.place.start.offset);
  endAt(entries[0]?.place.start.offset);
  return end;
}
