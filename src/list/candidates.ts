import type { Nodes } from 'mdast';
import { type BlockCandidate, blockCandidate } from './blocks.ts';
import type { Draft } from './draft.ts';
import { type HtmlCandidates, htmlCandidates } from './html-entries.ts';
import type { OutlineEvent } from './outline.ts';
import { plainText } from './plain-text.ts';
import type { Reading } from './reading.ts';
import { rowDrafts } from './rows.ts';
import type { SectionBlock, SectionTree } from './section-tree.ts';
import type { Section } from './types.ts';

/** Lines outside lists are entries where at least so many in the document are written alike. */
const enoughAlike = 4;

/** What may be entries, by the blocks that hold it. */
export interface Candidates {
  blocks: Map<SectionBlock, BlockCandidate>;
  html: Map<SectionBlock, Draft[]>;
  tables: Map<SectionBlock, Draft[]>;
}

/** Finds the entries that are not items of lists: what they are depends on how much of the document is written alike. */
export function findCandidates(
  tree: SectionTree,
  contents: ReadonlySet<OutlineEvent>,
  titleSection: Section | undefined,
  reading: Reading,
): Candidates {
  const found: Candidates = { blocks: new Map(), html: new Map(), tables: new Map() };
  const lines = new Map<SectionBlock, HtmlCandidates>();
  const header = headerSections(tree, titleSection);
  for (const section of tree.all) {
    const blocks = tree.blocks.get(section)!;
    for (const [index, block] of blocks.entries()) {
      if (block.kind !== 'block' || contents.has(block)) continue;
      const { node, span } = block;
      if (node.type === 'table') {
        if (!header.has(section) || plainText(node).length > 200)
          found.tables.set(block, rowDrafts(node, reading));
      } else if (node.type === 'html') {
        const html = htmlCandidates(span, node, reading);
        lines.set(block, header.has(section) ? { items: html.items, lines: [] } : html);
      } else if (!header.has(section)) {
        const before = blocks[index - 1];
        const candidate = blockCandidate(node, before?.kind === 'block' ? before.node : undefined, reading);
        if (candidate) found.blocks.set(block, candidate);
      }
    }
  }
  acceptLines(found, lines);
  acceptBlocks(found, tree);
  return found;
}

/** What stands before the first section proper: badges, sponsors and links to elsewhere, but no entries outside lists. */
function headerSections({ all, outermost }: SectionTree, titleSection: Section | undefined): Set<Section> {
  const header = new Set([outermost[0]!, ...(titleSection ? [titleSection] : [])]);
  return all.length > header.size ? header : new Set();
}

function acceptLines(found: Candidates, html: ReadonlyMap<SectionBlock, HtmlCandidates>): void {
  const total = [...html.values()].reduce((sum, { lines }) => sum + lines.length, 0);
  for (const [block, { items, lines }] of html) {
    const drafts = total >= enoughAlike ? [...items, ...lines] : items;
    drafts.sort((one, other) => one.span.start - other.span.start);
    if (drafts.length > 0) found.html.set(block, drafts);
  }
}

function acceptBlocks(found: Candidates, tree: SectionTree): void {
  const counts = new Map<string, number>();
  for (const { shape, drafts } of found.blocks.values())
    counts.set(shape, (counts.get(shape) ?? 0) + drafts.length);
  for (const section of tree.all) {
    const blocks = tree.blocks.get(section)!;
    const likely = blocks.filter((block) => found.blocks.has(block));
    const paragraphs = blocks.filter((block) => block.kind === 'block' && isText(block.node)).length;
    const lines = likely.reduce((sum, block) => sum + found.blocks.get(block)!.drafts.length, 0);
    const isMost = lines >= 2 && likely.length >= paragraphs / 2;
    for (const block of likely) {
      const { shape } = found.blocks.get(block)!;
      const isBold = /\*\*|__|lines/.test(shape);
      const isHabit = isBold && counts.get(shape)! >= enoughAlike;
      if (!isMost && !isHabit) found.blocks.delete(block);
    }
  }
}

function isText(node: Nodes): boolean {
  return (node.type === 'paragraph' || node.type === 'blockquote') && plainText(node).trim() !== '';
}
