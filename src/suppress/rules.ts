import type { LinkRule } from '../catalogue.ts';

/** What is found of comments, after everything else: for the catalogue, the docs and SARIF. */
export const unusedDisable = {
  id: 'unused-disable',
  summary: 'Comments that silence rules silence something',
  severity: { house: 'warning', awesome: 'warning', minimal: 'off' },
  docs: {
    finds: `Comments such as \`<!--lint disable spelling-->\` that name a rule which finds nothing where they hold, or a rule that does
not exist, or that have a slip in their verb (\`disbale\`). A rule that did not run (one that is off, or a link check without the network) cannot be said to find nothing,
and ids of awesome-lint and of other plugins of remark-lint are understood and never reported.`,
    why: `What such a comment was for is mended. Left where it is, it hides the next fault, and nobody is told. One with a slip in its
id never silenced anything.`,
    bad: `# Awesome Tea

<!--lint disable bare-url-->

- [Sencha](https://example.com/sencha) - Steamed.
`,
    good: `# Awesome Tea

<!--lint disable bare-url -- as the makers of the tea print it-->

See https://example.com/tea for what grows where.
`,
    whenOff:
      'The same comments serve other tools, or another configuration under which they silence something.',
  },
} as const satisfies LinkRule;
