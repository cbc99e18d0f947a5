import type { Entry } from '../../../src/list/types.ts';
import { venueEmphasis, venuePresence, venueSeparator, venueShape } from '../../../src/style/citation.ts';
import { finalMark } from '../../../src/style/final-mark.ts';
import { firstLetter } from '../../../src/style/first-letter.ts';
import { nameEmphasis } from '../../../src/style/name-emphasis.ts';
import { separator } from '../../../src/style/separator.ts';
import type { CleanList, Fault, Injection } from '../injection.ts';
import { describedEntries, keepersOf, plainEntries, replaced } from '../injection.ts';

/** Each of these is a fault only where the list does otherwise. */
const separators: readonly (readonly [id: string, separator: string])[] = [
  ['a hyphen', ' - '],
  ['an en dash', ' – '],
  ['an em dash', ' — '],
  ['a minus sign', ' − '],
  ['two hyphens', ' -- '],
  ['a colon', ': '],
  ['a full-width colon', '：'],
  ['a colon between blanks', ' : '],
  ['no blank before', '- '],
  ['no blank behind', ' -'],
  ['two blanks before', '  - '],
  ['two blanks behind', ' -  '],
  ['a no-break space before', '\u00A0- '],
  ['a no-break space behind', ' -\u00A0'],
  ['a bar', ' | '],
  ['an arrow', ' → '],
];

const ofSeparator: Injection[] = separators.map(([id, written]) => ({
  id,
  rule: 'entry-separator',
  into(list, pick) {
    const keeps = keepersOf(list, separator.measure);
    const one = pick.one(
      describedEntries(list).filter(
        ({ entry }) =>
          entry.form === 'item' &&
          entry.separator !== undefined &&
          entry.separator.text !== written &&
          entry.separator.place.end.offset === entry.description?.place.start.offset &&
          keeps(entry),
      ),
    );
    const { start, end } = one?.entry.separator?.place ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return undefined;
    return replaced(list.text, start.offset, end.offset, written);
  },
}));

const ofDescription: Injection[] = [
  {
    id: 'a small letter for a capital',
    rule: 'description-case',
    into: (list, pick) => flipCase(list, pick.one(casedEntries(list, 'upper'))),
  },
  {
    id: 'a capital for a small letter',
    rule: 'description-case',
    into: (list, pick) => flipCase(list, pick.one(casedEntries(list, 'lower'))),
  },
  {
    id: 'no full stop',
    rule: 'description-punctuation',
    into(list, pick) {
      const one = pick.one(endingEntries(list, 'full-stop'));
      if (!one) return undefined;
      const word = one.start + one.text.search(/[^ ]+$/);
      return { ...replaced(list.text, one.end - 1, one.end, ''), at: word };
    },
  },
  {
    id: 'a full stop',
    rule: 'description-punctuation',
    into(list, pick) {
      const one = pick.one(endingEntries(list, 'none'));
      if (!one) return undefined;
      const stop = /\p{Script=Han}|\p{Script=Hiragana}/u.test(one.text) ? '。' : '.';
      const word = one.start + one.text.search(/[^ ]+$/);
      return { ...replaced(list.text, one.end, one.end, stop), at: word };
    },
  },
  {
    id: 'no description',
    rule: 'description-missing',
    into(list, pick) {
      const one = pick.one(
        describedEntries(list).filter(({ entry }) => {
          const start = entry.section.entries.filter(
            ({ parent, children }) => !parent && children.length === 0,
          );
          const described = start.filter(({ description }) => description).length;
          return (
            entry.form === 'item' &&
            !entry.parent &&
            entry.children.length === 0 &&
            entry.extras.length === 0 &&
            described >= 6 &&
            described >= start.length * 0.95 &&
            entry.name.split(' ').length < 4
          );
        }),
      );
      const start = one?.entry.separator?.place.start.offset;
      if (!one || start === undefined) return undefined;
      return { ...replaced(list.text, start, one.end, ''), at: one.entry.place.start.offset! };
    },
  },
];

function flipCase({ text }: CleanList, one: { start: number } | undefined): Fault | undefined {
  if (!one) return undefined;
  const letter = text[one.start]!;
  const other = letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
  return replaced(text, one.start, one.start + 1, other);
}

function casedEntries(list: CleanList, wanted: string) {
  const keeps = keepersOf(list, firstLetter.measure);
  const begun = new Map<string, number>();
  for (const { text } of describedEntries(list)) {
    const word = /^\p{L}+(?= )/u.exec(text)?.[0] ?? '';
    begun.set(word, (begun.get(word) ?? 0) + 1);
  }
  // A word that is a name somewhere, or that stands for itself, may have a capital anywhere.
  return describedEntries(list).filter(({ entry, text }) => {
    const word = /^\p{L}\p{Ll}{2,}(?= )/u.exec(text)?.[0];
    if (!word || firstLetter.measure(entry) !== wanted) return false;
    const isOrdinary = (begun.get(word) ?? 0) > 1;
    return isOrdinary && !entry.name.toLowerCase().includes(word.toLowerCase()) && keeps(entry);
  });
}

