import { blockElement, lastingHtml } from '../lines-of.ts';

const indented = /^ {0,3}[^ \t]/;
const mark = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|>|`{3,}[^`]*$|~{3,}|([*_-])[ \t]*(?:\1[ \t]*){2,}$)/;
const anyItem = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
const interruptingItem = /^ {0,3}(?:[-+*]|1[.)])[ \t]+[^ \t]/;
/** What may be an HTML block by itself where no paragraph goes on: kind 7 in CommonMark. */
const loneTag = /^<[^>]*>[ \t]*$|^<[^<>]*(?:<[^>]*)?$/;

/** Whether a line ends a paragraph, and the rows of a table: a block other than these begins with it. */
export function interrupts(text: string): boolean {
  return mark.test(text) || interruptingItem.test(text) || isHtml(text);
}

/** Whether a line where nothing is open can begin nothing but a paragraph or a table. */
export function isProse(text: string): boolean {
  return indented.test(text) && !begins(text) && !loneTag.test(text.trim());
}

/** Whether another block than a paragraph or a table begins with a line where nothing is open. */
export function begins(text: string): boolean {
  return mark.test(text) || anyItem.test(text) || isHtml(text);
}

/** Whether a line has the marker of an item, and is no rule of such marks. */
export function beginsItem(text: string): boolean {
  return anyItem.test(text) && !mark.test(text);
}

/** Whether the text of an item begins with a box to tick. */
export function beginsTask(text: string): boolean {
  return /^\[[ \txX]\](?:[ \t]|$)/.test(text);
}

function isHtml(text: string): boolean {
  const html = /^ {0,3}(<.*)/.exec(text)?.[1];
  if (html === undefined) return false;
  return blockElement.test(html) || lastingHtml.some(({ start }) => start.test(html));
}
