/** Scripts in which letters join, and are kept from joining on purpose. */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
/** Scripts without blanks between words, where a zero-width space says that a line may end. */
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}]/u;
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const beforeJoiner = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f/u;
const afterJoiner = /\p{Extended_Pictographic}/u;

/** Where an invisible character stands. */
export interface Surroundings {
  /** Character before and after; empty at the ends of the text. */
  before: string;
  after: string;
  /** The line it stands in. */
  line: string;
  /** The line up to it, and from it on. */
  upTo: string;
  rest: string;
  /** Whether much of the list is written from right to left. */
  isRightToLeft: () => boolean;
}

/** Whether an invisible character is where it belongs. */
export function isMeant(character: string, around: Surroundings): boolean {
  switch (character) {
    case '\u200b':
      return unspaced.test(around.before) || unspaced.test(around.after);
    case '\u200c':
      return joining.test(around.before) || joining.test(around.after);
    case '\u200d':
      return joining.test(around.before) || joins(around);
    case '\u200e':
    case '\u200f':
    case '\u061c':
      return rightToLeft.test(around.line) || around.isRightToLeft();
    case '\u202a':
    case '\u202b':
    case '\u202c':
    case '\u2066':
    case '\u2067':
    case '\u2068':
    case '\u2069':
      return rightToLeft.test(around.line) && isBalanced(around.line);
    default:
      return /^\udb40/.test(character) && /\u{1f3f4}[\u{e0020}-\u{e007f}]*$/u.test(around.upTo);
  }
}

function joins({ before, after }: Surroundings): boolean {
  return beforeJoiner.test(before) && afterJoiner.test(after);
}

/** Whether every embedding and isolate of a line is ended in it. */
function isBalanced(line: string): boolean {
  const count = (pattern: RegExp) => line.match(pattern)?.length ?? 0;
  return (
    count(/[\u202d\u202e]/g) === 0 &&
    count(/[\u202a\u202b]/g) === count(/\u202c/g) &&
    count(/[\u2066-\u2068]/g) === count(/\u2069/g)
  );
}

/** Whether more than a tenth of a text's letters run from right to left. */
export function isRightToLeft(text: string): boolean {
  const letters = text.match(/\p{Letter}/gu)?.length ?? 0;
  const all = new RegExp(rightToLeft, 'gu');
  return (text.match(all)?.length ?? 0) * 10 > letters;
}

/** Signs that keep the word beside them: dashes, guillemets, arrows, and others that must not begin or end a line. */
const keeping = /[–—−―«»‹›→←↑↓⇒·•×÷±≈…°§№¶©®™℃℉]/u;
/** Before these French sets a space, and a number is kept from its unit. */
const spacedMark = /[:;!?%‰€$£¥₽»›]/;
/** Short words that Slavic, Greek and other typography keeps from the end of a line. */
const shortWord = /(?:^|[\s(«„“"])(?:[\p{Script=Cyrillic}\p{Script=Greek}]{1,3}|[kKsSvVzZoOuUwW])$/u;
/** What is kept with a number, or a name, that follows it. */
const abbreviation =
  /(?:^|[\s(«„“"'])(?:\p{Lu}\.|(?:No|Nr|Fig|Abb|Vol|pp?|S|Nº|N°|[Mm]lle|[Mm]me|Mrs?|Ms|Dr|St|Prof|et|z|tzn|np|т|и|г|см|рис|стр)\.?)$/u;

/** Longer than anything that a space is kept with. */
const longest = 12;

/** Whether a space that does not break is there for typography's sake. */
export function isTypographic({ before, after, upTo }: Surroundings): boolean {
  if (keeping.test(before) || keeping.test(after) || spacedMark.test(after)) return true;
  if (/\p{Number}/u.test(before) && /[\p{Letter}\p{Number}\p{Symbol}]/u.test(after)) return true;
  const last = upTo.slice(-longest);
  return shortWord.test(last) || abbreviation.test(last) || (/\p{L}\.$/u.test(last) && /\d/.test(after));
}
