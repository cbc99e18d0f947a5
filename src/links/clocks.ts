/** The clock of one request. */
export interface Clock {
  /** Aborts when the time is up, or with the run. */
  signal: AbortSignal;
  /** Whether the time was up. */
  expired(): boolean;
  stop(): void;
}

/** Clocks that all end with one run. They share one listener: thousands of them on a signal take time and memory. */
export interface Clocks {
  start(ms: number): Clock;
  /** Rejects once the run is stopped. */
  sleep(ms: number): Promise<void>;
}

export function createClocks(run: AbortSignal): Clocks {
  const ends = new Set<() => void>();
  run.addEventListener('abort', () => {
    for (const end of ends) end();
  });

  return {
    start(ms) {
      const controller = new AbortController();
      let expired = false;
      const end = () => controller.abort(run.reason);
      const timer = setTimeout(() => {
        expired = true;
        controller.abort(new Error(`no answer within ${ms} ms`));
      }, ms);
      ends.add(end);
      if (run.aborted) end();
      return {
        signal: controller.signal,
        expired: () => expired,
        stop() {
          clearTimeout(timer);
          ends.delete(end);
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
