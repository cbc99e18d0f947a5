import type { ListItem, List as MdList, Nodes, Root } from 'mdast';
import type { Entry } from '../list/types.ts';
import type { Source } from '../source.ts';
import { habit } from '../style/habit.ts';
import { houses } from '../style/houses.ts';
import { rangeOf } from '../text/range.ts';
import { forest, type Outline } from './outline.ts';
import type { BundledId } from './plugins.ts';
import { houseScopes, scopes, withoutDepth } from './scope.ts';

/** One run of a plugin: over what, with which option, and what speaks for it. */
export interface Choice {
  tree: Root;
  options: unknown;
  /** The evidence, one sentence. */
  note?: string;
}

/** What a list may have as a habit, and the option of the plugin that holds it to that. */
export interface MarkdownDimension<Thing extends Nodes> {
  things: string;
  all: (outline: Outline) => Thing[];
  measure: (thing: Thing, source: Source) => string | undefined;
  /** What the plugin looks at where the habit is the list's own, if not at all that is its matter. */
  tree?: (outline: Outline) => Root;
  /** The plugin's option for a value, and how the value is called; absent for a value that it has no option for. */
  options: (value: string) => { options: unknown; does: string } | undefined;
}

/**
 * What a list does in one respect, learned by counting; nothing where it does not do it firmly, unless it is to be
 * uniform.
 */
export function choicesOf(id: BundledId, outline: Outline, isUniform: boolean): Choice[] {
  if (id === 'unordered-list-marker-style' && !isUniform) return bulletChoices(outline);
  const scope = houseScopes[id];
  if (scope) return [{ tree: scope(outline), options: undefined }];
  const dimension = (id === 'unordered-list-marker-style' ? bullets : markdownDimensions[id]) as
    | MarkdownDimension<Nodes>
    | undefined;
  if (!dimension) return [];
  const learned = habit(dimension.all(outline), (thing) => dimension.measure(thing, outline.source));
  if ((learned.strength !== 'firm' && !isUniform) || learned.value === undefined) return [];
  const chosen = dimension.options(learned.value);
  // Where all agree there is nothing to find.
  if (!chosen || learned.count === learned.total) return [];
  return [
    {
      tree: ((!isUniform && dimension.tree) || scopes[id])(outline),
      options: chosen.options,
      note: `${learned.count} of ${learned.total} ${dimension.things} ${chosen.does}.`,
    },
  ];
}

const asIs = (value: string) => ({ options: value, does: `use \`${value}\`` });

