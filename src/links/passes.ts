import type { BatchAdapter } from './adapters/adapter.ts';
import { type Batch, isBatch, type Job, jobsOf } from './batches.ts';
import type { Case, Inquiry } from './inquiry.ts';
import { refuseOffline } from './offline.ts';
import type { ProbeContext } from './probe.ts';
import type { Permit, Scheduler } from './scheduler.ts';
import type { SecondOpinion } from './second-opinion.ts';
import { createAskSite } from './site-requests.ts';
import { byHost, type Target } from './targets.ts';
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
 * The passes: sites are asked for many at once, the rest one by one; whatever that leaves unsettled is asked again
 * at its end, as a browser, and what would be called dead for its status once more after that.
 *
 * @throws {OfflineError} where this machine reaches nothing
 */
export async function runPasses(targets: Target[], passes: Passes): Promise<void> {
  const { scheduler, context, inquiry, opinion, done } = passes;
  const asked = targets.length;
  const unsettled: Case[] = [];
  const jobs = jobsOf(
    targets.splice(0).map((target) => ({ target, attempts: [] })),
    passes.adapters,
  );
  await scheduler.run(jobs, async (job, permit) => {
    if (isBatch(job)) return askAtOnce(job, permit, passes, unsettled);
    await inquiry.first(job, permit);
    await opinion.doubt(job, permit);
    settle(job, passes, unsettled);
  });

  refuseOffline(unsettled, asked);
  // A name that was not found must be asked for anew.
  context.sockets.names.forgetFaults();
  const doubted: Case[] = [];
  await again(unsettled.splice(0), async (one, permit) => {
    await inquiry.second(one, permit);
    await opinion.doubt(one, permit);
    await opinion.seek(one, permit);
    if (restsOnStatus(one.attempts)) doubted.push(one);
    else await finish(one, permit);
  });

  await again(doubted.splice(0), async (one, permit) => {
    await inquiry.third(one, permit);
    await finish(one, permit);
  });

  async function finish(one: Case, permit: Permit): Promise<void> {
    if (isDead(one.attempts)) await opinion.archive(one, permit);
    done(one);
  }

  function again(list: readonly Case[], work: (one: Case, permit: Permit) => Promise<void>): Promise<void> {
    return scheduler.run(byHost(list), (job, permit) => work(job as Case, permit));
  }
}

/** One question for many; what it leaves open is asked for as ordinary pages. */
async function askAtOnce(
  { adapter, cases }: Batch,
  permit: Permit,
  passes: Passes,
  unsettled: Case[],
): Promise<void> {
  const { context, scheduler } = passes;
  const answers = await adapter.ask(
    cases.map(({ target }) => target),
    createAskSite(permit, context),
  );
  for (const one of cases) {
    const answer = answers.get(one.target);
    if (!answer) {
      scheduler.add(one.target.host, [one]);
      continue;
    }
    one.attempts.push(answer.attempt);
    one.via = adapter.name;
    if (answer.repository) one.repository = answer.repository;
    settle(one, passes, unsettled);
  }
}

function settle(one: Case, { done, whole }: Passes, unsettled: Case[]): void {
  const last = one.attempts.at(-1);
  if (last && isSettled(last)) {
    done(one);
    return;
  }
  // What waits for the second pass waits without its body.
  if (!whole) for (const attempt of one.attempts) delete attempt.body;
  unsettled.push(one);
}
