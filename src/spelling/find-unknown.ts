import type { Dictionary } from '../facts/facts.ts';
import type { List } from '../list/types.ts';
import type { Stretch } from './texts.ts';

/** A word that the dictionary does not have. Offsets are into the source. */
export interface UnknownWord {
  start: number;
  end: number;
  word: string;
}

/** A word that a list uses this often is a word of its vocabulary. */
const oftenEnough = 3;
/** Shorter words are abbreviations as often as not. */
const shortest = 4;

const wordPattern = /[\p{L}\p{M}\p{N}_'’-]+/gu;
/** Another language's text has none of these. */
const english = /\b(?:the|and|with|from|your|this|that|you|are|which|for|of|to|is|a|an|in|by)\b/i;

/**
 * Words of English prose that are neither in the dictionary nor in the list's own vocabulary: names of its entries,
 * words with a capital anywhere, and words that it uses three times or more.
 */
export function findUnknownWords(
  stretches: readonly Stretch[],
  list: List,
  dictionary: Dictionary,
): UnknownWord[] {
  const own = vocabularyOf(stretches, list);
  const unknown: UnknownWord[] = [];
  for (const { text, start, url } of stretches) {
    if (url !== undefined || !english.test(text)) continue;
    for (const { 0: word, index } of text.matchAll(wordPattern)) {
      const end = index + word.length;
      if (!/^[a-z]+(?:['’](?:s|t|re|ve|ll|d|m))?$/.test(word) || word.length < shortest) continue;
      if (isPartOfMore(text, index, end) || own.has(word)) continue;
      const plain = word.replace('’', "'");
      if (dictionary.correct(plain) || dictionary.correct(plain.replace(/'s$/, ''))) continue;
      unknown.push({ start: start + index, end: start + end, word });
    }
  }
  return unknown;
}

function vocabularyOf(stretches: readonly Stretch[], { entries }: List): Set<string> {
  const counts = new Map<string, number>();
  const own = new Set<string>();
  for (const { text } of stretches) {
    for (const [word] of text.matchAll(wordPattern)) {
      const lower = word.toLowerCase();
      if (word !== lower) own.add(lower);
      const count = (counts.get(lower) ?? 0) + 1;
      counts.set(lower, count);
      if (count >= oftenEnough) own.add(lower);
    }
  }
  for (const { name } of entries) {
    for (const word of name.toLowerCase().match(/\p{L}+/gu) ?? []) own.add(word);
  }
  return own;
}

/** A part of a path, an address, a handle or an identifier. */
function isPartOfMore(text: string, start: number, end: number): boolean {
  return (
    /[./\\@#$:=<&~+]/.test(text[start - 1] ?? ' ') || /^(?:[/\\@=(+]|[.:]\w)/.test(text.slice(end, end + 2))
  );
}
