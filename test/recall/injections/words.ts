import { names } from '../../../src/spelling/names.ts';
import type { CleanList, Fault, Injection, Pick } from '../injection.ts';
import { gaps, replaced } from '../injection.ts';

/** Words that are put between two words of a description, and where in them the finding stands. */
type Row = readonly [rule: string, id: string, words: string, at?: number];

const rows: readonly Row[] = [
  ['balanced-punctuation', '( without )', '(also'],
  ['balanced-punctuation', ') without (', 'also)', 4],
  ['balanced-punctuation', '[ without ]', '[also'],
  ['balanced-punctuation', '] without [', 'also]', 4],
  ['balanced-punctuation', '“ without ”', '“also'],
  ['balanced-punctuation', '” without “', 'also”', 4],
  ['balanced-punctuation', '" without "', '"also'],
  ['balanced-punctuation', '« without »', '«also'],
  ['balanced-punctuation', '（ without ）', '（also'],
  ['balanced-punctuation', '「 without 」', '「also'],
  ['repeated-punctuation', '!!', 'indeed!!', 6],
  ['repeated-punctuation', '??', 'indeed??', 6],
  ['repeated-punctuation', ',,', 'indeed,,', 6],
  ['repeated-punctuation', '！！', '好！！', 1],
  ['repeated-punctuation', '，，', '好，，', 1],
  ['bare-url', 'https://', 'https://kites.example/read'],
  ['bare-url', 'http://', 'http://kites.example'],
  ['bare-url', 'www.', 'www.kites.example'],
  ['link-syntax', 'htp:// in the text', 'htp://kites.example'],
  ['link-syntax', '** that is not closed', '**also'],
  ['link-syntax', '_ beside emphasis', '**also**_', 8],
  ['link-syntax', 'code that runs into a word', '`fly`kite'],
  ['editor-note', 'TODO:', '- TODO: look at it', 2],
  ['editor-note', 'FIXME:', '- FIXME: look at it', 2],
  ['editor-note', '(TODO)', '(TODO)'],
  ['editor-note', '(not sure …)', '(not sure if it still flies)'],
  ['editor-note', '(… be checked)', '(to be checked)'],
  ['editor-note', '(outdated?)', '(outdated?)'],
  ['image-alt', 'an image without text', '![](https://kites.example/kite.png)'],
  ['image-alt', 'an HTML image without text', '<img src="https://kites.example/kite.png">'],
  ['anchor', 'a link to no heading', '[also](#no-such-heading-anywhere)', 7],
  ['anchor', 'a link in HTML to no heading', '<a href="#no-such-heading-anywhere">also</a>', 9],
  ['whitespace', 'a tab between words', 'also\talso-this', 4],
  ['whitespace', 'two tabs between words', 'also\t\talso-this', 4],
];

function put(list: CleanList, pick: Pick, words: string, at = 0): Fault | undefined {
  const gap = pick.one(gaps(list));
  return gap === undefined ? undefined : replaced(list.text, gap, gap, ` ${words}`, 1 + at);
}

const plain: Injection[] = rows.map(([rule, id, words, at]) => ({
  id,
  rule,
  into: (list, pick) => put(list, pick, words, at),
}));

/** What Windows-1252 has at 0x80 to 0x9f; what it leaves out stays a control character. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** As UTF-8 looks when it is read as Windows-1252, or as Latin-1. */
function damaged(text: string, times = 1, upper: string | undefined = windows): string {
  const characters = [...new TextEncoder().encode(text)].map((byte) => {
    return (byte >= 0x80 && byte < 0xa0 && upper?.[byte - 0x80]) || String.fromCharCode(byte);
  });
  const once = characters.join('');
  return times > 1 ? damaged(once, times - 1, upper) : once;
}

