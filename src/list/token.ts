import type { Span } from './span.ts';

export type TokenKind =
  | 'space'
  | 'word'
  /** punctuation that may stand between name and description: `-`, `–`, `:`, … */
  | 'separator'
  | 'emoji'
  /** `:new:` */
  | 'shortcode'
  /** what stands in brackets, brackets included */
  | 'group'
  /** a link with text */
  | 'link'
  /** a link with nothing but an image, or an image that a badge service draws */
  | 'badge'
  | 'image'
  | 'code'
  | 'kbd'
  | 'strong'
  | 'emphasis'
  /** any other markup with text in it */
  | 'element'
  | 'break'
  /** what a reader does not see: comments, anchors, stray tags */
  | 'nothing';

/** A piece of a line, in the terms that entries are read in. */
export interface Token extends Span {
  kind: TokenKind;
  /** Plain text; for a group without its brackets, for an image or badge its alternative text. */
  text: string;
  /** What stands inside the markup or the brackets; made when asked for, as markup may be nested deep. */
  inner?: () => readonly Token[];
  /** The address of a link, or of the first link inside; `badge` has that of its link. */
  url?: string | undefined;
  /** The markup as written: `**`, `_`, `` ` ``, or the opening bracket of a group; empty for HTML. */
  mark?: string;
}

const brackets: Record<string, string> = { '(': ')', '[': ']', '（': '）', '【': '】', '［': '］' };

/** The bracket that closes another. */
export function closingBracket(open: string): string | undefined {
  return brackets[open];
}

/** The plain text of tokens that follow each other. */
export function textOf(tokens: readonly Token[], from = 0, to = tokens.length): string {
  let text = '';
  for (let index = from; index < to; index++) text += visibleText(tokens[index]!);
  return text.replace(/[ \t]*[\r\n]+[ \t]*/g, ' ').trim();
}

function visibleText({ kind, text, mark = '' }: Token): string {
  if (kind === 'group') return `${mark}${text}${brackets[mark] ?? ''}`;
  return kind === 'image' || kind === 'badge' || kind === 'nothing' ? '' : text;
}

/** Whether a token says nothing: blanks, line breaks, comments. */
export function isBlank(token: Token | undefined): boolean {
  return token?.kind === 'space' || token?.kind === 'nothing' || token?.kind === 'break';
}

/** Index of the first token from `from` on that says something; the length where there is none. */
export function skipBlank(tokens: readonly Token[], from: number, to = tokens.length): number {
  while (from < to && isBlank(tokens[from])) from++;
  return from;
}

/** Index after the last token before `to` that says something. */
export function skipBlankBack(tokens: readonly Token[], to: number, from = 0): number {
  while (to > from && isBlank(tokens[to - 1])) to--;
  return to;
}

/** Whether the token is a link with text, or holds a link. */
export function isLinked(token: Token | undefined): boolean {
  return token?.url !== undefined && token.kind !== 'badge';
}
