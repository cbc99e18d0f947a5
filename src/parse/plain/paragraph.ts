import { definition } from '../lines-of.ts';
import { interrupts, isProse } from './begins.ts';
import { type BlockReader, isBlank, type Lines } from './block.ts';
import { contentOf, pointIn } from './content.ts';
import { inlinesOf } from './inlines.ts';

const underline = /^ {0,3}(?:(=+)|-+)[ \t]*$/;
/** A line that may make the one above the head of a table. */
const delimiters = /^[ \t]*[-:|][-:| \t]*$/;
const tabbed = /^ *\t/;
/** What may begin a footnote, and an item or a quote that begins with another: what it is depends on the text above. */
const unclear = /^ {0,3}(?:\[\^|(?:[-+*>]|1[.)])[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)))/;

/** Lines of prose, a heading if they are underlined. */
export const readParagraph: BlockReader = (all, index) => {
  const { lines, ending, isDefining } = all;
  const first = lines[index]!;
  if (!isProse(first.text)) return undefined;
  const end = endOf(all, index);
  if (end === undefined) return undefined;
  const content = contentOf(lines.slice(index, end), ending);
  if (isDefining && content.text.startsWith('[') && definition.test(content.text)) return undefined;
  const children = inlinesOf(content, isDefining);
  if (!children) return undefined;
  const start = content.at(0);
  const underlined = lines[end] && underline.exec(lines[end].text);
  const last = lines[underlined ? end : end - 1]!;
  const position = { start, end: pointIn(last, last.text.length) };
  if (!underlined) return { node: { type: 'paragraph', children, position }, next: end };
  const depth = underlined[1] === undefined ? 2 : 1;
  return { node: { type: 'heading', depth, children, position }, next: end + 1 };
};

/** The line behind a paragraph, which may be what underlines it. Undefined where that is not plain. */
function endOf({ lines, depth }: Lines, index: number): number | undefined {
  for (let next = index + 1; next < lines.length; next++) {
    const line = lines[next]!;
    if (unclear.test(line.text)) return undefined;
    if (isBlank(line) || underline.test(line.text) || interrupts(line.text)) return next;
    if (delimiters.test(line.text) || (depth > 0 && tabbed.test(line.text))) return undefined;
  }
  return lines.length;
}
