import type { Nodes, Root } from 'mdast';
import type { Position } from 'unist';
import { isLinkedHeading } from '../src/list/linked-heading.ts';
import type { HeadingInfo, List } from '../src/list/types.ts';
import type { Edit, Fix } from '../src/message.ts';
import { defineRule, type Finding } from '../src/rule.ts';
import type { Source } from '../src/source.ts';
import { unreadHeadings } from '../src/text/unread-headings.ts';

/** Words that stay lower within a title. */
const smallWords = new Set(
  'a an and as at but by for from in into nor of off on or over per so the to up via vs vs. with without yet'.split(
    ' ',
  ),
);

/** Words that tell of a title in another language, where titles have no capitals of their own. */
const foreignWord = /(?:^|\s)(?:de|del|des|der|das|du|el|et|la|las|les|para|pour|sur|und|una|une)(?=\s|$)/;

export default defineRule({
  id: 'title',
  summary: 'The list has one main heading, and it comes first',
  category: 'list',
  severity: { house: 'error', awesome: 'error', minimal: 'error' },
  fix: 'suggested',
  options: {
    demands: {
      default: 'house',
      values: ['presence', 'house', 'awesome'],
      about:
        '`presence`: only that there is one. `house`: also that it is the only one and comes first. `awesome`: also that it reads “Awesome …” in title case',
    },
  },
  presetOptions: { awesome: { demands: 'awesome' }, minimal: { demands: 'presence' } },
  since: '0.1.0',
  docs: {
    finds: `A list without a main heading (an error), with more than one heading of level 1, or with sections before the main heading.
A heading in HTML and a logo at the top count as main headings. Comments, badges, images, notices and a line of prose may come first.

With \`demands: awesome\` it has to start with “Awesome” and be in title case. Names keep their case: \`Node.js\`, \`macOS\`, \`C++\`.
Titles in other languages than English keep theirs.`,
    why: `The main heading says what the page is: to readers, to search engines, to screen readers and to the outline that GitHub
makes. With several, none of them is the title.`,
    bad: `A list of tea.

## Green Tea

- [Sencha](https://example.com/sencha) - Steamed.
`,
    good: `# Awesome Tea

A list of tea.

## Green Tea

- [Sencha](https://example.com/sencha) - Steamed.
`,
    whenOff: 'The file is a part that is shown under a title from elsewhere.',
  },

  list(list, { options, tree, source, report }) {
    const strict = options.demands === 'awesome';
    const say = (finding: Finding) => report(strict ? { ...finding, severity: undefined } : finding);
    const top = list.headings.filter(({ depth }) => depth === 1);
    if (!list.title && top.length === 0 && !hasLogo(tree)) {
      // `#Tea`: heading-syntax says so.
      if (unreadHeadings(tree, source).some(({ depth }) => depth === 1)) return;
      say({ reason: 'No main heading: a list starts with “# ” and its name', at: source.place(0, 0) });
      return;
    }
    if (strict && list.title && top.length === 0 && !hasLogo(tree))
      say({ reason: `The main heading “${list.title.text}” is not of level 1`, at: list.title.place });
    if (options.demands === 'presence') return;
    // `<h1>` around a logo says nothing of its own.
    const named = top.filter(({ node, text }) => node.type === 'heading' || text !== '');
    if (named.length > 1) say(severalFinding(named, list, source));
    const [first] = top;
    const before = first && sectionBefore(first, list, tree);
    if (before)
      say({ reason: `The main heading comes after ${before}`, at: first.place, severity: 'warning' });
    if (strict) for (const finding of wordingFindings(list, source)) say(finding);
  },
});

function severalFinding(top: readonly HeadingInfo[], list: List, source: Source): Finding {
  const lines = top.map(({ place }) => place.start.line).join(', ');
  return {
    reason: `${top.length} main headings, expected one: lines ${lines}`,
    at: top[1]?.place,
    places: top.slice(1).map(({ place }) => place),
    severity: 'warning',
    note: 'Sections are headings of level 2 (##) and deeper',
    fix: demotion(top, list, source),
  };
}

/** More headings than this are not moved at once: that would be another list. */
const mostLowered = 100;

/**
 * Takes all but the first one level down, and the headings under one that has sections of level 2, which they would
 * stand beside. Their anchors stay the same.
 */
function demotion(
  [first, ...others]: readonly HeadingInfo[],
  { title, headings }: List,
  source: Source,
): Fix | undefined {
  const [second] = others;
  if (!first || !second || !title || !holds(first.place, title.place)) return undefined;
  // `# [Name](…) - Description`: an entry with the wrong mark before it, which no level would mend.
  if (others.some(isLinkedHeading)) return undefined;
  // A notice over the list's own title: the whole list would end up under it.
  if (!namesList(first) && others.some(namesList)) return undefined;
  const parts: HeadingInfo[][] = [];
  for (const heading of headings.slice(headings.indexOf(second))) {
    if (heading.depth === 1) parts.push([heading]);
    else parts.at(-1)!.push(heading);
  }
  const moved = parts.flatMap((part) => (part.some(({ depth }) => depth === 2) ? part : part.slice(0, 1)));
  if (moved.length > mostLowered) return undefined;
  const edits: Edit[] = [];
  for (const { node, place, depth } of moved) {
    const start = place.start.offset;
    if (start === undefined || node.type !== 'heading' || depth > 5) return undefined;
    const lower = lowered(start, source.slice(place));
    if (!lower) return undefined;
    edits.push(...lower);
  }
  return { kind: 'suggested', touches: ['layout'], edits };
}

