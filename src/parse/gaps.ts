/** Lines that are missing from a text, and how much is missing up to there: UTF-16 code units and lines. */
export interface Gap {
  at: number;
  length: number;
  lines: number;
}

const none: Gap = { at: 0, length: 0, lines: 0 };

/** What is missing before a place of the rest. */
export function missingBefore(gaps: readonly Gap[], offset: number): Gap {
  let [low, high] = [0, gaps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (gaps[middle]!.at <= offset) low = middle + 1;
    else high = middle;
  }
  return gaps[low - 1] ?? none;
}
