import type { List, Section } from '../src/list/types.ts';
import { byName, type Collation } from '../src/order/collations.ts';
import { fittest, keptOf } from '../src/order/fittest.ts';
import { placeAmong } from '../src/order/sorted.ts';
import { defineRule, type Finding } from '../src/rule.ts';
import { fewest, firmShare } from '../src/style/habit.ts';

/** Sections side by side that hold entries, and what each is sorted by. */
type Group = readonly { section: Section; name: string }[];

/** A group of which at most this share is misplaced is meant to be sorted. */
const sortedShare = 0.2;

export default defineRule({
  id: 'section-order',
  summary: 'Sections are in alphabetical order where the list keeps it',
  category: 'list',
  severity: { house: 'off', awesome: 'off', minimal: 'off' },
  fix: 'none',
  options: {
    order: {
      default: 'house',
      values: ['house', 'always'],
      about:
        '`house`: where at least four in five groups of sections are sorted already; `always`: everywhere',
    },
  },
  since: '0.1.0',
  docs: {
    finds: `Sections out of alphabetical order among those under the same heading. How a list sorts is learned from it, as for
\`entry-order\`. Sections without entries (contents, contributing, licence) take no part, and emoji before a title do not count.
With \`order: house\` a first section (“General”) and a last one (“Miscellaneous”) may stand outside of the order, and a group with
an order of its own is left alone.`,
    why: 'Readers who know what they are looking for find its section without reading the contents.',
    bad: sample(['Black', 'Green', 'Oolong', 'Herbal', 'White', 'Yellow']),
    good: sample(['Black', 'Green', 'Herbal', 'Oolong', 'White', 'Yellow']),
    whenOff: 'Sections are in an order of importance, or each leads to the next.',
  },

  list(list, { options, facts, report }) {
    const groups = groupsOf(list);
    const model = facts.before ? groupsOf(facts.before) : groups;
    const fit = fittest(model.map(namesOf));
    if (!fit) return;
    const isHouse = options.order === 'house';
    if (isHouse && !isFirm(model, fit.kept)) return;
    for (const group of groups) {
      for (const finding of findingsIn(group, fit.collation, isHouse)) report(finding);
    }
  },
});

function sample(titles: readonly string[]): string {
  const sections = titles.map((title) => `\n## ${title}\n\n- [Tea](https://example.com/${title})\n`);
  return `# Awesome Tea\n${sections.join('')}`;
}

function groupsOf({ sections, allSections }: List): Group[] {
  const filled = new Set<Section>();
  for (const section of allSections) {
    if (section.entries.length === 0) continue;
    for (let one: Section | undefined = section; one && !filled.has(one); one = one.parent) filled.add(one);
  }
  return [sections, ...allSections.map((section) => section.sections)]
    .map((siblings) => siblings.filter((section) => filled.has(section) && section.title !== ''))
    .filter(({ length }) => length > 1)
    .map((siblings) => siblings.map((section) => ({ section, name: withoutEmoji(section.title) })));
}

function withoutEmoji(title: string): string {
  return title.replace(
    /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\uFE0F|\u200D|\s|:[\w+-]+:)+/u,
    '',
  );
}

const namesOf = (group: Group) => group.map(({ name }) => name);

function isSorted(group: Group, kept: ReadonlySet<number>): boolean {
  return group.length - kept.size <= group.length * sortedShare;
}

function isFirm(groups: readonly Group[], kept: readonly ReadonlySet<number>[]): boolean {
  const large = [...groups.keys()].filter((index) => groups[index]!.length >= fewest);
  const sorted = large.filter((index) => isSorted(groups[index]!, kept[index]!));
  return large.length > 0 && sorted.length >= large.length * firmShare;
}

function* findingsIn(group: Group, collation: Collation, isHouse: boolean): Generator<Finding> {
  const kept = keptOf(namesOf(group), collation);
  if (isHouse && !isSorted(group, kept)) return;
  const ordered = group.filter((_, index) => kept.has(index));
  for (const [index, item] of group.entries()) {
    if (kept.has(index) || (isHouse && (index === 0 || index === group.length - 1))) continue;
    const before = ordered[placeAmong(ordered, item, byName(collation)) - 1];
    const where = before ? `after “${before.section.title}”` : 'first';
    yield {
      reason: `The section “${item.section.title}” is out of order: put it ${where}`,
      at: item.section.place,
      note: `The order is ${collation.about}`,
    };
  }
}
