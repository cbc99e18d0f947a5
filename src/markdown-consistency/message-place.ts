import type { VFileMessage } from 'vfile-message';
import type { Range } from '../text/range.ts';

/** Where a message is; a point is a range without length. Undefined where it does not say. */
export function placeOf({ place }: VFileMessage): Range | undefined {
  if (!place) return undefined;
  const [from, to] = 'start' in place ? [place.start, place.end] : [place, place];
  return from.offset === undefined || to.offset === undefined
    ? undefined
    : { start: from.offset, end: to.offset };
}
