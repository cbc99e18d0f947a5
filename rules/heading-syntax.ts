import { defineRule } from '../src/rule.ts';
import { unreadHeadings } from '../src/text/unread-headings.ts';

export default defineRule({
  id: 'heading-syntax',
  summary: 'Headings have a blank behind their marks, so that they are read as headings',
  category: 'list',
  severity: { house: 'error', awesome: 'error', minimal: 'error' },
  fix: 'suggested',
  options: {},
  since: '0.1.0',
  docs: {
    finds: `Lines such as \`##Green\`, which old Markdown took for headings, and GitHub does not any more. A line with one mark may begin
with a hashtag, and is left alone unless the file begins with it and has no other main heading.`,
    why: `The reader sees marks and words in place of a heading, the section has no anchor, and its entries stand in the one before.`,
    bad: `# Awesome Tea

##Green

- [Sencha](https://example.com/sencha) - Steamed.
`,
    good: `# Awesome Tea

## Green

- [Sencha](https://example.com/sencha) - Steamed.

#tea is what to post about it under.
`,
    whenOff: 'The list is only shown where such lines are headings.',
  },

  list(_, { tree, source, report }) {
    for (const { start, end, text } of unreadHeadings(tree, source)) {
      const marks = source.text.slice(start, end);
      report({
        reason: `A blank is missing between “${marks}” and “${text}”, so this is no heading`,
        at: source.place(start, end),
        fix: {
          kind: 'suggested',
          touches: ['layout', 'text', 'order'],
          edits: [{ start: end, end, text: ' ' }],
        },
      });
    }
  },
});
