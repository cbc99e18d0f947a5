import type { Emphasis, Image, InlineCode, Link, ListItem, Paragraph, Strong, Text } from 'mdast';
import type { Point } from 'unist';

/** The marker, and a beginning that only a paragraph can have. */
const marker = /^( *)(?:[-*+]|\d{1,9}[.)]) {1,4}(?![\s#>+\-=\d])/;
const harmless = String.raw`[^\p{Cc}\\\x60*_~[\]<&!@]`;
/** Where nothing is defined, brackets are no reference; nor is the box of a task. */
const brackets = String.raw`\[(?!\^|[ xX]\])${harmless}+\](?![[(:])`;
/** Characters that mean nothing to CommonMark or GFM where they stand. */
const words = new RegExp(
  String.raw`(?:${harmless}|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])|&(?![#\w]+;)|!(?!\[)|${brackets})+`,
  'uy',
);
/** What GFM makes a link of by itself. */
const address = /https?:|www\./i;
const code = /`([^`\s\p{Cc}](?:[^`\p{Cc}]*[^`\s\p{Cc}])?)`(?!`)/uy;
const destination = String.raw`\(((?:[^\s\p{Cc}()<>\\&]|&(?![#\w]+;))+)\)`;
const image = new RegExp(String.raw`!\[(?!\^)(${harmless}+)\]${destination}`, 'uy');
const link = new RegExp(
  String.raw`\[(?![\^\]])(?!\s+\])((?:[^[\]]|!\[[^[\]]*\]\([^()]*\)|\[[^[\]]*\](?!\())+)\]${destination}`,
  'uy',
);
/** Marks that can do nothing but open, and then but close. */
const stressed = /(?<=\s)([*_]{1,2})(?=[[\p{L}\p{N}])([^*_]+)(?<=[A-Za-z0-9\])])\1(?=[\s.,:;)]|$)/uy;

type Inline = Emphasis | Image | InlineCode | Link | Strong | Text;
type PointAt = (index: number) => Point;
/** What stands within, from so many characters on. */
type Within = (start: number, text: string) => Inline[] | undefined;

/** What may stand in a plain item, the most frequent first. */
const kinds: readonly [form: RegExp, read: (match: string[], within: Within) => Inline | undefined][] = [
  [words, ([value]) => (address.test(value!) ? undefined : { type: 'text', value: value! })],
  [
    link,
    ([, label, url], within) => {
      const children = within(1, label!);
      return children && { type: 'link', title: null, url: url!, children: children as Link['children'] };
    },
  ],
  [code, ([, value]) => ({ type: 'inlineCode', value: value! })],
  [
    image,
    ([, alt, url]) => (address.test(alt!) ? undefined : { type: 'image', title: null, url: url!, alt: alt! }),
  ],
  [
    stressed,
    ([, marks, inside], within) => {
      const children = within(marks!.length, inside!);
      return children && { type: marks!.length === 1 ? 'emphasis' : 'strong', children };
    },
  ],
];

/**
 * The item that a line makes which is as most items are: links, code and words, with no character that could mean
 * anything else in a text that defines nothing. Undefined for every other line. What stands above the line and below
 * it is not judged here.
 *
 * @param offset Where the line begins, UTF-16 code units.
 * @param line Counted from 1.
 */
export function plainItem(text: string, offset: number, line: number): ListItem | undefined {
  const [before, indent] = marker.exec(text) ?? [];
  if (!before) return undefined;
  const at: PointAt = (index) => ({ line, column: index + 1, offset: offset + index });
  const children = inlinesOf(text, before.length, text.search(/[ \t]*$/), at);
  if (!children) return undefined;
  const toEnd = (from: number) => ({ start: at(from), end: at(text.length) });
  const paragraph: Paragraph = { type: 'paragraph', children, position: toEnd(before.length) };
  return {
    type: 'listItem',
    spread: false,
    checked: null,
    children: [paragraph],
    position: toEnd(indent!.length),
  };
}

/** The nodes from one place of a line to another, if all that stands there is plain. */
function inlinesOf(text: string, from: number, to: number, at: PointAt): Inline[] | undefined {
  const nodes: Inline[] = [];
  for (let index = from; index < to; index = nodes.at(-1)!.position!.end.column - 1) {
    const node = inlineAt(text, index, at);
    if (!node || node.position!.end.column - 1 > to) return undefined;
    nodes.push(node);
  }
  return nodes;
}

function inlineAt(text: string, index: number, at: PointAt): Inline | undefined {
  for (const [form, read] of kinds) {
    form.lastIndex = index;
    const match = form.exec(text);
    if (!match) continue;
    const node = read(match, (start, inside) =>
      inlinesOf(text, index + start, index + start + inside.length, at),
    );
    if (node) node.position = { start: at(index), end: at(index + match[0].length) };
    return node;
  }
  return undefined;
}
