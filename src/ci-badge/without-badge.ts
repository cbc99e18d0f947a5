import type { Definition } from 'mdast';
import type { Link } from '../list/types.ts';
import type { Edit, Fix } from '../message.ts';
import type { Source } from '../source.ts';

interface Around {
  /** How many links use a definition. */
  uses: ReadonlyMap<Definition, number>;
  source: Source;
}

/**
 * Takes a badge away, with the link around it, the blanks beside it, a line that it leaves empty, and definitions that
 * nothing else uses. Within a sentence a person should look what is left of it.
 */
export function withoutBadge(
  { image, link }: { image: Link; link: Link | undefined },
  { uses, source }: Around,
): Fix | undefined {
  const whole = (link ?? image).place;
  const start = whole.start.offset;
  const end = whole.end.offset;
  if (start === undefined || end === undefined) return undefined;
  if (image.kind === 'html') return withoutLine(start, end, source.text);
  const edits = [tidy(start, end, source.text)];
  const both = [image, link].flatMap((one) => one?.definition ?? []);
  for (const definition of new Set(both)) {
    const own = both.filter((one) => one === definition).length;
    if (definition.position && uses.get(definition) === own) edits.push(wholeLine(definition, source.text));
  }
  return {
    kind: isAmongBadges(start, end, source.text) ? 'safe' : 'suggested',
    touches: ['links', 'text'],
    edits,
  };
}

const tagsOfBadge = /^[ \t]*(?:<a\b[^<>]*>[ \t]*<img\b[^<>]*>[ \t]*<\/a>|<img\b[^<>]*>)[ \t]*$/i;

/** HTML goes where it has its line to itself: what else it may be laid out by, only its author knows. */
function withoutLine(start: number, end: number, text: string): Fix | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const line = lineAt(start, text);
  if (from + line.length < end || !tagsOfBadge.test(line)) return undefined;
  return {
    kind: 'safe',
    touches: ['links', 'text'],
    edits: [emptied(from, from + line.length, text)],
  };
}

/** The line that an offset is in, without its end. */
function lineAt(offset: number, text: string): string {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const to = text.indexOf('\n', offset);
  return text.slice(from, to === -1 ? text.length : to).replace(/\r$/, '');
}

const picture = String.raw`!\[[^\[\]]*\](?:\([^()\s]*(?:\s[^()]*)?\)|\[[^\[\]]*\])?`;
const badges = new RegExp(
  String.raw`^(?:\s|<br ?/?>|${picture}|\[\s*${picture}\s*\](?:\([^()\s]*(?:\s[^()]*)?\)|\[[^\[\]]*\]))*$`,
);

/** A line longer than this is not read for what else it holds. */
const longest = 5_000;

/** Whether the rest of the line is a heading's, or badges and other images: no sentence that would miss it. */
function isAmongBadges(start: number, end: number, text: string): boolean {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const line = lineAt(start, text);
  if (from + line.length < end || line.length > longest) return false;
  const before = line.slice(0, start - from);
  const rest = line.slice(end - from);
  return badges.test(rest) && (badges.test(before) || /^ {0,3}#{1,6}\s/.test(before));
}

/** Grows a stretch over the blanks that would be left: those before it, or the whole line, and the blank line over it. */
function tidy(from: number, to: number, text: string): Edit {
  let start = from;
  let end = to;
  while (/[ \t]/.test(text.charAt(start - 1))) start--;
  const startsLine = start === 0 || text.charAt(start - 1) === '\n';
  while (/[ \t]/.test(text.charAt(end))) end++;
  const endsLine = end === text.length || /[\r\n]/.test(text.charAt(end));
  if (startsLine && endsLine) return emptied(start, end, text);
  // The blanks behind it stay where it ends a line: two of them break it.
  return startsLine ? { start: from, end, text: '' } : { start, end: to, text: '' };
}

/** A line with its end; where blank lines stand over and beneath it, one of them goes too. */
function emptied(from: number, to: number, text: string): Edit {
  let end = to;
  if (text.startsWith('\r\n', end)) end += 2;
  else if (text.charAt(end) === '\n') end += 1;
  const isBlankOver = from === 0 || /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, from - 200), from));
  const blank = /^[ \t]*\r?\n/.exec(text.slice(end, end + 200));
  if (isBlankOver && blank) end += blank[0].length;
  return { start: from, end, text: '' };
}

function wholeLine({ position }: Definition, text: string): Edit {
  return tidy(position!.start.offset!, position!.end.offset!, text);
}
