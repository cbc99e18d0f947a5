/** A way of writing, by its Unicode script. */
export type Script = (typeof scripts)[number][0];

const scripts = [
  ['Latin', /\p{Script=Latin}/gu],
  ['Chinese', /\p{Script=Han}/gu],
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Korean', /\p{Script=Hangul}/gu],
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Cyrillic', /\p{Script=Cyrillic}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Devanagari', /\p{Script=Devanagari}/gu],
  ['Thai', /\p{Script=Thai}/gu],
] as const;

/** One letter in so many makes a script a list's own: names of products are Latin everywhere. */
const leastShare = 0.1;

/**
 * The script that a list's descriptions are written in: the most frequent beside Latin where it has a share of its
 * own, else Latin. Undefined for a text without letters. Addresses do not count.
 */
export function scriptOf(source: string): Script | undefined {
  const text = source.replace(/\]\([^)]*\)|https?:\/\/\S+|<[^>]*>/g, ' ');
  const counts = scripts.map(([name, letters]) => ({ name, count: text.match(letters)?.length ?? 0 }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return undefined;
  const [first] = counts.slice(1).sort((a, b) => b.count - a.count);
  // Japanese is written with more Han than kana.
  const kana = counts.find(({ name }) => name === 'Japanese')!.count;
  if (first?.name === 'Chinese' && kana >= total * leastShare) return 'Japanese';
  return first && first.count >= total * leastShare ? first.name : 'Latin';
}
