/** Which of some items stand in a longest non-decreasing subsequence, by index. O(n log n). */
export function sortedPart<Item>(
  items: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Set<number> {
  // The last item of the best subsequence of each length so far, and what stands before each item in its own.
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, item] of items.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(items[ends[middle]!]!, item) <= 0) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? ends[low - 1]! : -1);
    ends[low] = index;
  }
  const kept = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]!) kept.add(index);
  return kept;
}
