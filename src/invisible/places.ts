import type { Root } from 'mdast';
import { eachNode } from '../each-node.ts';
import type { List } from '../list/types.ts';
import { rangesOf } from '../text/inside.ts';
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
  for (const range of rangesOf(links.map(({ urlPlace }) => urlPlace))) apart.push(range);
  return apart.sort((a, b) => a.start - b.start);
}
