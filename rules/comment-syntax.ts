import { type OpenComment, openComments } from '../src/comment-syntax/open-comments.ts';
import { defineRule } from '../src/rule.ts';

const reasons: Record<OpenComment['until'], string> = {
  end: 'Nothing closes this comment, so whatever stands below it is not shown',
  next: 'This comment is not closed before the next one begins: what stands between them is not shown',
  text: 'Nothing closes “<!--”, so it is shown as it is',
};

export default defineRule({
  id: 'comment-syntax',
  summary: 'Comments are closed, and hide no more than they are meant to',
  category: 'list',
  severity: { house: 'error', awesome: 'error', minimal: 'error' },
  fix: 'none',
  options: {},
  since: '0.1.0',
  docs: {
    finds: `Comments (\`<!-- … -->\`) that nothing closes, or nothing before the next one begins, and \`<!--\` within a paragraph that does
not close it, which is no comment but text. Entries within a comment that is closed are left out on purpose.`,
    why: 'A comment without an end takes the rest of the list with it: readers do not see it, and nobody who reads the source notices.',
    bad: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty.

<!-- To be sorted ->

- [Ceylon](https://example.com/ceylon) - Bright.
`,
    good: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty.

<!-- To be sorted -->

- [Ceylon](https://example.com/ceylon) - Bright.
`,
    whenOff: 'Hardly ever.',
  },

  list(_, { tree, source, report }) {
    for (const { start, end, until } of openComments(tree, source)) {
      report({
        reason: reasons[until],
        // It hides nothing.
        severity: until === 'text' ? 'warning' : undefined,
        at: source.place(start, end),
      });
    }
  },
});
