import type { AlignType, PhrasingContent, TableCell, TableRow } from 'mdast';
import { begins, isProse } from './begins.ts';
import { type BlockReader, isBlank, type Lines } from './block.ts';
import { contentOf, from, type PlainLine, pointIn, trimmed } from './content.ts';
import { inlinesOf } from './inlines.ts';

const delimiter = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;

/** A table whose cells are plain, up to a blank line or another block. */
export const readTable: BlockReader = (all, index) => {
  const { lines } = all;
  const under = lines[index + 1];
  if (!under || !hasPipe(lines[index]!) || !isPlain(all, lines[index]!)) return undefined;
  const align = alignOf(under);
  const head = align && rowOf(all, lines[index]!);
  if (head?.children.length !== align?.length || !head) return undefined;
  const rows = [head];
  let next = index + 2;
  for (; next < lines.length && !isBlank(lines[next]!) && !begins(lines[next]!.text); next++) {
    const row = isPlain(all, lines[next]!) && rowOf(all, lines[next]!);
    if (!row) return undefined;
    rows.push(row);
  }
  const position = { start: { ...head.position!.start }, end: { ...rows.at(-1)!.position!.end } };
  if (rows.length === 1) position.end = pointIn(under, under.text.length);
  return { node: { type: 'table', align: align!, children: rows, position }, next };
};

/** Whether a line has cells; one pipe is not enough. */
function hasPipe({ text }: PlainLine): boolean {
  return text.includes('|') && trimmed(text).trimStart() !== '|';
}

/** Whether a line can be a row, with no more in it than its pipes say. */
function isPlain({ isDefining }: Lines, { text }: PlainLine): boolean {
  return isProse(text) && !text.includes('\\') && !(isDefining && /^ *\[/.test(text));
}

function alignOf({ text }: PlainLine): AlignType[] | undefined {
  const row = trimmed(text);
  if (!/[|:]/.test(row) || !isProse(text) || !delimiter.test(row)) return undefined;
  return row.match(/:?-+:?/g)!.map((cell) => {
    if (cell.endsWith(':')) return cell.startsWith(':') ? 'center' : 'right';
    return cell.startsWith(':') ? 'left' : null;
  });
}

function rowOf(all: Lines, line: PlainLine): TableRow | undefined {
  const start = line.text.search(/[^ \t]/);
  const starts = startsOf(trimmed(line.text), start);
  const cells: TableCell[] = [];
  for (const [index, from] of starts.entries()) {
    const cell = cellOf(all, line, from, starts[index + 1] ?? line.text.length);
    if (!cell) return undefined;
    cells.push(cell);
  }
  const position = { start: pointIn(line, start), end: pointIn(line, line.text.length) };
  return { type: 'tableRow', children: cells, position };
}

/** Where the cells of a row begin: at its pipes but the last, and without one at the front of the row. */
function startsOf(row: string, start: number): number[] {
  const starts = row[start] === '|' ? [] : [start];
  for (let pipe = row.indexOf('|'); pipe >= 0; pipe = row.indexOf('|', pipe + 1)) starts.push(pipe);
  if (starts.length > 1 && starts.at(-1) === row.length - 1) starts.pop();
  return starts;
}

function cellOf(all: Lines, line: PlainLine, start: number, end: number): TableCell | undefined {
  const text = line.text.slice(start, end);
  const before = text.startsWith('|') ? 1 : 0;
  const isClosed = trimmed(text).length > before && trimmed(text).endsWith('|');
  const inside = from(
    { ...line, text: line.text.slice(0, isClosed ? line.text.lastIndexOf('|') : end) },
    start + before,
  );
  const children: PhrasingContent[] | undefined = inlinesOf(contentOf([inside], all.ending), all.isDefining);
  if (!children) return undefined;
  const position = { start: pointIn(line, start), end: pointIn(line, end) };
  return { type: 'tableCell', children, position };
}
