import type { ListItem, Nodes } from 'mdast';
import { plainText } from '../list/plain-text.ts';
import type { Entry, Link, List, Section } from '../list/types.ts';
import { isUnderHeading } from '../list/under-heading.ts';
import type { Finding } from '../rule.ts';
import { isProse, strictDescriptionOf } from '../style/described.ts';
import { type Habit, habit } from '../style/habit.ts';
import { hasOnlyMore } from './only-more.ts';
import { habitOf, isBlank, isOfItsOwn, type Shape, shapeOf } from './shape.ts';

const forms: Partial<Record<Shape, { one: string; many: string }>> = {
  elsewhere: { one: 'The link is not on the name', many: 'entries whose link is not on the name' },
  citation: { one: 'A citation', many: 'citations' },
  row: { one: 'A row of a table', many: 'rows of tables' },
  heading: { one: 'A heading', many: 'headings' },
  block: { one: 'A paragraph', many: 'paragraphs' },
  html: { one: 'HTML', many: 'entries in HTML' },
};

/** What many entries of a section have in another form is said once of them all; headings are sections of their own. */
export function* strictFindings({ allSections, entries }: List): Generator<Finding> {
  const ofList = habit(entries.filter(isOfItsOwn), shapeOf);
  const ofLinks = new Set(allSections.filter((section) => isOfLinks(habitOf(section, ofList))));
  const alike = new Map<Section | Shape, Map<Shape, Entry[]>>();
  for (const entry of entries) {
    const shape = shapeOf(entry);
    if (isLabelled(entry) || isPageOfList(entry) || (shape === 'elsewhere' && isUnderHeading(entry)))
      continue;
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
  if (isBlank(entry)) return startsWithBlock(entry) ? undefined : 'An empty entry';
  if (entry.form !== 'plain') return detailOf(entry);
  const isEntry = entry.separator !== undefined && entry.description !== undefined;
  return isEntry && amongLinks && isOfItsOwn(entry) ? 'An entry without a link' : undefined;
}

function isOfLinks({ strength, value }: Habit<Entry>): boolean {
  return strength !== 'none' && value === 'linked';
}

/** `- Authors: [Ann](…) and [Bob](…)` or `- **Web:** [ann.example](…)` says something of what stands above. */
function isLabelled({ node, links: [link] }: Entry): boolean {
  const [text] = node.type === 'listItem' ? node.children : [];
  if (!link || text?.type !== 'paragraph') return false;
  const [first] = text.children;
  if (first?.type === 'text') return /[:：]\s*$/.test(first.value);
  // An address that GFM makes a link of has no position.
  const at = text.children.findIndex(
    (node) => node === link.node || (node.position?.end.offset ?? 0) > link.place.start.offset!,
  );
  const [before, behind] = [text.children.slice(0, at), text.children.slice(at + 1)];
  const label = before.map((node) => plainText(node)).join('');
  const isOneName = before.filter((node) => /[\p{L}\p{N}]/u.test(plainText(node))).length === 1;
  const says = behind.some((node) => node.type === 'text' && /[\p{L}\p{N}]/u.test(node.value));
  return isOneName && !says && /[:：]\s*$/.test(label);
}

/** `- [Deutsch](readme.de.md)`, `- [How to contribute](contributing.md)`: the list itself, and what goes with it. */
function isPageOfList({ url }: Entry): boolean {
  return (
    url !== undefined &&
    /^[\w./-]*(?:readme[\w.-]*|contributing|code[-_]of[-_]conduct|changelog)\.md$/i.test(url)
  );
}

/** `` - `MIT` - [MIT License](…) `` explains a mark of the list. */
function isLegend({ nameEmphasis: { mark, inside } }: Entry): boolean {
  return mark === '`' && !inside;
}

function detailOf(entry: Entry): string | undefined {
  const [link] = entry.links;
  if (!link || isLegend(entry)) return undefined;
  if (isProse(entry))
    return wordsBefore(entry) <= fewWords ? 'The entry does not start with its linked name' : undefined;
  if (link.kind === 'html') return 'A link in HTML';
  const markup = markupFault(entry, link);
  if (markup) return markup;
  if (link.kind === 'bare' || link.kind === 'autolink') return undefined;
  if (!/^[a-z][a-z\d+.-]*:/i.test(link.url)) return `“${link.url}” is no absolute address`;
  const { description } = entry;
  if (hasOnlyMore(entry)) return `What stands behind “${entry.name}” is no description`;
  if (!description || strictDescriptionOf(entry) || !/[\p{L}\p{N}]/u.test(description.text)) return undefined;
  const isAside = /^[(（[].*[)）\]]$/.test(description.text.trim());
  return isAside ? undefined : `Nothing sets “${entry.name}” off from what follows`;
}

/** Markup that a name or a description should not be made with. */
function markupFault({ node, descriptionNodes }: Entry, { node: link }: Link): string | undefined {
  if ('children' in link && link.children.some(({ type }) => /^image/.test(type)))
    return 'An image for a name';
  if ('children' in link && link.children.some(({ type }) => type === 'html' || type === 'delete'))
    return 'Markup in the name';
  const [first] = node.type === 'listItem' ? node.children : [];
  if (first?.type === 'paragraph' && first.children[0]?.type === 'delete')
    return 'An entry that is struck out';
  if (descriptionNodes.some(({ type }) => type === 'delete'))
    return 'Words in the description that are struck out';
  return descriptionNodes.some(({ type }) => type === 'break')
    ? 'A line break in the description'
    : undefined;
}

/** An item of a list that starts with something else than a text. */
export function blockFault({ children: [first] }: ListItem): Finding | undefined {
  const what = first && blocks[first.type];
  return what === undefined
    ? undefined
    : { reason: `A list item that starts with ${what}, expected ${demanded}`, at: first!.position };
}

function startsWithBlock({ node }: Entry): boolean {
  const [first] = node.type === 'listItem' ? node.children : [];
  return first !== undefined && first.type in blocks;
}

const blocks: Partial<Record<Nodes['type'], string>> = {
  heading: 'a heading',
  list: 'another list',
  code: 'a code block',
  blockquote: 'a quote',
  table: 'a table',
  thematicBreak: 'a thematic break',
};

/** What stands before the link of an entry, such as `Meetup [London](…)`; more words than this are prose. */
const fewWords = 1;
/** Chinese and Japanese have no blanks between words: a sentence shows itself by its commas. */
const betweenWords = /[\s，、；。]+/;

function wordsBefore({ name, description }: Entry): number {
  const text = description?.text ?? '';
  const at = text.indexOf(name);
  const ends = /^[.!]?$/.test(text.slice(at + name.length).trim());
  return at > 0 && ends ? text.slice(0, at).trim().split(betweenWords).length : Number.POSITIVE_INFINITY;
}