/** By the id of the plugin. */
export const markdownDimensions: Partial<Record<BundledId, MarkdownDimension<never>>> = {
  'blockquote-indentation': dimension<Nodes>({
    things: 'quotes',
    all: ({ of }) => of('blockquote'),
    measure: (quote) => {
      const first = 'children' in quote ? rangeOf(quote.children[0]) : undefined;
      return first && String(first.start - rangeOf(quote)!.start);
    },
    options: (value) => ({
      options: Number(value),
      does: `have ${blanks(Number(value) - 1)} behind their marker`,
    }),
  }),
  'code-block-style': dimension<Nodes>({
    things: 'code blocks',
    all: ({ of }) => of('code'),
    measure: (code, source) => (/[`~]/.test(firstOf(code, source)) ? 'fenced' : 'indented'),
    options: (value) => ({ options: value, does: `are ${value}` }),
  }),
  'emphasis-marker': dimension<Nodes>({
    things: 'emphases',
    all: ({ of }) => of('emphasis'),
    measure: firstOf,
    options: asIs,
  }),
  'fenced-code-marker': dimension<Nodes>({
    things: 'code fences',
    all: ({ of }) => of('code'),
    measure: (code, source) => /[`~]/.exec(firstOf(code, source))?.[0],
    options: asIs,
  }),
  'heading-style': dimension<Nodes>({
    things: 'headings',
    all: headingsButTitle,
    measure: headingStyle,
    tree: (outline) => forest(headingsButTitle(outline), outline),
    options: (value) => ({ options: value, does: `are written in ${headingNames.get(value)} style` }),
  }),
  'link-title-style': dimension<Nodes>({
    things: 'titles',
    all: (outline) =>
      scopes['link-title-style'](outline).children.filter((node) => 'title' in node && node.title),
    measure: (node, source) => {
      const end = rangeOf(node)!.end - (node.type === 'definition' ? 0 : 1);
      return /(["')])\s*$/.exec(source.text.slice(Math.max(0, end - 8), end))?.[1];
    },
    options: (value) => asIs(value === ')' ? '()' : value),
  }),
  'list-item-bullet-indent': dimension<ListItem>({
    things: 'outermost list items',
    all: ({ tree, list }) =>
      tree.children
        .filter((node) => node.type === 'list' && !inContents(node, list.contents?.nodes))
        .flatMap((node) => (node.type === 'list' ? node.children : [])),
    measure: (item) => (item.position?.start.column === 1 ? 'flush' : 'indented'),
    options: (value) => (value === 'flush' ? { options: undefined, does: 'are not indented' } : undefined),
  }),
  'list-item-indent': dimension<ListItem>({
    things: 'list items',
    all: ({ lists }) => lists.flatMap(({ children }) => children),
    measure: itemIndent,
    // A list that indents to tab stops mostly does so at the margin only.
    options: (value) =>
      value === 'one' ? { options: value, does: 'have one blank behind their marker' } : undefined,
  }),
  'ordered-list-marker-style': dimension<ListItem>({
    things: 'numbered items',
    all: ({ lists }) => lists.filter(({ ordered }) => ordered).flatMap(({ children }) => children),
    measure: (item, source) => /^\d+([.)])/.exec(startOf(item, source))?.[1],
    options: asIs,
  }),
  'rule-style': dimension<Nodes>({
    things: 'thematic breaks',
    all: ({ of }) => of('thematicBreak'),
    measure: (rule, source) => source.slice(rule.position!),
    options: asIs,
  }),
  'strong-marker': dimension<Nodes>({
    things: 'strong emphases',
    all: ({ of }) => of('strong'),
    measure: firstOf,
    options: (value) => ({ options: value, does: `use \`${value}${value}\`` }),
  }),
  'table-pipes': dimension<Nodes>({
    things: 'table rows',
    all: ({ of }) => of('table').flatMap((table) => ('children' in table ? table.children : [])),
    measure: (row, source) => (/^\|.*\|[ \t]*$/s.test(source.slice(row.position!)) ? 'closed' : 'open'),
    options: (value) =>
      value === 'closed' ? { options: undefined, does: 'have pipes at both ends' } : undefined,
  }),
};

/** Of the whole file, the contents too, where it has to be uniform. */
const bullets = dimension<ListItem>({
  things: 'bulleted items',
  all: ({ lists }) => lists.filter(({ ordered }) => !ordered).flatMap(({ children }) => children),
  measure: (item, source) => /^[-*+]/.exec(startOf(item, source))?.[0],
  options: asIs,
});

function dimension<Thing extends Nodes>(one: MarkdownDimension<Thing>): MarkdownDimension<never> {
  return one as unknown as MarkdownDimension<never>;
}

function blanks(count: number): string {
  return count === 1 ? 'one blank' : `${count} blanks`;
}

function startOf(node: Nodes, { text }: Source): string {
  const start = rangeOf(node)?.start ?? 0;
  return text.slice(start, start + 16);
}

function firstOf(node: Nodes, source: Source): string {
  return startOf(node, source).slice(0, 1);
}

/** A title alone may be underlined, whatever the headings under it are. */
function headingsButTitle({ of, source }: Outline): Nodes[] {
  const headings = of('heading');
  const [title, ...others] = headings.filter((node) => node.type === 'heading' && node.depth === 1);
  const isFree = title && others.length === 0 && headingStyle(title, source) === 'setext';
  return isFree ? headings.filter((node) => node !== title) : headings;
}

const headingNames = new Map([
  ['atx', 'ATX (`#`)'],
  ['atx-closed', 'closed ATX (`# … #`)'],
  ['setext', 'setext (underlined)'],
]);

function headingStyle(heading: Nodes, source: Source): string | undefined {
  const text = source.slice(heading.position!);
  if (!text.startsWith('#')) return 'setext';
  return /[ \t]#+[ \t]*$/.test(text) ? 'atx-closed' : 'atx';
}

function itemIndent(item: ListItem, source: Source): string | undefined {
  const [, gap = ''] = /^(?:[-*+]|\d+[.)])([ \t]+)\S/.exec(startOf(item, source)) ?? [];
  if (gap === '' || item.children[0]?.type === 'code') return undefined;
  return gap === ' ' ? 'one' : 'other';
}

function inContents(node: Nodes, contents: readonly Nodes[] = []): boolean {
  return contents.includes(node);
}

/** Bullets are a matter of depth, and sections may have their own; the contents are nobody's entries. */
function bulletChoices(outline: Outline): Choice[] {
  const byNote = new Map<string, { lists: MdList[]; options: string }>();
  for (const [entries, lists] of byDepth(outline)) {
    const learned = houses(entries, (entry) => bulletOf(entry, outline.source));
    for (const { list, entry } of lists) {
      const { habit: own, section } = learned.of(entry);
      if (own.strength !== 'firm' || own.value === undefined || own.count === own.total) continue;
      const where = section ? ` in “${section.title}”` : '';
      const note = `${own.count} of ${own.total} entries${where} have \`${own.value}\` as bullet.`;
      const choice = byNote.get(note) ?? { lists: [], options: own.value };
      choice.lists.push(withoutDepth(list));
      byNote.set(note, choice);
    }
  }
  return [...byNote].map(([note, { lists, options }]) => ({ tree: forest(lists, outline), options, note }));
}

/** The entries of each depth, with the bulleted lists that they stand in. */
export function byDepth({
  list: { entries },
  lists,
}: Outline): [Entry[], { list: MdList; entry: Entry }[]][] {
  const entryOf = new Map(entries.map((entry) => [entry.node, entry]));
  const depths = new Map<number, [Entry[], { list: MdList; entry: Entry }[]]>();
  const at = (depth: number) => {
    const known = depths.get(depth) ?? [[], []];
    depths.set(depth, known);
    return known;
  };
  for (const entry of entries) at(entry.depth)[0].push(entry);
  for (const list of lists) {
    const item = list.ordered ? undefined : list.children.find((child) => entryOf.has(child));
    const entry = item && entryOf.get(item);
    if (entry) at(entry.depth)[1].push({ list, entry });
  }
  return [...depths.values()];
}

export function bulletOf({ node }: Entry, source: Source): string | undefined {
  return node.type === 'listItem' ? /^[-*+]/.exec(startOf(node, source))?.[0] : undefined;
}
