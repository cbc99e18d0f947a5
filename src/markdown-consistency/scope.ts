import type { ListItem, List as MdList, Nodes, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { placeAmong } from '../order/sorted.ts';
import { swallowedRows } from '../table-shape/swallowed.ts';
import { rangeOf } from '../text/range.ts';
import { forest, type Outline } from './outline.ts';
import type { BundledId } from './plugins.ts';

type Scope = (outline: Outline) => Root;

const only =
  (...types: Nodes['type'][]): Scope =>
  (outline) =>
    forest(outline.of(...types), outline);

const definitions = only('definition', 'footnoteDefinition');
const code = only('code');
const headings = only('heading');
const quotes = only('blockquote');
const tables = only('table');
const allLists: Scope = (outline) => forest(outline.lists.map(withoutDepth), outline);
const whole: Scope = ({ tree }) => tree;

/**
 * The part of the tree that a plugin looks at. A plugin walks all it is given, so it is given no more than that;
 * and not what it is known to misread.
 */
export const scopes: Record<BundledId, Scope> = {
  'blockquote-indentation': quotes,
  'checkbox-character-style': checkboxes,
  'checkbox-content-indent': checkboxes,
  'code-block-style': code,
  'definition-case': definitions,
  'definition-spacing': definitions,
  'emphasis-marker': only('emphasis'),
  'fenced-code-marker': code,
  'hard-break-spaces': only('break'),
  'heading-style': headings,
  'link-title-style': titled,
  'list-item-bullet-indent': outermostLists,
  'list-item-indent': allLists,
  'no-blockquote-without-marker': quotes,
  'no-duplicate-definitions': definitions,
  'no-emphasis-as-heading': (outline) => headingLike(outline, isBrief),
  'no-heading-content-indent': headings,
  'no-heading-indent': outermostHeadings,
  'no-heading-punctuation': headings,
  'no-shell-dollars': code,
  'no-table-indentation': (outline) =>
    outline.of('table').length > 0 ? whole(outline) : forest([], outline),
  'no-undefined-references': references,
  'no-unneeded-full-reference-image': only('imageReference'),
  'no-unneeded-full-reference-link': only('linkReference'),
  'no-unused-definitions': used,
  'ordered-list-marker-style': allLists,
  'ordered-list-marker-value': allLists,
  'rule-style': only('thematicBreak'),
  'strong-marker': only('strong'),
  'table-cell-padding': tables,
  'table-pipe-alignment': tables,
  'table-pipes': tablesWithoutText,
  'unordered-list-marker-style': allLists,
};

/** The same where a list is held to its own habits, of plugins that have no option for a habit. */
export const houseScopes: Partial<Record<BundledId, Scope>> = {
  'no-emphasis-as-heading': (outline) => {
    const isExcused = underDeepest(outline);
    return headingLike(outline, (paragraph, text) => text.length <= longestHeading && !isExcused(paragraph));
  },
  'no-heading-content-indent': spacedHeadings,
  'no-unneeded-full-reference-image': (outline) => repeated(outline, 'imageReference'),
  'no-unneeded-full-reference-link': (outline) => repeated(outline, 'linkReference'),
};

/** What numbers a list's headings may put blanks before them: where half of them have more than one, that is how it is done. */
function spacedHeadings(outline: Outline): Root {
  const all = outline.of('heading');
  const spaced = all.filter((heading) => /^#+[ \t]{2,}\S/.test(outline.source.slice(heading.position!)));
  return forest(spaced.length * 2 < all.length ? all : [], outline);
}

/** Whether a paragraph stands under a heading of the deepest level, below which there is none. */
function underDeepest({ of }: Outline): (paragraph: Nodes) => boolean {
  const headings = of('heading');
  const startOf = (node: Nodes) => rangeOf(node)?.start ?? 0;
  return (paragraph) => {
    const before = placeAmong(headings, paragraph, (one, other) => startOf(one) - startOf(other));
    const over = headings[before - 1];
    return over?.type === 'heading' && over.depth === 6;
  };
}

/** `[tea][tea]`, not `[Tea][tea]`: that may be how a list writes all its references. */
function repeated(outline: Outline, type: 'imageReference' | 'linkReference'): Root {
  const isRepeated = (node: Nodes) => /^!?\[([^\]]*)\]\[\1\]$/.test(outline.source.slice(node.position!));
  return forest(outline.of(type).filter(isRepeated), outline);
}

/** A list whose items hold no more than where their content begins: nested lists stand for themselves. */
export function withoutDepth(list: MdList): MdList {
  const children = list.children.map((item): ListItem => {
    const [first] = item.children;
    return { ...item, children: first ? [{ ...first, children: [] } as never] : [] };
  });
  return { ...list, children };
}

function checkboxes(outline: Outline): Root {
  const lists = outline.lists.filter(({ children }) =>
    children.some(({ checked }) => typeof checked === 'boolean'),
  );
  return forest(lists.map(withoutDepth), outline);
}

function outermostLists(outline: Outline): Root {
  return forest(outline.tree.children.filter((node) => node.type === 'list').map(withoutDepth), outline);
}

function outermostHeadings(outline: Outline): Root {
  return forest(
    outline.tree.children.filter((node) => node.type === 'heading'),
    outline,
  );
}

function titled(outline: Outline): Root {
  const all = outline.of('definition', 'image', 'link');
  return forest(
    all.filter((node) => ('title' in node && node.title) || node.type === 'link'),
    outline,
  );
}

/** With no definition, there is none unused; so references are looked through only where there is one. */
function used(outline: Outline): Root {
  const all = outline.of('definition', 'footnoteDefinition');
  if (all.length === 0) return forest([], outline);
  return forest(
    outline.of('definition', 'footnoteDefinition', 'linkReference', 'imageReference', 'footnoteReference'),
    outline,
  );
}

/** `[text][label]` and `[text][]` ask for a definition; `[text]` alone is mostly just text in brackets. */
function references(outline: Outline): Root {
  const blocks = outline.of('paragraph', 'heading', 'tableCell').filter((block) => {
    const range = rangeOf(block)!;
    return /\]\[|\[\^/.test(outline.source.text.slice(range.start, range.end));
  });
  return forest([...outline.of('definition', 'footnoteDefinition'), ...blocks], outline);
}

const longestHeading = 40;
/** Of strong words, which titles are written in. */
const longestTitle = 80;

function isBrief(paragraph: Nodes, text: string): boolean {
  const isStrong = 'children' in paragraph && paragraph.children[0]?.type === 'strong';
  return text.length <= (isStrong ? longestTitle : longestHeading);
}

/** A few words without link that end as no sentence does: back-to-top links and blurbs are emphasised too. */
function headingLike(outline: Outline, isMeant: (paragraph: Nodes, text: string) => boolean): Root {
  const pairs = outline.emphasised.filter(([paragraph]) => {
    const text = plainText(paragraph);
    return !/[.!?…。！？]$/.test(text) && !hasLink(paragraph) && isMeant(paragraph, text);
  });
  // Each pair on its own, lest the second of one seems to introduce the first of the next.
  return forest(
    pairs.map((children) => ({ type: 'blockquote', children: children as never })),
    outline,
  );
}

/** Text beneath a table that is read as its rows has no use for pipes. */
function tablesWithoutText(outline: Outline): Root {
  const all = outline.of('table').flatMap((table) => (table.type === 'table' ? [table] : []));
  return forest(
    all.map((table) => {
      const swallowed = swallowedRows(table, outline.source);
      return { ...table, children: table.children.slice(0, table.children.length - swallowed.length) };
    }),
    outline,
  );
}

function hasLink(node: Nodes): boolean {
  if (node.type === 'link' || node.type === 'linkReference' || node.type === 'html') return true;
  return 'children' in node && node.children.some(hasLink);
}
