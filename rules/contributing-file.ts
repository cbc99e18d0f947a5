import { defineRule } from '../src/rule.ts';

export default defineRule({
  id: 'contributing-file',
  summary: 'A file contributing.md tells how to contribute',
  category: 'list',
  severity: { house: 'off', awesome: 'error', minimal: 'off' },
  fix: 'none',
  options: {},
  since: '0.1.0',
  needs: ['communityFiles'],
  docs: {
    finds: `A repository without a file \`contributing.md\` at its top, in \`.github/\` or in \`docs/\`, in upper or lower case, or with
an empty one. It is said of the repository’s readme, and only where the files beside it are known.`,
    why: `GitHub shows the file to whoever opens a pull request: it saves every contributor from guessing, and the maintainer from
explaining. sindresorhus/awesome asks for it.`,
    bad: `# Awesome Tea

<!-- Beside it: LICENSE -->

- [Sencha](https://example.com/sencha) - Steamed.
`,
    good: `# Awesome Tea

<!-- Beside it: LICENSE, contributing.md -->

- [Sencha](https://example.com/sencha) - Steamed.
`,
    whenOff: 'The list is not meant for sindresorhus/awesome.',
  },

  list(_, { facts, report }) {
    const files = facts.communityFiles?.contributing;
    if (!files) return;
    const named = files.filter(({ path }) => /\.md$/i.test(path));
    const [other] = files;
    if (named.some(({ isEmpty }) => !isEmpty)) return;
    if (named[0]) report({ reason: `“${named[0].path}” is empty` });
    else if (other)
      report({ reason: `How to contribute is in “${other.path}”, expected in “contributing.md”` });
    else report({ reason: 'No file contributing.md in the repository' });
  },
});
