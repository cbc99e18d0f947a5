/** Which of some items stand in a longest non-decreasing subsequence, by index. O(n log n). */
export function sortedPart<Item>(
  items: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Set<number> {
  // The last item of the best subsequence of each length so far, and what stands before each item in its own.
  const ends: number[] = [];
  const previous: number[] = [];
  for (const index of items.keys()) {
    const last = ends.at(-1);
    // Most are in order: then one comparison does.
    const length =
      last !== undefined && compare(items[last]!, items[index]!) <= 0
        ? ends.length
        : placeAmong(ends, index, (one, other) => compare(items[one]!, items[other]!));
    previous.push(length > 0 ? ends[length - 1]! : -1);
    ends[length] = index;
  }
  const kept = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]!) kept.add(index);
  return kept;
}

/** How many of those in order come before an item or equal it. O(log n). */
export function placeAmong<Item>(
  ordered: readonly Item[],
  item: Item,
  compare: (one: Item, other: Item) => number,
): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(ordered[middle]!, item) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
