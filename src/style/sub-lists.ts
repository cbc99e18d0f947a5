import type { Entry } from '../list/types.ts';
import { type Habit, habit } from './habit.ts';

const fewestSiblings = 3;

/**
 * Leaves out the children of an entry that all do the same, but not as most of the list does: what is listed under an
 * entry may have a form of its own.
 */
export function withoutSubLists(
  entries: readonly Entry[],
  measure: (entry: Entry) => string | undefined,
): readonly Entry[] {
  // Most lists have no sub-lists that agree: what is usual is asked for late.
  let usual: Habit<Entry> | undefined;
  const apart = new Map<Entry, boolean>();
  const isApart = (parent: Entry) => {
    const values = parent.children.map(measure).filter((value) => value !== undefined);
    if (values.length < fewestSiblings || values.some((value) => value !== values[0])) return false;
    usual ??= habit(entries, measure);
    return values[0] !== usual.value;
  };
  return entries.filter(({ parent }) => {
    if (!parent) return true;
    const known = apart.get(parent) ?? isApart(parent);
    apart.set(parent, known);
    return !known;
  });
}
