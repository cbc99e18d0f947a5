import type { Heading, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { beginsWithLink } from '../src/list/linked-heading.ts';
import { saysBack } from '../src/list/navigation.ts';
import { plainText } from '../src/list/plain-text.ts';
import { defineRule } from '../src/rule.ts';
import { isNumberedUnder } from '../src/text/numbers.ts';

/** From this share of the sections on, headings without anything under them are labels. */
const habit = 0.2;
/** A longer “heading” is a paragraph that a line of dashes made one. */
const longest = 100;

export default defineRule({
  id: 'empty-section',
  summary: 'Every section holds something',
  category: 'list',
  severity: { house: 'warning', awesome: 'error', minimal: 'off' },
  fix: 'none',
  options: {},
  since: '0.1.0',
  docs: {
    finds: `Headings with nothing under them: no entries, prose, code, table, image or HTML, and no subsection. Comments, link
definitions, rules, bare bullets, tables without rows and links back to the top are nothing. A heading that is a link, a main heading and the subtitle right under it, and lists that use headings as labels are left alone.`,
    why: `A reader who follows the table of contents to a section finds nothing there: its entries were moved or removed, or are yet
to come.`,
    bad: `# Awesome Tea

## Green

- [Sencha](https://example.com/sencha) - Steamed.

## White

## Black

- [Assam](https://example.com/assam) - Malty.
`,
    good: `# Awesome Tea

## Green

- [Sencha](https://example.com/sencha) - Steamed.

## White

Nothing yet: [add the first](CONTRIBUTING.md).

## Black

- [Assam](https://example.com/assam) - Malty.
`,
    whenOff: 'The list is a skeleton that is being filled.',
  },

  list(list, { tree, source, report }) {
    const empty = emptyHeadings(tree).filter(({ position }) => {
      const title = list.title?.place.start.offset;
      if (!position) return false;
      const { start, end } = position;
      const isTitle = title !== undefined && title >= start.offset! && title < end.offset!;
      return !isTitle && source.slice(position).length <= longest;
    });
    const total = tree.children.filter(({ type }) => type === 'heading').length;
    if (empty.length > 1 && empty.length >= total * habit) return;
    for (const node of empty) {
      const found = list.headings.find((heading) => heading.node === node);
      report({ reason: `There is nothing in the section “${found?.text ?? ''}”`, at: node });
    }
  },
});

function emptyHeadings({ children }: Root): Heading[] {
  const empty: Heading[] = [];
  let last: Heading | undefined;
  let titled = false;
  for (const node of children) {
    if (node.type === 'heading') {
      // `# [Name](https://…)` in the middle of a list is an entry with the wrong mark before it: `title` says so.
      const isEntry = titled && node.depth === 1 && beginsWithLink(node);
      const isBelow = last && (node.depth > last.depth || isNumberedUnder(plainText(node), plainText(last)));
      if (last && !isBelow && !isEntry) empty.push(last);
      const isSubtitle = !titled && last?.depth === 1 && node.depth > 2;
      const holds = node.children.some(isContent) || node.children.length === 0 || isSentence(node);
      titled ||= last !== undefined;
      last = holds || isSubtitle ? undefined : node;
    } else if (!isNothing(node)) last = undefined;
  }
  if (last) empty.push(last);
  return empty;
}

/** `### Feel free to add what is missing here.`: it says all by itself. */
function isSentence(heading: Heading): boolean {
  return /^\s*(?:\S{1,60}\s+){4}\S.*[.!]\s*$/.test(plainText(heading));
}

/** Whether a heading's own child is something to read or follow: then it is an entry more than a heading. */
function isContent({ type }: Nodes): boolean {
  return type === 'link' || type === 'linkReference' || type === 'image' || type === 'imageReference';
}

/** `**[Back to top](#contents)**`, and nothing else. */
function isWayBack(paragraph: Paragraph): boolean {
  let node: Nodes | undefined = paragraph;
  while (node && node.type !== 'link' && 'children' in node && node.children.length === 1) {
    node = node.children[0];
  }
  return node?.type === 'link' && node.url.startsWith('#') && saysBack(node.url, plainText(node));
}

function isNothing(node: RootContent): boolean {
  if (node.type === 'definition' || node.type === 'thematicBreak') return true;
  if (node.type === 'paragraph') return isWayBack(node);
  // A header that waits for its rows.
  if (node.type === 'table') return node.children.length === 1;
  // A bullet that waits for its entry.
  if (node.type === 'list') return node.children.every(({ children }) => children.length === 0);
  // Anchors for the next section, and comments.
  return (
    node.type === 'html' &&
    /^(?:\s|<!--[\s\S]*?-->|<a\s[^<>]*>|<\/a>|<br ?\/?>|<\/?p>)*$/.test(node.value.slice(0, 10_000))
  );
}
