import type { VFileMessage } from 'vfile-message';
import type { Edit, Fix } from '../message.ts';
import { markerGapOf } from '../text/marker-gap.ts';
import type { Range } from '../text/range.ts';
import { dedented } from './dedented.ts';
import { placeOf } from './message-place.ts';
import type { Outline } from './outline.ts';
import type { BundledId } from './plugins.ts';

/** The edits that settle a finding; undefined where more than a few characters would have to change. */
type Repair = (place: Range, message: VFileMessage, outline: Outline) => Edit[] | undefined;

const layout = ['layout'] as const;

/** What the plugins leave to people, but a few characters settle. */
const repairs: Partial<Record<BundledId, Repair>> = {
  'blockquote-indentation': quoteBlanks,
  // Reported at the bracket behind the character.
  'checkbox-character-style': ({ start }, message) => replaceOne(start - 1, expectedIn(message)),
  'checkbox-content-indent': ({ start }, _, { source }) => keepOneBlank(start, source.text),
  'definition-case': (place, _, outline) => label(place, outline, (text) => text.toLowerCase()),
  'definition-spacing': (place, _, outline) => label(place, outline, (text) => text.replace(/\s+/g, ' ')),
  'emphasis-marker': (place, message, outline) => markers(place, 1, expectedIn(message), outline),
  'hard-break-spaces': ({ start }, _, { source }) => {
    const blanks = blanksAt(start, source.text);
    return [{ start: start + 2, end: start + blanks, text: '' }];
  },
  'heading-style': closedHeading,
  'list-item-bullet-indent': dedented,
  'list-item-indent': itemIndent,
  'no-blockquote-without-marker': ({ start }, { reason }) => {
    const missing = Number(/add `(\d+)`/.exec(reason)?.[1] ?? 0);
    return missing > 0 ? [{ start, end: start, text: '> '.repeat(missing) }] : undefined;
  },
  'no-heading-content-indent': ({ start }, _, { source }) => keepOneBlank(start, source.text),
  'no-heading-indent': ({ start }, _, { source }) => {
    const blanks = blanksBefore(start, source.text);
    return blanks > 0 ? [{ start: start - blanks, end: start, text: '' }] : undefined;
  },
  'no-unneeded-full-reference-image': collapsed,
  'no-unneeded-full-reference-link': collapsed,
  'ordered-list-marker-style': ({ start }, message) => replaceOne(start, expectedIn(message)),
  'ordered-list-marker-value': ({ start }, message, { source }) => {
    const actual = /\d+$/.exec(source.text.slice(Math.max(0, start - 9), start))?.[0] ?? '';
    const expected = expectedIn(message) ?? '';
    // A longer number would move what stands below it.
    return actual.length === expected.length
      ? [{ start: start - actual.length, end: start, text: expected }]
      : undefined;
  },
  'rule-style': rule,
  'strong-marker': (place, message, outline) => {
    const expected = expectedIn(message);
    return markers(place, 2, expected?.repeat(2), outline);
  },
  'table-pipes': tablePipe,
  'unordered-list-marker-style': ({ start }, message) => replaceOne(start, expectedIn(message)),
};

/** The repair of a plugin's finding, where a text edit settles it. */
export function fixFor(id: BundledId, message: VFileMessage, outline: Outline): Fix | undefined {
  const place = placeOf(message);
  const edits = place && repairs[id]?.(place, message, outline);
  return edits && { kind: joinsLists(id, place, outline) ? 'suggested' : 'safe', touches: layout, edits };
}

/** Neighbouring lists that get the same marker become one, and a tight one may become loose. */
function joinsLists(id: BundledId, { start }: Range, { listsByItem, besideLists, source }: Outline): boolean {
  if (id !== 'unordered-list-marker-style' && id !== 'ordered-list-marker-style') return false;
  const digits = /\d*$/.exec(source.text.slice(Math.max(0, start - 9), start))?.[0].length ?? 0;
  const list = listsByItem.get(start - digits);
  return list !== undefined && besideLists.has(list);
}

