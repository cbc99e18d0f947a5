import type { VFileMessage } from 'vfile-message';
import type { Verdict } from '../links/types.ts';

/** One address with all that is said of it. */
export interface LinkItem {
  verdict: Verdict;
  messages: VFileMessage[];
  /** By what they are called. */
  places: Map<string, { path: string; line: number }>;
}

/** The lines that a finding is about. */
export function linesOf({ line, places }: VFileMessage): number[] {
  const lines = places?.map(({ start }) => start.line) ?? (line ? [line] : []);
  return [...new Set(lines)];
}
