import type { Table, TableRow } from 'mdast';
import type { Source } from '../source.ts';
import { rangeOf } from '../text/range.ts';

/**
 * Lines of text right beneath a table, without a blank line between: Markdown reads each of them as a row. A row that
 * has lost its pipes has others beneath it, or stands in a table that has none at its ends.
 */
export function swallowedRows({ children }: Table, source: Source): TableRow[] {
  const [header, ...rows] = children;
  if (!header || !writtenOf(header, source).startsWith('|')) return [];
  return rows.slice(rows.findLastIndex((row) => hasPipe(writtenOf(row, source))) + 1);
}

function writtenOf(row: TableRow, { text }: Source): string {
  const range = rangeOf(row);
  return range ? text.slice(range.start, range.end) : '';
}

function hasPipe(written: string): boolean {
  return /(?<!\\)\|/.test(written);
}
