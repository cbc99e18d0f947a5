import { diffArrays } from 'diff';

/** Numbers, from 1, of the lines of `after` that `before` does not have there. Line endings are not compared. */
export function changedLines(before: string, after: string): Set<number> {
  const changed = new Set<number>();
  let line = 1;
  for (const { added, removed, value } of diffArrays(before.split(/\r?\n/), after.split(/\r?\n/))) {
    if (removed) continue;
    if (added) for (let at = line; at < line + value.length; at++) changed.add(at);
    line += value.length;
  }
  return changed;
}
