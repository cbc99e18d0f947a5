import type { Table, TableCell } from 'mdast';
import { plainText } from '../list/plain-text.ts';
import type { Source } from '../source.ts';
import { type Range, rangeOf } from '../text/range.ts';

/** What a cell holds. */
export interface Value {
  /** As written, without the blanks around it. */
  raw: string;
  /** As a reader sees it. */
  text: string;
  /** Where it stands in the source; for an empty cell the cell. */
  range: Range;
}

/** One column of all tables of a list that have the same header. */
export interface Column {
  title: string;
  values: Value[];
  /** The other columns of the tables, without that of the names. */
  beside: readonly Column[];
}

/** The columns of tables but for the first, which holds the names; those of tables with one header are one. */
export function columnsOf(tables: readonly Table[], source: Source): Column[] {
  const byHeader = new Map<string, Column[]>();
  for (const { children } of tables) {
    const [header, ...rows] = children;
    const titles = header?.children.map((cell) => plainText(cell).trim()) ?? [];
    const key = titles.join('\u0000').toLowerCase();
    const columns = byHeader.get(key) ?? titles.map((title): Column => ({ title, values: [], beside: [] }));
    byHeader.set(key, columns);
    for (const row of rows) {
      if (row.children.every(isEmpty)) continue;
      for (const [index, cell] of row.children.entries()) {
        const value = valueIn(cell, source);
        if (value) columns[index]?.values.push(value);
      }
    }
  }
  return [...byHeader.values()].flatMap(([, ...columns]) =>
    columns.map((column) => ({ ...column, beside: columns.filter((other) => other !== column) })),
  );
}

/** Whether a cell shows nothing. */
export function isEmpty(cell: TableCell): boolean {
  return cell.children.every((child) => child.type === 'text' && child.value.trim() === '');
}

function valueIn(cell: TableCell, source: Source): Value | undefined {
  const whole = rangeOf(cell);
  const first = rangeOf(cell.children[0]);
  const last = rangeOf(cell.children.at(-1));
  if (!whole) return undefined;
  const range = first && last ? { start: first.start, end: last.end } : whole;
  const raw = first && last ? source.text.slice(range.start, range.end).trim() : '';
  return { raw, text: plainText(cell, { alt: true }).trim(), range };
}
