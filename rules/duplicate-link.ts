import { wordsOf } from '../src/anchors.ts';
import { elsewhere } from '../src/duplicates/other-lists.ts';
import { findTwins, type Likeness, type Twins } from '../src/duplicates/twins.ts';
import type { Entry } from '../src/list/types.ts';
import type { Fix, Severity } from '../src/message.ts';
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
    acrossFiles: {
      default: 'note',
      values: ['off', 'note', 'fault'],
      about:
        'The same for a resource that is listed in several files of one run; translations of a list are not',
    },
  },
  presetOptions: { awesome: { crossListing: 'fault' } },
  since: '0.1.0',
  docs: {
    finds: `Entries whose address leads to what an earlier entry leads to; the message names the line of that one. Scheme, \`www.\`,
trailing slash, \`index.html\`, default ports, tracking parameters and, on GitHub and its like, \`.git\`, \`#readme\` and the case
of owner and repository make no difference; a fragment does. Further links in descriptions do not count. One address under two
names in one section is said to be a likely paste error; the same resource in another section, or under another label, is only a note. What is listed in
three sections and more is so on purpose, and a list that has one entry in ten in several sections goes by aspects of things: nothing is said of
them, nor of entries that each pair the address with another one (\`[Bot](…) + [adapter](…)\`). A note it is in another
file of the same run: the later one is told where it stands in the earlier, but for translations and other versions of one list (half
of the shorter is in the other), and for what stands in most of the files. The text of a licence may
stand under many things, and a section of at least five entries of which four in five are listed elsewhere before sums them up on purpose.`,
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

  list(list, { options, facts, report, source }) {
    const entries = list.entries.filter((entry) => !isCut(entry, source));
    for (const twins of findTwins(entries, options.crossListing === 'fault')) {
      if (twins.together) report(findingWithin(twins, options.crossListing === 'fault', source));
      else if (options.crossListing !== 'off') {
        report(findingAcross(twins, options.crossListing === 'note' ? 'info' : undefined));
      }
    }
    if (options.acrossFiles === 'off') return;
    for (const { entry, path, name, line } of elsewhere(entries, facts.others ?? [])) {
      const as = wordsOf(name) === wordsOf(entry.name) ? '' : ` as “${name}”`;
      report({
        ...about(entry),
        severity: options.acrossFiles === 'note' ? 'info' : undefined,
        reason: `“${entry.name}” is also listed${as} in ${path}:${line}`,
      });
    }
  },
});

/** `[Ann Lee](https://example.com/Ann Lee-1)`: the address that is read ends at the blank, where it is nobody's. */
function isCut({ links, url }: Entry, { text }: Source): boolean {
  const link = links.find((one) => one.url === url);
  const start = link?.place.start.offset ?? 0;
  return link?.kind === 'bare' && /\]\(\s*<?$/.test(text.slice(Math.max(0, start - 6), start));
}

function findingWithin({ entry, first, likeness }: Twins, isStrict: boolean, source: Source): Finding {
  const [name, other, line] = [`“${entry.name}”`, `“${first.name}”`, first.place.start.line];
  const reasons: Record<Likeness, string> = {
    same: `${name} is listed twice in this section, first in line ${line}`,
    renamed: `${name} is listed twice in this section, first as ${other} in line ${line}`,
    'of-first': `${name} has the address of ${other} in line ${line}: a likely paste error`,
    'of-second': `${other} in line ${line} has the address of ${name}: a likely paste error, or one thing under two names`,
    shared: `${name} leads to the same address as ${other} in line ${line}`,
    different: `${name} leads to the same address as ${other} in line ${line}: a likely paste error, or one thing under two names`,
  };
  return {
    ...about(entry),
    reason: reasons[likeness],
    severity: likeness === 'shared' && !isStrict ? 'info' : undefined,
    fix: likeness === 'same' ? removal(entry, first, source) : undefined,
  };
}

function findingAcross({ entry, first, likeness }: Twins, severity: Severity | undefined): Finding {
  const label = first.parent?.url === undefined ? first.parent?.name : undefined;
  const over = label || first.section.title;
  const under = over ? ` under “${over}”` : '';
  const where = `${under}, in line ${first.place.start.line}`;
  const reasons: Partial<Record<Likeness, string>> = {
    same: `“${entry.name}” is also listed${where}`,
    renamed: `“${entry.name}” is also listed as “${first.name}”${where}`,
  };
  const otherwise = `“${entry.name}” leads to the same address as “${first.name}”${where}`;
  return { ...about(entry), severity, reason: reasons[likeness] ?? otherwise };
}

function about(entry: Entry): Pick<Finding, 'at' | 'link' | 'actual'> {
  const link = entry.links.find(({ url }) => url === entry.url);
  return { at: link?.place ?? entry.place, link: entry.url, actual: entry.url };
}

/** All that an entry says beside its name. */
function saysOf({ description, extras }: Entry): string {
  return [description?.text, ...extras.map(({ text }) => text)].join('\n');
}

/** Takes the later of two equal entries out with its lines. */
function removal(entry: Entry, first: Entry, { text }: Source): Fix | undefined {
  const [start, end] = [entry.place.start.offset, entry.place.end.offset];
  const same = entry.name === first.name && saysOf(entry) === saysOf(first);
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
    touches: ['order', 'text', 'links'],
    edits: [{ start: lineStart, end: lineEnd, text: '' }],
  };
}
