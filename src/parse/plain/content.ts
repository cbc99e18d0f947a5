import type { Point } from 'unist';

/** A line, or what stands in one behind the marks of the blocks around. */
export interface PlainLine {
  /** Without the line ending. */
  text: string;
  /** Characters of the line before the text. */
  column: number;
  /** Where the text begins, UTF-16 code units. */
  offset: number;
  /** Counted from 1. */
  number: number;
}

/** The prose of lines, as one text, with the way back to where they stand. */
export interface Content {
  /** The lines without the blanks before them, joined by line feeds; without blanks at the end. */
  text: string;
  /** The place of a character, or the one behind the last. */
  at(index: number): Point;
  /** The place of what follows the line feed before this index: the very start of a line. */
  lineStart(index: number): Point;
  /** How lines end in the list. */
  ending: string;
}

const leading = /^[ \t]*/;

export function pointIn({ column, offset, number }: PlainLine, index: number): Point {
  return { line: number, column: column + index + 1, offset: offset + index };
}

/** Of the rest of a line, from an index on. */
export function from(line: PlainLine, index: number): PlainLine {
  return {
    text: line.text.slice(index),
    column: line.column + index,
    offset: line.offset + index,
    number: line.number,
  };
}

/** The prose that lines hold. */
export function contentOf(lines: readonly PlainLine[], ending: string): Content {
  const stripped = lines.map((line) => from(line, leading.exec(line.text)![0].length));
  const starts: number[] = [];
  let length = 0;
  for (const { text } of stripped) {
    starts.push(length);
    length += text.length + 1;
  }
  const lineAt = (index: number) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    text: trimmed(stripped.map(({ text }) => text).join('\n')),
    at(index) {
      const line = lineAt(index);
      return pointIn(stripped[line]!, index - starts[line]!);
    },
    lineStart(index) {
      const { column, offset, number } = stripped[lineAt(index)]!;
      return { line: number, column: 1, offset: offset - column };
    },
    ending,
  };
}

/** Without spaces and tabs at the end; a regular expression would look at each run of them often. */
export function trimmed(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end--;
  return text.slice(0, end);
}
