import { trimTokens } from './line-parts.ts';
import type { Span } from './span.ts';
import { isBlank, skipBlank, type Token } from './token.ts';
import type { Entry } from './types.ts';

/** What an entry is called, and where in its line. */
export interface Name extends Span {
  text: string;
  emphasis: Entry['nameEmphasis'];
  url: string | undefined;
  /** Markers, tags and links before the name. */
  before: Token[];
  /** The line; markup around name and more is opened. */
  tokens: readonly Token[];
  /** Index of the first token after the name. */
  next: number;
  /** Where what follows begins: after the brackets and marks around the name. */
  edge: number;
  /** The link stands within a sentence: the whole line from this token on is the description. */
  sentenceFrom?: number;
}

export type Mark = Entry['nameEmphasis']['mark'];

/** Markup nested deeper than this around a name is no way to write a name. */
const deepestMarkup = 6;

/** Whether a token is markup that starts with a link. */
export function opensWithLink(token: Token, depth = 0): boolean {
  const isMarkup = ['strong', 'emphasis', 'element', 'code'].includes(token.kind);
  if (token.url === undefined || !isMarkup || depth === deepestMarkup) return false;
  const inner = token.inner?.() ?? [];
  const first = inner[skipBlank(inner, 0)];
  return first?.kind === 'link' || (first !== undefined && opensWithLink(first, depth + 1));
}

interface Opened {
  tokens: readonly Token[];
  at: number;
  mark: Mark;
  /** Where the markup ends, where it holds nothing but the link. */
  end: number;
}

/** Takes markup off that starts with the link: `**[Name](url)**`, `_[Name](url) - text_`. */
export function openMarkup(line: readonly Token[], from: number): Opened {
  let tokens = line;
  let at = from;
  let mark: Mark = '';
  let end = 0;
  for (let token = tokens[at]; token && opensWithLink(token); token = tokens[at]) {
    const inner = token.inner!();
    const isSole = soleToken(inner) !== undefined;
    const isMarked = token.kind === 'strong' || token.kind === 'emphasis';
    if (isSole && isMarked) mark ||= (token.mark ?? '') as Mark;
    if (isSole) end ||= token.end;
    tokens = [...tokens.slice(0, at), ...inner, ...tokens.slice(at + 1)];
    at = skipBlank(tokens, at);
  }
  return { tokens, at, mark, end };
}

/** A name that is the text of a link. */
export function linkName({ tokens, at, mark, end }: Opened, before: Token[]): Name {
  const link = tokens[at]!;
  const sole = soleToken(link.inner?.() ?? []);
  const isMarked = sole && ['strong', 'emphasis', 'code'].includes(sole.kind);
  const innerMark = (isMarked ? (sole.mark ?? '') : '') as Mark;
  return {
    text: link.text.trim(),
    ...insideOf(link),
    emphasis: mark === '' ? { mark: innerMark, inside: innerMark !== '' } : { mark, inside: false },
    url: link.url,
    before,
    tokens,
    next: at + 1,
    edge: Math.max(end, link.end),
  };
}

/** What stands inside a link's brackets or tags; all of it for an address in the text. */
export function insideOf(token: Token): Span {
  const inner = trimTokens(token.inner?.() ?? []);
  return inner ?? { start: token.start, end: token.end };
}

/** The only token that says anything. */
function soleToken(tokens: readonly Token[]): Token | undefined {
  const visible = tokens.filter((token) => !isBlank(token));
  return visible.length === 1 ? visible[0] : undefined;
}
