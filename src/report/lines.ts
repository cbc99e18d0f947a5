/** The lines of a text without their ends, numbered as unist does: `lines[0]` is line 1. */
export function linesOf(source: string): string[] {
  return source.split(/\r\n|\n|\r/);
}

/**
 * The way from columns in UTF-16 code units to columns in bytes of UTF-8, both 1-based. Asked in source order
 * it reads each line once.
 */
export function utf8Columns(source: string): (line: number, column: number) => number {
  const lines = linesOf(source);
  let known = { line: 0, column: 1, bytes: 1 };
  return (line, column) => {
    if (known.line !== line || column < known.column) known = { line, column: 1, bytes: 1 };
    const between = (lines[line - 1] ?? '').slice(known.column - 1, column - 1);
    known = { line, column, bytes: known.bytes + Buffer.byteLength(between) };
    return known.bytes;
  };
}
