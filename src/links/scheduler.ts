import { createGate } from './gate.ts';
import {
  createLane,
  type GiveBack,
  givePlace,
  hasRoom,
  isSilent,
  isSpent,
  type Lane,
  leftIn,
  type Mood,
  noteMood,
  noteStart,
  takePlace,
} from './lane.ts';
import { createReady, longFrom } from './ready.ts';
import { createTimes } from './times.ts';
import type { HostTime } from './types.ts';

/** What a chain of requests holds while it is under way: one place at one host, and one of all. */
export interface Permit {
  /** Waits for room at `host`, giving back what was held at another. Rejects once the run is stopped. */
  enter(host: string): Promise<void>;
  /** Gives back what is held: nobody holds a place while waiting. */
  leave(): void;
}

export interface Scheduler<Job> {
  /** Does what is added; ends when that is done and no more comes, or once stopped. Rejects with what a job throws. */
  run(work: (job: Job, permit: Permit) => Promise<void>): Promise<void>;
  /** Jobs by host, during a run. */
  add(jobs: Iterable<readonly [host: string, jobs: readonly Job[]]>): void;
  /** No more comes, but for what jobs add. */
  close(): void;
  /** What a request to `host` told of it. @param began by `performance.now()` */
  note(host: string, mood: Mood, began: number): void;
  /** Nothing starts at `host` for that long. */
  pause(host: string, ms: number): void;
  /** Whether more is left to ask `host`, so that a connection to it will be of use. */
  more(host: string): boolean;
  /** Whether `host` lets all requests time out, so that another one of this pass would be wasted. */
  silent(host: string, pass: 1 | 2): boolean;
  /** How long `host` has been paused altogether, in milliseconds. */
  waited(host: string): number;
  hostsWaiting(): number;
  slowest(count: number): HostTime[];
  /** Nothing starts any more; whoever waits is rejected. */
  stop(): void;
}

export class StoppedError extends Error {
  readonly code = 'KEMPT_STOPPED';
}

export interface SchedulerOptions<Job> {
  concurrency: number;
  /** Width and interval of a host. */
  limits: (host: string) => { width: number; interval: number };
  /** Whether a job is a later look: it starts when no first look can. */
  isLater: (job: Job) => boolean;
}

/** Of all places, what later looks may hold while first ones are still to come. */
const shareOfLater = 3 / 4;

/**
 * One queue for each host in front of one gate for all. A host is only given a place at the gate when it can use
 * it at once: whoever waits for a host, its pace or its pause holds nothing.
 */
