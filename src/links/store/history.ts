import type { LinkPast } from '../lasting.ts';
import type { Verdict, VerdictName } from '../types.ts';
import { verdictNames } from '../types.ts';
import type { Line } from './lines.ts';
import { openStore } from './store.ts';

/** What a link has been through. Worth keeping. */
export interface HistoryRecord extends Line {
  firstSeen: string;
  /** Last time that it was ok, moved or redirected. */
  lastOk?: string;
  /** As it is now, and since when in a row; ok, moved and redirected are one. */
  verdict: VerdictName;
  since: string;
  /** Runs in a row that saw it so. */
  runs: number;
  /** As the run before saw it; absent where this is the first. */
  before?: VerdictName;
  /** Of a repository: when it was first seen archived. */
  archivedSince?: string;
}

/** How many links had which verdict. */
export type VerdictCounts = Partial<Record<VerdictName, number>>;

/** One run, by the lists that it was about. Its `url` is `run:` and when it was, so that runs stand last in the file, in order. */
export interface RunRecord extends Line {
  lists: Record<string, VerdictCounts>;
}

export interface History {
  get(href: string): HistoryRecord | undefined;
  /** Takes a run's verdict in; what came from the cache is no new observation. */
  note(href: string, verdict: Verdict): HistoryRecord | undefined;
  /** Takes in how many links of each list had which verdict, once a run is over. */
  noteRun(lists: Record<string, VerdictCounts>): void;
  /** How long a link has been as it is, for `findingsOf`. */
  past(href: string): LinkPast | undefined;
  /** The runs that were noted, the oldest first. */
  runs(): RunRecord[];
  notices: readonly string[];
  close(): Promise<void>;
}

const dayMs = 86_400_000;
/** Links that no run has seen for so long are no longer in any list. */
const forgotten = 400 * dayMs;
/** Runs are few and small. */
const runsKept = 1_100 * dayMs;

/** Opens `.kempt/history.jsonl` or the like. @param now milliseconds since 1970 */
export async function openHistory(file: string, now: () => number = Date.now): Promise<History> {
  const store = await openStore<HistoryRecord | RunRecord>(file, {
    kind: 'history',
    version: 1,
    isRecord: (value) => isLinkRecord(value) || isRunRecord(value),
    isStale: (record) => now() - Date.parse(record.at) > ('lists' in record ? runsKept : forgotten),
  });
  const get = (href: string) => {
    const record = store.get(href);
    return record && 'verdict' in record ? record : undefined;
  };
  return {
    notices: store.notices,
    get,
    close: store.close,
    note(href, verdict) {
      if (verdict.fromCache || verdict.verdict === 'skipped') return get(href);
      const record = nextRecord(get(href), href, verdict, new Date(now()));
      store.put(record);
      return record;
    },
    noteRun(lists) {
      const at = new Date(now()).toISOString();
      store.put({ url: `run:${at}`, at, lists });
    },
    past(href) {
      const record = get(href);
      return record && { runs: record.runs, days: Math.floor((now() - Date.parse(record.since)) / dayMs) };
    },
    runs: () => [...store.all()].filter((record) => 'lists' in record).sort((a, b) => (a.at < b.at ? -1 : 1)),
  };
}

const well = new Set<VerdictName>(['ok', 'moved', 'redirected']);
/** Troubles that are one story: a host that is dying is unreachable one day and dead the next. */
const failing = new Set<VerdictName>(['dead', 'unreachable', 'soft-dead']);

/** The record after one more run. Pure. */
export function nextRecord(
  before: HistoryRecord | undefined,
  url: string,
  { verdict, repository }: Pick<Verdict, 'verdict' | 'repository'>,
  now: Date,
): HistoryRecord {
  const at = now.toISOString();
  const same = before !== undefined && storyOf(before.verdict) === storyOf(verdict);
  const lastOk = well.has(verdict) ? at : before?.lastOk;
  return {
    url,
    at,
    firstSeen: before?.firstSeen ?? at,
    ...(lastOk !== undefined && { lastOk }),
    verdict,
    since: same ? before.since : at,
    runs: same ? before.runs + 1 : 1,
    ...(before && { before: before.verdict }),
    ...(repository?.archived && { archivedSince: before?.archivedSince ?? at }),
  };
}

function storyOf(verdict: VerdictName): string {
  if (well.has(verdict)) return 'well';
  return failing.has(verdict) ? 'failing' : verdict;
}

function isTime(text: unknown): boolean {
  return typeof text === 'string' && !Number.isNaN(Date.parse(text));
}

function isLinkRecord(value: unknown): value is HistoryRecord {
  const record = value as Partial<HistoryRecord> | null | undefined;
  return (
    typeof record?.url === 'string' &&
    isTime(record.at) &&
    isTime(record.firstSeen) &&
    isTime(record.since) &&
    Number.isSafeInteger(record.runs) &&
    verdictNames.includes(record.verdict as VerdictName) &&
    [record.lastOk, record.archivedSince].every((time) => time === undefined || isTime(time))
  );
}

function isRunRecord(value: unknown): value is RunRecord {
  const record = value as Partial<RunRecord> | null | undefined;
  return (
    typeof record?.url === 'string' &&
    isTime(record.at) &&
    typeof record.lists === 'object' &&
    record.lists !== null &&
    Object.values(record.lists).every((counts) => typeof counts === 'object' && counts !== null)
  );
}
