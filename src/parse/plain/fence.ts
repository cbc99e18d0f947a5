import type { BlockReader } from './block.ts';
import { pointIn } from './content.ts';

/** Not with an escape or a reference in what it says of the code. */
const opening = /^(`{3,}|~{3,})[ \t]*(?:([^\s`&\\]+)(?:[ \t]+([^\s`&\\][^`&\\]*))?)?[ \t]*$/;

/** Code between fences that stand at the start of their lines. */
export const readFence: BlockReader = ({ lines, ending }, index) => {
  const first = lines[index]!;
  const [, marks, lang, meta] = opening.exec(first.text) ?? [];
  if (marks === undefined) return undefined;
  const closing = new RegExp(`^ {0,3}${marks[0]}{${marks.length},}[ \\t]*$`);
  let end = index + 1;
  while (end < lines.length && !closing.test(lines[end]!.text)) end++;
  if (end === lines.length || lines.slice(index, end).some(({ virtual }) => virtual > 0)) return undefined;
  const value = lines.slice(index + 1, end).map(({ text }) => text);
  const last = lines[end]!;
  const position = { start: pointIn(first, 0), end: pointIn(last, last.text.length) };
  const says = { lang: lang ?? null, meta: meta ?? null };
  return { node: { type: 'code', ...says, value: value.join(ending), position }, next: end + 1 };
};
