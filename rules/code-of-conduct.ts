import { placeholderIn } from '../src/code-of-conduct/placeholder.ts';
import { defineRule } from '../src/rule.ts';

export default defineRule({
  id: 'code-of-conduct',
  summary: 'A code of conduct names an address of the list’s own',
  category: 'list',
  severity: { house: 'off', awesome: 'error', minimal: 'off' },
  fix: 'none',
  options: {},
  since: '0.1.0',
  needs: ['communityFiles', 'repository'],
  docs: {
    finds: `A code of conduct, at the repository’s top, in \`.github/\` or in \`docs/\`, that is empty, still has a placeholder of its
template (\`[INSERT EMAIL ADDRESS]\`, an address at example.com), or names the address of the maintainer of
sindresorhus/awesome in a repository of someone else. That there is none is fine.`,
    why: `Who was treated badly writes to that address. A placeholder leaves them alone, and a stranger’s address tells the story to
a stranger.`,
    bad: `# Awesome Tea

<!-- Beside it: code-of-conduct.md, “write to [INSERT EMAIL ADDRESS]” -->

- [Sencha](https://example.com/sencha) - Steamed.
`,
    good: `# Awesome Tea

<!-- Beside it: code-of-conduct.md, “write to conduct@tea.example” -->

- [Sencha](https://example.com/sencha) - Steamed.
`,
    whenOff: 'The list is not meant for sindresorhus/awesome.',
  },

  list(_, { facts, report }) {
    const { communityFiles, repository } = facts;
    for (const { path, text } of communityFiles?.codesOfConduct ?? []) {
      if (text === undefined) continue;
      const placeholder = placeholderIn(text, repository?.origin?.owner);
      if (text.trim() === '') report({ reason: `“${path}” is empty` });
      else if (placeholder !== undefined) {
        report({
          reason: `“${path}” still says “${placeholder}”, expected an address of the list’s own`,
          actual: placeholder,
        });
      }
    }
  },
});
