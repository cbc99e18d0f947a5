/** A value that holds for at least this share of the items is firm. */
export const firmShare = 0.8;
/** One that holds for at least this share is weak. */
export const weakShare = 0.5;
/** Of fewer items than this nothing is learned. */
export const fewest = 5;

export type Strength = 'firm' | 'weak' | 'none';

/** What most items of a list have in common, and which do not. */
export interface Habit<Item> {
  strength: Strength;
  /** The most frequent value; the one seen first where several are as frequent; undefined where there is none. */
  value: string | undefined;
  /** How many items have it. */
  count: number;
  /** How many items have a value at all. */
  total: number;
  /** How often each value occurs, the most frequent first. */
  counts: ReadonlyMap<string, number>;
  /** The items that have another value, in the order given. */
  outliers: Item[];
}

/** Learns a habit by counting. Items for which `measure` is undefined take no part. */
export function habit<Item>(items: Iterable<Item>, measure: (item: Item) => string | undefined): Habit<Item> {
  const measured: Item[] = [];
  const values: string[] = [];
  const counted = new Map<string, number>();
  for (const item of items) {
    const value = measure(item);
    if (value === undefined) continue;
    measured.push(item);
    values.push(value);
    counted.set(value, (counted.get(value) ?? 0) + 1);
  }
  const counts = counted.size < 2 ? counted : new Map([...counted].sort(([, a], [, b]) => b - a));
  const [value, count] = counts.entries().next().value ?? [undefined, 0];
  return {
    strength: strengthOf(count, measured.length),
    value,
    count,
    total: measured.length,
    counts,
    outliers: count === measured.length ? [] : measured.filter((_, index) => values[index] !== value),
  };
}

function strengthOf(count: number, total: number): Strength {
  if (total < fewest || count < total * weakShare) return 'none';
  return count >= total * firmShare ? 'firm' : 'weak';
}
