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
  compare(one: string, other: string): number;
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
  [/[čšžyįų]/i, 'lt', 'Lithuanian'],
  [/[ðþæöá]/i, 'is', 'Icelandic'],
  [/[ăâđêôơư]/i, 'vi', 'Vietnamese'],
];

/** The script in which at least a tenth of the names has a letter says the language. */
function languageOf(names: readonly string[]): string {
  const found = languages.find(
    ([script]) => names.filter((name) => script.test(name)).length > names.length / 10,
  );
  return found?.[1] ?? 'en';
}

/**
 * Each that some names can be sorted by, in the language of these.
 * @param wanted one that is among them in any case
 */
export function* collationsFor(names: readonly string[], wanted?: string): Generator<Collation> {
  yield* common(names);
  const isLatin = languageOf(names) === 'en';
  for (const [letters, name, as, locale = name] of latin) {
    if (name !== wanted && !(isLatin && names.some((one) => letters.test(one)))) continue;
    // Made only now: the first of a language takes a while.
    const { compare } = new Intl.Collator(locale);
    yield by(name, `alphabetical, as in ${as}`, (one) => one, compare);
  }
}

function common(names: readonly string[]): Collation[] {
  const language = languageOf(names);
  const base = new Intl.Collator(language);
  const numeric = new Intl.Collator(language, { numeric: true });
  const letters = new Intl.Collator(language, { ignorePunctuation: true });
  return [
    by('letters', 'by letters, their case ignored', (name) => name.toLowerCase(), codeUnits),
    by('alphabetical', 'alphabetical', (name) => name, base.compare),
    by('numeric', 'alphabetical, numbers by their value', (name) => name, numeric.compare),
    by(
      'no-punctuation',
      'alphabetical, punctuation ignored',
      (name) => name.replace(/[\p{P}\p{S}\s]+/gu, ''),
      letters.compare,
    ),
    by(
      'no-articles',
      'alphabetical, articles ignored',
      (name) => name.replace(/^(?:the|an?)\s+/i, ''),
      base.compare,
    ),
    // As `sort` does it with whole lines: the bracket that closes a name comes after a blank.
    by('lines', 'by whole lines', (name) => `${name.toLowerCase()}]`, codeUnits),
    by('code-units', 'by code units', (name) => name, codeUnits),
  ];
}

function by(
  name: CollationName,
  about: string,
  keyOf: (name: string) => string,
  compare: Collation['compare'],
): Collation {
  const keys = new Map<string, string>();
  const key = (name: string) => {
    const known = keys.get(name) ?? keyOf(name);
    keys.set(name, known);
    return known;
  };
  return { name, about, compare: (one, other) => compare(key(one), key(other)) };
}

function codeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
