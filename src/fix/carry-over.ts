import { diffArrays } from 'diff';
import { isCrlf } from './line-ending.ts';

/** Lines of a text from `from` up to but without `to`, counted from 0, and what stands there instead. */
interface Hunk {
  from: number;
  to: number;
  lines: string[];
}

/**
 * Makes the edits that lead from one text to another in a third one, which grew out of the first: all of them, or none
 * where it has changes of its own in the same lines. Its line endings stay its own.
 * @returns the third text with the edits; undefined where that cannot be
 */
export function carryOver(
  { before, after }: { before: string; after: string },
  working: string,
): string | undefined {
  if (working === before) return after;
  const base = linesOf(before);
  const own = hunks(base, linesOf(working));
  const wanted = hunks(base, linesOf(after)).filter((hunk) => !own.some((other) => isSame(hunk, other)));
  if (meet(wanted, own)) return undefined;
  const crlf = isCrlf(working);
  const lines = crlf ? linesOf(working) : working.split('\n');
  let shift = 0;
  let next = 0;
  for (const { from, to, lines: instead } of wanted) {
    for (let other = own[next]; other && other.to <= from; other = own[++next]) shift += growth(other);
    lines.splice(from + shift, to - from, ...instead);
    shift += instead.length - (to - from);
  }
  return lines.join(crlf ? '\r\n' : '\n');
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/);
}

function hunks(before: string[], after: string[]): Hunk[] {
  const found: Hunk[] = [];
  let line = 0;
  let last: Hunk | undefined;
  for (const { added, removed, value } of diffArrays(before, after)) {
    if (!added && !removed) {
      line += value.length;
      last = undefined;
      continue;
    }
    if (!last) {
      last = { from: line, to: line, lines: [] };
      found.push(last);
    }
    if (added) last.lines.push(...value);
    else {
      line += value.length;
      last.to = line;
    }
  }
  return found;
}

function growth({ from, to, lines }: Hunk): number {
  return lines.length - (to - from);
}

function isSame(a: Hunk, b: Hunk): boolean {
  return a.from === b.from && a.to === b.to && a.lines.join('\n') === b.lines.join('\n');
}

/** Whether two changes are about the same lines. Both in order, so one walk along both tells. */
function meet(these: readonly Hunk[], those: readonly Hunk[]): boolean {
  let next = 0;
  for (const one of these) {
    while (those[next] && those[next]!.to < one.from) next++;
    for (let at = next; those[at] && those[at]!.from <= one.to; at++)
      if (overlap(one, those[at]!)) return true;
  }
  return false;
}

/** Where one only adds lines it is not known whether they belong before or after what the other does there. */
function overlap(a: Hunk, b: Hunk): boolean {
  const adds = a.from === a.to || b.from === b.to;
  return adds ? a.from <= b.to && b.from <= a.to : a.from < b.to && b.from < a.to;
}
