import type { Fix, Touches } from '../message.ts';
import { type Alignment, align, type Placed, placed } from './align.ts';
import type { Unit } from './units.ts';

export interface Judgement {
  /** Fixes that touch more than they declare, and what. */
  guilty: Map<Fix, string>;
  /** Something that no fix has to do with is read differently: one of the fixes breaks the Markdown around it. */
  astray: string | undefined;
}

/** Judges fixes by what the document was before and is after them. They must not overlap. */
export function judge(before: readonly Unit[], after: readonly Unit[], fixes: readonly Fix[]): Judgement {
  const alignment = align(before, after, placed(fixes));
  const astray = findAstray(alignment);
  const guilty = new Map<Fix, string>();
  if (astray === undefined) {
    for (const group of groupsOf(alignment)) {
      const why = excessOf(group, new Set([...group.fixes].flatMap((fix) => fix.touches)));
      if (why !== undefined) for (const fix of group.fixes) guilty.set(fix, why);
    }
  }
  return { guilty, astray };
}

function findAstray({ pairs, gone, come }: Alignment): string | undefined {
  const changed = pairs.find(({ before, after, edits }) => edits.length === 0 && !isSame(before, after));
  const unit = changed?.before ?? [...gone, ...come].find(({ edits }) => edits.length === 0)?.unit;
  return unit && `the Markdown around it would be read differently (${nameOf(unit)})`;
}

/** Units that the same fixes have to do with, and what became of them. */
interface Group {
  fixes: Set<Fix>;
  pairs: { before: Unit; after: Unit }[];
  gone: Unit[];
  come: Unit[];
}

/**
 * A unit that stays in its place is judged on its own. One that goes or comes is judged together with all that the
 * same fix does, since what goes in one place may come in another.
 */
function groupsOf({ pairs, gone, come }: Alignment): Group[] {
  const groups: Group[] = [];
  const roaming: { edits: Placed[]; addTo: (group: Group) => void }[] = [
    ...gone.map(({ unit, edits }) => ({ edits, addTo: (group: Group) => group.gone.push(unit) })),
    ...come.map(({ unit, edits }) => ({ edits, addTo: (group: Group) => group.come.push(unit) })),
  ];
  for (const pair of pairs) {
    if (pair.edits.length === 0) continue;
    if (pair.edits.some(({ fix }) => fix.touches.includes('order'))) {
      roaming.push({ edits: pair.edits, addTo: (group) => group.pairs.push(pair) });
    } else {
      groups.push({ fixes: fixesOf(pair.edits), pairs: [pair], gone: [], come: [] });
    }
  }
  const sets = disjointSets<Fix>();
  for (const { edits } of roaming) for (const { fix } of edits) sets.join(edits[0]!.fix, fix);
  const pools = new Map<Fix, Group>();
  for (const { edits, addTo } of roaming) {
    const key = sets.find(edits[0]!.fix);
    const pool = pools.get(key) ?? { fixes: new Set(), pairs: [], gone: [], come: [] };
    pools.set(key, pool);
    for (const { fix } of edits) pool.fixes.add(fix);
    addTo(pool);
  }
  return [...groups, ...pools.values()];
}

function fixesOf(edits: readonly Placed[]): Set<Fix> {
  return new Set(edits.map(({ fix }) => fix));
}

/** What a group's fixes change beyond what they may; undefined where they keep to it. */
function excessOf(group: Group, touches: ReadonlySet<Touches>): string | undefined {
  if (touches.has('order')) return poolExcess(group, touches);
  const { pairs, gone, come } = group;
  if (gone.length !== come.length) {
    const unit = [...gone, ...come].find(({ inEntry }) => inEntry);
    if (unit) return `it would add or take away an entry and does not declare \`order\` (${nameOf(unit)})`;
    if (!touches.has('text')) return `it would add or take away a block and does not declare \`text\``;
    return touches.has('links') ? undefined : linkExcess(gone, come);
  }
  for (const { before, after } of [
    ...pairs,
    ...gone.map((unit, index) => ({ before: unit, after: come[index]! })),
  ]) {
    const why = pairExcess(before, after, touches);
    if (why) return why;
  }
  return undefined;
}

function pairExcess(before: Unit, after: Unit, touches: ReadonlySet<Touches>): string | undefined {
  if (before.kind !== after.kind) {
    return `it would make a ${nameOf(after)} of a ${nameOf(before)} and does not declare \`order\``;
  }
  if (!touches.has('text') && before.words !== after.words) {
    return `it would change words and does not declare \`text\``;
  }
  return touches.has('links') ? undefined : linkExcess([before], [after]);
}

/** For what may be put into another order: whatever stands there must stand there afterwards, once. */
function poolExcess({ pairs, gone, come }: Group, touches: ReadonlySet<Touches>): string | undefined {
  const before = [...pairs.map((pair) => pair.before), ...gone];
  const after = [...pairs.map((pair) => pair.after), ...come];
  if (!touches.has('text') && !isSameBag(wordsIn(before), wordsIn(after))) {
    return `it would change words and does not declare \`text\``;
  }
  return touches.has('links') ? undefined : linkExcess(before, after);
}

function linkExcess(before: readonly Unit[], after: readonly Unit[]): string | undefined {
  if (isSameBag(linksIn(before), linksIn(after))) return undefined;
  return `it would change link targets and does not declare \`links\``;
}

function wordsIn(units: readonly Unit[]): string[] {
  return units.map(({ words }) => words);
}

function linksIn(units: readonly Unit[]): string[] {
  return units.flatMap(({ links }) => links);
}

function isSame(a: Unit, b: Unit): boolean {
  return a.kind === b.kind && a.words === b.words && isSameBag(a.links, b.links);
}

function isSameBag(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const [left, right] = [a.toSorted(), b.toSorted()];
  return left.every((item, index) => item === right[index]);
}

/** The last part of a unit's kind, as people say it. */
function nameOf({ kind }: Unit): string {
  const type = kind.slice(kind.lastIndexOf('/') + 1);
  return type.replace(/([A-Z])/g, ' $1').toLowerCase();
}

/** Sets that grow together: whoever is joined with the same is in one. */
function disjointSets<Item>(): { find(item: Item): Item; join(a: Item, b: Item): void } {
  const parents = new Map<Item, Item>();
  const find = (item: Item): Item => {
    let root = item;
    for (
      let parent = parents.get(root);
      parent !== undefined && parent !== root;
      parent = parents.get(root)
    ) {
      root = parent;
    }
    parents.set(item, root);
    return root;
  };
  return { find, join: (a, b) => void parents.set(find(a), find(b)) };
}
