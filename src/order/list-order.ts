import type { List as ListNode, Nodes } from 'mdast';
import { eachNode } from '../each-node.ts';
import type { Entry, Section } from '../list/types.ts';
import { fewest, firmShare } from '../style/habit.ts';
import type { Collation, CollationName } from './collations.ts';
import { fittest, keptOf } from './fittest.ts';

/** Of a group that is sorted at most this share is misplaced. */
const sortedShare = 0.05;
/** So many entries that are in order are no accident. */
const enough = 20;

/** Entries that may be sorted. */
interface Run {
  entries: Entry[];
}

interface Placed extends Run {
  /** Which of the entries are where they belong, by index. */
  kept: ReadonlySet<number>;
}

/** The entries of one Markdown list, enough to be sorted. */
export interface Group extends Placed {
  node: ListNode;
}

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
  const runs = groupsOf(tree, entries);
  // A collation costs the start more than all the other rules.
  if (runs.length === 0) return undefined;
  const earlier = before ? runsOf(before) : runs;
  const model = earlier.length > 0 ? earlier : runs;
  const fit = fittest(model.map(namesOf), name);
  if (!fit) return undefined;
  const { collation } = fit;
  const learned = model.map((run, index) => ({ ...run, kept: fit.kept[index]! }));
  const groups = runs.map((run, index) => {
    return { ...run, kept: model === runs ? fit.kept[index]! : keptOf(namesOf(run), collation) };
  });
  return {
    collation,
    groups,
    sorted: groups.filter(isSorted),
    isFirm: earlier.length > 0 && isFirm(learned),
  };
}

function namesOf({ entries }: Run): string[] {
  return entries.map(({ name }) => name);
}

function isSorted(placed: Placed): boolean {
  return misplacedIn(placed) <= placed.entries.length * sortedShare;
}

function misplacedIn({ entries, kept }: Placed): number {
  return entries.length - kept.size;
}

/** Whether four in five lists are sorted, or all but a few of all entries stand where they should. */
function isFirm(runs: readonly Placed[]): boolean {
  const sorted = runs.filter(isSorted).length;
  if (sorted < 2) return false;
  if (sorted >= runs.length * firmShare) return true;
  const all = runs.reduce((sum, { entries }) => sum + entries.length, 0);
  const misplaced = runs.reduce((sum, run) => sum + misplacedIn(run), 0);
  return all >= enough && misplaced <= Math.max(1, all * sortedShare);
}

/** Lists with enough entries to be sorted. */
function groupsOf(tree: Nodes, entries: readonly Entry[]): Omit<Group, 'kept'>[] {
  const byNode = new Map(entries.map((entry) => [entry.node, entry]));
  const groups: Omit<Group, 'kept'>[] = [];
  eachNode(tree, (node) => {
    // Where a text begins, no list follows.
    if (node.type === 'paragraph' || node.type === 'table') return 'skip';
    if (node.type !== 'list') return undefined;
    const found = node.children.flatMap((item) => byNode.get(item) ?? []);
    if (found.length >= fewest && found.every(isLinked)) groups.push({ node, entries: found });
    return undefined;
  });
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
