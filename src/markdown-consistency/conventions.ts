import type { Nodes } from 'mdast';
import type { Document } from '../document.ts';
import { sourceOf } from '../document.ts';
import { type Convention, commonValue, type ShownHabit, shownHabit } from '../style/convention.ts';
import { habit } from '../style/habit.ts';
import { houses } from '../style/houses.ts';
import { bulletOf, byDepth, type MarkdownDimension, markdownDimensions } from './choices.ts';
import { type Outline, outlineOf } from './outline.ts';
import { always } from './plugins.ts';

/** How the Markdown of a list is written, in every respect in which a rule of remark-lint can hold it to that. */
export function markdownConventions({ file, tree, list }: Document): Convention[] {
  const outline = outlineOf(tree, sourceOf(file), list);
  const others = Object.entries(markdownDimensions).map(([rule, dimension]) => {
    return conventionOf(rule, dimension as unknown as MarkdownDimension<Nodes>, outline);
  });
  return [bulletConvention(outline), ...others];
}

function conventionOf(
  rule: string,
  { things, all, measure, options }: MarkdownDimension<Nodes>,
  outline: Outline,
): Convention {
  const stateOf = (thing: Nodes) => measure(thing, outline.source);
  const show = (value: string) => shownValue(options(value)?.does ?? `are ${value}`);
  const shown = shownHabit(habit(all(outline), stateOf), {
    lineOf: (thing) => thing.position?.start.line ?? 1,
    valueOf: (thing) => stateOf(thing)!,
    show,
  });
  // Nothing is said of a weak habit here, so none is bound.
  const value = commonValue([shown], { firmOnly: true });
  const chosen = value === undefined ? undefined : options(value);
  return {
    name: rule,
    about: `what ${things} look like`,
    rule,
    things,
    habits: [shown],
    binding: chosen && { '': chosen.options ?? always },
  };
}

/** `use _`: what is done without the verb. */
function shownValue(does: string): string {
  const words = does.replace(/^(?:use|are|have) /, '').replace(/^written in /, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function bulletConvention(outline: Outline): Convention {
  const rule = 'unordered-list-marker-style';
  const measure = (entry: Parameters<typeof bulletOf>[0]) => bulletOf(entry, outline.source);
  const habits = byDepth(outline).flatMap(([entries]): ShownHabit[] => {
    const depth = entries[0]?.depth ?? 1;
    return houses(entries, measure).all.map(({ section, habit: own }) => {
      const where = [depth > 1 && `level ${depth}`, section && `“${section.title}”`]
        .filter(Boolean)
        .join(' of ');
      return shownHabit(own, {
        where: where || undefined,
        lineOf: (entry) => entry.place.start.line,
        valueOf: (entry) => measure(entry)!,
        show: (value) => `\`${value}\``,
      });
    });
  });
  const value = commonValue(habits, { firmOnly: true });
  return {
    name: 'bullet',
    about: 'how bulleted items are marked',
    rule,
    things: 'items',
    habits,
    binding: value === undefined ? undefined : { '': value },
  };
}
