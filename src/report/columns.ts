const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const narrow = /^[\u0020-\u007e]*$/;
const joined = /\u200d./gu;
const zero = /[\p{Mn}\p{Me}\p{Cf}]/gu;

/** How many columns a text takes on a terminal. */
export function columns(text: string): number {
  if (narrow.test(text)) return text.length;
  let sum = 0;
  for (const character of text.replace(joined, '').replace(zero, '')) sum += wide.test(character) ? 2 : 1;
  return sum;
}

/**
 * Breaks a text at blanks, and between wide characters, into lines of at most `width` columns.
 * A word that is longer than a line stays whole: it is mostly an address, and wants to be copied.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const { piece, blank } of pieces(text)) {
    const size = columns(piece);
    if (line !== '' && used + Number(blank) + size > width) {
      lines.push(line);
      line = piece;
      used = size;
    } else {
      const gap = line !== '' && blank ? ' ' : '';
      line += gap + piece;
      used += gap.length + size;
    }
  }
  lines.push(line);
  return lines;
}

/** What must not be broken, and whether a blank stands before it. */
function* pieces(text: string): Generator<{ piece: string; blank: boolean }> {
  for (const word of text.split(' ')) {
    if (word === '') continue;
    if (narrow.test(word)) {
      yield { piece: word, blank: true };
      continue;
    }
    let blank = true;
    for (const piece of word.split(/(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])/u)) {
      yield { piece, blank };
      blank = false;
    }
  }
}

/** A word that cannot be broken, such as an address, with `…` for what is too much of its middle. */
export function shorten(word: string, width: number): string {
  if (word.length <= width || !narrow.test(word)) return word;
  const head = Math.ceil((width - 1) * 0.7);
  return `${word.slice(0, head)}…${word.slice(head - width + 1)}`;
}
