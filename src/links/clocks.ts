/** The clock of one request. */
export interface Clock {
  /** Whether the time was up. */
  expired(): boolean;
  stop(): void;
}

/** Clocks that all end with one run. They share one listener: thousands of them on a signal take time and memory. */
export interface Clocks {
  /** @param abort called when the time is up, or with the run */
  start(ms: number, abort: (reason: Error) => void): Clock;
  /** Rejects once the run is stopped. */
  sleep(ms: number): Promise<void>;
}

export function createClocks(run: AbortSignal): Clocks {
  const ends = new Set<() => void>();
  run.addEventListener('abort', () => {
    for (const end of ends) end();
  });

  return {
    start(ms, abort) {
      let expired = false;
      // Let go of when it stops: tables that a set has outgrown hold on to what was in them until the heap is swept.
      let current: typeof abort | undefined = abort;
      const end = () => current?.(run.reason);
      const timer = setTimeout(() => {
        expired = true;
        current?.(new Error(`no answer within ${ms} ms`));
      }, ms);
      ends.add(end);
      if (run.aborted) end();
      return {
        expired: () => expired,
        stop() {
          clearTimeout(timer);
          ends.delete(end);
          current = undefined;
        },
      };
    },
    sleep(ms) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(done, ms);
        function done() {
          clearTimeout(timer);
          ends.delete(done);
          if (run.aborted) reject(run.reason);
          else resolve();
        }
        ends.add(done);
        if (run.aborted) done();
      });
    },
  };
}
