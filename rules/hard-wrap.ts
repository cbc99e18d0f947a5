import { joined, type Wrapped, wrappedIn } from '../src/hard-wrap/wrapped.ts';
import { defineRule, type Finding } from '../src/rule.ts';
import type { Source } from '../src/source.ts';
import { fewest, firmShare, weakShare } from '../src/style/habit.ts';

/** A paragraph on one line that is longer than this would stand on several in a list that wraps its lines. */
const longest = 80;

export default defineRule({
  id: 'hard-wrap',
  summary: 'Paragraphs and entries are not broken over lines where the list keeps each on one',
  category: 'text',
  severity: { house: 'warning', awesome: 'warning', minimal: 'off' },
  fix: 'safe',
  options: {
    wrap: {
      default: 'house',
      values: ['house', 'never'],
      about:
        'Where a paragraph may be broken over lines; `house`: where it is a habit of the list, `never`: nowhere',
    },
  },
  since: '0.1.0',
  docs: {
    finds: `Entries and paragraphs with a line break in the middle of a sentence, where at least four in five of the list's long ones
stand on one line. Entries and other paragraphs may each have a habit of their own, and a list may begin a line with each part of a
sentence. Quotations, hard breaks, lines of images and badges, and lines that stand for themselves are left alone.`,
    why: `A name broken over two lines is found by no search, and scripts that read lists line by line lose half of the entry. Some
renderers show the break.`,
    bad: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty, from the plains along the Brahmaputra, best with milk and a little sugar.
- [Ceylon](https://example.com/ceylon) - Bright, from the hills in the middle of the island, best without milk or sugar.
- [Darjeeling](https://example.com/darjeeling) - Floral, from the foothills of the Himalayas, picked four times a year.
- [Keemun](https://example.com/keemun) - Smoky, from the county of Qimen, the base of the blends that are drunk at breakfast.
- [Sencha](https://example.com/sencha) - Steamed, from all over
Japan.
`,
    good: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty, from the plains along the Brahmaputra, best with milk and a little sugar.
- [Ceylon](https://example.com/ceylon) - Bright, from the hills in the middle of the island, best without milk or sugar.
- [Darjeeling](https://example.com/darjeeling) - Floral, from the foothills of the Himalayas, picked four times a year.
- [Keemun](https://example.com/keemun) - Smoky, from the county of Qimen, the base of the blends that are drunk at breakfast.
- [Sencha](https://example.com/sencha) - Steamed, from all over Japan.
`,
    whenOff: 'Some parts of the list are wrapped and others are not, and that is fine.',
  },

  list(_, { options, tree, source, report }) {
    const all = wrappedIn(tree, source);
    const cut = all.filter(({ isCut }) => isCut);
    if (cut.length === 0) return;
    if (options.wrap === 'never') {
      for (const one of cut) report(findingOf(one, 'expected on one', source));
      return;
    }
    const whole = all.filter(isLong);
    const total = whole.length + cut.length;
    if (total < fewest || whole.length < total * firmShare) return;
    const evidence = `but ${whole.length} of ${total} long ones stand on one`;
    for (const kind of ['entry', 'paragraph'] as const) {
      const alike = all.filter((one) => one.kind === kind);
      if (hasSemanticBreaks(alike)) continue;
      // What is quoted from elsewhere keeps the lines that it had there.
      const own = alike.filter(({ isQuoted }) => !isQuoted);
      const broken = own.filter(({ breaks }) => breaks.length > 0).length;
      if (broken >= (broken + own.filter(isLong).length) * weakShare) continue;
      for (const one of own) if (one.isCut) report(findingOf(one, evidence, source));
    }
  },
});

function isLong({ kind, range, length, breaks, isCut }: Wrapped): boolean {
  const own = kind === 'entry' ? range.end - range.start : length;
  return !isCut && breaks.length === 0 && own > longest;
}

/** Whether lines begin where sentences, or parts of them, begin. */
function hasSemanticBreaks(all: readonly Wrapped[]): boolean {
  const breaks = all.flatMap((one) => one.breaks);
  const semantic = breaks.filter(({ isSemantic }) => isSemantic);
  return breaks.length >= fewest && semantic.length >= breaks.length * firmShare;
}

function findingOf({ kind, breaks, isDoubtful }: Wrapped, evidence: string, source: Source): Finding {
  const places = breaks.map(({ start, end }) => source.place(start, end));
  const what = kind === 'entry' ? 'Entry' : 'Paragraph';
  return {
    reason: `${what} broken over ${breaks.length + 1} lines, ${evidence}`,
    at: places[0],
    places: places.length > 1 ? places : undefined,
    fix: {
      kind: isDoubtful ? 'suggested' : 'safe',
      touches: ['layout'],
      edits: breaks.map((one) => joined(one, source)),
    },
  };
}
