import type { Repository, Verdict, VerdictName } from '../types.ts';
import { verdictNames } from '../types.ts';
import type { Line } from './lines.ts';
import { openStore } from './store.ts';

/** What the web said of an address, with fragment. Disposable. */
export interface CacheRecord extends Line {
  verdict: VerdictName;
  also?: VerdictName[];
  status?: number;
  code?: string;
  target?: string;
  reason: string;
  note?: string;
  /** URL and status of each hop. */
  chain: [url: string, status: number | null][];
  etag?: string;
  lastModified?: string;
  via: string;
  repository?: Repository;
  archived?: string;
  secure?: string;
}

/** What a cached verdict is given anew with; places are the run's own. */
export type CachedVerdict = Omit<Verdict, 'url' | 'places'>;

/** What a checker wants of a cache. */
export interface Cache {
  /** A verdict that is still fresh. */
  fresh(href: string): CachedVerdict | undefined;
  /** Validators of a page that was fine, for a conditional request. */
  validators(href: string): { [header: string]: string } | undefined;
  /** An archived copy that was found before, however long ago. */
  archived(href: string): string | undefined;
  put(href: string, verdict: Verdict): void;
  notices: readonly string[];
  close(): Promise<void>;
}

const hour = 3_600_000;
const day = 24 * hour;

/** How long a verdict holds. Good ones long, bad ones short, and what a wall said shortest. */
const timeToLive: Record<VerdictName, number> = {
  ok: day,
  moved: day,
  redirected: day,
  'broken-fragment': 6 * hour,
  dead: 6 * hour,
  'soft-dead': 6 * hour,
  insecure: 6 * hour,
  unreachable: hour,
  blocked: hour / 2,
  invalid: 0,
  skipped: 0,
};
/** Repositories change slowly, archived ones hardly ever. */
const repositoryLife = { alive: 7 * day, archived: 30 * day };
/** Without having been seen for so long, a record is dropped. */
const forgotten = 90 * day;

export interface CacheOptions {
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Overlays the times to live, in milliseconds. */
  timeToLive?: Partial<Record<VerdictName, number>>;
  /** No verdict holds for longer, not even a repository's; in milliseconds. */
  longest?: number;
}

/** Opens `.kempt/cache.jsonl` or the like. */
export async function openCache(file: string, options: CacheOptions = {}): Promise<Cache> {
  const now = options.now ?? Date.now;
  const lives = { ...timeToLive, ...options.timeToLive };
  const store = await openStore<CacheRecord>(file, {
    kind: 'cache',
    version: 1,
    isRecord,
    isStale: ({ at }) => now() - Date.parse(at) > forgotten,
  });
  return {
    notices: store.notices,
    close: store.close,
    fresh(href) {
      const record = store.get(href);
      if (!record) return undefined;
      const life = Math.min(lifeOf(record, lives), options.longest ?? Number.POSITIVE_INFINITY);
      return now() - Date.parse(record.at) < life ? verdictOf(record) : undefined;
    },
    validators(href): { [header: string]: string } | undefined {
      const record = store.get(href);
      if (record?.verdict !== 'ok') return undefined;
      const { etag, lastModified } = record;
      if (etag === undefined && lastModified === undefined) return undefined;
      return etag === undefined ? { 'if-modified-since': lastModified ?? '' } : { 'if-none-match': etag };
    },
    archived: (href) => store.get(href)?.archived,
    put(href, verdict) {
      if (!verdict.fromCache && lives[verdict.verdict] > 0)
        store.put(recordOf(href, verdict, new Date(now())));
    },
  };
}

function lifeOf({ verdict, repository }: CacheRecord, lives: Record<VerdictName, number>): number {
  if (!repository || (verdict !== 'ok' && verdict !== 'moved')) return lives[verdict];
  return Math.max(lives[verdict], repository.archived ? repositoryLife.archived : repositoryLife.alive);
}

function recordOf(href: string, verdict: Verdict, at: Date): CacheRecord {
  const { hops = [] } = verdict.evidence.attempts.at(-1) ?? {};
  const headers = hops.at(-1)?.headers ?? {};
  const {
    verdict: name,
    also,
    status,
    code,
    target,
    reason,
    note,
    via,
    repository,
    archived,
    secure,
  } = verdict;
  return {
    url: href,
    at: at.toISOString(),
    verdict: name,
    reason,
    via,
    chain: hops.map(({ url, status }) => [url, status ?? null]),
    ...(also.length > 0 && { also }),
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code }),
    ...(target !== undefined && { target }),
    ...(note !== undefined && { note }),
    ...(headers.etag && hops.length === 1 && { etag: headers.etag }),
    ...(headers['last-modified'] && hops.length === 1 && { lastModified: headers['last-modified'] }),
    ...(repository && { repository }),
    ...(archived && { archived }),
    ...(secure && { secure }),
  };
}

function verdictOf(record: CacheRecord): CachedVerdict {
  const { url, at, chain, etag, lastModified, also = [], ...rest } = record;
  const hops = chain.map(([url, status]) => ({
    url,
    headers: {},
    durationMs: 0,
    ...(status !== null && { status }),
  }));
  const attempt = { method: 'GET', pass: 1, hops, durationMs: 0, detail: `remembered from ${at}` } as const;
  return {
    ...rest,
    also,
    evidence: { url, attempts: [{ ...attempt, hops }], via: record.via },
    durationMs: 0,
    fromCache: true,
  };
}

function isRecord(value: unknown): value is CacheRecord {
  const record = value as Partial<CacheRecord> | null | undefined;
  return (
    typeof record?.url === 'string' &&
    typeof record.at === 'string' &&
    !Number.isNaN(Date.parse(record.at)) &&
    verdictNames.includes(record.verdict as VerdictName) &&
    typeof record.reason === 'string' &&
    typeof record.via === 'string' &&
    Array.isArray(record.chain) &&
    record.chain.every((hop) => Array.isArray(hop) && typeof hop[0] === 'string')
  );
}
