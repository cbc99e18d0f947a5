import { isLicense } from '../src/list/license-heading.ts';
import { defineRule } from '../src/rule.ts';

export default defineRule({
  id: 'license-section',
  summary: 'The licence is in a file of its own, not in a section of the list',
  category: 'list',
  severity: { house: 'off', awesome: 'error', minimal: 'off' },
  fix: 'none',
  options: {},
  since: '0.1.0',
  docs: {
    finds: 'A section that is headed “License” or “Licence”, at any level.',
    why: `GitHub shows the licence beside the list, from the file \`license\`. sindresorhus/awesome asks lists to leave it at that.`,
    bad: `# Awesome Tea

## Green

- [Sencha](https://example.com/sencha) - Steamed.

## License

CC0-1.0
`,
    good: `# Awesome Tea

## Green

- [Sencha](https://example.com/sencha) - Steamed.
`,
    whenOff: 'The list is not meant for sindresorhus/awesome.',
  },

  list({ headings }, { report }) {
    for (const { text, place } of headings) {
      if (!isLicense(text)) continue;
      report({
        reason: `A section “${text}”`,
        at: place,
        note: 'A file “license” beside the list says the same',
      });
    }
  },
});
