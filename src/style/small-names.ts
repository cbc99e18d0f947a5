import type { Entry, List } from '../list/types.ts';
import { partsOf, wordsOfLetters } from '../text/letters.ts';

/** What a port or a binding puts before or behind the name of what it is for: `gofoo`, `foojs`. */
const prefixes = ['cpp', 'go', 'js', 'lua', 'node', 'o', 'ocaml', 'php', 'py', 'rb', 'rs'];
const suffixes = ['cpp', 'go', 'js', 'lua', 'ml', 'net', 'php', 'py', 'rb', 'rs'];
/** Shorter words are too often part of a longer one by chance. */
const shortestStem = 3;

/** Whether a word that starts an entry's description is a name that is written small, as far as the list itself says so. */
export function smallNamesOf({ entries }: List): (word: string, entry: Entry) => boolean {
  let names: Set<string> | undefined;
  let uses: Map<string, number> | undefined;
  return (word, entry) => {
    if (word === '' || word !== word.toLowerCase()) return false;
    names ??= new Set(entries.map(({ name }) => name.trim()));
    // `mpd client`, where `mpd` is listed; what can be spoken may as well be an ordinary word: `graph`.
    if (!/[aeiouy]/.test(word) && names.has(word)) return true;
    if (!isStem(word, entry)) return false;
    uses ??= usesIn(entries);
    return uses.get(word) === 1;
  };
}

/** `foo bindings`, where the entry is called `gofoo` or `foojs`. */
function isStem(word: string, { name }: Entry): boolean {
  if (word.length < shortestStem) return false;
  const parts = partsOf(name.toLowerCase());
  return parts.some(
    (part) =>
      prefixes.some((prefix) => part === prefix + word) || suffixes.some((suffix) => part === word + suffix),
  );
}

/** In how many descriptions each word is, in small letters. */
function usesIn(entries: readonly Entry[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { description } of entries) {
    for (const word of new Set(wordsOfLetters(description?.text.toLowerCase() ?? '')))
      uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  return uses;
}
