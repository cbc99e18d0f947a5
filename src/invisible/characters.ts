/** What an invisible character does, and so what may be done about it. */
export type Kind =
  /** changes the direction of text: it can make a text read otherwise than it is */
  | 'direction'
  /** shows nothing, and means nothing outside of the scripts and sequences it is made for */
  | 'nothing'
  /** shows as a blank, which it is not */
  | 'blank'
  /** ends a line for some programs and not for others */
  | 'line';

/** Unicode's names, in words that people know. */
const names: readonly [pattern: RegExp, kind: Kind, name: string][] = [
  [/[\u202d\u202e]/, 'direction', 'override'],
  [/[\u202a\u202b]/, 'direction', 'embedding'],
  [/[\u2066-\u2068]/, 'direction', 'isolate'],
  [/\u202c/, 'direction', 'end of an override or embedding'],
  [/\u2069/, 'direction', 'end of an isolate'],
  [/[\u200e\u200f\u061c]/, 'nothing', 'directional mark'],
  [/\u200b/, 'nothing', 'zero-width space'],
  [/\u200c/, 'nothing', 'zero-width non-joiner'],
  [/\u200d/, 'nothing', 'zero-width joiner'],
  [/\u00ad/, 'nothing', 'soft hyphen'],
  [/\u2060/, 'nothing', 'word joiner'],
  [/\ufeff/, 'nothing', 'byte order mark'],
  [/[\u2061-\u2064]/, 'nothing', 'invisible operator'],
  [/[\u115f\u1160\u3164\uffa0]/, 'nothing', 'Hangul filler'],
  [/[\u{e0000}-\u{e007f}]/u, 'nothing', 'tag character'],
  [/[\u2028\u2029]/, 'line', 'line separator'],
  [/[\u00a0\u202f]/, 'blank', 'non-breaking space'],
];

/** A run of one kind. Tabs, line feeds, carriage returns and form feeds are layout; U+0080 to U+009F are damage (`mojibake`). */
export const invisible =
  /[\u00a0\u202f]+|[\u2028\u2029]+|[\u202a-\u202e\u2066-\u2069]|[\u0000-\u0008\u000b\u000e-\u001f\u007f]+|(?:[\u00ad\u115f\u1160\u200b-\u200f\u061c\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|(?:\udb40[\udc00-\udc7f])+)/g;

export function kindOf(character: string): Kind {
  return names.find(([pattern]) => pattern.test(character))?.[1] ?? 'nothing';
}

/** `zero-width space (U+200B)` */
export function nameOf(character: string): string {
  const name = names.find(([pattern]) => pattern.test(character))?.[2] ?? 'control character';
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return `${name} (U+${code})`;
}
