import { slug } from 'github-slugger';
import type { Section } from '../src/list/types.ts';
import { defineRule } from '../src/rule.ts';

export default defineRule({
  id: 'heading-unique',
  summary: 'No two sections beside each other have the same heading',
  category: 'list',
  severity: { house: 'warning', awesome: 'error', minimal: 'off' },
  fix: 'none',
  options: {},
  since: '0.1.0',
  docs: {
    finds: `Two sections of the same level under the same parent whose headings make the same anchor, so that GitHub numbers
the second. Headings under different parents may be alike (\`Books\` under \`Go\` and \`Books\` under \`Rust\`), and so may the
anchors of \`C\`, \`C++\` and \`C#\`.`,
    why: `Of two sections with one name neither is complete, and a link to the second breaks as soon as the first goes.
Mostly one of them was added by someone who did not see the other.`,
    bad: `# Awesome Tea

## Green

- [Sencha](https://example.com/sencha) - Steamed.

## Black

- [Assam](https://example.com/assam) - Malty.

## Green

- [Longjing](https://example.com/longjing) - Roasted in a pan.
`,
    good: `# Awesome Tea

## Green

- [Longjing](https://example.com/longjing) - Roasted in a pan.
- [Sencha](https://example.com/sencha) - Steamed.

## Black

- [Assam](https://example.com/assam) - Malty.
`,
    whenOff: 'The list repeats headings on purpose, such as one for each letter.',
  },

  list({ allSections, links, title }, { report }) {
    const elsewhere = new Set(links.filter(({ url }) => !url.startsWith('#')).map(({ section }) => section));
    const within = new Set(links.filter(({ url }) => url.startsWith('#')).map(({ section }) => section));
    const firsts = new Map<Section | undefined, Map<string, Section>>();
    for (const section of allSections) {
      // A `<details>` has no anchor, and “More” may well be said twice.
      if (section.slug === '') continue;
      // A part of the table of contents is headed like what it leads to.
      if (within.has(section) && !elsewhere.has(section)) continue;
      const words = wordsOf(section.title);
      if (words === '') continue;
      const siblings = firsts.get(section.parent) ?? new Map<string, Section>();
      firsts.set(section.parent, siblings);
      const key = `${section.depth} ${words}`;
      const first = siblings.get(key);
      if (!first) siblings.set(key, section);
      // A title that is said twice is one main heading too many.
      else if (section.depth > 1 || words !== wordsOf(title?.text ?? ''))
        report({
          reason: `“${section.title}” is the heading of line ${first.place.start.line} too`,
          at: section.place,
        });
    }
  },
});

/** As an anchor has them; but C is neither C++ nor C#, which anchors do not tell apart. */
function wordsOf(title: string): string {
  const spelt = title
    .replace(/[\uFE0E\uFE0F]/g, '')
    .replaceAll('+', 'plus')
    .replaceAll('#', 'sharp');
  return slug(spelt).replace(/^-+|-+$/g, '');
}
