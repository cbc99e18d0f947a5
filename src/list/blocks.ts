import type { Nodes, Paragraph } from 'mdast';
import type { Draft } from './draft.ts';
import { isEntryLine, splitLines } from './entry-line.ts';
import { readLine } from './line.ts';
import { extraOf, trimTokens } from './line-parts.ts';
import type { Reading } from './reading.ts';
import { isBlank, type Token } from './token.ts';
import { tokensOf } from './tokens.ts';

/** A paragraph or block quote that may hold entries. */
export interface BlockCandidate {
  node: Nodes;
  /** What counts as the same way of writing: kind of block and emphasis of the name. */
  shape: string;
  /** Each a line of its own. */
  drafts: Draft[];
}

/** Reads a paragraph or block quote as entries; undefined where it is prose. `before` may be a picture that belongs to it. */
export function blockCandidate(
  node: Nodes,
  before: Nodes | undefined,
  reading: Reading,
): BlockCandidate | undefined {
  const paragraph = paragraphOf(node);
  if (!paragraph) return undefined;
  const tokens = tokensOf(paragraph.children, reading);
  const source = reading.source.text;
  const lines = splitLines(tokens);
  const isEach =
    lines.length > 1 && lines.every((line) => isEntryLine(readLine(line, source, 'none'), source));
  if (isEach) {
    return {
      node,
      shape: `${node.type} lines`,
      drafts: lines.map((line) => lineDraft(node, paragraph, line, reading)),
    };
  }
  const line = readLine(tokens, source, 'none');
  if (!isEntryLine(line, source)) return undefined;
  const picture = before && isPicture(before, reading) ? before : undefined;
  const shape = `${node.type} ${line!.name.emphasis.mark}${picture ? ' with picture' : ''}`;
  return { node, shape, drafts: [blockDraft(node, paragraph, tokens, picture, reading)] };
}

function paragraphOf(node: Nodes): Paragraph | undefined {
  if (node.type === 'paragraph') return node;
  const [only] = node.type === 'blockquote' && node.children.length === 1 ? node.children : [];
  return only?.type === 'paragraph' ? only : undefined;
}

/** Whether a paragraph is nothing but a linked image. */
export function isPicture(node: Nodes, reading: Reading): boolean {
  if (node.type !== 'paragraph') return false;
  const visible = tokensOf(node.children, reading).filter((token) => !isBlank(token));
  return visible.length === 1 && (visible[0]!.kind === 'badge' || visible[0]!.kind === 'image');
}

function lineDraft(node: Nodes, { children }: Paragraph, line: readonly Token[], reading: Reading): Draft {
  const span = trimTokens(line)!;
  return {
    form: 'block',
    node,
    span,
    blocks: [span],
    inline: children,
    nested: [],
    citation: undefined,
    read: () => readLine(line, reading.source.text, 'none'),
  };
}

function blockDraft(
  node: Nodes,
  { children }: Paragraph,
  tokens: readonly Token[],
  picture: Nodes | undefined,
  reading: Reading,
): Draft {
  const own = reading.places.of(node);
  const pictured = picture && reading.places.of(picture);
  return {
    form: 'block',
    node,
    span: { start: pictured?.start ?? own.start, end: own.end },
    blocks: pictured ? [pictured, own] : [own],
    inline: children,
    nested: [],
    citation: undefined,
    read: () => {
      const line = readLine(tokens, reading.source.text, 'none');
      if (!line || picture?.type !== 'paragraph') return line;
      const badges = tokensOf(picture.children, reading).filter((token) => !isBlank(token));
      return { ...line, extras: [...badges.map((token) => extraOf(token, 'before')), ...line.extras] };
    },
  };
}
