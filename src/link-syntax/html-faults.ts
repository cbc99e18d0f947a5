import type { Html } from 'mdast';
import type { Source } from '../source.ts';
import { type Range, rangeOf } from '../text/range.ts';

/** What is shown as it is written, or not at all. */
const verbatim = /<!--[\s\S]*?(?:-->|$)|<(pre|code|script|style|textarea)\b[\s\S]*?(?:<\/\1>|$)/gi;
const link = /!?\[[^[\]\r\n]{1,300}\]\((?:https?:\/\/|www\.|#|\.{1,2}\/)[^\s()<>"']{1,1000}\)/gi;

/** Links of Markdown in a block of HTML, which goes on up to the next blank line: offsets into the source. */
export function linksInHtml(block: Html, source: Source): Range[] {
  const range = rangeOf(block);
  if (!range || !block.value.includes('](')) return [];
  // Of the source, for the value lacks the marks of what the block stands in.
  const text = source.text.slice(range.start, range.end).replace(verbatim, (all) => ' '.repeat(all.length));
  return [...text.matchAll(link)].map(({ 0: all, index }) => ({
    start: range.start + index,
    end: range.start + index + all.length,
  }));
}
