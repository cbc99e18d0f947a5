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
  /** How far to the right the text begins, tabs counted up to their stops of four. */
  indent: number;
  /** So many spaces at its start stand for the rest of a tab of which the first part belongs to the blocks around. */
  virtual: number;
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

export function pointIn({ column, offset, number, virtual }: PlainLine, index: number): Point {
  const real = Math.max(0, index - virtual);
  return { line: number, column: column + real + 1, offset: offset + real };
}

/** Of the rest of a line, from an index on; no tab is before it. */
export function from(line: PlainLine, index: number): PlainLine {
  const real = Math.max(0, index - line.virtual);
  return {
    text: line.text.slice(index),
    column: line.column + real,
    offset: line.offset + real,
    number: line.number,
    indent: line.indent + index,
    virtual: Math.max(0, line.virtual - index),
  };
}

/** Columns of the blanks that a line begins with. */
export function blanksOf({ text, indent }: PlainLine): number {
  let end = indent;
  for (const unit of text) {
    if (unit === ' ') end++;
    else if (unit === '\t') end = stopAfter(end);
    else break;
  }
  return end - indent;
}

/** A line without so many columns of blanks at its start, or without all where it has fewer. */
export function without(line: PlainLine, width: number): PlainLine {
  if (line.text.startsWith(' '.repeat(width))) return from(line, width);
  let rest = line;
  const end = line.indent + width;
  while (rest.indent < end && /^[ \t]/.test(rest.text)) {
    if (rest.text[0] === ' ') rest = from(rest, 1);
    else {
      const stop = stopAfter(rest.indent);
      const virtual = Math.max(0, stop - end);
      const text = ' '.repeat(virtual) + rest.text.slice(1);
      rest = { ...from(rest, 1), text, indent: stop - virtual, virtual };
    }
  }
  return rest;
}

function stopAfter(column: number): number {
  return column + 4 - (column % 4);
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
