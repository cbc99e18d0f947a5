/** A stretch of the source in UTF-16 code units; `end` is exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** The span without the white space at its ends. */
export function trimSpan(text: string, { start, end }: Span): Span {
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000;
}

/** Items of an array sorted by `start` that start within a span. Logarithmic. */
export function startingWithin<Item>(
  items: readonly Item[],
  startOf: (item: Item) => number,
  { start, end }: Span,
): Item[] {
  return items.slice(firstAtOrAfter(items, startOf, start), firstAtOrAfter(items, startOf, end));
}

/** Index of the first item of a sorted array that starts at an offset or after it. */
export function firstAtOrAfter<Item>(
  items: readonly Item[],
  startOf: (item: Item) => number,
  offset: number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(items[middle]!) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
