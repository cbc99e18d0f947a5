import type { Entry } from '../list/types.ts';
import { habit } from './habit.ts';

const fewestSiblings = 3;

/**
 * Leaves out the children of an entry that all do the same, but not as most of the list does: what is listed under an
 * entry may have a form of its own.
 */
export function withoutSubLists(
  entries: readonly Entry[],
  measure: (entry: Entry) => string | undefined,
): readonly Entry[] {
  const usual = habit(entries, measure).value;
  const apart = new Map<Entry, boolean>();
  const isApart = (parent: Entry) => {
    const values = parent.children.map(measure).filter((value) => value !== undefined);
    const agree = values.length >= fewestSiblings && new Set(values).size === 1;
    return agree && values[0] !== usual;
  };
  return entries.filter(({ parent }) => {
    if (!parent) return true;
    const known = apart.get(parent) ?? isApart(parent);
    apart.set(parent, known);
    return !known;
  });
}