function namesList({ text }: HeadingInfo): boolean {
  return /\bawesome\b/i.test(text);
}

/** What stands before the main heading and should not: a section, or entries. */
function sectionBefore(first: HeadingInfo, list: List, tree: Root): string | undefined {
  if (hasLogo(tree)) return undefined;
  const start = first.place.start.offset ?? 0;
  const isBefore = (place: { start: { offset?: number | undefined } }) => (place.start.offset ?? 0) < start;
  const heading = list.headings.find(({ place }) => isBefore(place));
  if (heading) return `the heading “${heading.text}”`;
  const entries = list.entries.filter(
    ({ place, form }) => form !== 'plain' && form !== 'html' && isBefore(place),
  );
  return entries.length > 1 ? `${entries.length} entries` : undefined;
}

/** Whether an image that is no badge stands before the first heading. */
function hasLogo({ children }: Root): boolean {
  for (const node of children) {
    if (node.type === 'heading') return false;
    if (node.type === 'html' && (/<h[1-6][\s>]/i.test(node.value) || isLogo(node.value))) return true;
    if (node.type === 'paragraph' && node.children.every(isImage) && node.children.some(isPicture))
      return true;
  }
  return false;
}

function isLogo(html: string): boolean {
  return [...html.matchAll(/<(?:img|source)\b[^>]{0,2000}/gi)].some(([tag]) => !isBadge(tag));
}

function isImage(node: Nodes): boolean {
  if (node.type === 'link' || node.type === 'linkReference') return node.children.every(isImage);
  return isPicture(node) || node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

function isPicture(node: Nodes): boolean {
  if (node.type === 'link' || node.type === 'linkReference') return node.children.some(isPicture);
  return node.type === 'imageReference' || (node.type === 'image' && !isBadge(node.url));
}

function isBadge(text: string): boolean {
  return /shields\.io|badge|awesome\.re\/|travis-ci|codecov|badgen\.net/i.test(text);
}

/** A heading one level down; an underline goes no deeper than two. */
function lowered(start: number, text: string): Edit[] | undefined {
  if (text.startsWith('#')) return [{ start, end: start, text: '#' }];
  const [, content, mark] = /^([^\r\n]*\S)[ \t]*\r?\n[ \t>]*(=+|-+)[ \t]*$/.exec(text) ?? [];
  if (content === undefined || mark === undefined) return undefined;
  const end = start + text.trimEnd().length;
  if (mark.startsWith('=')) return [{ start: end - mark.length, end, text: '-'.repeat(mark.length) }];
  return [
    { start, end: start, text: '### ' },
    { start: start + content.length, end, text: '' },
  ];
}

function* wordingFindings({ title, headings, links }: List, source: Source): Generator<Finding> {
  // The text of a logo is its description, not a title.
  if (!title || !headings.some((heading) => holds(heading.place, title.place))) return;
  const { text, place } = title;
  const start = place.start.offset;
  const written = start !== undefined && source.slice(place) === text;
  if (!/^\P{Letter}*awesome\b/iu.test(text)) {
    const { slug } = headings.find((heading) => holds(heading.place, place))!;
    // Another name is another anchor.
    const named =
      written &&
      /^(?!(?:the|an?|my|our)\b)[\p{L}\p{N}]/iu.test(text) &&
      !links.some(({ url }) => url === `#${slug}`);
    yield {
      reason: `The main heading is “${text}”, expected “Awesome …”`,
      at: place,
      actual: text,
      fix: named ? suggestion({ start, end: start, text: 'Awesome ' }) : undefined,
    };
  }
  const expected = inTitleCase(/^awesome(?:-[a-z\d]+)+$/.test(text) ? text.replaceAll('-', ' ') : text);
  if (expected === text || isForeign(text)) return;
  yield {
    reason: `The main heading is “${text}”, in title case “${expected}”`,
    at: place,
    actual: text,
    expected: [expected],
    fix: written ? suggestion({ start, end: start + text.length, text: expected }) : undefined,
  };
}

/** Title case is of English. */
function isForeign(text: string): boolean {
  return /(?![a-z])\p{Letter}/iu.test(text) || foreignWord.test(text);
}

function suggestion(edit: Edit): Fix {
  return { kind: 'suggested', touches: ['text'], edits: [edit] };
}

function holds(outer: Position, { start, end }: Position): boolean {
  const [from, to] = [outer.start.offset ?? 0, outer.end.offset ?? 0];
  return from <= (start.offset ?? 0) && (end.offset ?? 0) <= to;
}

/** Raises the first letter of each word but small ones; words with capitals, dots or digits in them stay as they are. */
function inTitleCase(text: string): string {
  const words = text.split(/(\s+)/);
  return words
    .map((word, index) => {
      if (!/^\p{Lowercase_Letter}[\p{Lowercase_Letter}\p{Mark}'’-]*[:,!?]?$/u.test(word)) return word;
      const outer = index === 0 || index === words.length - 1;
      return smallWords.has(word) && !outer ? word : word.charAt(0).toUpperCase() + word.slice(1);
    })
    .join('');
}
