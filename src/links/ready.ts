import { type Lane, leftIn } from './lane.ts';

/** The lanes that may start something now, chosen from in constant time. */
export interface Ready<Job> {
  /** Puts the lane where it belongs now; one that stays there keeps its turn. */
  add(lane: Lane<Job>): void;
  remove(lane: Lane<Job>): void;
  /** Takes the next lane out. @param late whether one whose turn is a later look may start as well */
  next(late: boolean): Lane<Job> | undefined;
}

const longLevel = 4;
/** From so many links on a lane is long. */
export const longFrom = 2 ** longLevel;

/**
 * Half of the starts go to the host with the most left, so that the run is as long as its longest host and not
 * longer; “most” is kept in powers of two, which makes hosts of like size take turns. The other half go to the
 * rest in order, so that no host starves. A short one goes on over the connection it has before another is begun,
 * so that thousands of idle ones never pile up, and takes a second one only where nothing else is left to begin.
 *
 * @param isLater whether a job is a later look at what was looked at before: all first looks go before
 * @param begin makes the lane of a short host that nothing was asked of yet, if there is one
 */
export function createReady<Job>(
  isLater: (job: Job) => boolean,
  begin: () => Lane<Job> | undefined,
): Ready<Job> {
  const chains = new Set<Lane<Job>>();
  const idle = new Set<Lane<Job>>();
  const inOrder = new Set<Lane<Job>>();
  const underWay = new Set<Lane<Job>>();
  const later = new Set<Lane<Job>>();
  const levels: Set<Lane<Job>>[] = [];
  const places = new Map<Lane<Job>, Place<Job>>();
  let longestIsNext = true;

  function placeOf(lane: Lane<Job>): Place<Job> {
    if (lane.waiting.length > 0) return { turn: chains };
    if (isLater(lane.jobs.at(-1) as Job)) return { turn: later };
    const level = Math.floor(Math.log2(leftIn(lane)));
    if (level >= longLevel) return { turn: inOrder, level: ofLevel(level) };
    if (lane.running > 0) return { turn: underWay };
    return { turn: lane.requests > 0 ? idle : inOrder };
  }

  function ofLevel(level: number): Set<Lane<Job>> {
    while (levels.length <= level) levels.push(new Set());
    return levels[level] as Set<Lane<Job>>;
  }

  function remove(lane: Lane<Job>): void {
    const place = places.get(lane);
    place?.turn.delete(lane);
    place?.level?.delete(lane);
    places.delete(lane);
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
      const [before, now] = [places.get(lane), placeOf(lane)];
      if (before?.turn !== now.turn) before?.turn.delete(lane);
      if (before?.level !== now.level) before?.level?.delete(lane);
      now.turn.add(lane);
      now.level?.add(lane);
      places.set(lane, now);
    },
    next(late) {
      longestIsNext = !longestIsNext;
      const lane =
        first(chains) ??
        (longestIsNext ? longest() : undefined) ??
        first(idle) ??
        first(inOrder) ??
        begin() ??
        first(underWay) ??
        (late ? first(later) : undefined);
      if (lane) remove(lane);
      return lane;
    },
  };
}

/** Where a lane stands: the set whose turn it shares, and that of its length where it is long. */
interface Place<Job> {
  turn: Set<Lane<Job>>;
  level?: Set<Lane<Job>>;
}

function first<T>(set: Set<T> | undefined): T | undefined {
  return set?.values().next().value;
}
