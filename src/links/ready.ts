import { type Lane, leftIn } from './lane.ts';

/** The lanes that may start something now, chosen from in constant time. */
export interface Ready<Job> {
  add(lane: Lane<Job>): void;
  remove(lane: Lane<Job>): void;
  /** Takes the next lane out: begun chains first, then in turn the longest lane and the one that waited longest. */
  next(): Lane<Job> | undefined;
}

/**
 * Half of the starts go to the host with the most left, so that the run is as long as its longest host and not
 * longer; the other half go round, so that no host starves. “Most left” is kept in powers of two, which makes
 * hosts of like size take turns.
 */
export function createReady<Job>(): Ready<Job> {
  const begun = new Set<Lane<Job>>();
  const inTurn = new Set<Lane<Job>>();
  const levels: Set<Lane<Job>>[] = [];
  const levelOf = new Map<Lane<Job>, number>();
  let longestIsNext = true;

  function remove(lane: Lane<Job>): void {
    begun.delete(lane);
    inTurn.delete(lane);
    const level = levelOf.get(lane);
    if (level !== undefined) levels[level]?.delete(lane);
    levelOf.delete(lane);
  }

  function longest(): Lane<Job> | undefined {
    for (let level = levels.length - 1; level >= 0; level -= 1) {
      const lane = first(levels[level]);
      if (lane) return lane;
    }
    return undefined;
  }

  return {
    remove,
    add(lane) {
      if (lane.waiting.length > 0) begun.add(lane);
      // One that is in already keeps its turn.
      inTurn.add(lane);
      const level = Math.floor(Math.log2(leftIn(lane)));
      const before = levelOf.get(lane);
      if (before === level) return;
      if (before !== undefined) levels[before]?.delete(lane);
      while (levels.length <= level) levels.push(new Set());
      levels[level]?.add(lane);
      levelOf.set(lane, level);
    },
    next() {
      longestIsNext = !longestIsNext;
      const lane = first(begun) ?? (longestIsNext ? longest() : first(inTurn));
      if (lane) remove(lane);
      return lane;
    },
  };
}

function first<T>(set: Set<T> | undefined): T | undefined {
  return set?.values().next().value;
}
