import type { Paragraph } from 'mdast';
import { plainText } from '../src/list/plain-text.ts';
import type { Entry, List, Section } from '../src/list/types.ts';
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
/** A form that more than one in so many entries of the list have is one of its forms. */
const rare = 10;

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
what follows has to be set off from it: no rows of tables, headings, images, links beside the name. What many entries of a section
have in another form is said once of them all; sentences with a link in them are no entries.`,
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
  const hasBoth = (ofList.counts.get('elsewhere') ?? 0) * rare > ofList.total;
  for (const section of allSections) {
    const made = habitOf(section, ofList);
    if (made.strength !== 'firm' || (made.value !== 'linked' && made.value !== 'citation')) continue;
    for (const entry of made === ofList ? section.entries.filter(isOfItsOwn) : made.outliers) {
      const shape = shapeOf(entry);
      // Beside few others a link may well stand behind a label: `Authors: [Ann](…)`.
      if (shape === made.value || (made === ofList && shape !== 'plain')) continue;
      if (shape === 'elsewhere' && hasBoth) continue;
      const reason = departureOf(entry, made);
      if (reason)
        yield {
          reason: `${reason}, but ${share(made, made === ofList ? '' : section.title)}`,
          at: entry.place,
        };
    }
  }
}

/** The habit of a section; one too small for a habit does as the list does, where that is beyond doubt. */
function habitOf({ entries }: Section, ofList: Habit<Entry>): Habit<Entry> {
  const own = habit(entries.filter(isOfItsOwn), shapeOf);
  const isSmall = own.total < fewest && own.counts.has('linked');
  const isClear = ofList.total >= fewestOfList && ofList.count >= ofList.total * clearShare;
  return isSmall && isClear ? ofList : own;
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

const forms: Partial<Record<Shape, { one: string; many: string }>> = {
  elsewhere: { one: 'The link is not on the name', many: 'entries whose link is not on the name' },
  citation: { one: 'A citation', many: 'citations' },
  row: { one: 'A row of a table', many: 'rows of tables' },
  heading: { one: 'A heading', many: 'headings' },
  block: { one: 'A paragraph', many: 'paragraphs' },
  html: { one: 'HTML', many: 'entries in HTML' },
};

/** What many entries of a section have in another form is said once of them all; headings are sections of their own. */
function* strictFindings({ allSections, entries }: List): Generator<Finding> {
  const ofList = habit(entries.filter(isOfItsOwn), shapeOf);
  const ofLinks = new Set(allSections.filter((section) => isOfLinks(habitOf(section, ofList))));
  const alike = new Map<Section | Shape, Map<Shape, Entry[]>>();
  for (const entry of entries) {
    const shape = shapeOf(entry);
    if (!forms[shape] || isLegend(entry)) {
      const reason = singleFault(entry, ofLinks.has(entry.section));
      if (reason) yield { reason: `${reason}, expected ${demanded}`, at: entry.place };
      continue;
    }
    const scope = shape === 'heading' ? shape : entry.section;
    const byShape = alike.get(scope) ?? new Map<Shape, Entry[]>();
    alike.set(scope, byShape);
    const some = byShape.get(shape) ?? [];
    byShape.set(shape, some);
    some.push(entry);
  }
  for (const byShape of alike.values())
    for (const [shape, some] of byShape) yield shapeFinding(forms[shape]!, some);
}

const demanded = '“- [Name](url) - Description.”';

function shapeFinding({ one, many }: { one: string; many: string }, entries: readonly Entry[]): Finding {
  const places = entries.map(({ place }) => place);
  if (places.length === 1) return { reason: `${one}, expected ${demanded}`, at: places[0] };
  const { form, section } = entries[0]!;
  const where = section.title && form !== 'heading' ? ` in “${section.title}”` : '';
  return { reason: `${places.length} ${many}${where}, expected ${demanded}`, at: places[0], places };
}

function singleFault(entry: Entry, amongLinks: boolean): string | undefined {
  if (isBlank(entry)) return 'An empty entry';
  if (entry.form !== 'plain') return detailOf(entry);
  const isEntry = entry.separator !== undefined && entry.description !== undefined;
  return isEntry && amongLinks && isOfItsOwn(entry) ? 'An entry without a link' : undefined;
}

function isOfLinks({ strength, value }: Habit<Entry>): boolean {
  return strength !== 'none' && value === 'linked';
}

/** `` - `MIT` - [MIT License](…) `` explains a mark of the list. */
function isLegend({ nameEmphasis: { mark } }: Entry): boolean {
  return mark === '`';
}

function detailOf(entry: Entry): string | undefined {
  const [link] = entry.links;
  if (!link || isLegend(entry)) return undefined;
  if (isProse(entry))
    return wordsBefore(entry) <= fewWords ? 'The entry does not start with its linked name' : undefined;
  if (link.kind === 'bare' || link.kind === 'autolink') return undefined;
  if ('children' in link.node && link.node.children.some(({ type }) => /^image/.test(type)))
    return 'An image for a name';
  if (!/^[a-z][a-z\d+.-]*:/i.test(link.url)) return `“${link.url}” is no absolute address`;
  const { description } = entry;
  if (!description || descriptionOf(entry) || !/[\p{L}\p{N}]/u.test(description.text)) return undefined;
  const isAside = /^[(（[].*[)）\]]$/.test(description.text.trim());
  return isAside ? undefined : `Nothing sets “${entry.name}” off from what follows`;
}

/** What stands before the link of an entry, such as `Meetup [London](…)`; more words than this are prose. */
const fewWords = 2;

function wordsBefore({ name, description }: Entry): number {
  const text = description?.text ?? '';
  const at = text.indexOf(name);
  const ends = /^[.!]?$/.test(text.slice(at + name.length).trim());
  return at > 0 && ends ? text.slice(0, at).trim().split(/\s+/).length : Number.POSITIVE_INFINITY;
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
        // One block of text becomes two.
        touches: ['layout', 'order', 'text'],
        edits: [{ start, end: start, text: ' ' }],
      },
    };
  }
}
