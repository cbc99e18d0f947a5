import type { Edit, Fix } from '../message.ts';

/** UTF-16 code units: a repair that reaches further is for the fixer, not for a comment on a line. */
const farthest = 4_000;
const mostLines = 5;

/** The edits of a fix as one; absent where they overlap, lie outside the text or far from each other. */
export function replacementOf(source: string, fix: Fix): Edit | undefined {
  const edits = fix.edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const start = edits[0]?.start ?? -1;
  const end = edits.at(-1)?.end ?? -1;
  if (start < 0 || end > source.length || end - start > farthest) return undefined;
  let at = start;
  let text = '';
  for (const edit of edits) {
    if (edit.start < at || edit.end < edit.start) return undefined;
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text.length <= farthest ? { start, end, text } : undefined;
}

/** The lines that a fix touches as they should read; no lines where they should go. Absent where they are too many to show. */
export function correctedLines(source: string, fix: Fix): string[] | undefined {
  const edit = replacementOf(source, fix);
  if (!edit) return undefined;
  const before = source.slice(Math.max(0, edit.start - farthest), edit.start);
  const after = source.slice(edit.end, edit.end + farthest);
  const head = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  // An edit that takes the end of its line with it leaves the next line as it is.
  const endsLine = edit.end > edit.start && /[\n\r]/.test(source[edit.end - 1] ?? '');
  const tail = endsLine ? '' : (/^[^\n\r]*/.exec(after)?.[0] ?? '');
  const whole = `${head}${edit.text}${tail}`;
  if (whole.length > farthest) return undefined;
  const text = endsLine ? whole.replace(/(?:\r\n|\n|\r)$/, '') : whole;
  const lines = text === '' ? [] : text.split(/\r\n|\n|\r/);
  return lines.length <= mostLines ? lines : undefined;
}
