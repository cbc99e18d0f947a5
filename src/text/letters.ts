/*
 * What letters a text has, in any script. To compile a class such as `\p{L}` takes a hundred times as long as to look
 * for letters of ASCII, which most texts have, or have alone.
 */

/** Whether a text is nothing but ASCII. */
export function isAscii(text: string): boolean {
  return !/[^\0-\x7F]/.test(text);
}

export function hasLetter(text: string): boolean {
  return /[A-Za-z]/.test(text) || (!isAscii(text) && /\p{L}/u.test(text));
}

export function hasLetterOrDigit(text: string): boolean {
  return /[A-Za-z0-9]/.test(text) || (!isAscii(text) && /[\p{L}\p{N}]/u.test(text));
}

/** A text with nothing but its letters and digits left. */
export function lettersAndDigits(text: string): string {
  return text.replace(isAscii(text) ? /[^A-Za-z0-9]+/g : /[^\p{L}\p{N}]+/gu, '');
}

/** Runs of letters, with the marks that belong to them. */
export function wordsOfLetters(text: string): string[] {
  return text.match(isAscii(text) ? /[A-Za-z]+/g : /[\p{L}\p{M}]+/gu) ?? [];
}

/** Whether a text is of letters alone. */
export function isLetters(text: string): boolean {
  return isAscii(text) ? /^[A-Za-z]*$/.test(text) : /^\p{L}*$/u.test(text);
}

/** What stands between anything but letters, their marks and digits; empty texts at the ends. */
export function partsOf(text: string): string[] {
  return text.split(isAscii(text) ? /[^A-Za-z0-9]+/ : /[^\p{L}\p{M}\p{N}]+/u);
}

/** A capital, or a letter that is one and a small one at once. */
export function beginsWithCapital(text: string): boolean {
  return isAsciiAt(text, 0) ? /^[A-Z]/.test(text) : /^[\p{Lu}\p{Lt}]/u.test(text);
}

export function beginsWithSmall(text: string): boolean {
  return isAsciiAt(text, 0) ? /^[a-z]/.test(text) : /^\p{Ll}/u.test(text);
}

/** True past the end, too. */
function isAsciiAt(text: string, index: number): boolean {
  return !(text.charCodeAt(index) >= 128);
}
