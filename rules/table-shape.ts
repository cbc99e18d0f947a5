import type { Table, TableRow } from 'mdast';
import { eachNode } from '../src/each-node.ts';
import { plainText } from '../src/list/plain-text.ts';
import type { Fix } from '../src/message.ts';
import { defineRule, type Finding } from '../src/rule.ts';
import type { Source } from '../src/source.ts';
import { columnsOf, isEmpty } from '../src/table-shape/columns.ts';
import { type Outsider, outsidersOf } from '../src/table-shape/outsiders.ts';
import { swallowedRows } from '../src/table-shape/swallowed.ts';
import { type UnreadTable, unreadTables } from '../src/table-shape/unread.ts';
import { rangeOf } from '../src/text/range.ts';

export default defineRule({
  id: 'table-shape',
  summary: 'Rows of a table have a cell for each column, and in it one of the values that the column holds',
  category: 'entry',
  severity: { house: 'warning', awesome: 'warning', minimal: 'off' },
  fix: 'suggested',
  options: {
    values: { default: true, about: 'Whether values outside of a column’s small vocabulary are reported' },
  },
  since: '0.1.0',
  docs: {
    finds: `Rows with more or fewer cells than the header, unless most rows of the table have as few; what stands in a cell too many is
not shown at all. Rows that are shown as text, because the row of dashes beneath their header is missing, stands apart or has another number of cells. Text right beneath a table, which is read as a row of it. In columns that repeat few values (all tables with one header taken together) values that are written otherwise than
the others (\`\` \`No\` \`\` among \`No\`) or have a slip (\`Unkown\`), and, where a column knows no more than three values, any other; an empty cell is an answer where a column
beside it has the same values or nothing. The first column holds the names and is left alone.`,
    why: 'Readers compare along the columns, and so do scripts, for which `` `No` `` is not `No`.',
    bad: `# Awesome Tea

| Tea | Taste | Caffeine |
| --- | --- | --- |
| [Assam](https://example.com/assam) | Malty | Yes | |
| [Ceylon](https://example.com/ceylon) | Yes |
`,
    good: `# Awesome Tea

| Tea | Taste | Caffeine |
| --- | --- | --- |
| [Assam](https://example.com/assam) | Malty | Yes |
| [Ceylon](https://example.com/ceylon) | Bright | Yes |
`,
    whenOff: 'Cells at the end of rows are left out on purpose, and columns hold what they like.',
  },

  list(_, { tree, source, options, report }) {
    for (const unread of unreadTables(tree, source)) report(unreadFinding(unread, source));
    const tables: Table[] = [];
    eachNode(tree, (node) => {
      if (node.type === 'table') tables.push(node);
      return node.type === 'table' || node.type === 'paragraph' ? 'skip' : undefined;
    });
    for (const table of tables) for (const finding of rowFindings(table, source)) report(finding);
    if (!options.values) return;
    for (const column of columnsOf(tables, source)) {
      for (const outsider of outsidersOf(column)) report(valueFinding(outsider, source));
    }
  },
});

function* rowFindings(table: Table, source: Source): Generator<Finding> {
  const [header, ...all] = table.children;
  const expected = header?.children.length ?? 0;
  const swallowed = swallowedRows(table, source);
  const rows = all.slice(0, all.length - swallowed.length);
  if (swallowed.length > 0) yield swallowedFinding(swallowed, source);
  const short = rows.filter((row) => row.children.length < expected).length;
  for (const row of rows) {
    // Empty rows are spacers.
    if (row.children.every(isEmpty)) continue;
    if (row.children.length > expected) yield longRow(row, expected, source);
    else if (row.children.length < expected && short * 2 <= rows.length)
      yield shortRow(row, expected, source);
  }
}

function unreadFinding({ start, end, reason, edits }: UnreadTable, source: Source): Finding {
  return {
    at: source.place(start, end),
    reason,
    fix: edits && { kind: 'suggested', touches: ['layout', 'text', 'order'], edits },
  };
}

