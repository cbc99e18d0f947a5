import type { BatchAdapter } from './adapters/adapter.ts';
import { type Batch, isBatch, isLaterLook, type Job, jobsOf } from './batches.ts';
import type { Case, Inquiry } from './inquiry.ts';
import { refuseOffline } from './offline.ts';
import type { ProbeContext } from './probe.ts';
import type { Permit, Scheduler } from './scheduler.ts';
import type { SecondOpinion } from './second-opinion.ts';
import { createAskSite } from './site-requests.ts';
import { isSuspect } from './soft.ts';
import type { Target } from './targets.ts';
import { isDead, isSettled, restsOnStatus } from './verdict.ts';

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

/**
 * Takes the targets out of their array: of a hundred thousand, those that are done must not be kept.
 *
 * Sites are asked for many at once, the rest one by one; whatever that leaves unsettled is looked at again, as a
 * browser, when no first look can start, and what would be called dead for its status once more when all first looks
 * are over: a run that waits for one host uses that time for the others.
 *
 * @throws {OfflineError} where this machine reaches nothing
 */
export async function runPasses(targets: Target[], passes: Passes): Promise<void> {
  const { scheduler, inquiry, opinion } = passes;
  const looks = createLooks(targets.length, passes);
  const jobs = jobsOf(targets.splice(0), passes.adapters);
  await scheduler.run(jobs, async (job, permit) => {
    if (isBatch(job)) return askAtOnce(job, permit, passes, looks);
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
    passes.done(job);
  });
}

/** What becomes of a case after each look. */
interface Looks {
  first(one: Case): void;
  doubted(one: Case): void;
}

function createLooks(asked: number, { scheduler, done, whole }: Passes): Looks {
  let firstLeft = asked;
  let online = false;
  const unsettled: Case[] = [];
  const doubted: Case[] = [];

  function again(cases: readonly Case[]): void {
    for (const one of cases) {
      one.look = one.look === 1 ? 2 : 3;
      scheduler.add(one.target.host, [one]);
    }
  }

  return {
    first(one) {
      firstLeft -= 1;
      online ||= hasAnswered(one);
      const last = one.attempts.at(-1);
      if (last && isSettled(last)) done(one);
      else unsettled.push(whole ? one : withoutBodies(one));
      if (firstLeft === 0) refuseOffline(unsettled, asked);
      if (online || firstLeft === 0) again(unsettled.splice(0));
      if (firstLeft === 0) again(doubted.splice(0));
    },
    doubted(one) {
      if (firstLeft === 0) again([one]);
      else doubted.push(one);
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
      scheduler.add(target.host, [target]);
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
