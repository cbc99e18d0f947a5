import type { Entry, Part } from '../src/list/types.ts';
import { defineRule } from '../src/rule.ts';
import { isProse } from '../src/style/described.ts';

/** Names that are also words which a sentence may well start with. */
const commonWords = new Set(
  `a an all and any are as at be but by can do for free from get go how if in into is it its just let like make many more most my new no not now of
on one only open or our out over run see simple so some that the their them then there these they this to two under up use very we what when where
which who why will with you your`.split(/\s+/),
);

/** Words after which the name is what the sentence is about. */
const helpers = new Set(
  'and are can could for from had have lets may might was were will with would'.split(' '),
);

export default defineRule({
  id: 'description-repeats-name',
  summary: 'Descriptions do not start with the name that stands before them',
  category: 'entry',
  severity: { house: 'off', awesome: 'error', minimal: 'off' },
  fix: 'none',
  options: {},
  since: '0.1.0',
  docs: {
    finds: `Descriptions that start with the entry's own name: \`[Assam](…) - Assam is …\`. Names of one letter and names that are common words
(\`Go\`, \`All\`) are left alone unless they are what the sentence is about (\`Go is …\`), and so are small words that say what
kind of thing it is (\`[circuit](…) - Circuit breaker\`), tables and what stands under headings.`,
    why: 'The reader has read the name just before; what the thing is comes sooner without it.',
    bad: `# Awesome Tea

- [Assam](https://example.com/assam) - Assam is a malty tea.
`,
    good: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty tea.
`,
    whenOff: 'Descriptions are whole sentences, with the names as their subjects.',
  },

  entry(entry, { report, source }) {
    const { name, description } = entry;
    if (!description || isProse(entry) || !isLinked(entry) || !isRepeated(entry)) return;
    const start = startOf(entry, description, source.text);
    const end = start + name.trim().length;
    const written = source.text.slice(start, end).toLowerCase() === plain(name);
    report({
      reason: `The description starts with the name “${name.trim()}” again`,
      at: written ? source.place(start, end) : description.place,
      actual: name.trim(),
    });
  },
});

const dash = ' - ';

/** Behind a by-line, `[Name](url) by Ann Lee - …`, the description proper begins at the dash. */
function hasByLine({ separator, description }: Entry): boolean {
  return separator?.text.trim() === '' && description?.text.includes(dash) === true;
}

function startOf(entry: Entry, { place }: Part, text: string): number {
  const start = place.start.offset!;
  return hasByLine(entry) ? text.indexOf(dash, start) + dash.length : start;
}

function saidOf(entry: Entry): string {
  const text = entry.description?.text ?? '';
  return hasByLine(entry) ? text.slice(text.indexOf(dash) + dash.length) : text;
}

/** An entry on one line, whose link is its name. What stands under a heading or in a cell is a text of its own. */
function isLinked({ form, name, links: [link], description }: Entry): boolean {
  if (form !== 'item' && form !== 'block' && form !== 'html') return false;
  if (!link || link.text.trim() !== name.trim()) return false;
  return (link.place.start.offset ?? 0) < (description?.place.start.offset ?? 0);
}

/** `[circuit](…) - Circuit breaker`: a word of the language before another, not the name of the thing; verbs end in “s”. */
function isKindWord(name: string, description: string): boolean {
  if (!/^[a-z]{3,}$/.test(name)) return false;
  const [first = '', next = ''] = description.trim().split(' ', 2);
  // As small as the name it is the name; a sentence would begin with a capital.
  if (first === name || /ly$/.test(next)) return false;
  return (
    first.slice(1) === name.slice(1) && /^[a-z-]{3,}$/.test(next) && !/s$/.test(next) && !helpers.has(next)
  );
}

function isRepeated(entry: Entry): boolean {
  const said = saidOf(entry);
  if (isKindWord(entry.name.trim(), said)) return false;
  const start = plain(entry.name);
  const text = plain(said);
  const isWord = commonWords.has(start) || /^[\p{L}\p{N}]$/u.test(start);
  if (!isWord && !/[\p{L}\p{N}].*[\p{L}\p{N}#+]/u.test(start)) return false;
  if (isWord && !/^\s(?:is|are)\s/.test(text.slice(start.length))) return false;
  return text.startsWith(start) && /^(?:$|[\s.,!?:;—–)。！？，、：-])/u.test(text.slice(start.length));
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
