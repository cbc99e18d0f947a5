import { wordsOf } from '../src/anchors.ts';
import type { Entry, Section } from '../src/list/types.ts';
import type { Fix, Severity } from '../src/message.ts';
import { resourceOf } from '../src/resource.ts';
import { defineRule, type Finding } from '../src/rule.ts';
import type { Source } from '../src/source.ts';

export default defineRule({
  id: 'duplicate-link',
  summary: 'No resource is listed twice',
  category: 'entry',
  severity: { house: 'warning', awesome: 'error', minimal: 'off' },
  fix: 'suggested',
  options: {
    crossListing: {
      default: 'note',
      values: ['off', 'note', 'fault'],
      about:
        'What is said of a resource that is listed in several sections: nothing, a note (info), or the same as within one',
    },
  },
  presetOptions: { awesome: { crossListing: 'fault' } },
  since: '0.1.0',
  docs: {
    finds: `Entries whose address leads to what an earlier entry leads to; the message names the line of that one. Scheme, \`www.\`,
trailing slash, \`index.html\`, default ports, tracking parameters and, on GitHub and its like, \`.git\`, \`#readme\` and the case
of owner and repository make no difference; a fragment does. Further links in descriptions do not count. One address under two
names in one section is said to be a likely paste error; the same resource in another section is only a note.`,
    why: `A resource that is listed twice was added by someone who did not see that it was there; and where two names share one address,
one of them leads to the wrong place.`,
    bad: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty.
- [Ceylon](https://example.com/ceylon) - Bright.
- [Keemun](http://www.example.com/ceylon/) - Smoky.
`,
    good: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty.
- [Ceylon](https://example.com/ceylon) - Bright.
- [Keemun](https://example.com/keemun) - Smoky.
`,
    whenOff: 'The list is several lists in one, and a resource may be in each of them.',
  },

  list(list, { options, report, source }) {
    const seen = new Map<string, { first: Entry; bySection: Map<Section, Entry> }>();
    for (const entry of list.entries) {
      const resource = entry.url === undefined ? undefined : resourceOf(entry.url);
      if (resource === undefined) continue;
      const before = seen.get(resource);
      if (!before) {
        seen.set(resource, { first: entry, bySection: new Map([[entry.section, entry]]) });
        continue;
      }
      const here = before.bySection.get(entry.section);
      if (!here) before.bySection.set(entry.section, entry);
      if (isWithin(entry, here ?? before.first)) continue;
      if (here) report(findingWithin(entry, here, source));
      else if (options.crossListing !== 'off') {
        report(findingAcross(entry, before.first, options.crossListing === 'note' ? 'info' : undefined));
      }
    }
  },
});

/** An entry's child may lead to the same place as the entry. */
function isWithin(entry: Entry, outer: Entry): boolean {
  for (let at = entry.parent; at; at = at.parent) if (at === outer) return true;
  return false;
}

function findingWithin(entry: Entry, first: Entry, source: Source): Finding {
  const line = first.place.start.line;
  if (wordsOf(entry.name) !== wordsOf(first.name)) {
    return {
      ...about(entry),
      reason: `“${entry.name}” leads to the same address as “${first.name}” in line ${line}: a likely paste error`,
    };
  }
  return {
    ...about(entry),
    reason: `“${entry.name}” is listed twice in this section, first in line ${line}`,
    fix: removal(entry, first, source),
  };
}

function findingAcross(entry: Entry, first: Entry, severity: Severity | undefined): Finding {
  const as = wordsOf(entry.name) === wordsOf(first.name) ? '' : ` as “${first.name}”`;
  const where = first.section.title ? ` under “${first.section.title}”` : '';
  return {
    ...about(entry),
    severity,
    reason: `“${entry.name}” is also listed${where}${as}, in line ${first.place.start.line}`,
  };
}

function about(entry: Entry): Pick<Finding, 'at' | 'link' | 'actual'> {
  const link = entry.links.find(({ url }) => url === entry.url);
  return { at: link?.place ?? entry.place, link: entry.url, actual: entry.url };
}

/** Takes the later of two equal entries out with its lines. */
function removal(entry: Entry, first: Entry, { text }: Source): Fix | undefined {
  const [start, end] = [entry.place.start.offset, entry.place.end.offset];
  const same = entry.name === first.name && entry.description?.text === first.description?.text;
  const single = entry.form === first.form && (entry.form === 'item' || entry.form === 'row');
  if (!same || !single || entry.children.length > 0 || start === undefined || end === undefined)
    return undefined;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline === -1 ? text.length : newline + 1;
  const alone = text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === '';
  if (!alone) return undefined;
  return {
    kind: 'suggested',
    touches: ['text', 'links', 'layout'],
    edits: [{ start: lineStart, end: lineEnd, text: '' }],
  };
}
