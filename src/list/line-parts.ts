import type { Span } from './span.ts';
import { skipBlank, skipBlankBack, type Token, textOf } from './token.ts';
import type { Extra, Venue } from './types.ts';

/** A stretch of a line with its plain text. */
export interface TextSpan extends Span {
  text: string;
}

export interface ExtraSpan extends TextSpan {
  kind: Extra['kind'];
  where: Extra['where'];
}

export interface VenueSpan extends TextSpan {
  emphasis: Venue['emphasis'];
  separator: string;
}

/** Where tokens stand, without the blanks at their ends; undefined for nothing but blanks. */
export function trimTokens(tokens: readonly Token[]): Span | undefined {
  const from = skipBlank(tokens, 0);
  const to = skipBlankBack(tokens, tokens.length, from);
  return from < to ? { start: tokens[from]!.start, end: tokens[to - 1]!.end } : undefined;
}

/** The tokens from one index up to another as text with its place; undefined for nothing but blanks. */
export function textSpan(tokens: readonly Token[], from: number, to: number): TextSpan | undefined {
  const span = trimTokens(tokens.slice(from, to));
  return span && { ...span, text: textOf(tokens, from, to) };
}

/** A token that stands around name and description. */
export function extraOf(token: Token, where: Extra['where']): ExtraSpan {
  const { start, end } = token;
  return { kind: extraKind(token), where, text: token.text.trim(), start, end };
}

function extraKind({ kind, url }: Token): Extra['kind'] {
  if (kind === 'badge' || kind === 'image' || kind === 'emoji') return kind;
  return url === undefined ? 'tag' : 'link';
}
