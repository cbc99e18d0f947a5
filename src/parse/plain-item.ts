import type { ListItem, Paragraph } from 'mdast';
import { beginsTask, isProse } from './plain/begins.ts';
import { contentOf, from, type PlainLine, pointIn } from './plain/content.ts';
import { inlinesOf } from './plain/inlines.ts';

const marker = /^( *)(?:[-*+]|\d{1,9}[.)]) {1,4}(?=[^ \t])/;

/**
 * The item that a line makes whose text is plain, and nothing but a text. Undefined for every other line. What stands
 * above the line and below it is not judged here.
 *
 * @param isDefining Whether something in the list defines references.
 */
export function plainItem(line: PlainLine, isDefining: boolean): ListItem | undefined {
  const [before, indent] = marker.exec(line.text) ?? [];
  if (before === undefined) return undefined;
  const inside = from(line, before.length);
  if (!isProse(inside.text) || beginsTask(inside.text)) return undefined;
  const content = contentOf([inside], '\n');
  if (isDefining && content.text.startsWith('[') && /^\[[^\]]*\]:/.test(content.text)) return undefined;
  const children = inlinesOf(content, isDefining);
  if (!children) return undefined;
  const toEnd = (index: number) => ({ start: pointIn(line, index), end: pointIn(line, line.text.length) });
  const paragraph: Paragraph = { type: 'paragraph', children, position: toEnd(before.length) };
  return {
    type: 'listItem',
    spread: false,
    checked: null,
    children: [paragraph],
    position: toEnd(indent!.length),
  };
}
