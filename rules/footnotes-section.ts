import type { HeadingInfo, List, Section } from '../src/list/types.ts';
import { defineRule } from '../src/rule.ts';

export default defineRule({
  id: 'footnotes-section',
  summary: 'Credits, copyright and the like are in one section “Footnotes” at the end',
  category: 'list',
  severity: { house: 'off', awesome: 'error', minimal: 'off' },
  fix: 'none',
  options: {},
  since: '0.1.0',
  docs: {
    finds: `Sections of their own for inspiration, credits, acknowledgements, copyright, attribution or a disclaimer. A section of that
name which holds entries of the list, with descriptions, is one of its subjects and is left alone.`,
    why: `sindresorhus/awesome asks lists to put what is necessary but not important (copyright notices, sources, credits) into a
section “Footnotes” at the bottom, so that sections are about the subject.`,
    bad: `# Awesome Tea

## Green

- [Sencha](https://example.com/sencha) - Steamed.

## Credits

Inspired by Awesome Coffee.
`,
    good: `# Awesome Tea

## Green

- [Sencha](https://example.com/sencha) - Steamed.

## Footnotes

Inspired by Awesome Coffee.
`,
    whenOff: 'The list is not meant for sindresorhus/awesome.',
  },

  list(list, { report }) {
    for (const heading of list.headings) {
      if (!names.test(wordsOf(heading)) || isSubject(heading, list) || isInFootnotes(heading, list)) continue;
      report({
        reason: `A section “${heading.text}”, expected in “Footnotes”`,
        at: heading.place,
        note: 'What is not about the subject goes into one section “Footnotes” at the end, which the contents leave out',
      });
    }
  },
});

const names =
  /^(?:(?:the |our )?inspirations?|inspired by.*|credits?(?: (?:and|&) .*)?|(?:.* (?:and|&) )?credits|copyrights?(?: notice)?(?: ?(?:©|\(c\)).*)?|acknowled?ge?ments?|(?:special )?thanks(?: to)?|attributions?|disclaimers?)$/u;

/** Emoji and marks around the words are no part of them. */
function wordsOf({ text }: HeadingInfo): string {
  return text
    .toLowerCase()
    .replace(/^[^\p{Letter}]+|[^\p{Letter})]+$/gu, '')
    .replace(/\s+/g, ' ');
}

function sectionOf({ place }: HeadingInfo, { allSections }: List): Section | undefined {
  return allSections.find((section) => section.place.start.offset === place.start.offset);
}

/** Entries with descriptions are what a list is about; a list of names to thank has none. */
function isSubject(heading: HeadingInfo, list: List): boolean {
  const section = sectionOf(heading, list);
  if (!section) return heading.depth === 1;
  if (section.depth <= 1 || section.sections.length > 0) return true;
  const described = section.entries.filter(({ url, description }) => url !== undefined && description);
  return described.length >= 3;
}

function isInFootnotes(heading: HeadingInfo, list: List): boolean {
  for (let at = sectionOf(heading, list)?.parent; at; at = at.parent) {
    if (/^\P{Letter}*footnotes?\P{Letter}*$/iu.test(at.title)) return true;
  }
  return false;
}
