import type { HeadingInfo } from '../list/types.ts';
import type { ContentsFault, Resolved } from './faults.ts';

/** At most this share of the items, and one of four, may be out of order; beyond it the contents have an order of their own. */
const most = 0.2;
const fewest = 4;

/** The items that have to move so that the contents follow the list: as few as can be. */
export function outOfOrder(resolved: readonly Resolved[], mostOf = most): ContentsFault[] {
  const seen = new Set<HeadingInfo>();
  const ordered = resolved.filter(({ heading }) => {
    if (heading?.place.start.offset === undefined || seen.has(heading)) return false;
    seen.add(heading);
    return true;
  });
  const kept = longestRise(ordered.map(offsetOf));
  const astray = ordered.length - kept.size;
  if (astray > Math.max(ordered.length * mostOf, ordered.length < fewest ? 0 : 1)) return [];
  const inListOrder = ordered.toSorted((a, b) => offsetOf(a) - offsetOf(b));
  const behind = new Map(inListOrder.map(({ item }, index) => [item, inListOrder[index - 1]?.item]));
  const faults: ContentsFault[] = [];
  for (const [index, { item }] of ordered.entries()) {
    if (!kept.has(index)) faults.push({ kind: 'order', item, behind: behind.get(item) });
  }
  return faults;
}

function offsetOf({ heading }: Resolved): number {
  return heading?.place.start.offset ?? 0;
}

/** Indices of a longest strictly rising subsequence. */
function longestRise(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1];
    tails[low] = index;
  }
  const kept = new Set<number>();
  for (let at: number | undefined = tails.at(-1); at !== undefined; at = before[at]) kept.add(at);
  return kept;
}
