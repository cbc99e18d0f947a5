import type { Progress } from '../links/types.ts';
import type { Io } from './io.ts';

/** Between two updates, in milliseconds: faster than that nobody reads. */
const interval = 100;

/** One line on a terminal that says how far the link check is; nothing at all where there is no terminal. */
export function progressLine({
  stderr,
  env,
  signal,
}: Io): { show(progress: Progress): void; clear(): void } | undefined {
  if (!stderr.isTTY || env.TERM === 'dumb' || env.CI) return undefined;
  let last = 0;
  return {
    show(progress) {
      const now = performance.now();
      const finished = progress.done === progress.total;
      if (signal.aborted || (now - last < interval && !finished)) return;
      last = now;
      stderr.write(`\r\x1b[K${progressText(progress).slice(0, (stderr.columns ?? 80) - 1)}`);
    },
    clear() {
      stderr.write('\r\x1b[K');
    },
  };
}

/** Done of total, hosts waiting, found so far. */
export function progressText({ done, total, hostsWaiting, found }: Progress): string {
  const hosts = hostsWaiting === 1 ? '1 host' : `${hostsWaiting} hosts`;
  return `Checking links: ${done} of ${total}, ${hosts} waiting, ${found} found`;
}
