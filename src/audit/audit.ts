import type { History, RunRecord, VerdictCounts } from '../links/store/history.ts';
import { type Verdict, verdictNames } from '../links/types.ts';
import { type Acknowledgement, acknowledgementOf, hasExpired, matchesAddress } from './acknowledged.ts';
import { type LinkChange, linkChange } from './changes.ts';
import type { AuditRules } from './settings.ts';

/** What an audit knows beside the verdicts. */
export interface Audit {
  /** What became of each link, by its address; those that were not asked are left out. */
  links: ReadonlyMap<string, LinkChange>;
  /** Links in trouble that are known, and so no findings. */
  acknowledged: Acknowledged[];
  /** The runs so far over these lists, this one included, the oldest first. */
  runs: PastRun[];
}

export interface Acknowledged extends Acknowledgement {
  /** The address that it holds for; `url` may be a pattern. */
  link: string;
}

/** A run: when it was, as ISO 8601, and how many links had which verdict. */
export interface PastRun {
  at: string;
  links: VerdictCounts;
}

/** A list of an audit: what its files are called together, and what holds for it. */
export interface AuditedList {
  path: string;
  rules: AuditRules;
}

/** Puts together what is known after a run. Pure but for what the history holds. */
export function createAudit(
  lists: readonly AuditedList[],
  verdicts: readonly Verdict[],
  { history, now }: { history: History; now: Date },
): Audit {
  const links = new Map<string, LinkChange>();
  for (const verdict of verdicts) {
    const record = history.get(verdict.url);
    if (record && verdict.verdict !== 'skipped') links.set(verdict.url, linkChange(verdict, record));
  }
  return {
    links,
    acknowledged: acknowledgedIn(lists, verdicts, now),
    runs: runsOf(
      lists.map(({ path }) => path),
      history.runs(),
    ),
  };
}

/** How many links of each list had which verdict, for the history. */
export function countsOf(verdicts: readonly Verdict[]): Record<string, VerdictCounts> {
  const lists = new Map<string, VerdictCounts>();
  for (const { verdict, places } of verdicts) {
    for (const path of new Set(places.map((place) => place.path))) {
      const counts = lists.get(path) ?? {};
      lists.set(path, counts);
      counts[verdict] = (counts[verdict] ?? 0) + 1;
    }
  }
  return Object.fromEntries(lists);
}

/** Whether there is something to say against a link, so that it can be acknowledged. */
export function isTroubled({ verdict, repository }: Verdict): boolean {
  return (verdict !== 'ok' && verdict !== 'skipped') || repository?.archived === true;
}

function acknowledgedIn(
  lists: readonly AuditedList[],
  verdicts: readonly Verdict[],
  now: Date,
): Acknowledged[] {
  const rulesOf = new Map(lists.map(({ path, rules }) => [path, rules]));
  return verdicts.filter(isTroubled).flatMap((verdict) => {
    for (const { path } of verdict.places) {
      const known = acknowledgementOf(verdict.url, rulesOf.get(path)?.acknowledged ?? [], now);
      if (known) return [{ ...known, link: verdict.url }];
    }
    return [];
  });
}

/** What a person should know of acknowledgements that no longer do anything; one sentence each. */
export function acknowledgementNotices(
  lists: readonly AuditedList[],
  verdicts: readonly Verdict[],
  now: Date,
): string[] {
  const all = new Set(lists.flatMap(({ rules }) => rules.acknowledged));
  return [...all].flatMap((one) => {
    const meant = verdicts.filter(({ url }) => matchesAddress(one.url, url));
    const isNeeded = meant.some(isTroubled);
    if (hasExpired(one, now)) {
      return isNeeded
        ? [`The acknowledgement of ${one.url} ran out on ${one.expires}; it said: ${one.reason}`]
        : [];
    }
    if (isNeeded) return [];
    const why = meant.length === 0 ? 'no link is meant by it' : 'all is well there';
    return [`The acknowledgement of ${one.url} can go: ${why}`];
  });
}

/** The runs that were about any of these lists, with what they saw in them. */
function runsOf(paths: readonly string[], runs: readonly RunRecord[]): PastRun[] {
  return runs.flatMap(({ at, lists }) => {
    const seen = paths.flatMap((path) => (Object.hasOwn(lists, path) ? [lists[path]!] : []));
    return seen.length > 0 ? [{ at, links: sum(seen) }] : [];
  });
}

function sum(all: readonly VerdictCounts[]): VerdictCounts {
  const total: VerdictCounts = {};
  for (const counts of all) {
    for (const name of verdictNames) {
      // A history may come from anywhere.
      const number = Number(counts[name]);
      if (Number.isSafeInteger(number) && number > 0) total[name] = (total[name] ?? 0) + number;
    }
  }
  return total;
}
