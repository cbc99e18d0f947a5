import pLimit from 'p-limit';
import {
  createLane,
  hasRoom,
  type Lane,
  leavesQueue,
  leftIn,
  type Mood,
  noteMood,
  noteStart,
} from './lane.ts';
import { createReady } from './ready.ts';
import type { HostTime } from './types.ts';

/** What a chain of requests holds while it is under way: one place at one host, and one of all. */
export interface Permit {
  /** Waits for room at `host`, giving back what was held at another. Rejects once the run is stopped. */
  enter(host: string): Promise<void>;
  /** Gives back what is held: nobody holds a place while waiting. */
  leave(): void;
}

export interface Scheduler<Job> {
  /** Takes all jobs out of the map and does them; ends when the last one has ended, or once stopped. Rejects with what a job throws. */
  run(jobs: Map<string, Job[]>, work: (job: Job, permit: Permit) => Promise<void>): Promise<void>;
  /** More jobs, during a run. */
  add(host: string, jobs: Job[]): void;
  /** What a request to `host` told of it. @param began by `performance.now()` */
  note(host: string, mood: Mood, began: number): void;
  /** Nothing starts at `host` for that long. */
  pause(host: string, ms: number): void;
  /** Whether a request to `host` will have to wait for one under way to end, and can use its connection. */
  more(host: string): boolean;
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

export interface SchedulerOptions {
  concurrency: number;
  /** Width and interval of a host. */
  limits: (host: string) => { width: number; interval: number };
}

/**
 * One queue for each host in front of one gate for all. A host is only given a place at the gate when it can use
 * it at once: whoever waits for a host, its pace or its pause holds nothing.
 */
export function createScheduler<Job>(options: SchedulerOptions): Scheduler<Job> {
  const gate = pLimit(options.concurrency);
  const lanes = new Map<string, Lane<Job>>();
  const ready = createReady<Job>();
  const busy = new Set<Lane<Job>>();
  let work: (job: Job, permit: Permit) => Promise<void> = async () => {};
  let unfinished = 0;
  let ended: (() => void) | undefined;
  let stopped = false;
  let fault: { error: unknown } | undefined;

  function stop(): void {
    stopped = true;
    for (const lane of lanes.values()) {
      clearTimeout(lane.timer);
      lane.timer = undefined;
      for (const waiter of lane.waiting.splice(0)) waiter();
    }
    ended?.();
  }

  function laneOf(host: string): Lane<Job> {
    let lane = lanes.get(host);
    if (!lane) {
      const { width, interval } = options.limits(host);
      lane = createLane<Job>(host, width, interval);
      lanes.set(host, lane);
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
    while (!stopped && gate.activeCount + gate.pendingCount < options.concurrency) {
      const lane = ready.next();
      if (!lane) return;
      start(lane);
      offer(lane);
    }
  }

  function start(lane: Lane<Job>): void {
    lane.running += 1;
    noteStart(lane, performance.now());
    const giveBack = takePlace(gate);
    const waiter = lane.waiting.shift();
    if (waiter) {
      waiter(giveBack);
      return;
    }
    const job = lane.jobs.pop() as Job;
    const permit = createPermit(lane, giveBack);
    void work(job, permit)
      .catch((error) => {
        // Whoever was stopped half-way is no fault.
        if (stopped) return;
        fault = { error };
        stop();
      })
      .finally(() => {
        permit.leave();
        unfinished -= 1;
        if (unfinished === 0) ended?.();
      });
  }

  /** A permit that holds a place at `lane`, paid for and not used yet. */
  function createPermit(lane: Lane<Job>, giveBack: () => void): Permit {
    let held: Held | undefined = { lane, giveBack };
    let unused = true;
    const leave = () => {
      if (!held) return;
      const { lane, giveBack } = held;
      held = undefined;
      lane.running -= 1;
      giveBack();
      offer(lane as Lane<Job>);
      pump();
    };
    return {
      leave,
      async enter(host) {
        if (stopped) throw new StoppedError();
        const next = laneOf(host);
        const now = performance.now();
        if (held?.lane === next && (unused || next.notBefore <= now)) {
          if (!unused) noteStart(next, now);
          unused = false;
          return;
        }
        leave();
        unused = false;
        held = { lane: next, giveBack: await placeAt(next) };
      },
    };
  }

  function placeAt(lane: Lane<Job>): Promise<() => void> {
    return new Promise((resolve, reject) => {
      lane.waiting.push((giveBack) => (giveBack ? resolve(giveBack) : reject(new StoppedError())));
      offer(lane);
      pump();
    });
  }

  return {
    async run(jobs, doWork) {
      work = doWork;
      for (const [host, list] of jobs) {
        jobs.delete(host);
        if (list.length === 0) continue;
        const lane = laneOf(host);
        lane.jobs = list.toReversed();
        unfinished += list.length;
        offer(lane);
      }
      if (unfinished === 0 || stopped) return;
      const end = new Promise<void>((resolve) => {
        ended = resolve;
      });
      pump();
      await end;
      if (fault) throw fault.error;
    },
    add(host, jobs) {
      if (jobs.length === 0 || stopped) return;
      const lane = laneOf(host);
      lane.jobs.unshift(...jobs.toReversed());
      unfinished += jobs.length;
      offer(lane);
      pump();
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
    more: (host) => leavesQueue(laneOf(host)),
    waited: (host) => lanes.get(host)?.waitedMs ?? 0,
    hostsWaiting: () => busy.size,
    slowest: (count) => slowestOf([...lanes.values()], count),
    stop,
  };
}

interface Held {
  lane: Lane<unknown>;
  giveBack: () => void;
}

/** Takes a place at the gate; the returned function gives it back. */
function takePlace(gate: ReturnType<typeof pLimit>): () => void {
  const { promise, resolve } = withResolvers();
  void gate(() => promise);
  return resolve;
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

function slowestOf(lanes: Lane<unknown>[], count: number): HostTime[] {
  return lanes
    .filter((lane) => lane.requests > 0)
    .map(({ host, requests, firstAt, lastAt, waitedMs }) => ({
      host,
      requests,
      durationMs: Math.round(Math.max(0, lastAt - firstAt)),
      waitedMs: Math.round(waitedMs),
    }))
    .sort((a, b) => b.durationMs - a.durationMs)
    .slice(0, count);
}
