import type { Range } from '../text/range.ts';
import type { ProductName } from './names/product-name.ts';
import { eachWord, numberOf } from './words.ts';

/** A name that is not written as its maker writes it. Offsets are into the text that was looked through. */
export interface WrongName {
  start: number;
  end: number;
  /** As written, with single blanks. */
  actual: string;
  expected: string;
  source: string;
}

/** Finds all wrong names of a text. */
export type NameFinder = (text: string) => WrongName[];

/** Letters of scripts that put blanks between words: beside them a name is a part of a longer word. */
const letter = /[\w\u00aa-\u02af\u0370-\u058f]/;

export function nameFinder(names: readonly ProductName[]): NameFinder {
  const bySpelling = new Map<string, ProductName>();
  for (const name of names) {
    for (const spelling of [name.name, ...(name.also ?? [])]) bySpelling.set(keyOf(spelling), name);
  }
  const byFirstWord = beginningsOf(bySpelling.keys());
  const numbers = new Set([...byFirstWord.keys()].map(numberOf));
  return (text) => {
    const wrong: WrongName[] = [];
    let reached = 0;
    // Each word is looked up: an expression for all that names begin with takes long to make.
    eachWord(text, (number, start, end) => {
      if (start < reached || !numbers.has(number)) return;
      const beginning = byFirstWord.get(text.slice(start, end).toLowerCase());
      const match = beginning && matchAt(start, end, beginning, text);
      if (!match) return;
      reached = match.end;
      const actual = text.slice(match.start, match.end);
      const name = bySpelling.get(keyOf(actual));
      if (name && isWrong(actual, name, text, match.start)) {
        wrong.push({ ...match, actual: plain(actual), expected: name.name, source: name.source });
      }
    });
    return wrong;
  };
}

/** The spellings that begin with a word. */
interface Beginning {
  /** Whether the word by itself is one. */
  alone: boolean;
  /** The longest first. */
  spellings: string[];
  /** The second words of those that are more than the word; undefined for what has but one, such as `c++`. */
  seconds: (string | undefined)[];
  /** A sticky expression for any of them, made when it is needed. */
  pattern?: RegExp;
}

function beginningsOf(spellings: Iterable<string>): Map<string, Beginning> {
  const byFirstWord = new Map<string, Beginning>();
  for (const spelling of [...spellings].sort((a, b) => b.length - a.length)) {
    const [first, second] = spelling.match(/\w+/g) ?? [];
    if (!first) continue;
    const beginning = byFirstWord.get(first) ?? { alone: false, spellings: [], seconds: [] };
    byFirstWord.set(first, beginning);
    beginning.spellings.push(spelling);
    if (spelling === first) beginning.alone = true;
    else beginning.seconds.push(second);
  }
  return byFirstWord;
}

/** Where the longest spelling stands that begins with the word from `start` to `end`. */
function matchAt(start: number, end: number, beginning: Beginning, text: string): Range | undefined {
  const { alone, spellings, seconds } = beginning;
  // Most names are one word, and most words that others begin with are not theirs.
  if (seconds.length === 0 || !(seconds.includes(undefined) || seconds.includes(wordAfter(text, end)))) {
    return alone ? { start, end } : undefined;
  }
  beginning.pattern ??= patternOf(spellings);
  // A name may begin with a dot.
  return (
    (text[start - 1] === '.' && from(beginning.pattern, start - 1, text)) ||
    from(beginning.pattern, start, text)
  );
}

function wordAfter(text: string, index: number): string | undefined {
  const word = /\w+/g;
  word.lastIndex = index;
  return word.exec(text)?.[0].toLowerCase();
}

function from(pattern: RegExp, start: number, text: string): Range | undefined {
  pattern.lastIndex = start;
  const [found] = pattern.exec(text) ?? [];
  return found === undefined ? undefined : { start, end: start + found.length };
}

/** A sticky expression for any of some spellings. */
function patternOf(spellings: readonly string[]): RegExp {
  return new RegExp(`(?<!\\w)(?:${spellings.map(sourceOf).join('|')})(?!\\w)`, 'iy');
}

function isWrong(
  actual: string,
  { name, keep, notBeside }: ProductName,
  text: string,
  start: number,
): boolean {
  // A line may be broken within a name.
  const written = plain(actual);
  if (written === name || keep?.includes(written)) return false;
  const end = start + actual.length;
  return !isGlued(text, start, end) && !isBeside(notBeside ?? [], text, start, end);
}

function keyOf(spelling: string): string {
  return plain(spelling).toLowerCase();
}

function plain(spelling: string): string {
  return /\s/.test(spelling) ? spelling.replace(/\s+/g, ' ') : spelling;
}

function sourceOf(spelling: string): string {
  return spelling.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replaceAll(' ', '\\s{1,3}');
}

/** Whether a name is a part of something longer: an address, a path, a package, a handle, a shortcode, another word. */
function isGlued(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  if (letter.test(before) || letter.test(after)) return true;
  if (/[-_.@#\\$~=+&]/.test(before) || /[-_@\\=+#~]/.test(after)) return true;
  // A label in lower case, as in `(web: …, github: …)` and `github(official): …`.
  const isSmall = text.slice(start, end) === text.slice(start, end).toLowerCase();
  if (isSmall && /^(?:\([^()\n]{1,50}\))?:/.test(text.slice(end, end + 60))) return true;
  if (isSmall && isOfTags(text, start, end)) return true;
  if (/[.:]/.test(after) && /[\w/:]/.test(text[end + 1] ?? ' ')) return true;
  if (before === ':' && /[:\w]/.test(text[start - 2] ?? ' ')) return true;
  if (before !== '/' && after !== '/') return false;
  return !isAlternative(text, start, end);
}

/** `[android / ios / macos]`: tags, all of them in small letters. */
function isOfTags(text: string, start: number, end: number): boolean {
  const from = /[[(]([^[\]()\n]{0,80})$/.exec(text.slice(Math.max(0, start - 81), start))?.[1];
  const to = /^([^[\]()\n]{0,80})[\])]/.exec(text.slice(end, end + 81))?.[1];
  if (from === undefined || to === undefined) return false;
  const tags = `${from}${text.slice(start, end)}${to}`;
  return / [/|] /.test(tags) && tags === tags.toLowerCase();
}

/** `CSS/Javascript` in prose: every part begins with a capital, as a path's would not. */
function isAlternative(text: string, start: number, end: number): boolean {
  const from = /\S{0,40}$/.exec(text.slice(Math.max(0, start - 40), start))![0];
  const to = /^\S{0,40}/.exec(text.slice(end, end + 40))![0];
  const parts = `${from}${text.slice(start, end)}${to}`.replace(/^[("“]+|[)”".,;:!?]+$/g, '').split('/');
  return parts.length < 4 && parts.every((part) => /^[A-Z][\w+#. ]*$/.test(part));
}

function isBeside(words: readonly string[], text: string, start: number, end: number): boolean {
  if (words.length === 0) return false;
  const before = /(\w+)\W{1,2}$/.exec(text.slice(Math.max(0, start - 30), start))?.[1]?.toLowerCase();
  const after = /^\W{1,2}(\w+)/.exec(text.slice(end, end + 30))?.[1]?.toLowerCase();
  return words.some((word) => word === before || word === after);
}
