import type { Habit } from './habit.ts';

/** One respect in which a list has a convention, with what all of the list does in it. */
export interface Convention {
  /** `separator` */
  name: string;
  /** One noun phrase. */
  about: string;
  /** Id of the rule that keeps it, without prefix. */
  rule: string;
  /** What is counted, in the plural. */
  things: string;
  /** The list's own habit first, then those of sections and entry forms with one of their own. */
  habits: ShownHabit[];
  /** Options of the rule that hold the list to its value from now on; undefined where there is nothing to bind. */
  binding: Binding | undefined;
}

/** For the rules of remark-lint, which take one thing and no names, the option is called `''`. */
export type Binding = Readonly<Record<string, unknown>>;

export interface ShownHabit extends Pick<Habit<unknown>, 'strength' | 'count' | 'total'> {
  /** The section or the form of entries that it is limited to. */
  where: string | undefined;
  /** As options write it; undefined where nothing is done at all. */
  value: string | undefined;
  /** For people. */
  shown: string;
  /** How often each value occurs, the most frequent first. */
  counts: { value: string; shown: string; count: number }[];
  /** What does otherwise, in source order. */
  outliers: { line: number; value: string; shown: string }[];
}

/** A habit as it is shown. */
export function shownHabit<Item>(
  { strength, count, total, value, counts, outliers }: Habit<Item>,
  look: {
    where?: string | undefined;
    lineOf(item: Item): number;
    valueOf(item: Item): string;
    show(value: string): string;
  },
): ShownHabit {
  return {
    where: look.where,
    value,
    shown: value === undefined ? '' : look.show(value),
    strength,
    count,
    total,
    counts: [...counts].map(([one, times]) => ({ value: one, shown: look.show(one), count: times })),
    outliers: outliers.map((item) => {
      const other = look.valueOf(item);
      return { line: look.lineOf(item), value: other, shown: look.show(other) };
    }),
  };
}

/**
 * The value that all of a list has for a habit, so that it can be bound: undefined where sections or forms do
 * otherwise, or where the habit is weak though it must not be.
 */
export function commonValue(habits: readonly ShownHabit[], { firmOnly = false } = {}): string | undefined {
  const [own, ...others] = habits.filter(({ total }) => total > 0);
  const isStrong = own?.strength === 'firm' || (own?.strength === 'weak' && !firmOnly);
  return own && isStrong && others.every(({ value }) => value === own.value) ? own.value : undefined;
}
