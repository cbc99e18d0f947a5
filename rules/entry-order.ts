import type { Nodes } from 'mdast';
import type { Fix } from '../src/message.ts';
import { byName, collationNames } from '../src/order/collations.ts';
import { isForeignAmong } from '../src/order/foreign.ts';
import { type Group, orderOf } from '../src/order/list-order.ts';
import { placeAmong } from '../src/order/sorted.ts';
import { defineRule } from '../src/rule.ts';
import type { Source } from '../src/source.ts';

/** A group of which more than this share is misplaced is in an order of its own. */
const ownOrder = 0.25;

export default defineRule({
  id: 'entry-order',
  summary: 'Entries are in alphabetical order where the list keeps it',
  category: 'list',
  severity: { house: 'info', awesome: 'warning', minimal: 'off' },
  fix: 'suggested',
  options: {
    order: {
      default: 'house',
      values: ['house', 'always'],
      about: '`house`: where at least four in five sections are sorted; `always`: everywhere',
    },
    collation: {
      default: 'house',
      values: ['house', ...collationNames],
      about:
        'How names are sorted: by letters with their case ignored (`letters`) or not (`code-units`), as a language does (`alphabetical`; with numbers by their value, `numeric`), without punctuation or articles, by whole lines, or as in a language that has letters of its own, such as `sv`; `house`: as the list does',
    },
  },
  since: '0.1.0',
  docs: {
    finds: `Entries out of order, in lists that sort theirs: at least four in five groups of five entries and more are in order.
How the list sorts is learned from it: by code units or by a language's alphabet, with or without punctuation and articles, numbers
by digit or by value. A section with an order of its own is left alone, and so is a name in another script than the others: it may stand
where its sound belongs.`,
    why: `Readers look where the alphabet says, and who adds an entry that is there already does so because it is elsewhere.`,
    bad: sample(['Assam', 'Ceylon', 'Dian Hong', 'Nilgiri', 'Keemun', 'Yunnan']),
    good: sample(['Assam', 'Ceylon', 'Dian Hong', 'Keemun', 'Nilgiri', 'Yunnan']),
    whenOff: 'The order of entries says something else, such as how good they are.',
  },

  list(list, { tree, source, options, facts, report }) {
    const order = orderOf(tree, list.entries, options.collation, facts.before?.entries);
    const always = options.order === 'always';
    if (!order || (!always && !order.isFirm)) return;
    const { collation } = order;
    for (const group of order.groups) {
      const { kept } = group;
      const misplaced = group.entries.length - kept.size;
      if (!always && misplaced > Math.max(1, group.entries.length * ownOrder)) continue;
      const ordered = group.entries.filter((_, index) => kept.has(index));
      for (const [index, entry] of group.entries.entries()) {
        if (kept.has(index)) continue;
        const after = ordered[placeAmong(ordered, entry, byName(collation)) - 1];
        const neighbour = after ?? ordered[0]!;
        const [before, next] = [group.entries[index - 1]?.name, group.entries[index + 1]?.name];
        const isPlaced =
          begins(entry.name, neighbour.name) ||
          fits(entry.name, before, next) ||
          isForeignAmong(entry.name, group.entries);
        if (!always && isPlaced) continue;
        report({
          reason: `“${entry.name}” is out of order: put it ${after ? 'after' : 'before'} “${neighbour.name}”`,
          at: entry.namePart.place,
          note: always ? undefined : `The list is sorted: ${collation.about}`,
          fix: moveOf(entry.node, neighbour.node, after !== undefined, group, source),
        });
      }
    }
  },
});

/** Whether a name stands well between its neighbours in the eyes of a person, whatever sorted the list. */
function fits(name: string, before = '', next = '\u{10FFFF}'): boolean {
  // `è` stands behind all letters here, or as a plain `e`.
  const ofAccents = plain(name) === name.normalize('NFD') ? [] : [(text: string) => text, plain];
  return [...ofAccents, spaced].some((read) => {
    const [one, two, three] = [before, name, next].map((text) => read(text).toLowerCase());
    return one! <= two! && two! <= three!;
  });
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036F]/g, '');
}

/** `RSS-Bridge` is before `RSS Monster`: a mark between words is no more than a blank. */
function spaced(text: string): string {
  return text.replace(/[\p{P}\s]+/gu, ' ').trim();
}

/** Whether one name begins with the other: whole lines and mere names are sorted differently there. */
function begins(name: string, other: string): boolean {
  const [one, two] = [name.toLowerCase(), other.toLowerCase()];
  return one.startsWith(two) || two.startsWith(one);
}

function sample(black: readonly string[]): string {
  const lines = (names: readonly string[]) =>
    names
      .map((name) => `- [${name}](https://example.com/${name.toLowerCase().replace(' ', '-')})\n`)
      .join('');
  const green = ['Bancha', 'Genmaicha', 'Gyokuro', 'Hojicha', 'Longjing', 'Matcha', 'Sencha'];
  const sorted = ['Herbal', 'Oolong', 'White', 'Yellow'].map(
    (kind) => `\n## ${kind}\n\n${lines(['A', 'B', 'C', 'D', 'E'].map((name) => `${name} ${kind}`))}`,
  );
  return `# Awesome Tea\n\n## Green\n\n${lines(green)}\n## Black\n\n${lines(black)}${sorted.join('')}`;
}

/** Moves an item with all that belongs to it, where both stand on lines of their own in a tight list. */
function moveOf(
  item: Nodes,
  neighbour: Nodes,
  after: boolean,
  { node }: Group,
  source: Source,
): Fix | undefined {
  if (node.ordered || node.spread || !item.position || !neighbour.position) return undefined;
  const own = linesOf(item, source.text);
  const other = linesOf(neighbour, source.text);
  if (!own || !other) return undefined;
  const at = after ? other.end : other.start;
  return {
    kind: 'suggested',
    touches: ['order'],
    edits: [
      { start: own.start, end: own.end, text: '' },
      { start: at, end: at, text: source.text.slice(own.start, own.end) },
    ],
  };
}

function linesOf({ position }: Nodes, text: string): { start: number; end: number } | undefined {
  const from = position!.start.offset!;
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', position!.end.offset!) + 1;
  const alone = text.slice(start, from).trim() === '' && text.slice(position!.end.offset!, end).trim() === '';
  return end > 0 && alone ? { start, end } : undefined;
}
