import { blockElement, lastingHtml, shortComment } from '../lines-of.ts';
import { type BlockReader, isBlank } from './block.ts';
import { pointIn } from './content.ts';

/** Kind 7 in CommonMark: a tag alone on its line. */
const tag =
  /^<(?:[A-Za-z][A-Za-z0-9-]*(?:[ \t]+[A-Za-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:[^\s"'/=<>`]+|'[^']*'|"[^"]*"))?)*[ \t]*\/?|\/[A-Za-z][A-Za-z0-9-]*[ \t]*)>[ \t]*$/;

/** HTML that begins a line, up to the line that ends it by its kind. */
export const readHtml: BlockReader = ({ lines, ending }, index) => {
  const first = lines[index]!;
  const text = first.text.replace(/^ {0,3}/, '');
  if (shortComment.test(text)) return undefined;
  const lasting = lastingHtml.find(({ start }) => start.test(text));
  if (!lasting && !blockElement.test(text) && !tag.test(text)) return undefined;
  let next = index;
  if (lasting) {
    while (next < lines.length && !lasting.end.test(lines[next]!.text)) next++;
    if (next++ === lines.length) return undefined;
  } else while (next < lines.length && !isBlank(lines[next]!)) next++;
  const last = lines[next - 1]!;
  if (lines.slice(index, next).some(({ virtual }) => virtual > 0)) return undefined;
  const value = lines.slice(index, next).map((line) => line.text);
  const position = { start: pointIn(first, 0), end: pointIn(last, last.text.length) };
  return { node: { type: 'html', value: value.join(ending), position }, next };
};
