import { hole } from '../text/prose.ts';

/** Signs that are made of marks, but are not punctuation. */
const signs: readonly RegExp[] = [
  // Formulas: `$[0, 1)$`, and intervals outside of them.
  /\$(?!\s)[^$\n]{1,200}(?<!\s)\$/g,
  /[[(]\s?[-+\w.∞]{1,8}\s?,\s?[-+\w.∞]{1,8}\s?[\])]/g,
  // Emoticons that look to the right.
  /(?<=^|[\s\u0000(])[([]-?[:;=](?=$|[\s\u0000.,!?)])/g,
  // What is left of a dash or a quotation mark in a wrong encoding.
  /â€./g,
];

const emoticon = /(?<=^|[\s\u0000])[:;=8xX][’'"]?-?(?:[([{|/\\]+|[)\]}]+|[DPpOo3])(?=$|[\s\u0000.,!?)])/g;

const entity = /&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/gi;
/** Those of marks; any other is a sign like a letter. */
const entities = new Map([
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&ldquo;', '“'],
  ['&rdquo;', '”'],
  ['&bdquo;', '„'],
  ['&laquo;', '«'],
  ['&raquo;', '»'],
  ['&lpar;', '('],
  ['&rpar;', ')'],
  ['&#40;', '('],
  ['&#41;', ')'],
  ['&#91;', '['],
  ['&#93;', ']'],
]);

/** A text with such signs made holes, letter for letter. */
export function withoutSigns(text: string): string {
  const plain = text
    .replace(entity, (found) => (entities.get(found) ?? hole).padEnd(found.length, hole))
    .replace(emoticon, withoutEmoticon);
  return signs.reduce((rest, sign) => rest.replace(sign, (found) => hole.repeat(found.length)), plain);
}

/** How far back a parenthesis is looked for. */
const reach = 300;

/** “(and green :)”: a smile may close a parenthesis as well. */
function withoutEmoticon(found: string, offset: number, text: string): string {
  const before = text.slice(Math.max(0, offset - reach), offset);
  const closes = found.endsWith(')') && before.split('(').length > before.split(')').length;
  return closes ? `${hole.repeat(found.length - 1)})` : hole.repeat(found.length);
}
