import { isAscii, wordsOfLetters } from '../text/letters.ts';
import { eachWord } from './words.ts';

/** A word that stands twice in a row. Offsets are into the text that was looked through. */
export interface DoubledWord {
  /** Of both words. */
  start: number;
  end: number;
  /** What to take out, so that the word stands once. */
  surplus: { start: number; end: number };
}

/** Words that English doubles, or that other languages and programs do. */
const doubledRightly = new Set(
  (
    'that had is do so very no yes bye ha ho go long now there many much more really blah knock chop hip hop cha ' +
    'choo tsk tut hush win pom yo ping duck puyo far nous vous die das der den sie master plus peer side step point back one'
  ).split(' '),
);

/** Words that are hardly of any other language. */
const english = /\b(?:the|and|with|from|your|this|that|you|are|which|for|of|to|is)\b/gi;

/** Hardly any text has a word twice in a row, and to look at each as it is written takes ten times as long. */
function mayBeDoubled(text: string): boolean {
  let found = false;
  let last = 0;
  eachWord(text, (number) => {
    found ||= number === last;
    last = number;
  });
  return found;
}

/**
 * Finds words that are written twice in English text, in a list that is written in English (`inEnglish`) or not. Two
 * capitals in a row are a name (Tiny Tiny RSS), and so is whatever `isName` says.
 */
export function findDoubledWords(
  text: string,
  isName: (pair: string) => boolean,
  inEnglish: () => boolean,
): DoubledWord[] {
  const doubled: DoubledWord[] = [];
  if (!mayBeDoubled(text)) return doubled;
  let last: { word: string; start: number; end: number } | undefined;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}_'’-]+/gu)) {
    const end = index + word.length;
    const previous = last;
    last = { word, start: index, end };
    if (!previous || !isSame(previous.word, word)) continue;
    const gap = text.slice(previous.end, index);
    if (
      !/^(?:[ \t]{1,3}|[ \t]*\r?\n[ \t]*(?:>[ \t]*)*)$/.test(gap) ||
      isPartOfMore(text, previous.start, end) ||
      isThrice(text, previous.start, end)
    )
      continue;
    if (isName(`${previous.word} ${word}`) || !(isEnglish(word, text) || inEnglish())) continue;
    doubled.push({ start: previous.start, end, surplus: surplusOf(previous, end, text) });
    last = undefined;
  }
  return doubled;
}

/** Pairs of one word that are a part of names, in lower case. */
export function doubledInNames(names: Iterable<string>): Set<string> {
  const pairs = new Set<string>();
  for (const name of names) {
    const small = name.toLowerCase();
    if (isAscii(small) && !mayBeDoubled(small)) continue;
    for (const [pair] of small.matchAll(/(?<!\p{L})(\p{L}+) \1(?!\p{L})/gu)) pairs.add(pair);
  }
  return pairs;
}

/** The second is lower case throughout: `The the`, `the the`. */
function isSame(first: string, second: string): boolean {
  return (
    /^(?:a|[a-z]{2,})$/.test(second) &&
    first.toLowerCase() === second &&
    /^.[a-z]*$/.test(first) &&
    !doubledRightly.has(second)
  );
}

/** `stars stars stars`: nobody writes a word three times by mistake. */
function isThrice(text: string, start: number, end: number): boolean {
  const word = /\S+$/.exec(text.slice(start, end))![0].toLowerCase();
  const reach = word.length + 4;
  const before = text.slice(Math.max(0, start - reach), start).toLowerCase();
  const after = text.slice(end, end + reach).toLowerCase();
  return (
    before.trimEnd().split(/\s+/).at(-1) === word ||
    after.trimStart().split(/[^\p{L}\p{M}\p{N}]/u)[0] === word
  );
}

/** `--in in.txt`, `std::list list.size()`, `a/the the`. */
function isPartOfMore(text: string, start: number, end: number): boolean {
  return (
    /[./\\@#$:=<&~]/.test(text[start - 1] ?? ' ') || /^(?:[/\\@=(]|[.:]\w)/.test(text.slice(end, end + 2))
  );
}

/** Whether texts are written in English: one in thirty of its words at least is one of its smallest. */
export function areEnglish(texts: readonly { text: string }[]): boolean {
  let words = 0;
  let small = 0;
  for (const { text } of texts) {
    words += wordsOfLetters(text).length;
    small += text.match(/\b(?:the|and|with|for|of|to|from)\b/gi)?.length ?? 0;
  }
  return small > 2 && small * 30 >= words;
}

/** Another English word in the same text says so; some words say it themselves. */
function isEnglish(word: string, text: string): boolean {
  if (/^(?:the|and|with|from|your|this|you|are|which)$/.test(word)) return true;
  return (text.match(english) ?? []).some((found) => found.toLowerCase() !== word);
}

/** Over the end of a line the first goes, with the blank before it, and the line break stays. */
function surplusOf(first: { start: number; end: number }, end: number, text: string): DoubledWord['surplus'] {
  if (!text.slice(first.end, end).includes('\n')) return { start: first.end, end };
  return { start: text[first.start - 1] === ' ' ? first.start - 1 : first.start, end: first.end };
}