function endingEntries(list: CleanList, wanted: string) {
  const keeps = keepersOf(list, finalMark.measure);
  return describedEntries(list).filter(
    ({ entry, text, end }) =>
      finalMark.measure(entry) === wanted &&
      (wanted === 'full-stop' ? /\p{L}[.。]$/u : /\p{L}{4}$/u).test(text) &&
      /^\s*$/.test(/^[^\n|]*/.exec(list.text.slice(end))![0]) &&
      keeps(entry),
  );
}

const emphases: readonly (readonly [id: string, write: (name: string, url: string) => string, at: number])[] =
  [
    ['strong around the link', (name, url) => `**[${name}](${url})**`, 2],
    ['strong inside the link', (name, url) => `[**${name}**](${url})`, 0],
    ['emphasis around the link', (name, url) => `*[${name}](${url})*`, 1],
  ];

const ofEmphasis: Injection[] = [
  ...emphases.map(
    ([id, write, at]): Injection => ({
      id,
      rule: 'entry-name',
      into(list, pick) {
        const keeps = keepersOf(list, nameEmphasis.measure);
        const some = isAllPlain(list) ? plainEntries(list) : [];
        const one = pick.one(
          some.filter(({ entry }) => nameEmphasis.measure(entry) === 'plain' && keeps(entry)),
        );
        return one && replaced(list.text, one.start, one.end, write(one.name, one.url), at);
      },
    }),
  ),
  {
    id: 'no strong around the link',
    rule: 'entry-name',
    into(list, pick) {
      const keeps = keepersOf(list, nameEmphasis.measure);
      const one = pick.one(
        plainEntries(list).filter(
          ({ entry, start }) =>
            nameEmphasis.measure(entry) === '**' &&
            list.text.slice(start - 2, start) === '**' &&
            keeps(entry),
        ),
      );
      return one && replaced(list.text, one.start - 2, one.end + 2, `[${one.name}](${one.url})`);
    },
  },
];

/** Where some names are emphasised among plain ones, they are pointed out. */
function isAllPlain({ list }: CleanList): boolean {
  return list.entries.every((entry) => (nameEmphasis.measure(entry) ?? 'plain') === 'plain');
}

const ofCitations: Injection[] = [
  citation('no comma before the venue', venueSeparator.measure, (venue) => ` ${venue}`, 2),
  citation('no emphasis of the venue', venueEmphasis.measure, (venue) => `, ${venue.replaceAll('_', '')}`, 2),
  citation(
    'strong emphasis of the venue',
    venueEmphasis.measure,
    (venue) => `, **${venue.replaceAll('_', '')}**`,
    4,
  ),
  citation(
    'the venue in parentheses',
    venueEmphasis.measure,
    (venue) => `, (${venue.replaceAll('_', '')})`,
    3,
  ),
  citation(
    'the year in full',
    venueShape.measure,
    (venue) => `, ${venue.replace(/ ?['’](\d\d)/, ' 20$1')}`,
    3,
  ),
  citation(
    'the year without a mark',
    venueShape.measure,
    (venue) => `, ${venue.replace(/ ?['’](\d\d)/, '$1')}`,
    3,
  ),
  citation('no venue', venuePresence.measure, () => '', undefined),
];

/** Writes what follows the title of a citation `…, _KITE '17_` anew. Without `at` the finding is at the title. */
function citation(
  id: string,
  measure: (entry: Entry) => string | undefined,
  write: (venue: string) => string,
  at: number | undefined,
): Injection {
  return {
    id,
    rule: 'citation',
    into(list, pick) {
      const keeps = keepersOf(list, measure);
      const found = list.list.entries.flatMap((entry) => {
        const end = entry.links[0]?.place.end.offset ?? 0;
        const rest = /^, (_[A-Z]+ ?['’]\d\d_)(?=\n|$)/.exec(list.text.slice(end, end + 60));
        return entry.form === 'citation' && rest && keeps(entry) ? [{ entry, end, rest }] : [];
      });
      const one = pick.one(found);
      if (!one) return undefined;
      const fault = replaced(list.text, one.end, one.end + one.rest[0].length, write(one.rest[1]!), at ?? 0);
      return at === undefined ? { ...fault, at: one.entry.namePart.place.start.offset! } : fault;
    },
  };
}

export const habits: readonly Injection[] = [...ofSeparator, ...ofDescription, ...ofEmphasis, ...ofCitations];
