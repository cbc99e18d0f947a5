import type { BatchAdapter } from './adapters/adapter.ts';
import type { Case } from './inquiry.ts';
import type { Target } from './targets.ts';
import type { Hearing } from './witnesses.ts';

/** Targets that one question to a site may answer. */
export interface Batch {
  adapter: BatchAdapter;
  targets: Target[];
}

/** A target that was not looked at yet, many at once, a case that is to be looked at again, or what a host calls gone. */
export type Job = Target | Batch | Case | Hearing;

export function isBatch(job: Job): job is Batch {
  return 'adapter' in job;
}

export function isHearing(job: Job): job is Hearing {
  return 'gone' in job;
}

export function isLaterLook(job: Job): job is Case | Hearing {
  return 'look' in job || isHearing(job);
}

/** Makes jobs of targets: batches where a site answers for many, which are filled before they go. */
export interface Batches {
  /** Jobs by the queue they start in: a site's, else that of their own host. */
  jobsOf(targets: readonly Target[]): Map<string, Job[]>;
  /** The batches that are not full. */
  rest(): Map<string, Job[]>;
}

export function createBatches(adapters: readonly BatchAdapter[]): Batches {
  const open = new Map<BatchAdapter, Target[]>();

  function collect(jobs: Map<string, Job[]>, adapter: BatchAdapter, target: Target): void {
    const batch = open.get(adapter) ?? [];
    batch.push(target);
    open.set(adapter, batch.length < adapter.size ? batch : []);
    if (batch.length >= adapter.size) put(jobs, adapter.host, { adapter, targets: batch });
  }

  return {
    jobsOf(targets) {
      const jobs = new Map<string, Job[]>();
      for (const target of targets) {
        const adapter = adapters.length === 0 ? undefined : adapterOf(target, adapters);
        if (!adapter) put(jobs, target.host, target);
        else collect(jobs, adapter, target);
      }
      return jobs;
    },
    rest() {
      const jobs = new Map<string, Job[]>();
      for (const [adapter, targets] of open)
        if (targets.length > 0) put(jobs, adapter.host, { adapter, targets });
      open.clear();
      return jobs;
    },
  };
}

function adapterOf({ url }: Target, adapters: readonly BatchAdapter[]): BatchAdapter | undefined {
  const address = new URL(url);
  return adapters.find(({ takes }) => takes(address));
}

function put(jobs: Map<string, Job[]>, host: string, job: Job): void {
  const list = jobs.get(host);
  if (list) list.push(job);
  else jobs.set(host, [job]);
}
