/**
 * What a list or a server sent is untrusted where it is printed. Each reporter escapes for the place it prints
 * to; this file holds the ways.
 */

// C0, DEL and C1 (ANSI escapes begin there), marks and controls of direction, invisible letters, line and
// paragraph separators, tags, lone surrogates. ZWJ and ZWNJ stay: emoji and Persian need them.
const hidden =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Surrogate}\u{e0000}-\u{e007f}]/gu;

/** For a terminal: one line, on which whatever could move the cursor or the reading order shows as `<U+001B>`. */
export function forTerminal(text: string): string {
  return text.replace(/\r\n?|[\n\t]/g, ' ').replace(hidden, (character) => `<${codePointName(character)}>`);
}

/** For a JSON text: the same letters as `\u001b`, so that it is as harmless on a terminal as in a parser. */
export function inJson(jsonText: string): string {
  return jsonText.replace(hidden, (character) => (character === '\n' ? character : unicodeEscape(character)));
}

function codePointName(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

function unicodeEscape(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
