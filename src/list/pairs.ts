/** How tokens pair up: what opens, what closes, and what the pair becomes. */
export interface Pairing<Token> {
  /** The name under which a token is to be closed. */
  opens(token: Token): string | undefined;
  /** The name that a token closes. */
  closes(token: Token): string | undefined;
  pair(open: Token, inner: Token[], close: Token): Token;
  /** What becomes of a token that opens or closes and has no partner. */
  alone(token: Token): Token;
}

interface Frame<Token> {
  name: string;
  open: Token | undefined;
  items: Token[];
}

/**
 * Joins what opens and what closes to one token each, innermost first. What is crossed by an outer pair stands alone.
 * Linear, and without recursion.
 */
export function pairUp<Token>(
  tokens: readonly Token[],
  { opens, closes, pair, alone }: Pairing<Token>,
): Token[] {
  const frames: Frame<Token>[] = [{ name: '', open: undefined, items: [] }];
  const waiting = new Map<string, number>();
  const count = (name: string, by: number) => waiting.set(name, (waiting.get(name) ?? 0) + by);
  for (const token of tokens) {
    const opening = opens(token);
    const closing = closes(token);
    if (opening !== undefined) {
      frames.push({ name: opening, open: token, items: [] });
      count(opening, 1);
    } else if (closing !== undefined && (waiting.get(closing) ?? 0) > 0) {
      let first = frames.length - 1;
      while (frames[first]!.name !== closing) count(frames[first--]!.name, -1);
      count(closing, -1);
      const { open, items } = frames[first]!;
      const inner = joined(items, frames.splice(first).slice(1), alone);
      frames.at(-1)!.items.push(pair(open!, inner, token));
    } else {
      frames.at(-1)!.items.push(closing === undefined ? token : alone(token));
    }
  }
  return joined(frames[0]!.items, frames.slice(1), alone);
}

function joined<Token>(
  items: Token[],
  frames: readonly Frame<Token>[],
  alone: (token: Token) => Token,
): Token[] {
  for (const frame of frames) {
    items.push(alone(frame.open!));
    for (const item of frame.items) items.push(item);
  }
  return items;
}
