/** Of the names of a group at most this share is in a foreign script. */
const foreignShare = 0.1;

const scripts = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Hangul'].map(
  (script) => new RegExp(`^[^\\p{L}]*\\p{Script=${script}}`, 'u'),
);
const eastAsian = /^[^\p{L}]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a name begins in a script that hardly any other name of its group begins in: `文言 (Wenyan)` among Latin ones. */
export function isForeignAmong(name: string, group: readonly { name: string }[]): boolean {
  if (!/[^\0-\x7F]/.test(name)) return false;
  const script = [...scripts, eastAsian].find((one) => one.test(name));
  if (!script) return false;
  return group.filter((one) => script.test(one.name)).length <= group.length * foreignShare;
}
