import type { HistoryRecord } from '../links/store/history.ts';
import type { Verdict, VerdictName } from '../links/types.ts';

/** What an audit tells of a link, from what wants a person first to what needs nobody. */
export const changeNames = [
  'newly-dead',
  'still-dead',
  'failing',
  'recovered',
  'moved',
  'blocked',
  'doubtful',
  'steady',
] as const;
export type ChangeName = (typeof changeNames)[number];

const changeOf: Record<VerdictName, ChangeName> = {
  invalid: 'doubtful',
  dead: 'still-dead',
  'soft-dead': 'still-dead',
  unreachable: 'failing',
  blocked: 'blocked',
  moved: 'moved',
  redirected: 'steady',
  insecure: 'doubtful',
  'broken-fragment': 'doubtful',
  ok: 'steady',
  skipped: 'steady',
};

/** What became of a link, by the history's record of it, this run's verdict included. */
export interface LinkChange {
  change: ChangeName;
  /** Whether it was not so in the run before. */
  isNew: boolean;
  /** Since when it is as it is, failing in whichever way, as ISO 8601. */
  since: string;
  /** Runs in a row that saw it so, this one included. */
  runs: number;
  firstSeen: string;
  /** When it was last fine; absent where it never was. */
  lastOk?: string;
  /** Of an archived repository: when it was first seen so. */
  archivedSince?: string;
}

const troubles = new Set<ChangeName>(['still-dead', 'failing', 'blocked', 'doubtful']);

/** What became of a link. Pure. */
export function linkChange(
  { verdict }: Pick<Verdict, 'verdict'>,
  { before, since, runs, firstSeen, lastOk, archivedSince }: HistoryRecord,
): LinkChange {
  const now = changeOf[verdict];
  const then = before && changeOf[before];
  const recovered = !troubles.has(now) && then !== undefined && troubles.has(then);
  const change = recovered ? 'recovered' : now === 'still-dead' && then !== now ? 'newly-dead' : now;
  return {
    change,
    isNew: recovered || then !== now,
    since,
    runs,
    firstSeen,
    ...(lastOk !== undefined && { lastOk }),
    ...(archivedSince !== undefined && { archivedSince }),
  };
}
