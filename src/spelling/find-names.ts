import type { ProductName } from './names/product-name.ts';

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
  const byFirstWord = spellingsByFirstWord(bySpelling.keys());
  const patterns = new Map<string, RegExp>();
  const matchAt = (index: number, word: string, text: string) => {
    const key = word.toLowerCase();
    const spellings = byFirstWord.get(key)!;
    // Most names are one word.
    if (spellings.length === 1 && spellings[0] === key) return { 0: word, index };
    const pattern = patterns.get(key) ?? patternOf(spellings);
    patterns.set(key, pattern);
    // A name may begin with a dot.
    return (text[index - 1] === '.' && from(pattern, index - 1, text)) || from(pattern, index, text);
  };
  // One look for all first words, as a text has few of them; not `matchAll`, which copies the expression each time.
  const firstWord = new RegExp(`\\b(?:${[...byFirstWord.keys()].join('|') || '(?!)'})\\b`, 'gi');
  return (text) => {
    const wrong: WrongName[] = [];
    firstWord.lastIndex = 0;
    for (let found = firstWord.exec(text); found; found = firstWord.exec(text)) {
      const match = matchAt(found.index, found[0], text);
      if (!match) continue;
      const end = match.index + match[0].length;
      firstWord.lastIndex = end;
      const name = bySpelling.get(keyOf(match[0]));
      if (name && isWrong(match[0], name, text, match.index)) {
        const { name: expected, source } = name;
        wrong.push({ start: match.index, end, actual: plain(match[0]), expected, source });
      }
    }
    return wrong;
  };
}

function from(pattern: RegExp, index: number, text: string): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

/** Spellings by the word that they begin with, the longest first. */
function spellingsByFirstWord(spellings: Iterable<string>): Map<string, string[]> {
  const byFirstWord = new Map<string, string[]>();
  for (const spelling of [...spellings].sort((a, b) => b.length - a.length)) {
    const first = /\w+/.exec(spelling)?.[0];
    if (first) byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), spelling]);
  }
  return byFirstWord;
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
  return spelling.replace(/\s+/g, ' ');
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
