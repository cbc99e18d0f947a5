import type { Nodes } from 'mdast';
import type { Draft } from './draft.ts';
import { isEntryLine } from './entry-line.ts';
import { isBlockTag } from './html-blocks.ts';
import type { HtmlTag } from './html-tags.ts';
import { readLine } from './line.ts';
import { isWayBack } from './navigation.ts';
import type { Reading } from './reading.ts';
import { readCells } from './rows.ts';
import { type Span, trimSpan } from './span.ts';
import { isBlank, isLinked, type Token, textOf } from './token.ts';
import { htmlTokens } from './tokens.ts';

/** What a stretch of raw HTML holds: items and cells are entries by themselves, lines only where there are several. */
export interface HtmlCandidates {
  items: Draft[];
  lines: Draft[];
}

/** Finds what may be entries in a stretch of raw HTML. */
export function htmlCandidates(span: Span, node: Nodes, reading: Reading): HtmlCandidates {
  const found: HtmlCandidates = { items: [], lines: [] };
  const tags = reading.tags.within(span);
  let row: Token[][] | undefined;
  let rowStart = 0;
  let container: HtmlTag | undefined;
  let at = span.start;
  const closeRow = (end: number) => {
    const drafts = row ? rowDrafts(row, { start: rowStart, end }, node, reading) : [];
    for (const draft of drafts) found.items.push(draft);
    row = undefined;
  };
  const closePiece = (end: number) => {
    const piece = trimSpan(reading.source.text, { start: at, end });
    if (piece.start === piece.end) return;
    const tokens = htmlTokens(piece, reading);
    if (row) row.push(tokens);
    else if (container?.name === 'li') found.items.push(...itemDrafts(piece, tokens, node, reading));
    else found.lines.push(...lineDrafts(piece, tokens, node, reading));
  };
  for (const tag of tags) {
    if (!isBlockTag(tag) || (row && tag.name === 'br')) continue;
    closePiece(tag.start);
    at = tag.end;
    if (tag.name === 'tr') {
      closeRow(tag.start);
      if (tag.kind === 'open') [row, rowStart] = [[], tag.start];
    }
    if (tag.name !== 'br') container = tag.kind === 'open' ? tag : undefined;
  }
  closePiece(span.end);
  closeRow(span.end);
  return found;
}

function draftOf(span: Span, node: Nodes, read: Draft['read']): Draft {
  return { form: 'html', node, span, blocks: [span], inline: [], nested: [], citation: undefined, read };
}

function itemDrafts(span: Span, tokens: readonly Token[], node: Nodes, reading: Reading): Draft[] {
  if (textOf(tokens) === '' || isWayBack(span, reading)) return [];
  return [draftOf(span, node, () => readLine(tokens, reading.source.text, 'none'))];
}

function lineDrafts(span: Span, tokens: readonly Token[], node: Nodes, reading: Reading): Draft[] {
  const read = () => readLine(tokens, reading.source.text, 'none');
  return isEntryLine(read(), reading.source.text) ? [draftOf(span, node, read)] : [];
}

/** A row is one entry; one in which every cell begins with a link is a grid of entries. */
function rowDrafts(cells: Token[][], span: Span, node: Nodes, reading: Reading): Draft[] {
  const source = reading.source.text;
  const linked = cells.filter((cell) => cell.some((token) => isLinked(token) && !hasPicture(token)));
  if (linked.length === 0) return [];
  const isGrid =
    cells.length > 1 && cells.every((cell) => cell.find((token) => !isBlank(token))?.kind === 'link');
  if (!isGrid) return [draftOf(span, node, () => readCells(cells, undefined, source))];
  return cells.map((cell) => {
    const own = { start: cell[0]!.start, end: cell.at(-1)!.end };
    return draftOf(own, node, () => readLine(cell, source, 'none'));
  });
}

function hasPicture(token: Token): boolean {
  return (token.inner?.() ?? []).some(({ kind }) => kind === 'image' || kind === 'badge');
}
