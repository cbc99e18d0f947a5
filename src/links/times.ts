import type { Lane } from './lane.ts';
import type { HostTime } from './types.ts';

/** How long hosts took, the slowest only: of thousands nobody wants to know all. */
export interface Times {
  /** Of a lane that is over. A host may have several, one after another. */
  add(lane: Lane<unknown>): void;
  /** With those that are not over, longest first. */
  slowest(lanes: Iterable<Lane<unknown>>, count: number): HostTime[];
}

const mostKept = 100;

export function createTimes(): Times {
  let over = new Map<string, HostTime>();
  return {
    add(lane) {
      put(over, timeOf(lane));
      if (over.size <= 2 * mostKept) return;
      over = new Map(
        longestFirst(over.values())
          .slice(0, mostKept)
          .map((time) => [time.host, time]),
      );
    },
    slowest(lanes, count) {
      const all = new Map(over);
      for (const lane of lanes) put(all, timeOf(lane));
      return longestFirst(all.values())
        .filter(({ requests }) => requests > 0)
        .slice(0, count);
    },
  };
}

function timeOf({ host, requests, busyMs, waitedMs }: Lane<unknown>): HostTime {
  return { host, requests, durationMs: Math.round(busyMs + waitedMs), waitedMs: Math.round(waitedMs) };
}

function put(times: Map<string, HostTime>, time: HostTime): void {
  const before = times.get(time.host);
  times.set(time.host, {
    host: time.host,
    requests: time.requests + (before?.requests ?? 0),
    durationMs: time.durationMs + (before?.durationMs ?? 0),
    waitedMs: time.waitedMs + (before?.waitedMs ?? 0),
  });
}

function longestFirst(times: Iterable<HostTime>): HostTime[] {
  return [...times].sort((a, b) => b.durationMs - a.durationMs);
}
