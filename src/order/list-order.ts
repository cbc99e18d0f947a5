import type { List as ListNode, Nodes } from 'mdast';
import type { Entry, Section } from '../list/types.ts';
import { fewest, firmShare } from '../style/habit.ts';
import { type Collation, type CollationName, collationsFor } from './collations.ts';
import { sortedPart } from './sorted.ts';

/** Of a group that is sorted at most this share is misplaced. */
const sortedShare = 0.05;
/** So many entries that are in order are no accident. */
const enough = 20;

/** The entries of one Markdown list, enough to be sorted. */
export interface Group {
  node: ListNode;
  entries: Entry[];
}

/** What is learned from. */
type Run = Pick<Group, 'entries'>;

/** The order that a list keeps its entries in. */
export interface ListOrder {
  collation: Collation;
  groups: Group[];
  /** Those that are in order. */
  sorted: Group[];
  /** Whether nearly all of them are, or nearly all entries. */
  isFirm: boolean;
}

/**
 * Learns how a list sorts its entries; undefined where there is nothing to be sorted.
 * @param name the collation to go by; `house` for the one under which the fewest entries are misplaced
 * @param before the entries of the list before a change: they say how it is sorted, then
 */
export function orderOf(
  tree: Nodes,
  entries: readonly Entry[],
  name: CollationName | 'house' = 'house',
  before?: readonly Entry[],
): ListOrder | undefined {
  const groups = groupsOf(tree, entries);
  // A collation costs the start more than all the other rules.
  if (groups.length === 0) return undefined;
  const model = before ? runsOf(before) : groups;
  const collation = fittest(model.length > 0 ? model : groups, name);
  if (!collation) return undefined;
  const sorted = groups.filter((group) => isSorted(group, collation));
  return { collation, groups, sorted, isFirm: isFirm(model, collation) };
}

function isSorted(run: Run, collation: Collation): boolean {
  return misplacedIn(run, collation) <= run.entries.length * sortedShare;
}

function misplacedIn(run: Run, collation: Collation): number {
  return run.entries.length - keptOf(run, collation).size;
}

/** Whether four in five lists are sorted, or all but a few of all entries stand where they should. */
function isFirm(runs: readonly Run[], collation: Collation): boolean {
  const sorted = runs.filter((run) => isSorted(run, collation)).length;
  if (sorted < 2) return false;
  if (sorted >= runs.length * firmShare) return true;
  const all = runs.reduce((sum, { entries }) => sum + entries.length, 0);
  const misplaced = runs.reduce((sum, run) => sum + misplacedIn(run, collation), 0);
  return all >= enough && misplaced <= Math.max(1, all * sortedShare);
}

/** Which entries of a group are where they belong, by index. */
export function keptOf({ entries }: Run, { compare }: Collation): Set<number> {
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
    if (found.length >= fewest && found.every(isLinked)) groups.push({ node, entries: found });
  }
  return groups;
}

/** Items without a link are a text in points, in the order of what it says. */
function isLinked({ name, url }: Entry): boolean {
  return name !== '' && url !== undefined;
}

/** The same of a list whose tree is not at hand: items that stand together. */
function runsOf(entries: readonly Entry[]): Run[] {
  const runs = new Map<Entry | Section, Entry[]>();
  for (const entry of entries) {
    const over = entry.parent ?? entry.section;
    if (entry.node.type !== 'listItem') continue;
    const run = runs.get(over);
    if (run) run.push(entry);
    else runs.set(over, [entry]);
  }
  return [...runs.values()]
    .filter((run) => run.length >= fewest && run.every(isLinked))
    .map((run) => ({ entries: run }));
}

function fittest(groups: readonly Run[], name: CollationName | 'house'): Collation | undefined {
  const names = groups.flatMap(({ entries }) => entries.map((entry) => entry.name));
  let best: { collation: Collation; misplaced: number } | undefined;
  for (const collation of collationsFor(names, name)) {
    if (collation.name === name) return collation;
    const misplaced = groups.reduce((sum, group) => sum + misplacedIn(group, collation), 0);
    if (!best || misplaced < best.misplaced) best = { collation, misplaced };
    // Nothing can be better.
    if (misplaced === 0 && name === 'house') break;
  }
  return best?.collation;
}
