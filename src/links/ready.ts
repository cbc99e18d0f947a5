import { type Lane, leftIn } from './lane.ts';

/** The lanes that may start something now, chosen from in constant time. */
export interface Ready<Job> {
  add(lane: Lane<Job>): void;
  remove(lane: Lane<Job>): void;
  /** Takes the next lane out: begun chains first, then in turn the longest lane and the one that waited longest. */
  next(): Lane<Job> | undefined;
}

/** From so many links on a lane is long: 2 to this power. */
const longLevel = 4;

/**
 * Half of the starts go to the host with the most left, so that the run is as long as its longest host and not
 * longer; “most” is kept in powers of two, which makes hosts of like size take turns. The other half go to the
 * rest in order, so that no host starves; a short one that was begun is finished first, so that its connection is
 * used while it is open and thousands of idle ones never pile up.
 */
export function createReady<Job>(): Ready<Job> {
  const chains = new Set<Lane<Job>>();
  const begun = new Set<Lane<Job>>();
  const inOrder = new Set<Lane<Job>>();
  const levels: Set<Lane<Job>>[] = [];
  const levelOf = new Map<Lane<Job>, number>();
  let longestIsNext = true;

  function remove(lane: Lane<Job>): void {
    for (const set of [chains, begun, inOrder]) set.delete(lane);
    setLevel(lane, undefined);
  }

  function setLevel(lane: Lane<Job>, level: number | undefined): void {
    const before = levelOf.get(lane);
    if (before === level) return;
    if (before !== undefined) levels[before]?.delete(lane);
    levelOf.delete(lane);
    if (level === undefined) return;
    while (levels.length <= level) levels.push(new Set());
    levels[level]?.add(lane);
    levelOf.set(lane, level);
  }

  function longest(): Lane<Job> | undefined {
    for (let level = levels.length - 1; level >= longLevel; level -= 1) {
      const lane = first(levels[level]);
      if (lane) return lane;
    }
    return undefined;
  }

  return {
    remove,
    add(lane) {
      const level = Math.floor(Math.log2(leftIn(lane)));
      if (lane.waiting.length > 0) chains.add(lane);
      if (lane.requests > 0 && level < longLevel) begun.add(lane);
      // One that is in already keeps its turn.
      inOrder.add(lane);
      setLevel(lane, level >= longLevel ? level : undefined);
    },
    next() {
      longestIsNext = !longestIsNext;
      const lane = first(chains) ?? (longestIsNext ? longest() : undefined) ?? first(begun) ?? first(inOrder);
      if (lane) remove(lane);
      return lane;
    },
  };
}

function first<T>(set: Set<T> | undefined): T | undefined {
  return set?.values().next().value;
}
