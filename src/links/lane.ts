/** Gives a place at the gate back. */
export type GiveBack = () => void;
/** Is handed its place, or nothing where the run was stopped. */
export type Waiter = (granted: GiveBack | undefined) => void;

/** The queue of one host, its width and its pace. */
export interface Lane<Job> {
  readonly host: string;
  /** Not begun; the next is at the end. */
  jobs: Job[];
  /** Begun chains that wait to go on at this host: they go first. */
  waiting: Waiter[];
  running: number;
  /** Requests that may be under way now, at most `limit`. */
  width: number;
  limit: number;
  /** Milliseconds from one start to the next; 0 for none. */
  gap: number;
  /** The least that `gap` may be, by configuration. */
  interval: number;
  /** The gap at which the host last refused; 0 for never. */
  refusedGap: number;
  /** Moving average of the time between starts. */
  pace: number;
  startedAt: number;
  /** No start before this time. */
  notBefore: number;
  /** When the width was last halved: what began before it does not halve it again. */
  slowedAt: number;
  successes: number;
  /** Requests in a row that timed out. */
  silences: number;
  timer: NodeJS.Timeout | undefined;
  requests: number;
  firstAt: number;
  /** Since when requests have been under way; undefined where none is. */
  busySince: number | undefined;
  /** How long requests have been under way altogether, and how long the host has had the run wait, in milliseconds. */
  busyMs: number;
  waitedMs: number;
}

/** What a request told of its host's mood; `silent` where the host let it time out. */
export type Mood = 'content' | 'strained' | 'overrun' | 'silent' | 'neutral';

/** After so many time-outs in a row, a host is asked no more in the first pass, and once in the second. */
const mostSilences = 5;

/** The slowest that a host is asked, and how the pace is found again after a refusal. */
const pacing = { longestGap: 10_000, shortestGap: 20, longestPace: 200, ease: 0.97, easePastRefusal: 0.9995 };

/** Requests at once that every host is taken to bear. */
const firstWidth = 8;

export function createLane<Job>(host: string, limit: number, interval: number): Lane<Job> {
  return {
    host,
    jobs: [],
    waiting: [],
    running: 0,
    width: Math.min(limit, firstWidth),
    limit,
    gap: interval,
    interval,
    refusedGap: 0,
    pace: 0,
    startedAt: Number.NEGATIVE_INFINITY,
    notBefore: 0,
    slowedAt: Number.NEGATIVE_INFINITY,
    successes: 0,
    silences: 0,
    timer: undefined,
    requests: 0,
    firstAt: 0,
    busySince: undefined,
    busyMs: 0,
    waitedMs: 0,
  };
}

/** Whether nothing is left of a lane that a new one would not have: no work, no pace, and nothing learned of the host. */
export function isSpent(lane: Lane<unknown>): boolean {
  const { running, gap, width, limit, silences, waitedMs } = lane;
  const learned = gap > 0 || width < Math.min(limit, firstWidth) || silences > 0 || waitedMs > 0;
  return running === 0 && leftIn(lane) === 0 && !learned;
}

/** How much is left to do. */
export function leftIn(lane: Lane<unknown>): number {
  return lane.jobs.length + lane.waiting.length;
}

export function hasRoom(lane: Lane<unknown>): boolean {
  return leftIn(lane) > 0 && lane.running < lane.width;
}

/** Whether the host has let so much time out that a further request of that pass would be wasted. */
export function isSilent({ silences }: Lane<unknown>, pass: 1 | 2): boolean {
  return silences >= mostSilences + pass - 1;
}

/** A place is taken at `now`. */
export function takePlace(lane: Lane<unknown>, now: number): void {
  lane.running += 1;
  lane.busySince ??= now;
}

/** A place is given back at `now`. */
export function givePlace(lane: Lane<unknown>, now: number): void {
  lane.running -= 1;
  if (lane.running > 0 || lane.busySince === undefined) return;
  lane.busyMs += now - lane.busySince;
  lane.busySince = undefined;
}

/**
 * Notes a start at `now`; the time of the next start follows from the gap, with some jitter. Where the gap is what was
 * learned of the host, a start that came somewhat late for its time, as timers do, does not make all later ones late.
 */
export function noteStart(lane: Lane<unknown>, now: number): void {
  if (lane.firstAt > 0) {
    const since = Math.min(now - lane.startedAt, pacing.longestPace);
    lane.pace = lane.pace === 0 ? since : lane.pace * 0.8 + since * 0.2;
  } else lane.firstAt = now;
  const late = now - lane.notBefore;
  const due = lane.gap > lane.interval && late >= 0 && late < lane.gap / 2 ? lane.notBefore : now;
  const next = Math.max(due + lane.gap * (0.95 + Math.random() / 10), now + lane.interval);
  lane.startedAt = now;
  if (lane.gap > 0) lane.notBefore = Math.max(lane.notBefore, next);
}

/**
 * Growth as TCP's: by each success until the host shows strain for the first time, which doubles the width in a round; by one
 * in a round from then on; halving under strain. Where the host says that it is too much, the pace is held down as well: one request at a time can still be
 * too many in a second. The gap shrinks quickly to where the host last refused, and slowly from there.
 *
 * @param began when the request began
 */
export function noteMood(lane: Lane<unknown>, mood: Mood, began: number, now: number): void {
  lane.requests += 1;
  lane.silences = mood === 'silent' ? lane.silences + 1 : 0;
  // Whether it speaks again is found out by one request.
  if (isSilent(lane, 1)) lane.width = 1;
  if (mood === 'content') ease(lane);
  if ((mood !== 'strained' && mood !== 'overrun') || began < lane.slowedAt) return;
  lane.width = Math.max(1, Math.floor(lane.width / 2));
  lane.slowedAt = now;
  lane.successes = 0;
  if (mood !== 'overrun') return;
  lane.refusedGap = Math.max(pacing.shortestGap, lane.gap, lane.pace);
  lane.gap = Math.min(pacing.longestGap, lane.refusedGap * 1.5);
}

function ease(lane: Lane<unknown>): void {
  lane.successes += 1;
  const wasStrained = lane.slowedAt > Number.NEGATIVE_INFINITY;
  if (lane.successes >= (wasStrained ? lane.width : 1) && lane.width < lane.limit) {
    lane.width += 1;
    lane.successes = 0;
  }
  if (lane.gap <= lane.interval) return;
  lane.gap *= lane.gap > lane.refusedGap * 1.1 ? pacing.ease : pacing.easePastRefusal;
  if (lane.gap < Math.max(lane.interval, 1)) lane.gap = lane.interval;
}
