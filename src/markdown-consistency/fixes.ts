import type { VFileMessage } from 'vfile-message';
import type { Edit, Fix } from '../message.ts';
import { markerGapOf } from '../text/marker-gap.ts';
import { type Range, rangeOf } from '../text/range.ts';
import { fenced, otherFence, withoutDollars } from './code-repairs.ts';
import { dedented } from './dedented.ts';
import { nearestLabel, relabelled, withoutTwin, withoutUnused } from './definition-repairs.ts';
import { restyled, withoutMark } from './heading-repairs.ts';
import { placeOf } from './message-place.ts';
import type { Outline } from './outline.ts';
import type { BundledId } from './plugins.ts';
import { expectedIn, type Repair } from './repair.ts';
import { aligned, outdented, padded, withPipe } from './table-repairs.ts';
import { requoted } from './title-repairs.ts';

/**
 * What the plugins leave to people, but a few characters settle. Left to people is emphasis in place of a heading: which
 * rank the heading would have, and whether one is meant at all, is theirs to say.
 */
const repairs: Partial<Record<BundledId, Repair>> = {
  'blockquote-indentation': quoteBlanks,
  // Reported at the bracket behind the character.
  'checkbox-character-style': ({ start }, message) => replaceOne(start - 1, expectedIn(message)),
  'checkbox-content-indent': ({ start }, _, { source }) => keepOneBlank(start, source.text),
  'code-block-style': fenced,
  'definition-case': relabelled((label) => label.toLowerCase()),
  'definition-spacing': relabelled((label) => label.replace(/\s+/g, ' ')),
  'emphasis-marker': (place, message, outline) => markers(place, 1, expectedIn(message), outline),
  'fenced-code-marker': otherFence,
  'hard-break-spaces': ({ start }, _, { source }) => {
    const blanks = blanksAt(start, source.text);
    return [{ start: start + 2, end: start + blanks, text: '' }];
  },
  'heading-style': restyled,
  'link-title-style': requoted,
  'list-item-bullet-indent': dedented,
  'list-item-indent': itemIndent,
  'no-blockquote-without-marker': ({ start }, { reason }) => {
    const missing = Number(/add `(\d+)`/.exec(reason)?.[1] ?? 0);
    return missing > 0 ? [{ start, end: start, text: '> '.repeat(missing) }] : undefined;
  },
  'no-duplicate-definitions': withoutTwin,
  'no-heading-content-indent': ({ start }, _, { source }) => keepOneBlank(start, source.text),
  'no-heading-indent': ({ start }, _, { source }) => {
    const blanks = blanksBefore(start, source.text);
    return blanks > 0 ? [{ start: start - blanks, end: start, text: '' }] : undefined;
  },
  'no-heading-punctuation': withoutMark,
  'no-shell-dollars': withoutDollars,
  'no-table-indentation': outdented,
  'no-undefined-references': nearestLabel,
  'no-unneeded-full-reference-image': collapsed,
  'no-unneeded-full-reference-link': collapsed,
  'no-unused-definitions': withoutUnused,
  'ordered-list-marker-style': ({ start }, message) => replaceOne(start, expectedIn(message)),
  'ordered-list-marker-value': nextNumber,
  'rule-style': rule,
  'strong-marker': (place, message, outline) => {
    const expected = expectedIn(message);
    return markers(place, 2, expected?.repeat(2), outline);
  },
  'table-cell-padding': padded,
  'table-pipe-alignment': aligned,
  'table-pipes': withPipe,
  'unordered-list-marker-style': ({ start }, message) => replaceOne(start, expectedIn(message)),
};

/** The repair of a plugin's finding, where a text edit settles it. */
export function fixFor(id: BundledId, message: VFileMessage, outline: Outline): Fix | undefined {
  const place = placeOf(message);
  const repair = place && repairs[id]?.(place, message, outline);
  if (!repair || !Array.isArray(repair)) return repair;
  return { kind: joinsLists(id, place, outline) ? 'suggested' : 'safe', touches: ['layout'], edits: repair };
}

/** Neighbouring lists that get the same marker become one, and a tight one may become loose. */
function joinsLists(id: BundledId, { start }: Range, { listsByItem, besideLists, source }: Outline): boolean {
  if (id !== 'unordered-list-marker-style' && id !== 'ordered-list-marker-style') return false;
  const digits = /\d*$/.exec(source.text.slice(Math.max(0, start - 9), start))?.[0].length ?? 0;
  const list = listsByItem.get(start - digits);
  return list !== undefined && besideLists.has(list);
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

/** A longer number would move what stands below it: only where nothing does. */
function nextNumber(
  { start }: Range,
  message: VFileMessage,
  { source, listsByItem }: Outline,
): Edit[] | undefined {
  const actual = /\d+$/.exec(source.text.slice(Math.max(0, start - 9), start))?.[0] ?? '';
  const expected = expectedIn(message) ?? '';
  const from = start - actual.length;
  const item = listsByItem.get(from)?.children.find((one) => rangeOf(one)?.start === from);
  const isOneLine = item !== undefined && !source.slice(item.position!).includes('\n');
  return expected !== '' && (isOneLine || actual.length === expected.length)
    ? [{ start: from, end: start, text: expected }]
    : undefined;
}

function itemIndent({ start }: Range, { reason }: VFileMessage, outline: Outline): Edit[] | undefined {
  const item = outline.itemsByContent.get(start);
  const gap = item && markerGapOf(item, outline.source);
  const expected = Number(/, expected `(\d+)` spaces?/.exec(reason)?.[1] ?? 0);
  if (!item || !gap || expected === 0) return undefined;
  // Wider, or narrower by some: where nothing stands below that would have to move too.
  const isOneLine = !outline.source.slice(item.position!).includes('\n');
  if (!(expected === 1 ? gap.narrows : isOneLine)) return undefined;
  return [{ start: gap.start, end: gap.end, text: ' '.repeat(expected) }];
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

function quoteBlanks({ start }: Range, { reason }: VFileMessage, { source }: Outline): Edit[] | undefined {
  const [, verb, count = '0'] = /, (add|remove) `(\d+)`/.exec(reason) ?? [];
  if (verb === 'add') return [{ start, end: start, text: ' '.repeat(Number(count)) }];
  const surplus = source.text.slice(start - Number(count), start);
  return verb === 'remove' && /^ +$/.test(surplus)
    ? [{ start: start - surplus.length, end: start, text: '' }]
    : undefined;
}
