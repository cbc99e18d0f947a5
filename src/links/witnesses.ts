import type { Case } from './inquiry.ts';
import { hostOf } from './normalise.ts';
import type { Attempt } from './types.ts';
import { restsOnStatus } from './verdict.ts';

/** A page that its host has shown, and the manner of who was shown it. */
export interface Witness {
  url: string;
  manner: NonNullable<Attempt['manner']>;
}

/** What a host calls gone, when all that it was asked for has been looked at. */
export interface Hearing {
  host: string;
  gone: Case[];
  /** Absent where the host has shown nothing. */
  witness: Witness | undefined;
  /** Whether the host has called a page gone and then shown it. */
  tookBack: boolean;
}

/**
 * Who speaks for and against hosts that call pages gone: some answer 404 to whoever asks too often. What a host
 * calls gone is kept until nothing else is to be asked of it.
 */
export interface Witnesses {
  /** The first look at a case was enough. */
  shown(one: Case): void;
  /** It was not: the case will be heard. */
  awaits(one: Case): void;
  /** All looks at a case are over; it is kept where a status calls it gone. Gives what was kept once it is the host's last. */
  heard(one: Case): Hearing | undefined;
}

export function createWitnesses(): Witnesses {
  const awaited = new Map<string, number>();
  const kept = new Map<string, Hearing>();
  const witnesses = new Map<string, Witness>();

  function note(host: string, { target, attempts }: Case): void {
    const fine = attempts.findLast(isFine);
    if (fine?.manner) witnesses.set(host, { url: target.url, manner: fine.manner });
  }

  return {
    shown(one) {
      const host = answering(one);
      if (!witnesses.has(host)) note(host, one);
    },
    awaits(one) {
      const host = answering(one);
      awaited.set(host, (awaited.get(host) ?? 0) + 1);
    },
    heard(one) {
      const host = answering(one);
      const hearing = kept.get(host) ?? { host, gone: [], witness: undefined, tookBack: false };
      if (restsOnStatus(one.attempts)) hearing.gone.push(one);
      if (isTakenBack(one)) hearing.tookBack = true;
      if (isTakenBack(one) || !witnesses.has(host)) note(host, one);
      const left = (awaited.get(host) ?? 1) - 1;
      if (left > 0) {
        awaited.set(host, left);
        kept.set(host, hearing);
        return undefined;
      }
      awaited.delete(host);
      kept.delete(host);
      return { ...hearing, witness: witnesses.get(host) };
    },
  };
}

/** The host that answered the first look: another than the link's own where that sends its visitors on. */
function answering({ attempts: [first], target }: Case): string {
  const last = first?.manner && first.hops.at(-1);
  return last ? hostOf(new URL(last.url)) : target.host;
}

function isFine({ outcome }: Attempt): boolean {
  return outcome?.says === 'fine';
}

function isTakenBack({ attempts }: Case): boolean {
  const asked = attempts.filter(({ manner }) => manner !== undefined);
  return asked.some(isFine) && asked.some(({ outcome }) => outcome?.says === 'gone');
}
