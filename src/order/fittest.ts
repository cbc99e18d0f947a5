import { type Collation, type CollationName, collationsFor } from './collations.ts';
import { sortedPart } from './sorted.ts';

/** How some groups of names are sorted. */
export interface Fit {
  collation: Collation;
  /** Of each group which names are where they belong, by index. */
  kept: Set<number>[];
}

/**
 * The collation under which the fewest names are misplaced, the plainest of several.
 * @param wanted the collation to go by, whatever it makes of the names; `house` for none
 */
export function fittest(
  groups: readonly (readonly string[])[],
  wanted: CollationName | 'house' = 'house',
): Fit | undefined {
  let best: Fit | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const collation of collationsFor(groups.flat(), wanted)) {
    if (wanted !== 'house' && collation.name !== wanted) continue;
    const kept: Set<number>[] = [];
    let misplaced = 0;
    for (const names of groups) {
      kept.push(keptOf(names, collation));
      misplaced += names.length - kept.at(-1)!.size;
      if (misplaced >= fewest) break;
    }
    if (misplaced < fewest) {
      best = { collation, kept };
      fewest = misplaced;
    }
    // Nothing can be better.
    if (fewest === 0) break;
  }
  return best;
}

/** Which names of a group are where they belong, by index. */
export function keptOf(names: readonly string[], { keyOf, compare }: Collation): Set<number> {
  return sortedPart(names.map(keyOf), compare);
}
