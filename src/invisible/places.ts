import type { Root } from 'mdast';
import { eachNode } from '../list/each-node.ts';
import type { List } from '../list/types.ts';
import { type Range, rangeOf } from '../text/range.ts';

/** Stretches in which a program reads the characters: code, front matter, and addresses. Sorted, as they may overlap. */
export function placesApart(tree: Root, { links }: List): Range[] {
  const apart: Range[] = [];
  eachNode(tree, (node) => {
    const isCode =
      node.type === 'code' ||
      node.type === 'inlineCode' ||
      node.type === 'yaml' ||
      (node.type as string) === 'toml' ||
      (node.type === 'html' && /^<(?:pre|code|script|style)\b/i.test(node.value));
    const range = isCode ? rangeOf(node) : undefined;
    if (range) apart.push(range);
    return isCode ? 'skip' : undefined;
  });
  for (const { urlPlace } of links) {
    const start = urlPlace?.start.offset;
    const end = urlPlace?.end.offset;
    if (start !== undefined && end !== undefined) apart.push({ start, end });
  }
  return apart.sort((a, b) => a.start - b.start);
}

/** Tells, for offsets that only grow, whether they are in one of the stretches. */
export function insideOf(sorted: readonly Range[]): (offset: number) => boolean {
  let next = 0;
  let reach = -1;
  return (offset) => {
    for (; next < sorted.length && sorted[next]!.start <= offset; next++) {
      reach = Math.max(reach, sorted[next]!.end);
    }
    return offset < reach;
  };
}
