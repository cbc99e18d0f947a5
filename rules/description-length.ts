import { defineRule } from '../src/rule.ts';
import { isProse } from '../src/style/described.ts';

export default defineRule({
  id: 'description-length',
  summary: 'Descriptions are no longer than a reader takes in at a glance',
  category: 'entry',
  severity: { house: 'off', awesome: 'off', minimal: 'off' },
  fix: 'none',
  options: {
    max: {
      default: 300,
      about: 'The most characters that a description may have; without markup and addresses',
    },
  },
  since: '0.1.0',
  docs: {
    finds: `Descriptions of more than \`max\` characters. Markup, addresses, badges and tags are not counted.`,
    why: 'A list is for finding things; what there is to say about each at length, its own page says.',
    bad: `# Awesome Tea

- [Assam](https://example.com/assam) - ${'Malty, strong, bright and brisk, from the banks of the Brahmaputra. '.repeat(5).trim()}
`,
    good: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty, strong, bright and brisk, from the banks of the Brahmaputra.
`,
    whenOff: 'Entries are reviews, or paragraphs.',
  },

  entry(entry, { options, report }) {
    const { description, form } = entry;
    if (!description || form === 'plain' || isProse(entry) || description.text.length <= options.max) return;
    const length = [...description.text].length;
    if (length <= options.max) return;
    report({
      reason: `The description has ${length} characters, expected at most ${options.max}`,
      at: description.place,
    });
  },
});
