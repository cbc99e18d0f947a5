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

/** A column describes where at least this share of its rows does. */
const mostRows = 0.5;

/** The rows of a table that say anything. Tables of nothing but badges have none. */
export function rowDrafts(table: Table, reading: Reading): Draft[] {
  const [header, ...rows] = table.children;
  const titles = header ? header.children.map((cell) => plainText(cell)) : [];
  const filled = rows.filter((row) => plainText(row).trim() !== '');
  const named = titles.findIndex((title, index) => index > 0 && describing.test(title));
  const describers = named === -1 ? sayingColumns(filled) : [named];
  return filled.map((row) => rowDraft(row, describers, reading));
}

/** The columns of which most cells say something in words: genres and places do not. */
function sayingColumns(rows: readonly TableRow[]): number[] {
  const counts: number[] = [];
  for (const { children } of rows) {
    for (const [index, cell] of children.entries())
      counts[index] = (counts[index] ?? 0) + (isSaying(plainText(cell)) ? 1 : 0);
  }
  return [...counts.keys()].filter((index) => index > 0 && counts[index]! >= rows.length * mostRows);
}

/** At least three words. */
function isSaying(text: string): boolean {
  return text.length > 15 && /\S\s+\S+\s+\S/.test(text);
}

function rowDraft(row: TableRow, describers: readonly number[], reading: Reading): Draft {
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
        describers,
        reading.source.text,
      ),
  };
}

function cellTokens(cell: TableCell, reading: Reading): Token[] {
  return tokensOf(cell.children, reading);
}

/**
 * Reads cells as an entry: the first one with a link, or else with words, is the name; the rest are description and extras.
 * `describers` are the columns that may describe; without them it is the first cell behind the name that says something.
 */
export function readCells(
  cells: readonly (readonly Token[])[],
  describers: readonly number[] | undefined,
  source: string,
): Line | undefined {
  const nameAt = nameCell(cells);
  const line = nameAt === -1 ? undefined : readLine(cells[nameAt]!, source, 'none');
  if (!line) return undefined;
  const url = line.name.url ?? cells.flatMap(ownLinks)[0]?.url;
  const named: Line = { ...line, name: { ...line.name, url }, extras: [...line.extras] };
  const descriptionAt = line.description ? -1 : describedBy(cells, nameAt, describers);
  for (const [index, cell] of cells.entries()) {
    if (index === nameAt) continue;
    if (index === descriptionAt) describe(named, cell);
    else named.extras.push(...cellExtras(cell, index < nameAt ? 'before' : 'after'));
  }
  named.extras.sort((one, other) => one.start - other.start);
  return named;
}

/** The links of a cell but those within a sentence, which are about something else: `Try again, or run [tool](url) first.` */
function ownLinks(cell: readonly Token[]): Token[] {
  const words = [...cell.keys()].filter((index) => cell[index]!.kind === 'word');
  const [first = cell.length, last = -1] = [words[0], words.at(-1)];
  return cell.filter(({ url }, index) => url !== undefined && !(first < index && index < last));
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

function describedBy(
  cells: readonly (readonly Token[])[],
  nameAt: number,
  describers: readonly number[] | undefined,
): number {
  if (!describers) return cells.findIndex((cell, index) => index > nameAt && isSaying(textOf(cell)));
  const at = describers.find((index) => index !== nameAt && textOf(cells[index] ?? []).trim() !== '');
  return at ?? -1;
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
