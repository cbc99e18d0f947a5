import { plainText } from '../list/plain-text.ts';
import type { Entry, Section } from '../list/types.ts';
import { beginsWithCapital, isAscii } from '../text/letters.ts';
import { descriptionOf, isAllLinks, strictDescriptionOf } from './described.ts';
import type { Dimension } from './dimension.ts';

/** Characters that end a sentence without further meaning. */
const stops = new Set([...'.。．｡।۔։።']);
/** What a full stop can follow: words, and signs that belong to them (`C++`, `100%`). Other marks end a text in their own way. */
function endsWord(text: string): boolean {
  return (
    /[A-Za-z0-9+#%‰°$€£¥₹™®©ⓇⓒⓉ@&]$/.test(text) ||
    (!isAscii(text.slice(-1)) && /[\p{L}\p{M}\p{N}]$/u.test(text.slice(-2)))
  );
}
/** What may close a text after its final mark. */
const closers = new Set([...'"\'”’»«›‹“„」』）)]】}＞>']);

/** `A sentence.* 1`: marks of a note behind the end. */
const noteMark = /[.!?。！？](?:\s*[*†‡§¹²³⁰-⁹]+\s*\d{0,2}|\s+\d{1,2})$/;

/** `A tool by [ann.example]`: a sentence whose end is not a part of the text. */
const goesOn = /\s(?:by|from|for|with|of|via|and|or|the|an?)$/i;

const abbreviation =
  /(?:^|[\s(])(?:etc|e\.g|i\.e|cf|inc|ltd|co|corp|llc|gmbh|vs|al|jr|sr|approx|ca|no|dr|mr|mrs|prof|ed|eds|vol|pp|bros|dept|est|fig|u\.s|u\.k|a\.m|p\.m|[a-z](?:\.[a-z]){0,2})\.$/i;

/** Longer than any of them, with what stands before it. */
const longestAbbreviation = 16;

function isAbbreviation(text: string): boolean {
  const end = text.slice(-longestAbbreviation);
  return abbreviation.test(end) || (!isAscii(end) && /(?:^|[\s(])\p{L}(?:\.\p{L}){0,2}\.$/u.test(end));
}

/** Whether descriptions end with a full stop. Values: `full-stop`, `none`. */
export const finalMark: Dimension = {
  name: 'final-mark',
  about: 'whether descriptions end with a full stop',
  rule: 'description-punctuation',
  option: 'mark',
  measure: (entry) => {
    const text = descriptionOf(entry)?.text;
    if (
      text === undefined ||
      isAllLinks(entry) ||
      endsWithLabel(text, entry) ||
      isByline(entry) ||
      announces(entry)
    )
      return undefined;
    return finalMarkOf(endingInWord(text, entry));
  },
  // `A tool. https://…`: the address is not of the sentence.
  excused: ({ extras }, expected) =>
    expected === 'none' && extras.some(({ where, text }) => where === 'after' && /^https?:/i.test(text)),
  things: 'descriptions',
  here: (value) => (value === 'none' ? 'No full stop' : 'A full stop'),
  do: (value) => (value === 'none' ? 'end without one' : 'end with one'),
  doAlone: (value) => (value === 'none' ? 'end without a full stop' : 'end with a full stop'),
};

/** What ends a sentence in any script. */
const finals = new Set([...stops, ...'!?…！？؟⸮՞՜']);

/** The same where a full stop is demanded: whatever else a text ends with, such as a colon, a comma or a dash, is none. */
export const strictFinalMark: Dimension = {
  ...finalMark,
  measure: (entry) => {
    const text = strictDescriptionOf(entry)?.text;
    if (text === undefined || endsWithLabel(text, entry) || isSigned(entry)) return undefined;
    if (isAllLinks(entry)) return /[-–—:,;]\s*$/.test(text) ? 'none' : undefined;
    const written = endingInWord(text, entry);
    const value = finalMarkOf(written);
    if (value !== undefined) return value;
    const sentence = written.slice(0, endOfSentence(written));
    const last = sentence.slice(0, endOfClosed(sentence)).at(-1) ?? '';
    return last === '' || finals.has(last) || endsBeforeBracket(sentence) ? undefined : 'none';
  },
};

/** The entries without the rows of sections in which most rows have no sentence in their cells. */
export function withoutBareCells(entries: readonly Entry[]): Entry[] {
  const balance = new Map<Section, number>();
  for (const entry of entries) {
    const mark = entry.form === 'row' ? finalMark.measure(entry) : undefined;
    if (mark) balance.set(entry.section, (balance.get(entry.section) ?? 0) + (mark === 'none' ? -1 : 1));
  }
  return entries.filter(({ form, section }) => form !== 'row' || (balance.get(section) ?? 0) >= 0);
}

const fewWords = /^\s*\S+(?:\s+\S+){0,3}\s*$/;

/** Who wrote it, or of a video there, `Ann Lee (YouTube)`: who published it. */
function isByline(entry: Entry): boolean {
  const { description, url = '' } = entry;
  const words = fewWords.test(description?.text ?? '') ? description!.text.trim().split(/\s+/) : [];
  if (
    words.length > 0 &&
    words.every((word) => !word.includes('.') && beginsWithCapital(word.replace(/^\(/, '')))
  ) {
    const [host = ''] = /(?<=\/\/)[^/?#]*/.exec(url) ?? [];
    if (host.split('.').includes(words.at(-1)!.replace(/[()]/g, '').toLowerCase())) return true;
  }
  return isSigned(entry);
}

/** `_Ann Lee (Leaf Co)_`: who wrote it. */
function isSigned({ descriptionNodes }: Entry): boolean {
  const [name, ...others] = descriptionNodes.filter((node) => plainText(node).trim() !== '');
  if (others.length > 0 || (name?.type !== 'emphasis' && name?.type !== 'strong')) return false;
  return /^\p{Lu}[^\s.]*(?: [\p{Lu}(][^\s.]*){1,4}$/u.test(plainText(name).trim());
}

/** `` Converts `...` to `../..` ``: code is a word, whatever it ends with. */
function endingInWord(text: string, { descriptionNodes }: Entry): string {
  const last = descriptionNodes.at(-1);
  if (last?.type !== 'inlineCode' || !text.endsWith(last.value)) return text;
  return `${text.slice(0, -last.value.length)}code`;
}

/** `A tool.`, and `Features` on a line of its own, over a list of them. */
function announces({ descriptionNodes }: Entry): boolean {
  const last = descriptionNodes.at(-1);
  return (
    last?.type === 'text' &&
    last.value.includes('\n') &&
    /[.!?。！？][ \t]*\n[ \t]*\p{Lu}\S*(?: \S+)?$/u.test(last.value)
  );
}

/** `A tool. **UNMAINTAINED**`: the sentence is over, what follows is a label. */
function endsWithLabel(text: string, { descriptionNodes }: Entry): boolean {
  const last = descriptionNodes.at(-1);
  if (!last || last.type === 'text') return false;
  const label = plainText(last);
  return text.endsWith(label) && stops.has(text.slice(0, -label.length).trimEnd().at(-1) ?? '');
}

/**
 * How a text ends. Undefined where neither a full stop is missing nor one too many: after other marks and
 * abbreviations, where the mark stands within a closing quote or bracket, and for several sentences with a full stop.
 */
function finalMarkOf(text: string): 'full-stop' | 'none' | undefined {
  const sentence = text.slice(0, endOfSentence(text));
  if (noteMark.test(sentence)) return undefined;
  const bare = sentence.slice(0, endOfClosed(sentence));
  const last = bare.at(-1) ?? '';
  if (stops.has(last)) {
    const settled = bare.length < sentence.length || bare.endsWith('..') || isAbbreviation(bare);
    return settled || hasSeveralSentences(bare) ? undefined : 'full-stop';
  }
  return goesOn.test(bare) || !endsWord(bare) || endsBeforeBracket(sentence) ? undefined : 'none';
}

/** Where a text ends when emoji, shortcodes and blanks at its end are left out. */
export function endOfSentence(text: string): number {
  let end = text.length;
  // As most texts end.
  if (/[\w.)]/.test(text.at(-1) ?? '')) return end;
  for (;;) {
    const before = text.slice(Math.max(0, end - 40), end);
    const match =
      /(?:\s|\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\uFE0F|\u200D|:[a-z][\w+-]{1,30}:)$/u.exec(
        before,
      );
    if (!match || match[0] === '') return end;
    end -= match[0].length;
  }
}

function endOfClosed(text: string): number {
  let end = text.length;
  while (end > 0 && closers.has(text[end - 1]!)) end--;
  return end;
}

function hasSeveralSentences(text: string): boolean {
  const before = text.slice(0, -1);
  if (!/[.!?…۔।؟]["'”’)\]]*\s|[。！？]/.test(before)) return false;
  const parts = before.split(/(?<=[.!?…۔।؟]["'”’)\]]*)\s+|(?<=[。！？])/u);
  return parts.slice(0, -1).some((part) => !isAbbreviation(part));
}

/** `A tool. (Free for teachers)` */
function endsBeforeBracket(text: string): boolean {
  const open = text.endsWith(')') ? text.lastIndexOf('(') : text.endsWith(']') ? text.lastIndexOf('[') : -1;
  if (open < 1) return false;
  return /[.!?…。！？]$/.test(text.slice(0, open).trimEnd());
}

/** Whether full stops are written as in Chinese and Japanese in this text. */
export function isIdeographic(text: string): boolean {
  return /[^\0-\xFF]/.test(text) && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

/** The full stop that entries of the list use most, in ideographic descriptions and in others. */
export function fullStops(entries: readonly Entry[]): { ideographic: string; other: string } {
  const counts = { ideographic: new Map<string, number>(), other: new Map<string, number>() };
  for (const { description } of entries) {
    const last = description?.text.trimEnd().at(-1) ?? '';
    if (!description || !stops.has(last)) continue;
    const map = isIdeographic(description.text) ? counts.ideographic : counts.other;
    map.set(last, (map.get(last) ?? 0) + 1);
  }
  return { ideographic: most(counts.ideographic) ?? '。', other: most(counts.other) ?? '.' };
}

function most(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
