import { defineRule } from '../src/rule.ts';

export default defineRule({
  id: 'nested-depth',
  summary: 'Entries are not nested deeply',
  category: 'entry',
  severity: { house: 'off', awesome: 'off', minimal: 'off' },
  fix: 'none',
  options: {
    max: {
      default: 3,
      about: 'The deepest level that an entry may be on; 1 is an entry that stands directly in its section',
    },
  },
  since: '0.1.0',
  docs: {
    finds: 'Entries on a deeper level than `max`. Of what stands below such an entry nothing more is said.',
    why: 'Bullets within bullets within bullets are hard to follow, on a telephone above all; a heading can be linked to.',
    bad: `# Awesome Tea

- Asia
  - India
    - North
      - [Assam](https://example.com/assam) - Malty.
`,
    good: `# Awesome Tea

## Asia

- India
  - North
    - [Assam](https://example.com/assam) - Malty.
`,
    whenOff: 'The list is a tree, and meant to be read as one.',
  },

  entry({ depth, children, name }, { options, report }) {
    const [first] = children;
    if (!first || depth !== options.max) return;
    const what = children.length === 1 ? 'An entry' : `${children.length} entries`;
    report({
      reason: `${what} on level ${depth + 1}${name ? `, under “${name}”` : ''}, expected at most ${options.max}`,
      at: first.place,
      places: children.length > 1 ? children.map(({ place }) => place) : undefined,
    });
  },
});
