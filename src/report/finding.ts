import type { VFileMessage } from 'vfile-message';

/** The rule of a finding as users name it: bare for kempt's own, `remark-lint:<id>` for bundled plugins. */
export function ruleOf(message: VFileMessage): string {
  const id = message.ruleId ?? 'unknown';
  return !message.source || message.source === 'kempt' ? id : `${message.source}:${id}`;
}

/** Where a finding begins and, where that is known, ends; 1-based, columns in UTF-16 code units, `endColumn` exclusive. */
export interface FindingRange {
  line: number;
  column: number;
  endLine?: number;
  endColumn?: number;
}

/** The range of a finding; absent for one about the file or the repository as a whole. */
export function rangeOf({ line, column, place }: VFileMessage): FindingRange | undefined {
  if (!line) return undefined;
  const start = { line, column: column ?? 1 };
  if (!place || !('end' in place)) return start;
  return { ...start, endLine: place.end.line, endColumn: place.end.column };
}

/** The line that a place begins in. */
export function lineOf(place: VFileMessage['place']): number | undefined {
  return place && ('start' in place ? place.start.line : place.line);
}

/** What stands beneath a finding: the address it is about unless it is empty or the reason names it, where else that stands, evidence. */
export function detailsOf({ reason, note, link, places = [] }: VFileMessage): string[] {
  const elsewhere = places.slice(1).map(({ start }) => start.line);
  return [
    ...(link && !names(reason, link) ? [link] : []),
    ...(link !== undefined && elsewhere.length > 0 ? [`Also in line ${elsewhere.join(', ')}`] : []),
    ...(note ? note.split('\n').filter((line) => line.trim() !== '') : []),
  ];
}

/** Whether a text holds the address itself, not only one that begins like it. */
function names(text: string, address: string): boolean {
  return text.split(/[\s“”]+/).some((word) => word.replace(/[,;.]+$/, '') === address);
}

/** Sorted by place, findings about the file or the repository as a whole first; equal ones keep their order. */
export function inSourceOrder(messages: readonly VFileMessage[]): VFileMessage[] {
  return messages.toSorted(
    (a, b) =>
      (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || compare(ruleOf(a), ruleOf(b)),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
