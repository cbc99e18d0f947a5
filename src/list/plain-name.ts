import { trimTokens } from './line-parts.ts';
import type { Name } from './link-name.ts';
import { type Token, textOf } from './token.ts';

/** The tokens from one index up to another as a name without markup. */
export function plainName(tokens: readonly Token[], from: number, to: number): Name {
  const first = tokens[from]!;
  const span = trimTokens(tokens.slice(from, to)) ?? { start: first.start, end: first.end };
  return {
    text: textOf(tokens, from, to),
    ...span,
    emphasis: { mark: '', inside: false },
    url: undefined,
    before: [],
    tokens,
    next: to,
    edge: span.end,
  };
}
