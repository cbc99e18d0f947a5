import type { Case } from './inquiry.ts';
import { all } from './several.ts';
import type { Cache } from './store/cache.ts';
import { placesOf } from './targets.ts';
import type { Progress, Verdict } from './types.ts';
import { conclude } from './verdict.ts';

/** Verdicts that are no finding. */
const quiet = new Set(['ok', 'moved', 'redirected', 'skipped']);

/** Counts verdicts and passes them on. */
export interface Tally {
  expect(more: number): void;
  verdict(verdict: Verdict): void;
  /** One verdict for each address of a case that has been asked enough, once all places of all addresses are known. */
  case(one: Case): void;
  /** All places are known. */
  placed(): void;
}

export interface TallyOptions {
  push: (verdict: Verdict) => void;
  onProgress: ((progress: Progress) => void) | undefined;
  hostsWaiting: () => number;
  cache: Cache | undefined;
  /** Whether bodies stay with the evidence. */
  whole: boolean;
}

export function createTally({ push, onProgress, hostsWaiting, cache, whole }: TallyOptions): Tally {
  const progress = { done: 0, total: 0, found: 0 };
  let early: Case[] | undefined = [];

  function verdict(one: Verdict): void {
    progress.done += 1;
    if (!quiet.has(one.verdict)) progress.found += 1;
    push(one);
    onProgress?.({ ...progress, hostsWaiting: hostsWaiting() });
  }

  function decide({ target, attempts, via = 'http', repository, archived, secure }: Case): void {
    const durationMs = attempts.reduce((sum, attempt) => sum + attempt.durationMs, 0);
    for (const asked of all(target.asked)) {
      const { url, href, fragment } = asked;
      const evidence = { url, attempts, via };
      const rest = {
        places: placesOf(asked),
        evidence,
        durationMs,
        fromCache: false,
        via,
        ...(repository && { repository }),
        ...(archived && { archived }),
        ...(secure && { secure }),
      };
      const one: Verdict = { url, ...conclude(evidence, fragment), ...rest };
      cache?.put(href, one);
      verdict(one);
    }
  }

  return {
    verdict,
    expect(more) {
      progress.total += more;
    },
    case(one) {
      if (!whole) for (const attempt of one.attempts) delete attempt.body;
      if (early) early.push(one);
      else decide(one);
    },
    placed() {
      for (const one of early ?? []) decide(one);
      early = undefined;
    },
  };
}
