import { KemptError } from '../kempt-error.ts';
import { faultOf } from './faults.ts';
import type { Case } from './inquiry.ts';

/** This machine reaches nothing: no verdict can be given. */
export class OfflineError extends KemptError {}

/** Faults that a machine without a network sees everywhere. */
const ownFaults = new Set(['unknown host', 'DNS failure', 'no route', 'no connection']);
/** Fewer unrelated hosts than this may well be gone together. */
const enoughHosts = 3;

/**
 * Throws where unrelated hosts all fail alike and nothing at all has answered.
 *
 * @param unsettled what the first pass left
 * @param asked how many were asked
 * @throws {OfflineError}
 */
export function refuseOffline(unsettled: readonly Case[], asked: number): void {
  if (unsettled.length < asked) return;
  const codes = unsettled
    .map(({ attempts }) => attempts.at(-1)?.code)
    // What was not asked because others of its host timed out says no more than they do.
    .filter((code) => code !== 'KEMPT_HOST_SILENT');
  if (codes.includes(undefined)) return;
  const faults = new Set(codes.map((code) => faultOf(code as string).row));
  const domains = new Set(unsettled.map(({ target }) => domainOf(target.host)));
  const [fault = ''] = faults;
  if (faults.size !== 1 || !ownFaults.has(fault) || domains.size < enoughHosts) return;
  const answered = unsettled.some(({ attempts }) =>
    attempts.some(({ hops }) => hops.some(({ status }) => status)),
  );
  if (answered) return;
  throw new OfflineError('This machine seems to be offline, so nothing can be said about the links', {
    hint: `All ${domains.size} hosts fail alike (${fault}): check the network and the name servers, or use --offline`,
  });
}

/** Near enough to the registrable domain to tell unrelated hosts. */
function domainOf(host: string): string {
  return host.replace(/:\d+$/, '').split('.').slice(-2).join('.');
}
