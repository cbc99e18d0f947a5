import type { Nodes, Table, TableCell, TableRow } from 'mdast';
import type { Draft } from './draft.ts';
import type { Line } from './line.ts';
import { readLine } from './line.ts';
import { extraOf, textSpan } from './line-parts.ts';
import { plainText } from './plain-text.ts';
import type { Reading } from './reading.ts';
import { isBlank, skipBlank, type Token, textOf } from './token.ts';
import { tokensOf } from './tokens.ts';
import { readTrailing } from './trailing.ts';

const describing =
  /desc|about|summary|what|detail|note|purpose|function|beschreib|bedeut|descri|descrip|opis|описание|説明|概要|说明|描述|介绍|简介|توضیح|وصف|תיאור/i;

/** The rows of a table that say anything. Tables of nothing but badges have none. */
export function rowDrafts(table: Table, reading: Reading): Draft[] {
  const [header, ...rows] = table.children;
  const titles = header ? header.children.map((cell) => plainText(cell)) : [];
  const describingAt = titles.findIndex((title, index) => index > 0 && describing.test(title));
  return rows
    .filter((row) => plainText(row).trim() !== '')
    .map((row) => rowDraft(row, describingAt, reading));
}

function rowDraft(row: TableRow, describingAt: number, reading: Reading): Draft {
  const span = reading.places.of(row);
  return {
    form: 'row',
    node: row,
    span,
    blocks: [span],
    inline: row.children.flatMap((cell): Nodes[] => cell.children),
    nested: [],
    citation: undefined,
    read: () =>
      readCells(
        row.children.map((cell) => cellTokens(cell, reading)),
        describingAt,
        reading.source.text,
      ),
  };
}

function cellTokens(cell: TableCell, reading: Reading): Token[] {
  return tokensOf(cell.children, reading);
}

/** Reads cells as an entry: the first one with a link, or else with words, is the name; the rest are description and extras. */
export function readCells(
  cells: readonly (readonly Token[])[],
  describingAt: number,
  source: string,
): Line | undefined {
  const nameAt = nameCell(cells);
  const line = nameAt === -1 ? undefined : readLine(cells[nameAt]!, source, 'none');
  if (!line) return undefined;
  const url = line.name.url ?? cells.flat().find((token) => token.url !== undefined)?.url;
  const named: Line = { ...line, name: { ...line.name, url }, extras: [...line.extras] };
  const descriptionAt = line.description ? -1 : describedBy(cells, nameAt, describingAt);
  for (const [index, cell] of cells.entries()) {
    if (index === nameAt) continue;
    if (index === descriptionAt) describe(named, cell);
    else named.extras.push(...cellExtras(cell, index < nameAt ? 'before' : 'after'));
  }
  named.extras.sort((one, other) => one.start - other.start);
  return named;
}

function nameCell(cells: readonly (readonly Token[])[]): number {
  const hasWords = (cell: readonly Token[]) => /\p{Letter}/u.test(textOf(cell));
  const linked = cells.findIndex((cell) => hasWords(cell) && cell.some(({ url }) => url !== undefined));
  const worded = cells.findIndex(hasWords);
  // `Name | Description | [link](url)`: the name is what comes first, not the label of the link.
  if (worded !== -1 && linked > worded + 1) return worded;
  if (linked !== -1) return linked;
  return worded !== -1 ? worded : cells.findIndex((cell) => skipBlank(cell, 0) < cell.length);
}

function describedBy(cells: readonly (readonly Token[])[], nameAt: number, describingAt: number): number {
  if (describingAt !== -1 && describingAt !== nameAt && textOf(cells[describingAt] ?? []) !== '')
    return describingAt;
  return cells.findIndex(
    (cell, index) => index > nameAt && /\s/.test(textOf(cell)) && textOf(cell).length > 15,
  );
}

function describe(line: Line, cell: readonly Token[]): void {
  const { after, end } = readTrailing(cell, 0);
  line.description = textSpan(cell, 0, end);
  line.extras.push(...after.map((token) => extraOf(token, 'after')));
}

function cellExtras(cell: readonly Token[], where: 'before' | 'after'): Line['extras'] {
  const visible = cell.filter((token) => !isBlank(token));
  if (visible.every(({ kind }) => kind !== 'word')) {
    return visible.filter(({ kind }) => kind !== 'separator').map((token) => extraOf(token, where));
  }
  const span = textSpan(cell, 0, cell.length);
  const url = visible.find((token) => token.url !== undefined)?.url;
  return span ? [{ ...span, kind: url === undefined ? 'tag' : 'link', where }] : [];
}
