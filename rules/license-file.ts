import { defineRule } from '../src/rule.ts';

export default defineRule({
  id: 'license-file',
  summary: 'A licence that is meant for texts lies beside the list',
  category: 'list',
  severity: { house: 'off', awesome: 'error', minimal: 'off' },
  fix: 'none',
  options: {},
  since: '0.1.0',
  needs: ['communityFiles'],
  docs: {
    finds: `A repository without a licence file, with an empty one, or with a licence that is meant for code alone: MIT, BSD, ISC,
Apache, MPL, GPL, WTFPL or Unlicense. Where a licence for texts lies beside one for code, all is well. It is said of the
repository’s readme, and only where the files beside it are known.`,
    why: `Without a licence nobody may copy or translate the list. Licences for code speak of source and binaries and leave open what
holds for a text; sindresorhus/awesome asks for one that fits, such as CC0.`,
    bad: `# Awesome Tea

<!-- Beside it: LICENSE, the MIT licence -->

- [Sencha](https://example.com/sencha) - Steamed.
`,
    good: `# Awesome Tea

<!-- Beside it: LICENSE, the text of CC0 -->

- [Sencha](https://example.com/sencha) - Steamed.
`,
    whenOff: 'The list is not meant for sindresorhus/awesome, or the repository is above all a program.',
  },

  list(_, { facts, report }) {
    const licenses = facts.communityFiles?.licenses;
    if (!licenses) return;
    const [first] = licenses;
    if (!first) {
      report({ reason: 'No licence file in the repository', note: advice });
    } else if (licenses.every(({ isEmpty }) => isEmpty)) {
      report({ reason: `The licence file “${first.path}” is empty`, note: advice });
    } else if (licenses.every(({ kind, isEmpty }) => isEmpty || kind?.meantFor === 'code')) {
      const names = [...new Set(licenses.flatMap(({ kind }) => kind?.name ?? []))].join(' and ');
      report({
        reason: `The licence in “${licenses.find(({ kind }) => kind)?.path}” (${names}) is meant for code, not for a list`,
        note: advice,
      });
    }
  },
});

const advice =
  'sindresorhus/awesome asks for a licence for texts, such as CC0-1.0 or CC-BY-4.0, in a file “license”';
