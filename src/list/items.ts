import type { ListItem, Nodes, Paragraph } from 'mdast';
import { eachNode } from '../each-node.ts';
import type { CitationMode, Draft } from './draft.ts';
import { citationLikelihood, type Line, lineNamed } from './line.ts';
import { extraOf, textSpan } from './line-parts.ts';
import type { Name } from './link-name.ts';
import { findName } from './name.ts';
import { isWayBack } from './navigation.ts';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';
import { htmlTokens, tokensOf } from './tokens.ts';
import { readTrailing } from './trailing.ts';

/** The items of all lists in some blocks, those within block quotes too, but not the lists within lists. */
export function itemDrafts(blocks: readonly Nodes[], reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  for (const block of blocks) {
    eachNode(block, (node) => {
      if (node.type !== 'listItem') return undefined;
      if (isOnlyLists(node)) return undefined;
      if (!isWayBack(reading.places.of(node), reading)) drafts.push(itemDraft(node, reading));
      return 'skip';
    });
  }
  return drafts;
}

function isOnlyLists({ children }: ListItem): boolean {
  return children.length > 0 && children.every(({ type }) => type === 'list');
}

function itemDraft(item: ListItem, reading: Reading): Draft {
  const own = item.children.filter(({ type }) => type !== 'list');
  const [first] = own;
  const inline =
    first && 'children' in first && first.type !== 'blockquote' ? (first.children as Nodes[]) : [];
  let found: { name: Name | undefined } | undefined;
  let citation: Draft['citation'];
  // Whether it is a citation is asked before it is read: its name is found once.
  const name = () => {
    found ??= {
      name: findName(
        first?.type === 'html' ? htmlTokens(reading.places.of(first), reading) : tokensOf(inline, reading),
      ),
    };
    return found.name;
  };
  const second = item.children[1]?.type === 'paragraph' ? item.children[1] : undefined;
  return {
    form: 'item',
    node: item,
    span: ownSpan(item, reading),
    blocks: own.map((block) => reading.places.of(block)),
    inline: second ? [...inline, ...second.children] : inline,
    nested: item.children.filter(({ type }) => type === 'list' || type === 'blockquote'),
    read: (mode) => withParagraph(lineNamed(name(), reading.source.text, mode), second, reading),
    get citation() {
      citation ??= citationLikelihood(name(), reading.source.text);
      return citation;
    },
  };
}

/** From the marker to the end of what stands before the first list within. */
function ownSpan(item: ListItem, { places }: Reading): Span {
  const whole = places.of(item);
  const list = item.children.findIndex(({ type }) => type === 'list');
  const before = item.children[list - 1];
  return before ? { start: whole.start, end: places.of(before).end } : whole;
}

/** An entry whose line says only its name is described by the paragraph after it. */
export function withParagraph(
  line: Line | undefined,
  paragraph: Paragraph | undefined,
  reading: Reading,
): Line | undefined {
  if (!line || line.description || !paragraph) return line;
  const tokens = tokensOf(paragraph.children, reading);
  const { after, end } = readTrailing(tokens, 0);
  const extras = after.map((token) => extraOf(token, 'after'));
  return { ...line, description: textSpan(tokens, 0, end), extras: [...line.extras, ...extras] };
}

/** How the items of a run are to be read: as citations where most of them are. */
export function citationMode(drafts: readonly Draft[]): CitationMode {
  const counts = { sure: 0, maybe: 0, no: 0 };
  for (const { citation } of drafts) if (citation) counts[citation]++;
  const total = counts.sure + counts.maybe + counts.no;
  if (counts.sure + counts.maybe > total / 2) return 'among citations';
  return counts.sure > 0 ? 'alone' : 'none';
}
