import { meantScheme } from '../address/mistyped-scheme.ts';
import { hasLetterOrDigit } from '../text/letters.ts';
import { type MaskedText, mask } from '../text/masked.ts';
import { type Fault, insert, remove } from './fault.ts';

/** Without a marker, code or slash there is none of these. */
const anyMarkup = new RegExp(`[*_/${mask.opening}${mask.code}]`);

/** Emphasis that does not close, and code or links that run into a word. */
export function markupFaults(masked: MaskedText): Fault[] {
  if (!anyMarkup.test(masked.text)) return [...gluedLinks(masked)];
  return [
    ...openEmphasis(masked.text),
    ...leftMarkers(masked.text),
    ...looseEmphasis(masked.text),
    ...gluedCode(masked),
    ...gluedLinks(masked),
    ...proseSchemes(masked.text),
  ];
}

/** `**a`: markers that open emphasis which nothing closes. Exponents, globs, keyword arguments and footnotes are none. */
function* openEmphasis(text: string): Iterable<Fault> {
  const opening = /(?<![^\s([{“"'_\u0004\u0005-])\*\*(?=[^\s*/.,;:)\]}]|\.\w)(?!(?:\w*args|kw\w*)\b)/g;
  for (const { index } of text.matchAll(opening)) {
    if (text.startsWith('**/', index) || text.startsWith('***', index)) continue;
    yield {
      start: index,
      end: index + 2,
      reason: '“**” opens emphasis that is not closed, so it stays as it is',
    };
  }
}

/** `**a**_`: markers that are left over beside emphasis, and emphasis that begins with the comma after a word. */
function* leftMarkers(text: string): Iterable<Fault> {
  for (const { 0: all, index } of text.matchAll(/[*_]+/g)) {
    if (![text[index - 1], text[index + all.length]].some(isMarker)) continue;
    yield {
      start: index,
      end: index + all.length,
      reason: `“${all}” beside emphasis opens or closes nothing, so it stays as it is`,
    };
  }
  for (const { 0: all, index } of text.matchAll(/(?<=[^\s\u0004([{])\u0004+(?=[,;:.][\s\u0005])/g)) {
    yield {
      start: index,
      end: index + all.length,
      reason:
        'Emphasis begins in the middle of a sentence, with its punctuation: what it should close is not open',
    };
  }
}

/** `* a b *` at the end of a text: markers that blanks keep from emphasising. */
function* looseEmphasis(text: string): Iterable<Fault> {
  const match = /(?<=[\s(])\*[ \t]+(?=[^\s*])[^*]{2,300}[^\s*][ \t]+\*(?=[.,;)]?\s*$)/.exec(text);
  if (!match || text.split('*').length > 3) return;
  const start = match.index;
  const end = start + match[0].length;
  const words = match[0].slice(1, -1);
  yield {
    start,
    end,
    reason: 'The blanks inside of “* … *” keep this from being emphasised',
    kind: 'suggested',
    edits: [
      remove(start + 1, start + 1 + words.length - words.trimStart().length),
      remove(end - 1 - (words.length - words.trimEnd().length), end - 1),
    ],
  };
}

function isMarker(char: string | undefined): boolean {
  return char === mask.opening || char === mask.closing;
}

const endings = /^(?:s|es|d|ed|ing|er|ers|ly|able|ability|ness|like|ish|th|ization|ized?)(?![a-z])/i;
const beginnings =
  /(?:^|[^a-z])(?:re|un|pre|post|non|de|sub|super|anti|auto|co|ex|inter|multi|meta|pseudo|semi)$/i;

/** Code that runs into a word. */
function* gluedCode({ text, code }: MaskedText): Iterable<Fault> {
  for (const { start, end } of code) {
    const after = text.slice(end, end + 20);
    if (/^[a-z]{2,}/i.test(after) && !endings.test(after)) yield glued(start, end, end);
    const before = text.slice(Math.max(0, start - 20), start);
    if (/[a-z]{2,}$/i.test(before) && !beginnings.test(before)) yield glued(start, end, start);
  }
}

function glued(start: number, end: number, at: number): Fault {
  const reason = `Code runs into the word ${at === end ? 'after' : 'before'} it`;
  return { start, end, reason, kind: 'suggested', edits: [insert(at, ' ')] };
}

/** Scripts that set no blanks between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** `[a](b)by c`: the reader sees the link go on in the word, or the word in the link. */
function* gluedLinks({ text, links }: MaskedText): Iterable<Fault> {
  for (const { start, end } of links) {
    // Most links stand between blanks and marks.
    if (!hasLetterOrDigit(text[end] ?? '') && !hasLetterOrDigit(text[start - 1] ?? '')) continue;
    const after = /^\p{Script=Latin}{2,}/u.exec(text.slice(end, end + 20))?.[0];
    const lead = text.slice(Math.max(0, start - 20), start);
    const before = /\p{Script=Latin}{2,}$/u.exec(lead)?.[0];
    if ((after ?? before) === undefined || unspaced.test(text)) continue;
    if (after !== undefined && !endings.test(after))
      yield gluedLink(end, end + after.length, end, `“${after}” runs into the link before it`);
    if (before !== undefined && !beginnings.test(lead))
      yield gluedLink(start - before.length, start, start, `“${before}” runs into the link after it`);
  }
}

/** The reader gets to the page all the same. */
function gluedLink(start: number, end: number, at: number, reason: string): Fault {
  return { start, end, reason, severity: 'warning', kind: 'suggested', edits: [insert(at, ' ')] };
}

const schemes = new RegExp(
  `(?<![\\w/:${mask.link}])(?:([a-z]{2,8}):\\/\\/|https?:\\/(?!\\/)|https?\\/\\/)(?=[a-z0-9-]+\\.)`,
  'gi',
);

/** `htp://a.b` in the text, which GFM does not make a link of. */
function* proseSchemes(text: string): Iterable<Fault> {
  for (const { 0: all, 1: scheme, index } of text.matchAll(schemes)) {
    const meant =
      scheme === undefined
        ? { scheme: /^https/i.test(all) ? 'https' : 'http', isSlip: true }
        : meantScheme(scheme);
    if (!meant) continue;
    const expected = `${meant.scheme}://`;
    const reason = `“${all}” does not begin an address, expected “${expected}”`;
    const edits = [{ start: index, end: index + all.length, text: expected }];
    const kind = meant.isSlip ? 'safe' : 'suggested';
    yield { start: index, end: index + all.length, reason, expected, kind, edits };
  }
}
