import type { Heading, Nodes, Paragraph, Root } from 'mdast';
import { eachNode } from '../each-node.ts';
import type { Edit } from '../message.ts';
import type { Source } from '../source.ts';
import { rangeOf } from '../text/range.ts';

/** Rows that Markdown does not read as a table. Offsets are UTF-16 code units into the source. */
export interface UnreadTable {
  start: number;
  end: number;
  /** One sentence without a full stop. */
  reason: string;
  edits?: Edit[];
}

type Block = Paragraph | Heading;

/** A line of a block, without the blanks around it, and where it stands. */
interface Row {
  text: string;
  start: number;
  end: number;
  /** How many cells it has. */
  cells: number;
}

/** Cells of dashes, each with a colon on either side or none: https://github.github.com/gfm/#tables-extension- */
const delimiter = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;

/** What may have been meant as one. */
const likeDelimiter = /^[|:\s=_+–—-]*[=_–—-]{2}[|:\s=_+–—-]*$/;

/** Tables that are shown as text: their row of dashes does not fit the header, is missing or stands apart. */
export function unreadTables(tree: Root, source: Source): UnreadTable[] {
  if (!source.text.includes('|')) return [];
  const found: UnreadTable[] = [];
  eachNode(tree, (node) => {
    if (!('children' in node)) return undefined;
    const blocks: readonly Nodes[] = node.children;
    for (const [index, block] of blocks.entries()) {
      if (block.type !== 'paragraph' && block.type !== 'heading') continue;
      const unread = unreadIn(block, blocks[index - 1], source);
      if (unread) found.push(unread);
    }
    return node.type === 'paragraph' || node.type === 'table' ? 'skip' : undefined;
  });
  return found;
}

function unreadIn(block: Block, before: Nodes | undefined, source: Source): UnreadTable | undefined {
  const rows = rowsOf(block, source);
  const at = rows.findIndex(({ text }) => likeDelimiter.test(text));
  const [header, dashes] = [rows[at - 1], rows[at]];
  if (header && dashes) {
    if (!dashes.text.includes('|') && !isWhole(header)) return undefined;
    return misfit(header, dashes, block, source);
  }
  if (block.type === 'heading') return undefined;
  if (dashes) return headless(rows, before, source);
  return rows.every((row) => isWhole(row) && row.cells === rows[0]?.cells)
    ? rowsAlone(rows, before, source)
    : undefined;
}

/** The header and the row beneath it do not have the same number of cells. */
function misfit(header: Row, dashes: Row, block: Block, source: Source): UnreadTable | undefined {
  const isDelimiter = delimiter.test(dashes.text);
  if (header.cells < 2 || (isDelimiter && header.cells === dashes.cells)) return undefined;
  const cells = dashes.cells === 1 ? 'one cell' : `${dashes.cells} cells`;
  const reason = isDelimiter
    ? `The row of dashes has ${cells}, where the header has ${header.cells}, so this is no table`
    : 'The row beneath the header is not made of cells of dashes, so this is no table';
  // Beneath a heading, the rows are a block of their own.
  const end = block.type === 'heading' ? undefined : rangeOf(block)?.end;
  const edit = end === undefined ? undefined : { ...dashes, text: dashed(header, dashes) };
  return unread(dashes, reason, edit && within(edit, header.start, end!, source), source);
}

/** As many cells of dashes as the header has, those that are there already among them. */
function dashed({ cells }: Row, { text = '' }: Partial<Row> = {}): string {
  const given = cellsIn(text).map((cell) => (/^:?-+:?$/.test(cell) ? cell : '---'));
  return `| ${Array.from({ length: cells }, (_, index) => given[index] ?? '---').join(' | ')} |`;
}

/** The block begins with the row of dashes. */
function headless(rows: Row[], before: Nodes | undefined, source: Source): UnreadTable | undefined {
  const [dashes, next] = rows as [Row, Row | undefined];
  if (!isWhole(dashes) || dashes.cells < 2 || !next || !isWhole(next)) return undefined;
  const header = before?.type === 'paragraph' ? rowsOf(before, source).at(-1) : undefined;
  if (header?.cells !== dashes.cells || !isWhole(header))
    return unread(dashes, 'No header stands above the row of dashes, so this is no table', undefined, source);
  const edit = within(joining(header.end, dashes), header.start, rows.at(-1)!.end, source);
  const reason = 'A blank line parts the row of dashes from the header, so this is no table';
  return unread(dashes, reason, edit, source);
}

/** Nothing but rows, without a row of dashes. */
function rowsAlone(rows: Row[], before: Nodes | undefined, source: Source): UnreadTable | undefined {
  const [first] = rows;
  if (!first || first.cells < 2) return undefined;
  const end = rows.at(-1)!.end;
  const header = before?.type === 'table' ? before.children[0] : undefined;
  const above = rangeOf(before)?.end;
  if (above !== undefined && header?.children.length === first.cells) {
    const reason = 'A blank line parts this row from the table above it, so it is not one of its rows';
    return unread(first, reason, within(joining(above, first), above, end, source), source);
  }
  if (rows.length < 2) return undefined;
  const text = `\n${indentOf(first, source)}${dashed(first)}`;
  const edit = within({ start: first.end, end: first.end, text }, first.start, end, source);
  return unread(first, 'No row of dashes stands beneath the header, so this is no table', edit, source);
}

/** Takes out the blank lines above a row. */
function joining(start: number, { start: end }: Row): Edit {
  return { start, end, text: '\n' };
}

/** An edit, written as one of all that it makes a table of. */
function within({ start, end, text }: Edit, from: number, to: number, source: Source): Edit {
  return { start: from, end: to, text: source.text.slice(from, start) + text + source.text.slice(end, to) };
}

/** Within a quote a line does not begin with its text: there is no fix, then. */
function unread(row: Row, reason: string, edit: Edit | undefined, source: Source): UnreadTable {
  const { start, end } = row;
  const isPlain = /^[ \t]*$/.test(indentOf(row, source));
  return { start, end, reason, ...(isPlain && edit && { edits: [edit] }) };
}

/** What stands before a row in its line. */
function indentOf({ start }: Row, { text }: Source): string {
  return text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 100), start);
}

function rowsOf(block: Nodes, { text }: Source): Row[] {
  const range = rangeOf(block);
  if (!range) return [];
  return [...text.slice(range.start, range.end).matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) => {
    const trimmed = line.replace(/^[\s>]+|\s+$/g, '');
    const start = range.start + index + line.indexOf(trimmed);
    return { text: trimmed, start, end: start + trimmed.length, cells: cellsIn(trimmed).length };
  });
}

function cellsIn(row: string): string[] {
  return row
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/** Whether a row has pipes at both ends. */
function isWhole({ text }: Row): boolean {
  return text.length > 1 && text.startsWith('|') && text.endsWith('|');
}
