import { structuredPatch } from 'diff';
import picocolors from 'picocolors';
import { forTerminal } from '../report/escape.ts';

export interface DiffOptions {
  /** Path of the file, with forward slashes. */
  path: string;
  /** For a terminal: coloured, and nothing in the list can move the cursor. Without it the text is exact, for `patch`. */
  colour: boolean;
}

/** A unified diff from one text to another, as `git diff` writes it; empty where they are equal. */
export function unifiedDiff(before: string, after: string, { path, colour }: DiffOptions): string {
  if (before === after) return '';
  const { hunks } = structuredPatch(path, path, before, after, undefined, undefined, { context: 3 });
  const paint = picocolors.createColors(colour);
  const paintOf: Record<string, (line: string) => string> = { '+': paint.green, '-': paint.red };
  const lines = hunks.flatMap((hunk) => [
    paint.cyan(
      `@@ -${rangeText(hunk.oldStart, hunk.oldLines)} +${rangeText(hunk.newStart, hunk.newLines)} @@`,
    ),
    ...hunk.lines.map((line) => (paintOf[line[0]!] ?? String)(colour ? forTerminal(line) : line)),
  ]);
  const name = forTerminal(path.replace(/^\/+/, ''));
  return [paint.bold(`--- a/${name}`), paint.bold(`+++ b/${name}`), ...lines]
    .map((line) => `${line}\n`)
    .join('');
}

function rangeText(start: number, lines: number): string {
  // Of no lines, the one before is named.
  if (lines === 0) return `${start - 1},0`;
  return lines === 1 ? String(start) : `${start},${lines}`;
}
