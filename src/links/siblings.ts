import { randomBytes } from 'node:crypto';
import { type ProbeContext, probe } from './probe.ts';
import type { Permit } from './scheduler.ts';
import type { Attempt } from './types.ts';

/** Asks for addresses that cannot exist, to see whether a host answers all alike. */
export interface Siblings {
  /** Whether a made-up address in the same folder is answered as `attempt` was. */
  alike(attempt: Attempt, permit: Permit): Promise<boolean>;
}

/** One question for each folder of a host. */
export function createSiblings(context: ProbeContext): Siblings {
  const known = new Map<string, Promise<Attempt>>();
  return {
    async alike(attempt, permit) {
      const url = siblingOf(attempt.hops[0]?.url ?? '');
      const folder = url.slice(0, url.lastIndexOf('/'));
      let sibling = known.get(folder);
      // Whoever waits for another's question must not stand in its way.
      if (sibling) permit.leave();
      else {
        sibling = probe(
          { url, fragments: [], validators: undefined, pass: 2, manner: 'browser', line: 'fresh' },
          permit,
          context,
        );
        known.set(folder, sibling);
      }
      return isAlike(attempt, await sibling);
    },
  };
}

function siblingOf(address: string): string {
  const url = new URL(address);
  const folder = url.pathname.replace(/\/$/, '').replace(/[^/]*$/, '');
  return `${url.origin}${folder}${randomBytes(9).toString('hex')}`;
}

function isAlike(attempt: Attempt, sibling: Attempt): boolean {
  const [mine, other] = [attempt.hops.at(-1), sibling.hops.at(-1)];
  if (mine?.status === undefined || mine.status !== other?.status) return false;
  if (attempt.hops.length > 1 && mine.url === other.url) return true;
  const heads = ({ page }: Attempt) => JSON.stringify([page?.title, page?.heading]);
  return attempt.page?.title !== undefined && heads(attempt) === heads(sibling);
}
