import type { Nodes, Parents } from 'mdast';
import type { Source } from '../source.ts';

/** A stretch of the source by offsets (UTF-16 code units); `end` is exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** Where a node stands, if it says so. */
export function rangeOf(node: Nodes | undefined): Range | undefined {
  const start = node?.position?.start.offset;
  const end = node?.position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}

/**
 * Where the value of a text node stands in the source. remark-gfm leaves text around some addresses without
 * position: then the value is looked for between the neighbours that have one.
 */
export function rangeOfText(node: Nodes, ancestors: readonly Nodes[], source: Source): Range | undefined {
  const own = rangeOf(node);
  const parent = ancestors.at(-1);
  if (own || node.type !== 'text' || !parent || !('children' in parent)) return own;
  const texts = source.unplaced.get(parent) ?? unplacedTexts(parent, source.text);
  source.unplaced.set(parent, texts);
  return texts.get(node);
}

/** How far from its neighbour a text is looked for: entities and escapes make the source longer than the tree. */
const reach = 1000;

/** All of a parent at once: to look for each by itself takes quadratic time over a long paragraph. */
function unplacedTexts(parent: Parents, text: string): Map<Nodes, Range> {
  const texts = new Map<Nodes, Range>();
  const around = rangeOf(parent);
  if (!around) return texts;
  let from = around.start;
  for (const child of parent.children) {
    const placed = rangeOf(child);
    if (placed) from = placed.end;
    if (placed || child.type !== 'text') continue;
    const { length } = child.value;
    const start = text.slice(from, Math.min(from + length + reach, around.end)).indexOf(child.value);
    if (start >= 0) texts.set(child, { start: from + start, end: from + start + length });
    from += Math.max(start, 0) + length;
  }
  return texts;
}
