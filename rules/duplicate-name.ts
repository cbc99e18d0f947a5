import type { Entry, Section } from '../src/list/types.ts';
import { resourceOf } from '../src/resource.ts';
import { defineRule } from '../src/rule.ts';
import { isProse } from '../src/style/described.ts';

export default defineRule({
  id: 'duplicate-name',
  summary: 'No two entries of a section have one name',
  category: 'entry',
  severity: { house: 'off', awesome: 'off', minimal: 'off' },
  fix: 'none',
  options: {},
  since: '0.1.0',
  docs: {
    finds: `Entries with the name of an earlier entry of their section, and another address. Case and blanks make no difference. Entries
of one address are for \`duplicate-link\`; citations, which people title alike, are left alone.`,
    why: 'Readers cannot tell two things of one name from each other, and one of them may be the old address of the other.',
    bad: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty.
- [Ceylon](https://example.com/ceylon) - Bright.
- [Assam](https://example.org/assam) - Strong.
`,
    good: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty.
- [Ceylon](https://example.com/ceylon) - Bright.
- [Assam (organic)](https://example.org/assam) - Strong.
`,
    whenOff: 'Things of one name stand side by side, and what is behind the names tells them apart.',
  },

  list({ entries }, { report }) {
    const seen = new Map<Section | Entry, Map<string, Entry>>();
    for (const entry of entries) {
      const name = keyOf(entry);
      if (name === '' || entry.form === 'citation' || entry.url === undefined || isProse(entry)) continue;
      const scope = entry.parent ?? entry.section;
      const names = seen.get(scope) ?? new Map<string, Entry>();
      seen.set(scope, names);
      const first = names.get(name);
      if (!first) names.set(name, entry);
      else if (addressOf(first) !== addressOf(entry))
        report({
          reason: `“${entry.name.trim()}” is also the name of the entry in line ${first.place.start.line}, which leads elsewhere`,
          at: entry.namePart.place,
          actual: entry.name.trim(),
        });
    }
  },
});

function keyOf({ name }: Entry): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ');
}

function addressOf({ url = '' }: Entry): string {
  return resourceOf(url) ?? url;
}
