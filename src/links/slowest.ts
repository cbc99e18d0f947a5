import type { HostTime } from './types.ts';

/** A host that kept the run for less is not worth a word, in milliseconds. */
const worthAWord = 5_000;

/** What a reader should know of hosts that kept the run: one sentence, or none. */
export function slowestNotice(hosts: readonly HostTime[]): string[] {
  const slow = hosts.filter(({ durationMs }) => durationMs >= worthAWord);
  if (slow.length === 0) return [];
  const each = slow.map(({ host, requests, durationMs, waitedMs }) => {
    const waited = waitedMs >= 1_000 ? `, ${seconds(waitedMs)} of it because the host asked to wait` : '';
    return `${host} ${seconds(durationMs)} for ${requests} requests${waited}`;
  });
  return [`The slowest hosts: ${each.join('; ')}`];
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
