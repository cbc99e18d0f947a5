import type { Edit } from '../message.ts';
import type { Repair } from './repair.ts';

interface Written {
  style: 'ATX' | 'ATX (closed)' | 'setext';
  depth: number;
  /** Where its text begins and ends. */
  start: number;
  end: number;
}

/** Writes a heading in the style that is expected, its text as it is. */
export const restyled: Repair = ({ start, end }, { reason }, { source }) => {
  const expected = /, expected (ATX \(closed\)|ATX|setext)$/.exec(reason)?.[1];
  const heading = written(source.text.slice(start, end));
  if (!expected || !heading || heading.start === heading.end) return undefined;
  const { depth, style } = heading;
  const hashes = '#'.repeat(depth);
  const head = { start, end: start + heading.start, text: expected === 'setext' ? '' : `${hashes} ` };
  const tail = { start: start + heading.end, end, text: expected === 'ATX (closed)' ? ` ${hashes}` : '' };
  if (expected === 'setext') {
    // Only the two outermost ranks have lines to be underlined with.
    if (depth > 2 || source.text[start - 1] === ' ') return undefined;
    const width = Math.max(3, heading.end - heading.start);
    tail.text = `\n${(depth === 1 ? '=' : '-').repeat(width)}`;
  } else if (style === 'setext' && /#$/.test(source.text.slice(start, start + heading.end))) {
    return undefined;
  }
  return [head, tail].filter((edit) => edit.start < edit.end || edit.text !== '');
};

function written(text: string): Written | undefined {
  const opening = /^(#{1,6})[ \t]+/.exec(text);
  if (opening) {
    const closing = /[ \t]+#+[ \t]*$/.exec(text);
    const end = closing ? closing.index : text.trimEnd().length;
    const style = closing ? 'ATX (closed)' : 'ATX';
    return { style, depth: opening[1]!.length, start: opening[0].length, end };
  }
  const lines = text.split(/\r?\n/);
  if (lines.length !== 2) return undefined;
  const depth = /=[ \t]*$/.test(lines[1]!) ? 1 : 2;
  return { style: 'setext', depth, start: 0, end: lines[0]!.trimEnd().length };
}

/** Takes the mark at the end of a heading away: its anchor stays the same. A question may be meant. */
export const withoutMark: Repair = ({ start, end }, { reason }, { source }) => {
  const mark = /character `(.)`/.exec(reason)?.[1];
  const text = source.text.slice(start, end).replace(/[ \t]+#+[ \t]*$|\s+$/, '');
  const line = text.split(/\r?\n/)[0] ?? '';
  if (mark === undefined || !line.endsWith(mark)) return undefined;
  const edits: Edit[] = [{ start: start + line.length - 1, end: start + line.length, text: '' }];
  return { kind: /[?!]/.test(mark) ? 'suggested' : 'safe', touches: ['layout'], edits };
};