function expectedIn({ reason }: VFileMessage): string | undefined {
  return /expected `([^`]+)`/.exec(reason)?.[1];
}

function replaceOne(start: number, text: string | undefined): Edit[] | undefined {
  return text?.length === 1 ? [{ start, end: start + 1, text }] : undefined;
}

function blanksAt(start: number, text: string): number {
  let end = start;
  while (text[end] === ' ') end++;
  return end - start;
}

function blanksBefore(end: number, text: string): number {
  let start = end;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return end - start;
}

/** Of the blanks before a point one stays. */
function keepOneBlank(end: number, text: string): Edit[] | undefined {
  const blanks = blanksBefore(end, text);
  return blanks > 1 ? [{ start: end - blanks, end, text: ' ' }] : undefined;
}

function label({ start }: Range, { source }: Outline, change: (text: string) => string): Edit[] | undefined {
  const written = /^\[(?:\\.|[^\\\]])*\]/s.exec(source.text.slice(start, start + 1000))?.[0];
  return written === undefined ? undefined : [{ start, end: start + written.length, text: change(written) }];
}

/** Markers at both ends. Those that touch other markers or a word would not be read alike. */
function markers({ start, end }: Range, length: number, text: string | undefined, { source }: Outline) {
  if (text?.length !== length) return undefined;
  const inner = [source.text[start + length], source.text[end - length - 1]];
  const outer = [source.text[start - 1], source.text[end]];
  if ([...inner, ...outer].some((char) => char === '*' || char === '_')) return undefined;
  if (outer.some((char) => char !== undefined && /[\p{L}\p{N}]/u.test(char))) return undefined;
  return [
    { start, end: start + length, text },
    { start: end - length, end, text },
  ];
}

/** `# a #` to `# a`; other changes of style would touch lines that are not the heading's. */
function closedHeading(
  { start, end }: Range,
  { reason }: VFileMessage,
  { source }: Outline,
): Edit[] | undefined {
  if (!/closed\) heading, expected ATX$/.test(reason)) return undefined;
  const closing = /[ \t]+#+[ \t]*$/.exec(source.text.slice(start, end));
  return closing ? [{ start: start + closing.index, end, text: '' }] : undefined;
}

function itemIndent({ start }: Range, { reason }: VFileMessage, outline: Outline): Edit[] | undefined {
  if (!reason.includes(', expected `1` space')) return undefined;
  const item = outline.itemsByContent.get(start);
  const gap = item && markerGapOf(item, outline.source);
  return gap?.narrows ? [{ start: gap.start, end: gap.end, text: ' ' }] : undefined;
}

function collapsed({ start, end }: Range, _: VFileMessage, { source }: Outline): Edit[] | undefined {
  const at = source.text.slice(start, end).lastIndexOf('][');
  return at < 0 ? undefined : [{ start: start + at + 2, end: end - 1, text: '' }];
}

/** A rule of dashes right under a line of text would make a heading of it. */
function rule({ start, end }: Range, message: VFileMessage, { source }: Outline): Edit[] | undefined {
  const text = expectedIn(message);
  if (text === undefined) return undefined;
  return /(?:^|\n[ \t]*\r?\n)$/.test(source.text.slice(Math.max(0, start - 40), start))
    ? [{ start, end, text }]
    : undefined;
}

function tablePipe({ start }: Range, _: VFileMessage, { source }: Outline): Edit[] {
  const atEnd = start === source.text.length || /[\r\n]/.test(source.text[start]!);
  const text = !atEnd ? '| ' : source.text[start - 1] === ' ' ? '|' : ' |';
  return [{ start, end: start, text }];
}

function quoteBlanks({ start }: Range, { reason }: VFileMessage): Edit[] | undefined {
  const missing = Number(/, add `(\d+)`/.exec(reason)?.[1] ?? 0);
  return missing > 0 ? [{ start, end: start, text: ' '.repeat(missing) }] : undefined;
}