export function createScheduler<Job>(options: SchedulerOptions<Job>): Scheduler<Job> {
  const lanes = new Map<string, Lane<Job>>();
  // Of thousands of hosts most have a link or two: they get their lanes when it is their turn.
  const unbegun = new Map<string, Job[]>();
  let order = unbegun.keys();
  const ready = createReady<Job>(options.isLater, () => {
    // What came after an iterator's end, it does not see.
    if (unbegun.size === 0) return undefined;
    let { value } = order.next();
    if (value === undefined) {
      order = unbegun.keys();
      value = order.next().value as string;
    }
    return laneOf(value);
  });
  const busy = new Set<Lane<Job>>();
  const times = createTimes();
  let work: (job: Job, permit: Permit) => Promise<void> = async () => {};
  const unfinished = { first: 0, later: 0 };
  const gate = createGate(options.concurrency, pump);
  let laterRunning = 0;
  let ended: (() => void) | undefined;
  let open = true;
  let stopped = false;
  let fault: { error: unknown } | undefined;

  function stop(): void {
    stopped = true;
    for (const lane of lanes.values()) {
      clearTimeout(lane.timer);
      lane.timer = undefined;
      for (const waiter of lane.waiting.splice(0)) waiter(undefined);
    }
    ended?.();
  }

  function laneOf(host: string): Lane<Job> {
    let lane = lanes.get(host);
    if (!lane) {
      const { width, interval } = options.limits(host);
      lane = createLane<Job>(host, width, interval);
      lanes.set(host, lane);
      lane.jobs = unbegun.get(host) ?? [];
      if (unbegun.delete(host)) offer(lane);
    }
    return lane;
  }

  function offer(lane: Lane<Job>): void {
    if (leftIn(lane) > 0) busy.add(lane);
    else busy.delete(lane);
    const wait = lane.notBefore - performance.now();
    if (!stopped && hasRoom(lane) && wait <= 0) ready.add(lane);
    else ready.remove(lane);
    if (stopped || !hasRoom(lane) || wait <= 0) return;
    lane.timer ??= setTimeout(() => {
      lane.timer = undefined;
      offer(lane);
      pump();
    }, Math.ceil(wait));
  }

  function pump(): void {
    while (!stopped && gate.hasRoom()) {
      const lane = ready.next(hasRoomForLater());
      if (!lane) return;
      start(lane);
      offer(lane);
    }
  }

  /** A later look may wait for long: those that are still to come first must find places. */
  function hasRoomForLater(): boolean {
    return unfinished.first === 0 || laterRunning < options.concurrency * shareOfLater;
  }

  function count(jobs: readonly Job[]): void {
    for (const job of jobs) unfinished[options.isLater(job) ? 'later' : 'first'] += 1;
  }

  function isOver(): boolean {
    return stopped || (!open && unfinished.first + unfinished.later === 0);
  }

  /** Puts jobs at the end of their host's queue. */
  function queue(host: string, jobs: readonly Job[]): void {
    const [first] = jobs;
    if (first === undefined) return;
    count(jobs);
    const isShort = !lanes.has(host) && !options.isLater(first);
    const before = isShort ? unbegun.get(host) : laneOf(host).jobs;
    // A copy is as long as it must be; what was pushed to has room for more, at each of thousands of hosts.
    const all = [...jobs.toReversed(), ...(before ?? [])];
    if (isShort && all.length < longFrom) {
      unbegun.set(host, all);
      return;
    }
    unbegun.delete(host);
    const lane = laneOf(host);
    lane.jobs = all;
    offer(lane);
  }

  function start(lane: Lane<Job>): void {
    const now = performance.now();
    takePlace(lane, now);
    noteStart(lane, now);
    const giveBack = gate.take();
    const waiter = lane.waiting.shift();
    if (waiter) {
      waiter(giveBack);
      return;
    }
    const job = lane.jobs.pop() as Job;
    const permit = createPermit(lane, giveBack);
    const isLater = options.isLater(job);
    if (isLater) laterRunning += 1;
    void work(job, permit)
      .catch((error) => {
        // Whoever was stopped half-way is no fault.
        if (stopped) return;
        fault = { error };
        stop();
      })
      .finally(() => {
        if (isLater) laterRunning -= 1;
        unfinished[isLater ? 'later' : 'first'] -= 1;
        permit.leave();
        if (isOver()) ended?.();
      });
  }

  /** A permit that holds a place at `lane`, paid for and not used yet. */
  function createPermit(lane: Lane<Job>, place: GiveBack): Permit {
    let held: Lane<Job> | undefined = lane;
    let giveBack = place;
    let unused = true;
    const leave = () => {
      if (!held) return;
      const left = held;
      held = undefined;
      givePlace(left, performance.now());
      if (isSpent(left) && lanes.delete(left.host)) times.add(left);
      offer(left);
      // The next goes when the gate has counted it.
      giveBack();
    };
    return {
      leave,
      async enter(host) {
        if (stopped) throw new StoppedError();
        const next = laneOf(host);
        const now = performance.now();
        if (held === next && (unused || next.notBefore <= now)) {
          if (!unused) noteStart(next, now);
          unused = false;
          return;
        }
        leave();
        unused = false;
        giveBack = await placeAt(next);
        held = next;
      },
    };
  }

  function placeAt(lane: Lane<Job>): Promise<GiveBack> {
    return new Promise((resolve, reject) => {
      lane.waiting.push((granted) => (granted ? resolve(granted) : reject(new StoppedError())));
      offer(lane);
      pump();
    });
  }

  return {
    async run(doWork) {
      work = doWork;
      if (!isOver()) {
        await new Promise<void>((resolve) => {
          ended = resolve;
        });
      }
      if (fault) throw fault.error;
    },
    add(jobs) {
      if (stopped) return;
      for (const [host, list] of jobs) queue(host, list);
      pump();
    },
    close() {
      open = false;
      if (isOver()) ended?.();
    },
    note(host, mood, began) {
      const lane = laneOf(host);
      noteMood(lane, mood, began, performance.now());
      offer(lane);
      pump();
    },
    pause(host, ms) {
      const lane = laneOf(host);
      const until = performance.now() + ms;
      if (until <= lane.notBefore) return;
      lane.waitedMs += until - Math.max(lane.notBefore, performance.now());
      lane.notBefore = until;
      clearTimeout(lane.timer);
      lane.timer = undefined;
      offer(lane);
    },
    more: (host) => leftIn(laneOf(host)) > 0,
    silent: (host, pass) => isSilent(laneOf(host), pass),
    waited: (host) => lanes.get(host)?.waitedMs ?? 0,
    hostsWaiting: () => busy.size + unbegun.size,
    slowest: (count) => times.slowest(lanes.values(), count),
    stop,
  };
}
