import type { Verdict } from './types.ts';

/** A run that asked nothing looks as if all were well: one sentence that says why, or none. */
export function unaskedNotice(verdicts: readonly Verdict[], isOffline = false): string[] {
  const [first] = verdicts;
  if (first === undefined || isOffline || verdicts.some(({ verdict }) => verdict !== 'skipped')) return [];
  const how = first.code === 'KEMPT_PRIVATE_ADDRESS' ? '; `--allow-private` asks such addresses' : '';
  return [`No link was asked: ${first.reason}${how}`];
}
