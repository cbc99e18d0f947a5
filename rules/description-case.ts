import type { Entry, List } from '../src/list/types.ts';
import type { Edit } from '../src/message.ts';
import { defineRule } from '../src/rule.ts';
import type { Source } from '../src/source.ts';
import { firstLetter, strictFirstLetter } from '../src/style/first-letter.ts';
import { reportDepartures } from '../src/style/report-departures.ts';
import { smallNamesOf } from '../src/style/small-names.ts';
import { beginsWithSmall, isAscii, wordsOfLetters } from '../src/text/letters.ts';

export default defineRule({
  id: 'description-case',
  summary: 'Descriptions start as the list starts its descriptions: with a capital, or a small letter',
  category: 'entry',
  severity: { house: 'warning', awesome: 'error', minimal: 'off' },
  fix: 'suggested',
  options: {
    case: {
      default: 'house',
      values: ['house', 'upper', 'lower'],
      about: 'How descriptions start; `house`: as most of the list does',
    },
  },
  presetOptions: { awesome: { case: 'upper' } },
  since: '0.1.0',
  docs: {
    finds: `Descriptions that start with a small letter where at least four in five of the list start with a capital, and the other
way round. Whatever is written as it is for a reason is left alone: scripts without case, digits, quotes, code, identifiers
(\`iOS\`, \`jQuery\`, \`scikit-learn\`, \`file.ext\`, \`snake_case\`, \`@scope\`, \`/path\`), names that are written small (\`npm\`, \`curl\`, and those that
the list has as an entry's name or \`gofoo\` is made of) and words that also stand in the entry's name or address. Where the list starts with small letters, a capital is only called wrong for a word
that the list itself writes small elsewhere.`,
    why: 'Descriptions that all start alike read as one text, written with care.',
    bad: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty.
- [Ceylon](https://example.com/ceylon) - Bright.
- [Darjeeling](https://example.com/darjeeling) - Floral.
- [Keemun](https://example.com/keemun) - Smoky.
- [Sencha](https://example.com/sencha) - steamed.
`,
    good: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty.
- [Ceylon](https://example.com/ceylon) - Bright.
- [Darjeeling](https://example.com/darjeeling) - Floral.
- [Keemun](https://example.com/keemun) - Smoky.
- [Sencha](https://example.com/sencha) - Steamed.
`,
    whenOff:
      'Descriptions continue the names (`[Assam](…) is malty`), or are quoted from elsewhere and kept as they are there.',
  },

  list(list, context) {
    let writtenSmall: ReadonlySet<string> | undefined;
    let isAcronym: ((word: string) => boolean) | undefined;
    let isOnlyContinued: boolean | undefined;
    const isSmallName = smallNamesOf(list);
    const excused = (entry: Entry, expected: string) => {
      const word = firstWord(entry.description?.text ?? '');
      if (expected === 'upper') return context.options.case === 'house' && isSmallName(word, entry);
      isOnlyContinued ??= context.options.case === 'house' && continuesNames(list);
      if (isOnlyContinued) return true;
      writtenSmall ??= wordsWrittenSmall(list);
      return !writtenSmall.has(word.toLowerCase());
    };
    reportDepartures(
      context,
      { ...(context.options.case === 'upper' ? strictFirstLetter : firstLetter), excused },
      {
        choice: context.options.case,
        placeOf: ({ entry }) => placeOf(entry, context.source),
        editsOf: ({ entry, expected }) => {
          isAcronym ??= acronymsOf(list);
          return editsOf(entry, expected, isAcronym, context.source);
        },
        touches: ['text'],
        isSafe: () => false,
      },
    );
  },
});

/** `[Assam](…): is malty`, `[Ceylon](…): tastes bright`: with these left out, small letters are no habit. */
function continuesNames({ entries }: List): boolean {
  let lead = 0;
  for (const entry of entries) {
    const letter = firstLetter.measure(entry);
    if (letter === 'upper') lead--;
    else if (letter === 'lower' && !/^\s*(?:are|were|can|will|\p{Ll}+s)\s/u.test(entry.description!.text))
      lead++;
  }
  return lead <= 0;
}

/** Words that descriptions have with a small letter, and within a sentence never with a capital: no names, then. */
function wordsWrittenSmall({ entries }: List): Set<string> {
  const small = new Set<string>();
  const capital = new Set<string>();
  for (const { description } of entries) {
    if (!description) continue;
    for (const word of wordsOfLetters(description.text)) if (beginsWithSmall(word)) small.add(word);
    const within = isAscii(description.text)
      ? /[A-Za-z,] ([A-Z][A-Za-z]*)/g
      : /[\p{L},] (\p{Lu}[\p{L}\p{M}]*)/gu;
    for (const [, word = ''] of description.text.matchAll(within)) capital.add(word.toLowerCase());
  }
  for (const word of capital) small.delete(word);
  return small;
}

/** Tells words that descriptions mostly have in capitals, such as `CLI`, by their small letters. */
function acronymsOf({ entries }: List): (word: string) => boolean {
  const texts = entries.flatMap(({ description }) => description?.text ?? []);
  const inCapitals = new Set<string>();
  for (const text of texts) {
    const found = text.match(isAscii(text) ? /[A-Z]{2,}/g : /\p{L}{2,}/gu) ?? [];
    for (const word of found) if (word === word.toUpperCase()) inCapitals.add(word.toLowerCase());
  }
  let lead: ReadonlyMap<string, number> | undefined;
  return (word) => {
    // What is nowhere in capitals need not be counted.
    if (!inCapitals.has(word)) return false;
    lead ??= leadOfCapitals(texts);
    return (lead.get(word) ?? 0) > 0;
  };
}

/** How much more often words are in capitals than in small letters. */
function leadOfCapitals(texts: readonly string[]): Map<string, number> {
  const lead = new Map<string, number>();
  for (const text of texts) {
    for (const word of wordsOf(text)) {
      const small = word.toLowerCase();
      const step = word === small ? -1 : word === word.toUpperCase() ? 1 : 0;
      if (step !== 0) lead.set(small, (lead.get(small) ?? 0) + step);
    }
  }
  return lead;
}

/** Words of two letters and more. */
function wordsOf(text: string): string[] {
  return text.match(isAscii(text) ? /[A-Za-z]{2,}/g : /\p{L}{2,}/gu) ?? [];
}

/** Empty for a word with further capitals, which is a name or an abbreviation, and for one with a version: `Java 8`. */
function firstWord(text: string): string {
  const word = isAscii(text)
    ? /^\s*([A-Za-z][a-z]*)(?![\w/@-]|\s+[0-9])/
    : /^\s*(\p{L}[\p{Ll}\p{M}]*)(?![\p{L}\p{N}_/@-]|\s+\p{N})/u;
  return word.exec(text)?.[1] ?? '';
}

function placeOf(entry: Entry, source: Source) {
  const start = letterAt(entry, source);
  if (start === undefined) return entry.description?.place ?? entry.place;
  return source.place(start, start + (/^[^\s]+/.exec(source.text.slice(start, start + 80))?.[0].length ?? 1));
}

/** Continues the name: a capital alone would not make a sentence of it. */
const continues = /^(?:is|are|was|were|has|can|will|and|or)\s/;

function editsOf(
  entry: Entry,
  expected: string,
  isAcronym: (word: string) => boolean,
  source: Source,
): Edit[] | undefined {
  const start = letterAt(entry, source);
  if (start === undefined || continues.test(entry.description?.text ?? '')) return undefined;
  const word = /^\p{L}+/u.exec(source.text.slice(start, start + 40))?.[0] ?? '';
  if (expected === 'upper' && isAcronym(word))
    return [{ start, end: start + word.length, text: word.toUpperCase() }];
  const letter = String.fromCodePoint(source.text.codePointAt(start)!);
  // In Turkish and Azerbaijani the capital of i has a dot, and I is that of ı.
  const locale = /[ğışəİ]/.test(entry.description?.text ?? '') ? 'tr' : 'en';
  const text = expected === 'upper' ? letter.toLocaleUpperCase(locale) : letter.toLocaleLowerCase(locale);
  return text.length === letter.length ? [{ start, end: start + letter.length, text }] : undefined;
}

/** Where the first letter stands in the source, behind the marks of emphasis. */
function letterAt({ description }: Entry, source: Source): number | undefined {
  const start = description?.place.start.offset;
  if (start === undefined) return undefined;
  const marks = /^[\s*_~]*/.exec(source.text.slice(start, start + 16))?.[0].length ?? 0;
  const [letter] = description!.text.trimStart();
  return letter && source.text.startsWith(letter, start + marks) ? start + marks : undefined;
}
