import { type Pairing, pairUp } from './pairs.ts';
import type { Span } from './span.ts';
import { closingBracket, type Token, type TokenKind, textOf } from './token.ts';

const emoji =
  /(?:(?![©®™‼⁉#*\d])\p{Extended_Pictographic}|\p{Regional_Indicator}{2})(?:\uFE0F|\u200D|\u20E3|\p{Emoji_Modifier}|\p{Extended_Pictographic})*/u
    .source;

const pattern = new RegExp(
  [
    /(?<space>[\s\u200B\uFEFF]+)/,
    /(?<open>[([（【［])/,
    /(?<close>[)\]）】］])/,
    // A count of stars is a tag, as a shortcode is.
    /(?<shortcode>:[a-z0-9_+-]+:|[★☆⭐]\uFE0F?\s?\d[\d.,]*[km]?(?!\w))/,
    new RegExp(`(?<emoji>${emoji})`, 'u'),
    /(?<separator>[-–—―‒−~:：,，;；|｜•·→➜»>=/&+.。、]+)/,
    /(?<word>[^\s()[\]（）【】［］]+)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** Text longer than this is prose: only its ends can hold anything but words. */
const longText = 4_000;
const endOfLongText = 1_500;

/** A text cut into words, blanks, brackets and emoji. `offsetOf` tells where in the source its code units stand. */
export function textTokens(value: string, offsetOf: (index: number) => number): Token[] {
  const tokens: Token[] = [];
  if (value.length <= longText) {
    cut(value, { start: 0, end: value.length }, offsetOf, tokens);
    return tokens;
  }
  const from = blankAfter(value, endOfLongText);
  const to = Math.max(from, blankAfter(value, value.length - endOfLongText));
  cut(value, { start: 0, end: from }, offsetOf, tokens);
  if (to > from) {
    tokens.push({ kind: 'word', text: value.slice(from, to), start: offsetOf(from), end: offsetOf(to) });
  }
  cut(value, { start: to, end: value.length }, offsetOf, tokens);
  return tokens;
}

function blankAfter(value: string, index: number): number {
  const blank = value.indexOf(' ', index);
  return blank === -1 ? value.length : blank;
}

function cut(value: string, { start, end }: Span, offsetOf: (index: number) => number, into: Token[]): void {
  for (const match of value.slice(start, end).matchAll(pattern)) {
    const [kind, text] = Object.entries(match.groups!).find(([, group]) => group !== undefined)!;
    const index = start + match.index;
    into.push({
      kind: kind as TokenKind,
      text,
      start: offsetOf(index),
      end: offsetOf(index + text.length),
    });
  }
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
  return pairUp(tokens, bracketPairs);
}
