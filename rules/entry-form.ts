import type { Nodes, Paragraph, Root } from 'mdast';
import { eachNode } from '../src/each-node.ts';
import { habitOf, isBlank, isOfItsOwn, shapeOf } from '../src/entry-form/shape.ts';
import { blockFault, strictFindings } from '../src/entry-form/strict.ts';
import { withinFindings } from '../src/entry-form/within.ts';
import type { Entry, List } from '../src/list/types.ts';
import { defineRule, type Finding } from '../src/rule.ts';
import type { Source } from '../src/source.ts';
import { fewest, type Habit, habit } from '../src/style/habit.ts';
import { rangeOf } from '../src/text/range.ts';

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
    finds: `Entries of another form than at least four in five of their section have: without a link, with its one link beside the name
instead of on it, or without any text. List markers without a blank behind them (\`-[Name](…)\`), which Markdown does not read as list
items. Sections of fewer than five do as the list
does. Labels with entries under them are no entries, and a list of five and more items without any link is of its own. Separators, emphasis of names and ends of descriptions have rules of their own.

With \`demands: awesome\` every entry has to be a list item that starts with its name, linked to an absolute address, and
what follows has to be set off from it: no rows of tables, headings, images, links beside the name, nothing struck out, and no full stop,
dash, image or further link in place of a description. Lists of links within the file belong to the contents. What many entries of a section
have in another form is said once of them all; sentences with a link in them are no entries, nor are pages of the list itself
(\`[Español](readme.es.md)\`) and what stands under a heading that is an entry.`,
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

  list(list, { options, report, tree }) {
    const isStrict = options.demands === 'awesome';
    for (const finding of isStrict ? strictFindings(list) : houseFindings(list, tree)) report(finding);
    if (isStrict) for (const finding of withinFindings(tree, list)) report(finding);
  },

  nodes: {
    listItem: (item, { options, report, list: { contents } }, ancestors) => {
      const isEntry =
        options.demands === 'awesome' && !ancestors.some((node) => contents?.nodes.includes(node));
      const fault = isEntry ? blockFault(item) : undefined;
      if (fault) report(fault);
    },
    paragraph: (node, { report, source }) => {
      for (const finding of markersWithoutBlank(node, source)) report(finding);
    },
  },
});

function* houseFindings({ allSections, entries }: List, tree: Root): Generator<Finding> {
  const unlinked = itemsOfUnlinkedLists(tree);
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
      if (unlinked.has(entry.node)) continue;
      const reason = departureOf(entry, made);
      if (reason)
        yield {
          reason: `${reason}, but ${share(made, made === ofList ? '' : section.title)}`,
          at: entry.place,
        };
    }
  }
}

/** Where none of several items side by side has a link, none is meant: people to look out for, terms, tags. */
function itemsOfUnlinkedLists(tree: Root): Set<Nodes> {
  const items = new Set<Nodes>();
  eachNode(tree, (node) => {
    if (node.type !== 'list') return undefined;
    if (node.children.length < fewest || hasLink(node)) return undefined;
    for (const item of node.children) items.add(item);
    return 'skip';
  });
  return items;
}

function hasLink(node: Nodes): boolean {
  if (node.type === 'link' || node.type === 'linkReference' || node.type === 'html') return true;
  return 'children' in node && node.children.some(hasLink);
}

function share({ count, total }: Habit<Entry>, title: string): string {
  const where = title ? ` in “${title}”` : '';
  return `${count} of ${total} entries${where} are names with links`;
}

/** What is different with an entry among linked ones; undefined for what is a remark rather than an entry. */
function departureOf(entry: Entry, { value }: Habit<Entry>): string | undefined {
  if (isBlank(entry)) return 'An empty entry here';
  if (shapeOf(entry) === 'elsewhere') {
    // `Name - [part 1](…) and [part 2](…)`: a name has room for one link.
    return entry.links.length > 1 ? undefined : `The link stands beside the name “${entry.name}”`;
  }
  if (entry.form !== 'plain' || entry.links.length > 0) return undefined;
  const isEntry = value === 'citation' || (entry.separator !== undefined && entry.description !== undefined);
  return isEntry ? `No link for “${entry.name}”` : undefined;
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
