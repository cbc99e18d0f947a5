import type { Dictionary } from '../facts/facts.ts';
import type { List } from '../list/types.ts';
import { terms } from './terms.ts';
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
/** Another language's text has hardly any of these. */
const english = /\b(?:the|and|with|from|your|this|that|you|are|which|for|of|to)\b/i;

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
      if (isKnown(word, dictionary)) continue;
      unknown.push({ start: start + index, end: start + end, word });
    }
  }
  return unknown;
}

/** British forms, by the American ones that the dictionary has. */
const british: readonly [RegExp, string][] = [
  [/is(e|ed|es|er|ers|ing|able|ation|ations)$/, 'iz$1'],
  [/ys(e|ed|es|er|ers|ing)$/, 'yz$1'],
  [/our/, 'or'],
  [/ll(ed|ing|er|ers)$/, 'l$1'],
  [/ogue(s?)$/, 'og$1'],
  [/tre(s?)$/, 'ter$1'],
  [/ence(s?)$/, 'ense$1'],
];
const prefix =
  /^(?:anti|auto|bi|co|cross|cyber|de|dis|geo|hyper|inter|macro|mega|meta|micro|mini|mis|multi|nano|neuro|non|out|over|photo|post|pre|pseudo|re|semi|sub|super|tele|trans|ultra|un|under|web)(?=[a-z]{4})/;

/** In the dictionary, among the terms of the trade, or made of what is there. */
function isKnown(word: string, dictionary: Dictionary): boolean {
  const plain = word.replace('’', "'").replace(/'s$/, '');
  const has = (one: string) => terms.has(one) || dictionary.correct(one);
  if (has(plain) || has(plain.replace(prefix, ''))) return true;
  if (british.some(([from, to]) => from.test(plain) && has(plain.replace(from, to)))) return true;
  return isCompound(plain, has);
}

const shortestPart = 3;

/** `codebase`, `changelogs` */
function isCompound(word: string, has: (part: string) => boolean): boolean {
  for (let at = shortestPart; at <= word.length - shortestPart - 1; at++) {
    if (has(word.slice(0, at)) && has(word.slice(at))) return true;
  }
  return false;
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
