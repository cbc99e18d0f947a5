import type { LinkPast } from '../findings.ts';
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
}

export interface History {
  get(href: string): HistoryRecord | undefined;
  /** Takes a run's verdict in; what came from the cache is no new observation. */
  note(href: string, verdict: Verdict): HistoryRecord | undefined;
  /** How long a link has been as it is, for `findingsOf`. */
  past(href: string): LinkPast | undefined;
  notices: readonly string[];
  close(): Promise<void>;
}

const dayMs = 86_400_000;

/** Opens `.kempt/history.jsonl` or the like. @param now milliseconds since 1970 */
export async function openHistory(file: string, now: () => number = Date.now): Promise<History> {
  const store = await openStore<HistoryRecord>(file, { kind: 'history', version: 1, isRecord });
  return {
    notices: store.notices,
    get: store.get,
    close: store.close,
    note(href, verdict) {
      if (verdict.fromCache || verdict.verdict === 'skipped') return store.get(href);
      const record = nextRecord(store.get(href), href, verdict.verdict, new Date(now()));
      store.put(record);
      return record;
    },
    past(href) {
      const record = store.get(href);
      return record && { runs: record.runs, days: Math.floor((now() - Date.parse(record.since)) / dayMs) };
    },
  };
}

const well = new Set<VerdictName>(['ok', 'moved', 'redirected']);
/** Troubles that are one story: a host that is dying is unreachable one day and dead the next. */
const failing = new Set<VerdictName>(['dead', 'unreachable', 'soft-dead']);

/** The record after one more run. Pure. */
export function nextRecord(
  before: HistoryRecord | undefined,
  url: string,
  verdict: VerdictName,
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
  };
}

function storyOf(verdict: VerdictName): string {
  if (well.has(verdict)) return 'well';
  return failing.has(verdict) ? 'failing' : verdict;
}

function isRecord(value: unknown): value is HistoryRecord {
  const record = value as Partial<HistoryRecord> | null | undefined;
  const isTime = (text: unknown) => typeof text === 'string' && !Number.isNaN(Date.parse(text));
  return (
    typeof record?.url === 'string' &&
    isTime(record.at) &&
    isTime(record.firstSeen) &&
    isTime(record.since) &&
    Number.isSafeInteger(record.runs) &&
    verdictNames.includes(record.verdict as VerdictName)
  );
}
