import pLimit from 'p-limit';

/** Places for all requests of a run together, whatever their host. */
export interface Gate {
  hasRoom(): boolean;
  /** Takes a place; the function gives it back. Only where there is room. */
  take(): () => void;
}

/**
 * @param concurrency how many places there are
 * @param onFree called after a place was given back: not at once, for p-limit counts it a little later
 */
export function createGate(concurrency: number, onFree: () => void): Gate {
  const limit = pLimit(concurrency);
  return {
    hasRoom: () => limit.activeCount + limit.pendingCount < concurrency,
    take() {
      let giveBack = () => {};
      const held = new Promise<void>((resolve) => {
        giveBack = resolve;
      });
      void limit(() => held).then(onFree);
      return giveBack;
    },
  };
}
