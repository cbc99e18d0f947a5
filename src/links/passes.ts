import type { BatchAdapter } from './adapters/adapter.ts';
import { type Batch, createBatches, isBatch, isHearing, isLaterLook, type Job } from './batches.ts';
import { hear } from './hearing.ts';
import type { Case, Inquiry } from './inquiry.ts';
import { refuseOffline } from './offline.ts';
import type { ProbeContext } from './probe.ts';
import type { Permit, Scheduler } from './scheduler.ts';
import type { SecondOpinion } from './second-opinion.ts';
import { createAskSite } from './site-requests.ts';
import { isSuspect } from './soft.ts';
import type { Target } from './targets.ts';
import { isDead, isSettled, restsOnStatus } from './verdict.ts';
import { createWitnesses, type Hearing } from './witnesses.ts';

export interface Passes {
  scheduler: Scheduler<Job>;
  context: ProbeContext;
  adapters: readonly BatchAdapter[];
  inquiry: Inquiry;
  opinion: SecondOpinion;
  /** Told each case that has been asked enough. */
  done: (one: Case) => void;
  /** Whether bodies stay with the evidence. */
  whole: boolean;
}

/** The passes of one run, under way. */
export interface Asking {
  add(targets: readonly Target[]): void;
  /** No more targets come. */
  close(): void;
  /** Ends after the last one. */
  over: Promise<void>;
}

/**
 * Sites are asked for many at once, the rest one by one; whatever that leaves unsettled is looked at again, as a
 * browser, when no first look can start, and what would be called dead for its status once more when all first looks
 * are over: a run that waits for one host uses that time for the others. What a host that shows other pages still calls
 * gone, it is heard about when nothing else is to be asked of it.
 *
 * What it gives throws an OfflineError, in `close` or `over`, where this machine reaches nothing.
 */
export function startPasses(passes: Passes): Asking {
  const { scheduler, inquiry, opinion } = passes;
  const looks = createLooks(passes);
  const batches = createBatches(passes.adapters);
  const over = scheduler.run(async (job, permit) => {
    if (isBatch(job)) return askAtOnce(job, permit, passes, looks);
    if (isHearing(job)) {
      await hear(job, permit, passes);
      return looks.decided(job);
    }
    if (!isLaterLook(job)) {
      const one: Case = { target: job, attempts: [], look: 1 };
      await inquiry.first(one, permit);
      await opinion.doubt(one, permit);
      return looks.first(one);
    }
    if (job.look === 2) {
      await inquiry.second(job, permit);
      await opinion.doubt(job, permit);
      await opinion.seek(job, permit);
      if (restsOnStatus(job.attempts)) return looks.doubted(job);
    } else await inquiry.third(job, permit);
    if (isDead(job.attempts)) await opinion.archive(job, permit);
    looks.over(job);
  });
  return {
    over,
    add(targets) {
      looks.expect(targets.length);
      scheduler.add(batches.jobsOf(targets));
    },
    close() {
      scheduler.add(batches.rest());
      looks.close();
      scheduler.close();
    },
  };
}

/** What becomes of a case after each look. */
interface Looks {
  expect(count: number): void;
  /** No more are to be expected. */
  close(): void;
  first(one: Case): void;
  doubted(one: Case): void;
  /** The last of a case, unless its host cannot be believed. */
  over(one: Case): void;
  decided(hearing: Hearing): void;
}

function createLooks({ scheduler, done, whole }: Passes): Looks {
  let asked = 0;
  let firstLeft = 0;
  let open = true;
  let online = false;
  const unsettled: Case[] = [];
  const doubted: Case[] = [];
  const witnesses = createWitnesses();

  function again(cases: readonly Case[]): void {
    for (const one of cases) one.look = one.look === 1 ? 2 : 3;
    scheduler.add(cases.map((one) => [one.target.host, [one]]));
  }

  function areFirstOver(): boolean {
    return !open && firstLeft === 0;
  }

  function goOn(): void {
    if (areFirstOver()) refuseOffline(unsettled, asked);
    if (online || areFirstOver()) again(unsettled.splice(0));
    if (areFirstOver()) again(doubted.splice(0));
  }

  return {
    expect(count) {
      asked += count;
      firstLeft += count;
    },
    close() {
      open = false;
      goOn();
    },
    first(one) {
      firstLeft -= 1;
      online ||= hasAnswered(one);
      const last = one.attempts.at(-1);
      if (last && isSettled(last)) {
        witnesses.shown(one);
        done(one);
      } else {
        witnesses.awaits(one);
        unsettled.push(whole ? one : withoutBodies(one));
      }
      goOn();
    },
    doubted(one) {
      if (areFirstOver()) again([one]);
      else doubted.push(one);
    },
    over(one) {
      if (!restsOnStatus(one.attempts)) done(one);
      const hearing = witnesses.heard(one);
      if (hearing?.witness && hearing.gone.length > 0) scheduler.add([[hearing.host, [hearing]]]);
      else if (hearing) this.decided(hearing);
    },
    decided({ gone }) {
      for (const one of gone) {
        if (!isDead(one.attempts)) delete one.archived;
        done(one);
      }
    },
  };
}

function hasAnswered({ attempts }: Case): boolean {
  return attempts.some(({ hops }) => hops.some(({ status }) => status !== undefined));
}

/** What waits for another look waits without its body, but where that is evidence. */
function withoutBodies(one: Case): Case {
  for (const attempt of one.attempts) if (!isSuspect(attempt)) delete attempt.body;
  return one;
}

/** One question for many; what it leaves open is asked for as ordinary pages. */
async function askAtOnce(
  { adapter, targets }: Batch,
  permit: Permit,
  { context, scheduler }: Passes,
  looks: Looks,
): Promise<void> {
  const answers = await adapter.ask(targets, createAskSite(permit, context));
  for (const target of targets) {
    const answer = answers.get(target);
    if (!answer) {
      scheduler.add([[target.host, [target]]]);
      continue;
    }
    const { attempt, repository } = answer;
    looks.first({
      target,
      attempts: [attempt],
      look: 1,
      via: adapter.name,
      ...(repository && { repository }),
    });
  }
}