/** One finding for all lines up to the next blank one: set apart from the table they are a paragraph. */
function swallowedFinding(rows: readonly TableRow[], source: Source): Finding {
  const { start = 0 } = rangeOf(rows[0]) ?? {};
  const { end = start } = rangeOf(rows.at(-1)) ?? {};
  const [blanks] = /(?<=\n)[ \t]*$/.exec(source.text.slice(Math.max(0, start - 100), start)) ?? [];
  const lineStart = start - (blanks?.length ?? 0);
  return {
    at: rows[0],
    reason: 'This line is read as a row of the table above it: a blank line is missing between them',
    // Within a quote a blank line is not blank.
    fix:
      blanks === undefined
        ? undefined
        : {
            kind: 'suggested',
            touches: ['layout', 'text', 'order'],
            edits: [{ start: lineStart, end, text: `\n${source.text.slice(lineStart, end)}` }],
          },
  };
}

/** Cells that are left out are shown empty: the fix writes them so, and a person sees which one is missing. */
function shortRow(row: TableRow, expected: number, source: Source): Finding {
  const range = rangeOf(row);
  const missing = expected - row.children.length;
  const isClosed = range !== undefined && source.text[range.end - 1] === '|';
  return {
    at: row,
    reason: `A row of ${cells(row.children.length)}, where the header has ${expected}`,
    fix: isClosed
      ? {
          kind: 'suggested',
          touches: ['layout'],
          edits: [{ start: range.end, end: range.end, text: ' |'.repeat(missing) }],
        }
      : undefined,
  };
}

function cells(count: number): string {
  return count === 1 ? 'one cell' : `${count} cells`;
}

function longRow(row: TableRow, expected: number, source: Source): Finding {
  const extra = row.children.slice(expected);
  const reason = `A row of ${cells(row.children.length)}, where the header has ${expected}`;
  const start = rangeOf(extra[0])?.start;
  const end = rangeOf(row)?.end;
  const at = start === undefined || end === undefined ? row : source.place(start, end);
  if (extra.every(isEmpty)) return { reason, at, fix: withoutEnd(start, end, source) };
  const lost = extra
    .map((cell) => plainText(cell).trim())
    .filter((text) => text !== '')
    .join(' | ');
  return {
    reason: `${reason}: “${lost}” is not shown`,
    note: 'A pipe within a cell is written as \\|',
    at,
  };
}

/** Takes out the empty cells behind the last one that has a column, up to the pipe that closes it. */
function withoutEnd(start: number | undefined, end: number | undefined, { text }: Source): Fix | undefined {
  if (start === undefined || end === undefined || text[start] !== '|') return undefined;
  return { kind: 'suggested', touches: ['layout'], edits: [{ start: start + 1, end, text: '' }] };
}

function valueFinding(outsider: Outsider, source: Source): Finding {
  const { value, meant, column, count, vocabulary } = outsider;
  const at = source.place(value.range.start, value.range.end);
  const where = column.title ? ` in “${column.title}”` : '';
  if (!meant) {
    const what = value.raw === '' ? `No value${where}` : `“${value.raw}”${where}`;
    return {
      at,
      severity: 'info',
      actual: value.raw,
      reason: `${what}, where ${vocabulary.length === 1 ? `all ${count} others have` : `the ${count} others have`} ${listed(vocabulary)}`,
    };
  }
  return {
    at,
    actual: value.raw,
    reason: `“${value.raw}”${where}, but ${count} others have “${meant.raw}”`,
    fix: {
      kind: 'suggested',
      touches: value.text === meant.text ? ['layout'] : ['text'],
      edits: [{ ...value.range, text: meant.raw }],
    },
  };
}

function listed(values: readonly string[]): string {
  const shown = values.map((value) => (value === '' ? 'nothing' : `“${value}”`));
  const last = shown.pop();
  return shown.length === 0 ? `${last}` : `${shown.join(', ')} or ${last}`;
}
