import type { AuditSettings } from '../config/config.ts';
import { defaultLasting, type Lasting } from '../links/lasting.ts';
import type { Acknowledgement } from './acknowledged.ts';

/** What an audit goes by for one list, resolved. */
export interface AuditRules {
  lasting: Lasting;
  acknowledged: readonly Acknowledgement[];
  /** Whether an address is left out. */
  excludes: (url: string) => boolean;
}

/** Resolves what a configuration says of audits. */
export function auditRules({ exclude = [], acknowledged = [], ...given }: AuditSettings = {}): AuditRules {
  const patterns = exclude.map((pattern) => new RegExp(pattern));
  const { runs, days, notFoundRuns, goneRuns, blockedDays } = { ...defaultLasting, ...given };
  return {
    lasting: { runs, days, notFoundRuns, goneRuns, blockedDays },
    acknowledged,
    excludes: (url) => patterns.some((pattern) => pattern.test(url)),
  };
}
