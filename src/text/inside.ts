import type { Range } from './range.ts';

/** Tells, for offsets that only grow, whether they are in one of the stretches. These are in order of their starts, and may overlap. */
export function insideOf(sorted: readonly Range[]): (offset: number) => boolean {
  let next = 0;
  let reach = -1;
  return (offset) => {
    for (; next < sorted.length && sorted[next]!.start <= offset; next++) {
      reach = Math.max(reach, sorted[next]!.end);
    }
    return offset < reach;
  };
}

/** The ranges of places, in order of their starts. */
export function rangesOf(
  places: Iterable<
    { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined
  >,
): Range[] {
  const ranges: Range[] = [];
  for (const place of places) {
    const start = place?.start.offset;
    const end = place?.end.offset;
    if (start !== undefined && end !== undefined) ranges.push({ start, end });
  }
  return ranges.sort((a, b) => a.start - b.start);
}
