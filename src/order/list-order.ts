import type { List as ListNode, Nodes } from 'mdast';
import type { Entry } from '../list/types.ts';
import { fewest, firmShare } from '../style/habit.ts';
import { type Collation, type CollationName, collationsFor } from './collations.ts';
import { sortedPart } from './sorted.ts';

/** Of a group that is sorted at most this share is misplaced. */
const sortedShare = 0.05;

/** The entries of one Markdown list, enough to be sorted. */
export interface Group {
  node: ListNode;
  entries: Entry[];
}

/** The order that a list keeps its entries in. */
export interface ListOrder {
  collation: Collation;
  groups: Group[];
  /** Those that are in order. */
  sorted: Group[];
  /** Whether nearly all of them are. */
  isFirm: boolean;
}

/**
 * Learns how a list sorts its entries; undefined where there is nothing to be sorted.
 * @param name the collation to go by; `house` for the one under which the fewest entries are misplaced
 */
export function orderOf(
  tree: Nodes,
  entries: readonly Entry[],
  name: CollationName | 'house' = 'house',
): ListOrder | undefined {
  const groups = groupsOf(tree, entries);
  // A collation costs the start more than all the other rules.
  if (groups.length === 0) return undefined;
  const collation = fittest(groups, name);
  if (!collation) return undefined;
  const sorted = groups.filter((group) => {
    const { length } = group.entries;
    return length - keptOf(group, collation).size <= length * sortedShare;
  });
  const isFirm = sorted.length > 1 && sorted.length >= groups.length * firmShare;
  return { collation, groups, sorted, isFirm };
}

/** Which entries of a group are where they belong, by index. */
export function keptOf({ entries }: Group, { compare }: Collation): Set<number> {
  return sortedPart(entries, (one, other) => compare(one.name, other.name));
}

/** Lists with enough entries to be sorted. */
function groupsOf(tree: Nodes, entries: readonly Entry[]): Group[] {
  const byNode = new Map(entries.map((entry) => [entry.node, entry]));
  const groups: Group[] = [];
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) continue;
    for (const child of [...node.children].reverse()) stack.push(child);
    if (node.type !== 'list') continue;
    const found = node.children.flatMap((item) => byNode.get(item) ?? []);
    if (found.length >= fewest && found.every(({ name }) => name !== ''))
      groups.push({ node, entries: found });
  }
  return groups;
}

function fittest(groups: readonly Group[], name: CollationName | 'house'): Collation | undefined {
  const names = groups.flatMap(({ entries }) => entries.map((entry) => entry.name));
  let best: { collation: Collation; misplaced: number } | undefined;
  for (const collation of collationsFor(names, name)) {
    if (collation.name === name) return collation;
    const misplaced = groups.reduce(
      (sum, group) => sum + group.entries.length - keptOf(group, collation).size,
      0,
    );
    if (!best || misplaced < best.misplaced) best = { collation, misplaced };
    // Nothing can be better.
    if (misplaced === 0 && name === 'house') break;
  }
  return best?.collation;
}
