/** Letters, digits and `_` of ASCII by their codes: the code in small letters, 0 for anything else. */
const inWords = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return /\w/.test(char) ? char.toLowerCase().charCodeAt(0) : 0;
});

/**
 * Visits the words of a text, as `\w` finds them, each with a number that it has in any case and hardly any other word
 * has: to cut them all out of the text would take longer than all that is done with them.
 */
export function eachWord(text: string, visit: (number: number, start: number, end: number) => void): void {
  let start = -1;
  let number = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    const letter = code < 128 ? inWords[code]! : 0;
    if (letter !== 0) {
      if (start < 0) [start, number] = [at, 0];
      number = (Math.imul(number, 31) + letter) & 0x3fffffff;
    } else if (start >= 0) {
      visit(number, start, at);
      start = -1;
    }
  }
}

/** The number of a word. */
export function numberOf(word: string): number {
  let found = 0;
  eachWord(word, (number) => {
    found = number;
  });
  return found;
}
