import type { Case, Inquiry } from './inquiry.ts';
import type { ProbeContext } from './probe.ts';
import type { Permit } from './scheduler.ts';
import { isDead } from './verdict.ts';
import type { Hearing } from './witnesses.ts';

/** How often a host that cannot be believed is asked for all of it again, and how often in a row it must stand by its word. */
const rounds = { most: 4, firm: 2 };

/**
 * Finds out whether a host can be believed that pages are gone. Where it has taken back no answer so far, one page that
 * it has shown and one that it calls gone are enough. Else all are asked for again, one at a time and slowly, until it
 * takes nothing back any more; what is left of one that never comes to that is called gone no longer.
 */
export async function hear(
  { host, gone, witness, tookBack }: Hearing,
  permit: Permit,
  { inquiry, context }: { inquiry: Inquiry; context: Pick<ProbeContext, 'pause' | 'options'> },
): Promise<void> {
  if (!witness) return;

  /** Whether the host shows what it has shown, and right after that still calls the other gone. */
  async function standsBy(one: Case | undefined): Promise<boolean> {
    if (!one || (await inquiry.denies(witness as NonNullable<typeof witness>, permit))) return false;
    await inquiry.again(one, permit);
    return isDead(one.attempts);
  }

  if (!tookBack && (await standsBy(gone.at(-1)))) return;
  let left = gone.filter(hasDied);
  let firm = 0;
  for (let round = 0; round < rounds.most && left.length > 0; round += 1) {
    for (const one of left) {
      permit.leave();
      context.pause(host, context.options.backoff);
      await inquiry.again(one, permit);
    }
    const isFirm = left.every(hasDied) && (await standsBy(left.at(-1)));
    firm = isFirm ? firm + 1 : 0;
    if (firm === rounds.firm) return;
    left = left.filter(hasDied);
  }
  for (const one of left) doubt(one, host);
}

function hasDied({ attempts }: Case): boolean {
  return isDead(attempts);
}

function doubt({ attempts }: Case, host: string): void {
  const last = attempts.at(-1);
  if (!last?.outcome) return;
  last.outcome = {
    says: 'unsettled',
    row: 'gone by turns',
    reason: `${last.outcome.reason}, but ${host} answers so for pages that are there, too`,
    note: 'Hosts that are asked often may answer so: open it in a browser',
  };
}
