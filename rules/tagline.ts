import { headerEnd } from '../src/list/header-end.ts';
import type { List, Part } from '../src/list/types.ts';
import { defineRule } from '../src/rule.ts';
import type { Source } from '../src/source.ts';
import { saysList } from '../src/tagline/says-list.ts';
import { saysSubject } from '../src/tagline/says-subject.ts';

export default defineRule({
  id: 'tagline',
  summary: 'A sentence beneath the title says what the list’s subject is',
  category: 'list',
  severity: { house: 'off', awesome: 'error', minimal: 'off' },
  fix: 'none',
  options: {
    subject: {
      default: true,
      about: 'whether the sentence has to be of the subject, rather than say that this is a list',
    },
  },
  since: '0.1.0',
  docs: {
    finds: `A list without a sentence between its title and its first section, and one whose sentence describes the list (“A
curated list of …”) where nothing there says what its subject is.`,
    why: `Who comes from elsewhere wants to know what the subject is; that this is a list they see. sindresorhus/awesome asks for a
succinct description of the project or theme: “Mobile operating system for Apple phones and tablets”, not “Resources and
tools for iOS development”.`,
    bad: `# Awesome Tea

A curated list of delightful teas.

## Green

- [Sencha](https://example.com/sencha) - Steamed.
`,
    good: `# Awesome Tea

Leaves of one shrub in hot water, drunk all over the world.

## Green

- [Sencha](https://example.com/sencha) - Steamed.
`,
    whenOff:
      'The list is not meant for sindresorhus/awesome, or its subject is so well known that a sentence about the list says more; `subject: false` then asks only that there is one.',
  },

  list(list, { options, source, report }) {
    const { title, tagline, entries } = list;
    // What has neither is no list.
    if (!title && entries.length === 0) return;
    if (!tagline) {
      if (title && isSetAsHeading(list, title)) return;
      report({
        reason: 'No sentence between the title and the first section says what the list is about',
        at: title?.place,
      });
    } else if (
      options.subject &&
      saysList(tagline.text) &&
      !saysSubject(title?.text ?? '', header(list, source))
    ) {
      report({
        reason: 'The sentence beneath the title describes the list, not its subject',
        at: tagline.place,
        actual: tagline.text,
        note: 'sindresorhus/awesome asks for what the subject is, in a sentence',
      });
    }
  },
});

/** What a reader meets first; what is longer is no tagline. */
const longestHeader = 20_000;

function header(list: List, source: Source): string {
  const start = list.title?.place.end.offset ?? 0;
  return source.text.slice(start, Math.min(headerEnd(list), start + longestHeader));
}

/** Some write the sentence as a small heading of its own. */
function isSetAsHeading({ headings, entries }: List, title: Part): boolean {
  const start = title.place.start.offset ?? 0;
  const next = headings.find(({ place }) => place.start.offset! > start);
  if (!next || next.depth < 3 || entries.some(({ place }) => place.start.offset! < next.place.start.offset!))
    return false;
  return next.text.trim().split(/\s+/).length >= 5;
}
