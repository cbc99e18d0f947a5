import { type Pairing, pairUp } from './pairs.ts';
import type { Span } from './span.ts';
import { closingBracket, type Token, type TokenKind, textOf } from './token.ts';

const space = /[\s\u200B\uFEFF]+/y;
// A count of stars is a tag, as a shortcode is.
const shortcode = /:[a-z0-9_+-]+:|[★☆⭐]\uFE0F?\s?\d[\d.,]*[km]?(?!\w)/y;
const emoji =
  /(?:(?![©®™‼⁉#*\d])\p{Extended_Pictographic}|\p{Regional_Indicator}{2})(?:\uFE0F|\u200D|\u20E3|\p{Emoji_Modifier}|\p{Extended_Pictographic})*/uy;
const separator = /[-‐‑–—―‒−~:：,，;；|｜•·→➜»>=/&+.。、]+/y;

const brackets = new Map<number, TokenKind>();
for (const char of '([（【［') brackets.set(char.charCodeAt(0), 'open' as TokenKind);
for (const char of ')]）】］') brackets.set(char.charCodeAt(0), 'close' as TokenKind);

/** Text longer than this is prose: only its ends can hold anything but words. */
const longText = 4_000;
const endOfLongText = 1_500;

/**
 * A text cut into words, blanks, brackets and emoji; words that follow each other are one token up to the end of their
 * sentence or line. `offsetOf` tells where in the source the text's code units stand.
 */
export function textTokens(value: string, offsetOf: (index: number) => number): Token[] {
  if (value.length <= longText) return cut(value, { start: 0, end: value.length }, offsetOf);
  const from = blankAfter(value, endOfLongText);
  const to = Math.max(from, blankAfter(value, value.length - endOfLongText));
  const tokens = cut(value, { start: 0, end: from }, offsetOf);
  if (to > from) {
    tokens.push({ kind: 'word', text: value.slice(from, to), start: offsetOf(from), end: offsetOf(to) });
  }
  return [...tokens, ...cut(value, { start: to, end: value.length }, offsetOf)];
}

function blankAfter(value: string, index: number): number {
  const blank = value.indexOf(' ', index);
  return blank === -1 ? value.length : blank;
}

function cut(value: string, { start, end }: Span, offsetOf: (index: number) => number): Token[] {
  const tokens: Token[] = [];
  for (let at = start; at < end; ) {
    const [kind, next] = tokenAt(value, at, end);
    tokens.push({ kind, text: value.slice(at, next), start: offsetOf(at), end: offsetOf(next) });
    at = next;
  }
  return tokens;
}

function tokenAt(value: string, at: number, end: number): [TokenKind, number] {
  const blank = match(space, value, at);
  if (blank > at) return ['space', Math.min(blank, end)];
  const [kind, next] = signAt(value, at);
  return kind ? [kind, Math.min(next, end)] : ['word', endOfWords(value, at, end)];
}

/** What is neither word nor blank. */
function signAt(value: string, at: number): [TokenKind | undefined, number] {
  const code = value.charCodeAt(at);
  const bracket = brackets.get(code);
  if (bracket) return [bracket, at + 1];
  if (isLetterOrDigit(code)) return [undefined, at];
  for (const [kind, pattern] of signs) {
    const next = match(pattern, value, at);
    if (next > at) return [kind, next];
  }
  return [undefined, at];
}

const signs: readonly [TokenKind, RegExp][] = [
  ['shortcode', shortcode],
  ['emoji', emoji],
  ['separator', separator],
];

function match(pattern: RegExp, value: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(value) ? pattern.lastIndex : at;
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

function endOfWords(value: string, from: number, end: number): number {
  for (let at = from + 1; at < end; at++) {
    const code = value.charCodeAt(at);
    if (isLetterOrDigit(code)) continue;
    if (brackets.has(code)) return at;
    if (isSentenceEnd(value[at - 1]!, true)) return at;
    if (!isBlank(code)) continue;
    const next = at + 1;
    const goesOn = code !== 10 && code !== 13 && next < end && !isBlank(value.charCodeAt(next));
    if (!goesOn || isSentenceEnd(value[at - 1]!, false) || signAt(value, next)[0]) return at;
  }
  return end;
}

// In scripts without blanks a full stop ends a token by itself.
function isSentenceEnd(char: string, wide: boolean): boolean {
  return wide ? '。！？'.includes(char) : '.!?…؟۔।'.includes(char);
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x200b || code === 0x3000;
}

// Brackets are tokens of kinds that are not seen outside: they become groups, or words where they have no partner.
const bracketPairs: Pairing<Token> = {
  opens: ({ kind, text }) => ((kind as string) === 'open' ? closingBracket(text) : undefined),
  closes: ({ kind, text }) => ((kind as string) === 'close' ? text : undefined),
  alone: (token) => ({ ...token, kind: 'word' }),
  pair: (open, inner, close) => ({
    kind: 'group',
    mark: open.text,
    text: textOf(inner),
    start: open.start,
    end: close.end,
    inner: () => inner,
    url: inner.find(({ url }) => url !== undefined)?.url,
  }),
};

/** Joins what stands in brackets. */
export function groupTokens(tokens: readonly Token[]): Token[] {
  const hasBrackets = tokens.some(({ kind }) => (kind as string) === 'open' || (kind as string) === 'close');
  return hasBrackets ? pairUp(tokens, bracketPairs) : [...tokens];
}
