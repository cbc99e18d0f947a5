/** One line of a text by offsets (UTF-16 code units). */
export interface Line {
  start: number;
  /** Where its content ends. */
  end: number;
  /** How it ends; empty for the last line of a text. */
  ending: '' | '\n' | '\r\n' | '\r';
}

/** The lines of a text. A text that ends in a line ending has no empty line after it. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let [lf, cr] = [indexOf(text, '\n', 0), indexOf(text, '\r', 0)];
  for (let end = Math.min(lf, cr); end < text.length; end = Math.min(lf, cr)) {
    const ending = lf < cr ? '\n' : lf === cr + 1 ? '\r\n' : '\r';
    lines.push({ start, end, ending });
    start = end + ending.length;
    if (lf < start) lf = indexOf(text, '\n', start);
    if (cr < start) cr = indexOf(text, '\r', start);
  }
  if (start < text.length) lines.push({ start, end: text.length, ending: '' });
  return lines;
}

/** Infinite where there is no more. */
function indexOf(text: string, ending: string, from: number): number {
  const index = text.indexOf(ending, from);
  return index < 0 ? Number.POSITIVE_INFINITY : index;
}
