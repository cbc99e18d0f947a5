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
  for (const { 0: ending, index } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: index, ending: ending as Line['ending'] });
    start = index + ending.length;
  }
  if (start < text.length) lines.push({ start, end: text.length, ending: '' });
  return lines;
}
