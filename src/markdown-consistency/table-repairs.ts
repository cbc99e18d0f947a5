import type { Repair } from './repair.ts';

/** Puts the pipe in that a row lacks at its start or end. */
export const withPipe: Repair = ({ start }, _, { source }) => {
  const atEnd = start === source.text.length || /[\r\n]/.test(source.text[start]!);
  const text = !atEnd ? '| ' : source.text[start - 1] === ' ' ? '|' : ' |';
  return [{ start, end: start, text }];
};

/** As many blanks beside the content of a cell as are expected at least, or at most. */
export const padded: Repair = ({ start }, { reason }, { source }) => {
  const [actual = 0, ...expected] = [...reason.replace(/, (?:add|remove) .*/, '').matchAll(/`(\d+)`/g)].map(
    ([, number]) => Number(number),
  );
  const [least = 0, most = least] = expected;
  if (actual < least) return [{ start, end: start, text: ' '.repeat(least - actual) }];
  return withoutBlanks(start, actual - most, source.text);
};

/** Brings a pipe to its column: by blanks, and by dashes in the row beneath the header. */
export const aligned: Repair = ({ start }, { reason }, { source }) => {
  const missing = Number(/add `(\d+)`/.exec(reason)?.[1] ?? 0);
  if (missing === 0) return undefined;
  if (!reason.includes('add `-`')) return [{ start, end: start, text: ' '.repeat(missing) }];
  const at = dashAt(start, source.text);
  return at === undefined ? undefined : [{ start: at, end: at, text: '-'.repeat(missing) }];
};

/** Takes the blanks before a row of a table away. */
export const outdented: Repair = ({ start }, { reason }, { source }) => {
  return withoutBlanks(start, Number(/remove `(\d+)`/.exec(reason)?.[1] ?? 0), source.text);
};

function withoutBlanks(end: number, count: number, text: string) {
  if (count <= 0 || !/^[ \t]+$/.test(text.slice(end - count, end))) return undefined;
  return [{ start: end - count, end, text: '' }];
}

/** A dash of the cell that an offset is at the edge of. */
function dashAt(offset: number, text: string): number | undefined {
  if (text[offset] === '-') return offset;
  for (let at = offset; at <= text.length && /[-: ]/.test(text[at] ?? ''); at++)
    if (text[at] === '-') return at;
  for (let at = offset - 1; at >= 0 && /[-: ]/.test(text[at]!); at--) if (text[at] === '-') return at;
  return undefined;
}
