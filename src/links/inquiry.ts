import { hostOf } from './normalise.ts';
import { type ProbeContext, type ProbeTask, probe } from './probe.ts';
import type { Permit } from './scheduler.ts';
import { all } from './several.ts';
import { createSiblings } from './siblings.ts';
import { isSuspect } from './soft.ts';
import type { Cache } from './store/cache.ts';
import type { Target } from './targets.ts';
import type { Attempt, Repository } from './types.ts';
import { outcomeOf, type Policy, wantsConfirmation } from './verdict.ts';
import type { Witness } from './witnesses.ts';

/** A target and what was seen of it so far. */
export interface Case {
  target: Target;
  attempts: Attempt[];
  /** The look that is under way or next. */
  look: 1 | 2 | 3;
  /** The site adapter that answered, if one did. */
  via?: string;
  /** Of a dead link, where one was looked for and found. */
  archived?: string;
  /** The address on https, where the same page is there. */
  secure?: string;
  repository?: Repository;
}

/** The ways of asking. All add attempts to the case, each with its outcome. */
export interface Inquiry {
  /** As who kempt is. */
  first(one: Case, permit: Permit): Promise<void>;
  /** As a browser, on fresh sockets, HTTP/2 offered; once more where something is left open. */
  second(one: Case, permit: Permit): Promise<void>;
  /** Once more, later, where a page would be called dead for its status: some hosts answer 404 by turns. */
  third(one: Case, permit: Permit): Promise<void>;
  /** As a browser, where the host's word is doubted. */
  again(one: Case, permit: Permit): Promise<void>;
  /** Whether the host now calls gone what it has shown before. */
  denies(witness: Witness, permit: Permit): Promise<boolean>;
}

type How = Pick<ProbeTask, 'pass' | 'manner' | 'line'>;

const asOurselves: How = { pass: 1, manner: 'plain', line: 'kept' };
const asBrowser: How = { pass: 2, manner: 'browser', line: 'h2' };
const asOldBrowser: How = { pass: 2, manner: 'browser', line: 'fresh' };
const asStranger: How = { pass: 2, manner: 'plain', line: 'h2' };

export function createInquiry(
  context: ProbeContext,
  policyFor: (host: string) => Policy,
  cache: Cache | undefined,
): Inquiry {
  const siblings = createSiblings(context);

  async function ask({ target, attempts }: Case, permit: Permit, how: How): Promise<Attempt> {
    const fragments = all(target.asked).flatMap(({ fragment }) => (fragment === undefined ? [] : [fragment]));
    const [only, ...others] = all(target.asked);
    const validators =
      how.pass === 1 && only && others.length === 0 ? cache?.validators(only.href) : undefined;
    const attempt = await probe({ url: target.url, fragments, validators, ...how }, permit, context);
    attempt.outcome = outcomeOf(attempt, policyFor(target.host));
    attempts.push(attempt);
    return attempt;
  }

  /** What looks wrong in the last attempt is looked at again, beside the answer to a made-up address. */
  async function lookBeside({ target, attempts }: Case, permit: Permit): Promise<void> {
    const last = attempts.at(-1);
    if (!last || !isSuspect(last)) return;
    const alike = await siblings.alike(last, permit);
    for (const attempt of attempts.filter(isSuspect)) {
      attempt.siblingAlike = alike;
      attempt.outcome = outcomeOf(attempt, policyFor(target.host));
    }
  }

  return {
    async first(one, permit) {
      await ask(one, permit, asOurselves);
    },
    async second(one, permit) {
      const attempt = await ask(one, permit, asBrowser);
      const old = brokeBelowHttp(attempt);
      if (old) await ask(one, permit, asOldBrowser);
      if (wantsConfirmation(one.attempts)) await ask(one, permit, old ? asOldBrowser : asBrowser);
      await lookBeside(one, permit);
    },
    async third(one, permit) {
      await ask(one, permit, asStranger);
    },
    async again(one, permit) {
      await ask(one, permit, asBrowser);
    },
    async denies({ url, manner }, permit) {
      const target = { url, host: hostOf(new URL(url)), asked: [] };
      const { outcome } = await ask({ target, attempts: [], look: 3 }, permit, { ...asStranger, manner });
      return outcome?.says === 'gone';
    },
  };
}

/** HTTP/2 was offered and something below HTTP broke: the older version may do. */
function brokeBelowHttp({ code, hops }: Attempt): boolean {
  if (code === undefined || hops.at(-1)?.status !== undefined) return false;
  return /^(ECONNRESET|UND_ERR_|ERR_HTTP2|HPE_|EPIPE|ERR_SSL_|EPROTO)/.test(code);
}
