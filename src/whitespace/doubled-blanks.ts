import { eachNode } from '../each-node.ts';
import type { Entry } from '../list/types.ts';
import type { Source } from '../source.ts';
import { type Range, rangeOf } from '../text/range.ts';

/**
 * Two blanks and more from one word to the next. Behind the end of a sentence many write two, and before pictures, dashes
 * and pipes blanks align what they stand in. Chinese and Japanese set things apart by them.
 */
const doubled =
  /(?= {2})(?<![.!?…:;。！？]["'”’»)\]*_`]*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])(?<=[\p{L}\p{M}\p{N},)\]*_`"'”’»%+#]) {2,}(?=[\p{L}\p{N}([*_`"'“‘«@#])/gu;

/** Where blanks are doubled within the sentences of descriptions; what is aligned in tables or stands in code is left out. */
export function doubledBlanks(entries: readonly Entry[], source: Source): Range[] {
  return entries.flatMap((entry) => {
    const start = entry.description?.place.start.offset;
    const end = entry.description?.place.end.offset;
    if (entry.form === 'row' || start === undefined || end === undefined) return [];
    const text = source.text.slice(start, end);
    if (!text.includes('  ')) return [];
    const found = [...text.matchAll(doubled)].map(({ 0: blanks, index }) => ({
      start: start + index,
      end: start + index + blanks.length,
    }));
    if (found.length === 0) return [];
    const texts = textsOf(entry);
    return found.filter((range) => texts.some((one) => one.start <= range.start && range.end <= one.end));
  });
}

function textsOf({ descriptionNodes }: Entry): Range[] {
  const texts: Range[] = [];
  for (const root of descriptionNodes) {
    eachNode(root, (node) => {
      const range = node.type === 'text' ? rangeOf(node) : undefined;
      if (range) texts.push(range);
      return undefined;
    });
  }
  return texts;
}
