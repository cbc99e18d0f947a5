import { type Document, sourceOf } from '../document.ts';
import { type Wrapped, wrappedIn } from '../hard-wrap/wrapped.ts';
import type { EntryForm, List } from '../list/types.ts';
import { orderOf } from '../order/list-order.ts';
import { Source } from '../source.ts';
import { type Convention, commonValue, shownHabit } from './convention.ts';
import type { Dimension } from './dimension.ts';
import { dimensions } from './dimensions.ts';
import { habit } from './habit.ts';
import { type House, houses } from './houses.ts';

/** What the entries of a list have in common, in every respect that kempt knows of. */
export function conventionsOf({ file, tree, list }: Document): Convention[] {
  return [
    ...dimensions.map((dimension) => conventionOf(list, dimension)),
    ...orderConvention({ file, tree, list }),
    wrapConvention({ file, tree, list }),
  ];
}

function conventionOf({ entries }: List, dimension: Dimension): Convention {
  const { name, about, rule, option, things, measure, here, firmOnly = false } = dimension;
  const habits = houses(entries, measure).all.map((house) =>
    shownHabit(house.habit, {
      where: placeOf(house),
      lineOf: (entry) => entry.place.start.line,
      valueOf: (entry) => measure(entry)!,
      show: here,
    }),
  );
  const value = commonValue(habits, { firmOnly });
  const isBound = value !== undefined && !dimension.isFree?.(entries, value);
  return { name, about, rule, things, habits, binding: isBound ? { [option]: value } : undefined };
}

const formNames: Record<EntryForm, string> = {
  item: 'list items',
  heading: 'headings',
  citation: 'citations',
  row: 'table rows',
  block: 'paragraphs',
  html: 'HTML',
  plain: 'entries without link',
};

function placeOf({ form, section }: House): string | undefined {
  const words = [form && formNames[form], section && `“${section.title}”`];
  return words.filter(Boolean).join(' in ') || undefined;
}

/** How each Markdown list in it is sorted: in the collation that fits the list best, or not. */
function orderConvention({ tree, list }: Document): Convention[] {
  const order = orderOf(tree, list.entries);
  if (!order) return [];
  const { collation, groups, sorted, isFirm } = order;
  const stateOf = (group: (typeof groups)[number]) => (sorted.includes(group) ? collation.name : 'none');
  const shown = shownHabit(habit(groups, stateOf), {
    lineOf: ({ node }) => node.position?.start.line ?? 1,
    valueOf: stateOf,
    show: (value) => (value === 'none' ? 'Not sorted' : `Sorted ${collation.about}`),
  });
  return [
    {
      name: 'order',
      about: 'how entries are sorted',
      rule: 'entry-order',
      things: 'groups of entries',
      habits: [shown],
      binding: isFirm ? { order: 'always', collation: collation.name } : undefined,
    },
  ];
}

/** Longer than this a paragraph would be broken in a list that breaks them. */
const longest = 80;

function wrapConvention({ file, tree }: Document): Convention {
  const source = new Source(sourceOf(file));
  const stateOf = ({ isCut }: Wrapped) => (isCut ? 'wrapped' : 'never');
  const long = wrappedIn(tree, source).filter(
    ({ isCut, breaks, range }) => isCut || (breaks.length === 0 && range.end - range.start > longest),
  );
  const shown = shownHabit(habit(long, stateOf), {
    lineOf: ({ range }) => source.place(range.start, range.end).start.line,
    valueOf: stateOf,
    show: (value) => (value === 'never' ? 'On one line' : 'Broken over lines'),
  });
  const value = commonValue([shown], { firmOnly: true });
  return {
    name: 'wrap',
    about: 'whether long entries and paragraphs are broken over lines',
    rule: 'hard-wrap',
    things: 'long entries and paragraphs',
    habits: [shown],
    binding: value === 'never' ? { wrap: value } : undefined,
  };
}
