import type { BatchAdapter } from './adapters/adapter.ts';
import type { Case } from './inquiry.ts';

/** Cases that one question to a site may answer. */
export interface Batch {
  adapter: BatchAdapter;
  cases: Case[];
}

export type Job = Case | Batch;

export function isBatch(job: Job): job is Batch {
  return 'adapter' in job;
}

/** Cases by the queue they start in: as batches where a site answers for many, else at their own host. */
export function jobsOf(cases: readonly Case[], adapters: readonly BatchAdapter[]): Map<string, Job[]> {
  const jobs = new Map<string, Job[]>();
  const open = new Map<BatchAdapter, Case[]>();
  for (const one of cases) {
    const adapter = adapters.find(({ takes }) => takes(new URL(one.target.url)));
    if (!adapter) put(jobs, one.target.host, one);
    else collect(adapter, one);
  }
  for (const [adapter, rest] of open) if (rest.length > 0) put(jobs, adapter.host, { adapter, cases: rest });
  return jobs;

  function collect(adapter: BatchAdapter, one: Case): void {
    const batch = open.get(adapter) ?? [];
    batch.push(one);
    open.set(adapter, batch.length < adapter.size ? batch : []);
    if (batch.length >= adapter.size) put(jobs, adapter.host, { adapter, cases: batch });
  }
}

function put(jobs: Map<string, Job[]>, host: string, job: Job): void {
  const list = jobs.get(host);
  if (list) list.push(job);
  else jobs.set(host, [job]);
}
