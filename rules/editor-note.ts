import { notesIn } from '../src/editor-note/notes.ts';
import { isPlaceholder } from '../src/editor-note/placeholders.ts';
import type { Entry } from '../src/list/types.ts';
import { defineRule } from '../src/rule.ts';
import type { Source } from '../src/source.ts';
import { leafBlocks } from '../src/text/leaf-blocks.ts';
import { maskedText } from '../src/text/masked.ts';

export default defineRule({
  id: 'editor-note',
  summary: 'No notes of the editors to themselves are left in the text',
  category: 'entry',
  severity: { house: 'warning', awesome: 'error', minimal: 'off' },
  fix: 'none',
  options: {},
  since: '0.1.0',
  docs: {
    finds: `Marks such as \`TODO:\` and \`FIXME:\`, doubts in brackets (“(not sure if this is published)”, “(2014?)”), and what was to be
replaced (\`[insert name]\`, “description here”, “Lorem ipsum dolor”, \`xxx\`). Code, names in links and comments in HTML are left alone, and so
is whatever only speaks of such things: lists of TODOs, generators of lorem ipsum.`,
    why: 'A note to oneself tells readers that nobody looked again.',
    bad: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty (not sure if it is still sold).
- [Ceylon](https://example.com/ceylon) - TODO: describe.
- [Keemun](https://example.com/keemun) - Description here.
`,
    good: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty.
- [Ceylon](https://example.com/ceylon) - Bright.
- [To-do](https://example.com/to-do) - Keeps your TODO list.
`,
    whenOff: 'The list is a draft, and shows it on purpose.',
  },

  list({ entries }, { tree, source, report }) {
    const texts = [
      ...leafBlocks(tree).map((block) => maskedText(block, source)),
      ...entries.map((entry) => htmlText(entry, source)),
    ];
    for (const masked of texts) {
      if (!masked) continue;
      for (const { start, end, kind } of notesIn(masked.text)) {
        const written = shown(source.text.slice(masked.start + start, masked.start + end));
        report({
          reason:
            kind === 'mark'
              ? `“${written}” is a note of the editors`
              : `“${written}” is a doubt of the editors`,
          at: source.place(masked.start + start, masked.start + end),
          actual: written,
        });
      }
    }
    for (const entry of entries) {
      const { description } = entry;
      if (entry.url === undefined || !description || !isPlaceholder(description.text)) continue;
      const written = shown(description.text);
      report({
        reason: `“${written}” stands in the place of a description`,
        at: description.place,
        actual: written,
      });
    }
  },
});

/** The description of an entry in HTML, of which no paragraph is made. */
function htmlText({ form, description }: Entry, source: Source): { text: string; start: number } | undefined {
  const start = description?.place.start.offset;
  if (form !== 'html' || !description || start === undefined) return undefined;
  return { text: source.slice(description.place), start };
}

const longest = 60;

function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line;
}
