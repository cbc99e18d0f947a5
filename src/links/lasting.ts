import type { Verdict, VerdictName } from './types.ts';

/** What an audit knows of how long a link has been as it is. */
export interface LinkPast {
  /** Failing runs in a row, with this one. */
  runs: number;
  /** Days since the first of them. */
  days: number;
  /** False where the run asked the link's host for other links too, and not one of them was well. */
  hostAnswers?: boolean;
}

/** How long a trouble must last before it weighs more than a warning. */
export interface Lasting {
  /** Runs in a row that must have failed. */
  runs: number;
  /** Days that must lie between the first of them and the last. */
  days: number;
  /** Runs that are enough for a 404 from a host that otherwise answers. */
  notFoundRuns: number;
  /** Runs that are enough for a 410. */
  goneRuns: number;
  /** Days after which a link that only opens in a browser becomes a warning. */
  blockedDays: number;
}

export const defaultLasting: Lasting = { runs: 3, days: 7, notFoundRuns: 2, goneRuns: 1, blockedDays: 90 };

/** Whether a trouble has lasted so long that it weighs more. Pure. */
export function hasLasted(
  { verdict, status }: Pick<Verdict, 'verdict' | 'status'>,
  past: LinkPast,
  lasting: Lasting = defaultLasting,
): boolean {
  if (verdict === 'blocked') return past.days >= lasting.blockedDays;
  if (verdict !== 'dead' && verdict !== 'unreachable') return false;
  if (verdict === 'dead' && status === 410) return past.runs >= lasting.goneRuns;
  if (verdict === 'dead' && status === 404 && past.hostAnswers !== false)
    return past.runs >= lasting.notFoundRuns;
  return past.runs >= lasting.runs && past.days >= lasting.days;
}

const well = new Set<VerdictName>(['ok', 'moved', 'redirected']);
const unasked = new Set<VerdictName>(['skipped', 'invalid']);

/**
 * Tells of an address whether its host answers for others: false where the host was asked for others as well and
 * none of them was well. A host that is asked for one link only has answered when it said 404.
 */
export function answeringHosts(verdicts: readonly Verdict[]): (url: string) => boolean {
  const hosts = new Map<string, { asked: number; well: number }>();
  for (const { url, verdict } of verdicts) {
    const host = unasked.has(verdict) ? undefined : hostOf(url);
    if (host === undefined) continue;
    const known = hosts.get(host) ?? { asked: 0, well: 0 };
    hosts.set(host, { asked: known.asked + 1, well: known.well + Number(well.has(verdict)) });
  }
  return (url) => {
    const known = hosts.get(hostOf(url) ?? '');
    return known === undefined || known.asked < 2 || known.well > 0;
  };
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}
