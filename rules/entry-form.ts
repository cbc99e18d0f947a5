import type { Paragraph } from 'mdast';
import { plainText } from '../src/list/plain-text.ts';
import type { Entry, List } from '../src/list/types.ts';
import { defineRule, type Finding } from '../src/rule.ts';
import type { Source } from '../src/source.ts';
import { descriptionOf, isProse } from '../src/style/described.ts';
import { fewest, type Habit, habit } from '../src/style/habit.ts';
import { rangeOf } from '../src/text/range.ts';

/** What an entry is made of. */
type Shape = 'linked' | 'elsewhere' | 'citation' | 'plain' | 'row' | 'heading' | 'block' | 'html';

/** From this share on a list has made up its mind. */
const clearShare = 0.95;
const fewestOfList = 20;

export default defineRule({
  id: 'entry-form',
  summary: 'Entries have the form that the other entries of their section have',
  category: 'entry',
  severity: { house: 'warning', awesome: 'error', minimal: 'off' },
  fix: 'suggested',
  options: {
    demands: {
      default: 'house',
      values: ['house', 'awesome'],
      about:
        '`house`: the form that most entries of the section have. `awesome`: `- [Name](url) - Description.`, as sindresorhus/awesome demands it',
    },
  },
  presetOptions: { awesome: { demands: 'awesome' } },
  since: '0.1.0',
  docs: {
    finds: `Entries of another form than at least four in five of their section have: without a link, with the link beside the name
instead of on it, or without any text. List markers without a blank behind them (\`-[Name](…)\`), which Markdown does not read as list
items. Sections of fewer than five do as the list
does. Labels with entries under them are no entries. Separators, emphasis of names and ends of descriptions have rules of their own.

With \`demands: awesome\` every entry has to be a list item that starts with its name, linked to an absolute address, and
what follows has to be set off from it: no rows of tables, headings, images, links beside the name.`,
    why: 'Readers know where to click, and scripts where to look, when all entries are made alike.',
    bad: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty.
- [Ceylon](https://example.com/ceylon) - Bright.
- [Darjeeling](https://example.com/darjeeling) - Floral.
- [Keemun](https://example.com/keemun) - Smoky.
- Sencha - Steamed.
`,
    good: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty.
- [Ceylon](https://example.com/ceylon) - Bright.
- [Darjeeling](https://example.com/darjeeling) - Floral.
- [Keemun](https://example.com/keemun) - Smoky.
- [Sencha](https://example.com/sencha) - Steamed.
`,
    whenOff: 'Entries of several forms stand side by side on purpose.',
  },

  list(list, { options, report }) {
    const findings = options.demands === 'awesome' ? strictFindings(list) : houseFindings(list);
    for (const finding of findings) report(finding);
  },

  nodes: {
    paragraph: (node, { report, source }) => {
      for (const finding of markersWithoutBlank(node, source)) report(finding);
    },
  },
});

function shapeOf(entry: Entry): Shape {
  if (entry.form !== 'item') return entry.form;
  const [link] = entry.links;
  if (!link || isProse(entry)) return 'linked';
  return link.kind === 'inline' || link.kind === 'reference' ? nameIn(link.text, entry) : 'linked';
}

function nameIn(text: string, { name }: Entry): Shape {
  return text.trim() === name.trim() ? 'linked' : 'elsewhere';
}

function* houseFindings({ allSections, entries }: List): Generator<Finding> {
  const ofList = habit(entries.filter(isOfItsOwn), shapeOf);
  for (const section of allSections) {
    const own = habit(section.entries.filter(isOfItsOwn), shapeOf);
    // A section too small for a habit does as the list does, where that is beyond doubt.
    const isSmall =
      own.total < fewest && own.counts.has('linked') && ofList.count >= ofList.total * clearShare;
    const made = isSmall && ofList.total >= fewestOfList ? ofList : own;
    if (made.strength !== 'firm' || (made.value !== 'linked' && made.value !== 'citation')) continue;
    for (const entry of made === own ? own.outliers : section.entries.filter(isOfItsOwn)) {
      const shape = shapeOf(entry);
      // Beside few others a link may well stand behind a label: `Authors: [Ann](…)`.
      if (shape === made.value || (made !== own && shape !== 'plain')) continue;
      const reason = departureOf(entry, made);
      if (reason)
        yield { reason: `${reason}, but ${share(made, made === own ? section.title : '')}`, at: entry.place };
    }
  }
}

/** Neither listed under another entry nor a label for others. */
function isOfItsOwn({ parent, children, url }: Entry): boolean {
  return !parent && (children.length === 0 || url !== undefined);
}

function share({ count, total }: Habit<Entry>, title: string): string {
  const where = title ? ` in “${title}”` : '';
  return `${count} of ${total} entries${where} are names with links`;
}

/** What is different with an entry among linked ones; undefined for what is a remark rather than an entry. */
function departureOf(entry: Entry, { value }: Habit<Entry>): string | undefined {
  if (isBlank(entry)) return 'An empty entry here';
  if (shapeOf(entry) === 'elsewhere') return `The link stands beside the name “${entry.name}”`;
  if (entry.form !== 'plain' || entry.links.length > 0) return undefined;
  const isEntry = value === 'citation' || (entry.separator !== undefined && entry.description !== undefined);
  return isEntry ? `No link for “${entry.name}”` : undefined;
}

function isBlank({ form, name, children, node, links }: Entry): boolean {
  return (
    form === 'plain' &&
    name === '' &&
    children.length === 0 &&
    links.length === 0 &&
    plainText(node, { alt: true }).trim() === ''
  );
}

const forms: Partial<Record<Shape, string>> = {
  elsewhere: 'The link is not on the name',
  citation: 'A citation',
  plain: 'An entry without a link',
  row: 'A row of a table',
  heading: 'A heading',
  block: 'A paragraph',
  html: 'HTML',
};

function* strictFindings({ entries }: List): Generator<Finding> {
  const withLinks = new Set(entries.filter(({ url }) => url !== undefined).map(({ section }) => section));
  for (const entry of entries) {
    if (entry.form === 'plain' && (entry.children.length > 0 || !withLinks.has(entry.section))) continue;
    const reason = isBlank(entry) ? 'An empty entry' : (forms[shapeOf(entry)] ?? detailOf(entry));
    if (reason) yield { reason: `${reason}, expected “- [Name](url) - Description.”`, at: entry.place };
  }
}

function detailOf(entry: Entry): string | undefined {
  const [link] = entry.links;
  if (!link || isProse(entry)) return 'The entry does not start with a linked name';
  if (link.kind === 'bare' || link.kind === 'autolink') return undefined;
  if ('children' in link.node && link.node.children.some(({ type }) => /^image/.test(type)))
    return 'An image for a name';
  if (!/^[a-z][a-z\d+.-]*:/i.test(link.url)) return `“${link.url}” is no absolute address`;
  const { description } = entry;
  if (!description || descriptionOf(entry) || !/[\p{L}\p{N}]/u.test(description.text)) return undefined;
  const isAside = /^[(（[].*[)）\]]$/.test(description.text.trim());
  return isAside ? undefined : `Nothing sets “${entry.name}” off from what follows`;
}

/** `-[Name](url)` at the start of a line: the marker is read as text. */
function* markersWithoutBlank({ children }: Paragraph, source: Source): Generator<Finding> {
  for (const [index, child] of children.entries()) {
    if (child.type !== 'link') continue;
    const start = rangeOf(child)?.start ?? 0;
    const before = children[index - 1];
    if (!/[-*+]/.test(source.text[start - 1] ?? '') || source.text[start] !== '[') continue;
    if (before?.type !== 'text' || !/(?:^|[\r\n])[ \t]*[-*+]$/.test(before.value.slice(-8))) continue;
    if (before.value.length > 1 && !/[\r\n]/.test(before.value.slice(-8))) continue;
    yield {
      reason: 'No blank behind the list marker: Markdown reads no list item here',
      at: source.place(start - 1, start),
      fix: {
        kind: 'suggested',
        touches: ['layout', 'order'],
        edits: [{ start, end: start, text: ' ' }],
      },
    };
  }
}