const damages: readonly (readonly [id: string, words: string, at: number])[] = [
  ['é', `caf${damaged('é')}`, 3],
  ['ü at the start', `${damaged('ü')}ber`, 0],
  ['ç', `gar${damaged('ç')}on`, 3],
  ['ñ', `ma${damaged('ñ')}ana`, 2],
  ['ß', `gro${damaged('ß')}e`, 3],
  ['ø', `k${damaged('ø')}b`, 1],
  ['ą', `z${damaged('ą')}b`, 1],
  ['a dash', `kite ${damaged('—')} also`, 5],
  ['an en dash', `kite ${damaged('–')} also`, 5],
  ['an apostrophe', `it${damaged('’')}s`, 2],
  ['quotes', `${damaged('“')}kite${damaged('”')}`, 0],
  ['an ellipsis', `kite${damaged('…')}`, 4],
  ['a bullet', `kite ${damaged('•')} also`, 5],
  ['a no-break space', `kite${damaged('\u00A0')}also`, 4],
  ['Cyrillic', damaged('привет'), 0],
  ['Greek', damaged('χαρταετός'), 0],
  ['Chinese', damaged('风筝'), 0],
  ['Japanese', damaged('たこ'), 0],
  ['an emoji', damaged('🚀'), 0],
  ['an emoji, as Latin-1', damaged('🚀', 1, ''), 0],
  ['é, as Latin-1', `caf${damaged('é', 1, '')}`, 3],
  ['a dash, as Latin-1', `kite ${damaged('—', 1, '')} also`, 5],
  ['Chinese, as Latin-1', damaged('风筝', 1, ''), 0],
  ['é, twice over', `caf${damaged('é', 2)}`, 3],
  ['a dash, twice over', `kite ${damaged('—', 2)} also`, 5],
  ['a lost character', 'caf\uFFFD', 3],
  ['lost characters', 'caf\uFFFD\uFFFD s', 3],
  ['a lost character, damaged', 'caf\u00EF\u00BF\u00BD', 3],
];

const mojibake: Injection[] = damages.map(([id, words, at]) => ({
  id,
  rule: 'mojibake',
  into: (list, pick) => put(list, pick, words, at),
}));

const characters: readonly (readonly [id: string, character: string])[] = [
  ['zero-width space', '\u200B'],
  ['zero-width non-joiner', '\u200C'],
  ['zero-width joiner', '\u200D'],
  ['soft hyphen', '\u00AD'],
  ['word joiner', '\u2060'],
  ['byte order mark', '\uFEFF'],
  ['right-to-left override', '\u202E'],
  ['left-to-right override', '\u202D'],
  ['left-to-right embedding', '\u202A'],
  ['right-to-left isolate', '\u2067'],
  ['end of an isolate', '\u2069'],
  ['left-to-right mark', '\u200E'],
  ['Hangul filler', '\u3164'],
  ['control character', '\u0008'],
  ['line separator', '\u2028'],
  ['tag character', '\u{E0041}'],
];

/** Characters that some scripts need are put between letters that do not. */
const invisible: Injection[] = characters.map(([id, character]) => ({
  id,
  rule: 'invisible-character',
  into: (list, pick) =>
    /[\u0590-\u08FF\u0900-\u109F]/.test(list.text) ? undefined : put(list, pick, `al${character}so`, 2),
}));

const noBreak: Injection = {
  id: 'non-breaking space',
  rule: 'invisible-character',
  into(list, pick) {
    // Slavic and Greek typography keeps short words with the next.
    const gap = pick.one(gaps(list, /[a-z]/).filter((at) => /[a-z]{4}$/.test(list.text.slice(0, at))));
    return gap === undefined ? undefined : replaced(list.text, gap, gap + 1, '\u00A0');
  },
};

/** Wrong forms of names in the table, but for those that are words of their own too. */
const misspelt = names.flatMap(({ name, also = [], keep = [] }) => {
  const cases = [
    name.toLowerCase(),
    name.toUpperCase(),
    name[0]!.toUpperCase() + name.slice(1).toLowerCase(),
  ];
  return [...also, ...cases.filter((one) => /^\p{L}{3,}$/u.test(one))].filter(
    (one) => one !== name && !keep.includes(one),
  );
});

const spelling: Injection[] = [
  {
    id: 'a name of a product',
    rule: 'spelling',
    into: (list, pick) => put(list, pick, pick.one(misspelt)!),
  },
  {
    id: 'a word twice',
    rule: 'spelling',
    into(list, pick) {
      const gap = pick.one(gaps(list, /[a-z]/));
      const word = gap === undefined ? undefined : /[a-z]{3,}$/.exec(list.text.slice(0, gap))?.[0];
      const before = gap === undefined ? '' : list.text.slice(0, gap - (word?.length ?? 0));
      // In other languages a word may well stand twice.
      if (gap === undefined || !word || !/(?:^|[\s])$/.test(before) || !isEnglish(list.text))
        return undefined;
      return replaced(list.text, gap, gap, ` ${word}`, -word.length);
    },
  },
];

export const words: readonly Injection[] = [...plain, ...mojibake, ...invisible, noBreak, ...spelling];

function isEnglish(text: string): boolean {
  return [' the ', ' of ', ' and ', ' for '].every((word) => text.includes(word));
}
