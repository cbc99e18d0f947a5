import { decodeString } from 'micromark-util-decode-string';

/**
 * Where each code unit of a text node's value stands in the source, and where the value ends (one more than its
 * length): escapes and character references are resolved in a value, and what indents or quotes its lines is left out.
 */
export function align(value: string, raw: string, start: number): (index: number) => number {
  if (value === raw) return (index) => start + index;
  const offsets = new Uint32Array(value.length + 1);
  let at = 0;
  let index = 0;
  while (index < value.length) {
    const isEnd = value[index] === '\n' || value[index] === '\r';
    if (!isEnd && isLineStart(value, index)) at = skipTo(raw, at, /[ \t>]*/y);
    offsets[index] = start + at;
    if (isEnd) {
      // Blanks at the end of a line are left out of the value: they belong to its end.
      at = skipTo(raw, at, value[index] === '\n' ? /[ \t]*(?:\r\n|\n|\r)?/y : /[ \t]*\r?/y);
      index++;
      continue;
    }
    const length = lengthOfUnit(value, index, raw, at);
    for (let unit = 1; unit < length.value; unit++) offsets[index + unit] = start + at;
    at += length.raw;
    index += length.value;
  }
  offsets[value.length] = start + Math.min(at, raw.length);
  return (position) => offsets[position] ?? start + raw.length;
}

function isLineStart(value: string, index: number): boolean {
  return index > 0 && value[index - 1] === '\n' && !/[ \t>]/.test(value[index]!);
}

function skipTo(raw: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(raw)?.[0].length ?? 0);
}

/** How much of the value and of the source makes up what stands at `index`. */
function lengthOfUnit(value: string, index: number, raw: string, at: number): { value: number; raw: number } {
  if (raw[at] === '\\' && raw[at + 1] === value[index] && isPunctuation(raw.charCodeAt(at + 1))) {
    return { value: 1, raw: 2 };
  }
  if (raw[at] === '&') {
    const reference = /^&[#\w]{1,32};/.exec(raw.slice(at, at + 34))?.[0];
    const decoded = reference && decodeString(reference);
    if (reference && decoded !== reference && decoded && value.startsWith(decoded, index)) {
      return { value: decoded.length, raw: reference.length };
    }
  }
  return { value: 1, raw: 1 };
}

function isPunctuation(code: number): boolean {
  return (
    (code > 32 && code < 48) ||
    (code > 57 && code < 65) ||
    (code > 90 && code < 97) ||
    (code > 122 && code < 127)
  );
}
