import type { Edit } from '../message.ts';
import { linesOf } from '../text/lines.ts';
import type { Repair } from './repair.ts';

/** Fences code by the other character. Not where the code holds what would close it then. */
export const otherFence: Repair = ({ start, end }, { reason }, { source }) => {
  const mark = reason.endsWith('`` ` ``') ? '`' : '~';
  const text = source.text.slice(start, end);
  const opening = /^(`{3,}|~{3,})([^\r\n]*)/.exec(text);
  const closing = /\n[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(text);
  if (!opening?.[1] || !closing?.[1] || opening[1][0] !== closing[1][0]) return undefined;
  if (
    text.slice(opening[1].length, -closing[1].length).includes(mark.repeat(3)) ||
    opening[2]?.includes(mark)
  )
    return undefined;
  const closed = start + text.trimEnd().length;
  return [
    { start, end: start + opening[1].length, text: mark.repeat(opening[1].length) },
    { start: closed - closing[1].length, end: closed, text: mark.repeat(closing[1].length) },
  ];
};

const indentation = /^(?: {4}|\t)/;

/** Puts indented code between fences and takes it back to the margin. What fenced code says of its language would be lost. */
export const fenced: Repair = ({ start, end }, { reason }, { source }) => {
  if (!/^Unexpected indented code block/.test(reason) || !/^[\r\n]?$/.test(source.text[start - 1] ?? ''))
    return undefined;
  const text = source.text.slice(start, end);
  const longest = (text.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
  const fence = '`'.repeat(longest + 1);
  const edits: Edit[] = [];
  for (const line of linesOf(text)) {
    const content = text.slice(line.start, line.end);
    const indent = indentation.exec(content)?.[0].length;
    if (indent === undefined && content.trim() !== '') return undefined;
    const from = start + line.start;
    if (indent !== undefined) edits.push({ start: from, end: from + indent, text: '' });
  }
  if (edits[0]?.start !== start) return undefined;
  edits[0].text = `${fence}\n`;
  return [...edits, { start: end, end, text: `\n${fence}` }];
};

/** Takes the dollar sign from the start of every line. */
export const withoutDollars: Repair = ({ start, end }, _, { source }) => {
  const text = source.text.slice(start, end);
  const edits = linesOf(text).flatMap((line) => {
    const [, before, dollar] = /^([ \t>]*)(\$[ \t]*)/.exec(text.slice(line.start, line.end)) ?? [];
    if (before === undefined || dollar === undefined) return [];
    const from = start + line.start + before.length;
    return [{ start: from, end: from + dollar.length, text: '' }];
  });
  return edits.length > 0 ? edits : undefined;
};
