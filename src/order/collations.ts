import { isAscii } from '../text/letters.ts';

/** The ways in which lists are sorted, the plainest first. */
export const collationNames = [
  'letters',
  'alphabetical',
  'numeric',
  'no-punctuation',
  'no-articles',
  'lines',
  'code-units',
  'cs',
  'da',
  'de-phonebk',
  'es',
  'et',
  'hr',
  'hu',
  'is',
  'lt',
  'lv',
  'pl',
  'ro',
  'sk',
  'sv',
  'tr',
  'vi',
] as const;
export type CollationName = (typeof collationNames)[number];

/** A way to sort names: the words say it to a person. */
export interface Collation {
  name: CollationName;
  about: string;
  /** What is compared of a name. */
  keyOf(name: string): string;
  /** Compares the keys of two names. */
  compare(one: string, other: string): number;
}

/** Compares things by their names. */
export function byName({ keyOf, compare }: Collation) {
  return (one: { name: string }, other: { name: string }) => compare(keyOf(one.name), keyOf(other.name));
}

/** Scripts whose order is a language's own, and a language that has it. */
const languages: readonly (readonly [script: RegExp, language: string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Greek}/u, 'el'],
  [/[پچژگ]/u, 'fa'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
];

/**
 * Latin alphabets that have letters where English has none, which sorts them with the letters they look like: which
 * letters tell of each.
 */
const latin: readonly (readonly [letters: RegExp, name: CollationName, as: string, locale?: string])[] = [
  [/[åäö]/i, 'sv', 'Swedish and Finnish'],
  [/[æøå]/i, 'da', 'Danish and Norwegian'],
  [/[äöüß]/i, 'de-phonebk', 'German phone books', 'de-u-co-phonebk'],
  [/ñ/i, 'es', 'Spanish'],
  [/[çğıİöşü]/, 'tr', 'Turkish'],
  [/[ąćęłńóśźż]/i, 'pl', 'Polish'],
  [/[čřšž]/i, 'cs', 'Czech'],
  [/[čšžäôľ]/i, 'sk', 'Slovak'],
  [/[čćđšž]/i, 'hr', 'Croatian and Slovene'],
  [/[öüőű]/i, 'hu', 'Hungarian'],
  [/[ăâîșțşţ]/i, 'ro', 'Romanian'],
  [/[õäöüšž]/i, 'et', 'Estonian'],
  [/[čģķļņšž]/i, 'lv', 'Latvian'],
  [/[čšžįų]/i, 'lt', 'Lithuanian'],
  [/[ðþæöá]/i, 'is', 'Icelandic'],
  [/[ăâđêôơư]/i, 'vi', 'Vietnamese'],
];

/** The script in which at least a tenth of the names has a letter says the language. */
function languageOf(foreign: readonly string[], count: number): string {
  const found = languages.find(([script]) => foreign.filter((name) => script.test(name)).length > count / 10);
  return found?.[1] ?? 'en';
}

const asIs = (name: string) => name;

/**
 * Each that some names can be sorted by, in the language of these. Each is made when it is asked for: the first of a
 * language takes a while.
 * @param wanted one that is among them in any case
 */
export function* collationsFor(names: readonly string[], wanted?: string): Generator<Collation> {
  yield by('letters', 'by letters, their case ignored', (name) => name.toLowerCase(), codeUnits);
  const foreign = names.filter((name) => /[^\0-\x7F]/.test(name));
  const language = languageOf(foreign, names.length);
  const compare = collator(language);
  yield by('alphabetical', 'alphabetical', asIs, compare);
  yield by('numeric', 'alphabetical, numbers by their value', asIs, collator(language, { numeric: true }));
  yield by(
    'no-punctuation',
    'alphabetical, punctuation ignored',
    withoutPunctuation,
    collator(language, { ignorePunctuation: true }),
  );
  yield by('no-articles', 'alphabetical, articles ignored', withoutArticle, compare);
  // As `sort` does it with whole lines: the bracket that closes a name comes after a blank.
  yield by('lines', 'by whole lines', (name) => `${name.toLowerCase()}]`, codeUnits);
  yield by('code-units', 'by code units', asIs, codeUnits);
  for (const [characteristic, name, as, locale = name] of latin) {
    if (name !== wanted && !(language === 'en' && foreign.some((one) => characteristic.test(one)))) continue;
    yield by(name, `alphabetical, as in ${as}`, asIs, collator(locale));
  }
}

function collator(language: string, options?: Intl.CollatorOptions): Collation['compare'] {
  return new Intl.Collator(language, options).compare;
}

function withoutPunctuation(name: string): string {
  return name.replace(isAscii(name) ? /[^A-Za-z0-9]+/g : /[\p{P}\p{S}\s]+/gu, '');
}

function withoutArticle(name: string): string {
  return name.replace(/^(?:the|an?)\s+/i, '');
}

function by(
  name: CollationName,
  about: string,
  keyOf: Collation['keyOf'],
  compare: Collation['compare'],
): Collation {
  return { name, about, keyOf, compare };
}

function codeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
