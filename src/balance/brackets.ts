/** A mark without its other half. Offset is into the text that was looked through. */
export interface Unmatched {
  offset: number;
  mark: string;
  /** The half that is missing. */
  missing: string;
  /** Whether it opens, and was not closed. */
  opens: boolean;
}

/** Pairs that are counted apart from each other, so that `([)]` is nobody's fault. Full-width forms pair with the others. */
const pairs: readonly [string, string][] = [
  ['(（', ')）'],
  ['[［', ']］'],
  ['{｛', '}｝'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
  ['【', '】'],
  ['〔', '〕'],
  ['〖', '〗'],
];

const opening = new Map(pairs.flatMap(([open], kind) => [...open].map((mark) => [mark, kind] as const)));
const closing = new Map(pairs.flatMap(([, close], kind) => [...close].map((mark) => [mark, kind] as const)));

const anyBracket = /[()（）[\]［］{}｛｝「」『』《》〈〉【】〔〕〖〗]/;

/** Brackets of a text that have no other half. */
export function unmatchedBrackets(text: string): Unmatched[] {
  if (!anyBracket.test(text)) return [];
  const open: number[][] = pairs.map(() => []);
  let labels: ReadonlySet<number> | undefined;
  const unmatched: Unmatched[] = [];
  for (const { 0: mark, index } of text.matchAll(new RegExp(anyBracket, 'g'))) {
    const kind = opening.get(mark);
    if (kind !== undefined) {
      open[kind]!.push(index);
      continue;
    }
    if (open[closing.get(mark)!]!.pop() !== undefined) continue;
    labels ??= labelsOf(text);
    if (labels.has(index)) continue;
    unmatched.push({ offset: index, mark, missing: otherHalf(mark), opens: false });
  }
  for (const offset of open.flat()) {
    unmatched.push({ offset, mark: text[offset]!, missing: otherHalf(text[offset]!), opens: true });
  }
  return unmatched.sort((a, b) => a.offset - b.offset);
}

function otherHalf(mark: string): string {
  for (const [open, close] of pairs) {
    if (open.includes(mark)) return close[open.indexOf(mark)]!;
    if (close.includes(mark)) return open[close.indexOf(mark)]!;
  }
  return '';
}

const label = /(?<![^\s\u0000(（,;:，、：])(?:\d{1,3}|\p{L}|[ivx]{1,4})[)）](?=[\s\u0000]|\p{L})/gu;

/** Where labels close: `a)`, `1)`, `iv)` before what they count, at the start of a sentence or among others of their kind. */
function labelsOf(text: string): Set<number> {
  const labels = [...text.matchAll(label)];
  const closes = ({ 0: found, index }: RegExpExecArray) => index + found.length - 1;
  if (labels.length > 1) return new Set(labels.map(closes));
  return new Set(labels.filter(({ index }) => startsSentence(text, index)).map(closes));
}

function startsSentence(text: string, start: number): boolean {
  const before =
    text
      .slice(Math.max(0, start - 3), start)
      .trimEnd()
      .at(-1) ?? '';
  return /^[\u0000.,;:，、：。；(（–—-]?$/.test(before);
}
