import type { Nodes } from 'mdast';
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
  if (own || node.type !== 'text') return own;
  const parent = ancestors.at(-1);
  const around = rangeOf(parent);
  if (!parent || !around || !('children' in parent)) return undefined;
  const from = endBefore(node, parent.children, around.start, source);
  const found = source.text.indexOf(node.value, from);
  return found < 0 || found + node.value.length > around.end
    ? undefined
    : { start: found, end: found + node.value.length };
}

function endBefore(node: Nodes, siblings: readonly Nodes[], start: number, source: Source): number {
  const index = siblings.indexOf(node);
  // Back to the nearest that has a position: from the first on would take quadratic time over a long paragraph.
  let known = index - 1;
  while (known >= 0 && !rangeOf(siblings[known])) known--;
  let from = rangeOf(siblings[known])?.end ?? start;
  for (const sibling of siblings.slice(known + 1, index)) {
    if (sibling.type === 'text')
      from = Math.max(from, source.text.indexOf(sibling.value, from)) + sibling.value.length;
  }
  return from;
}
