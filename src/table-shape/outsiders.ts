import { editDistance } from '../nearest.ts';
import type { Column, Value } from './columns.ts';

/** A value that does not belong to the few that its column holds. */
export interface Outsider {
  value: Value;
  kind: /** one of the column's values, written otherwise: `` `No` `` for `No` */
    | 'variant'
    /** one of them with a slip: `Unkown` */
    | 'typo'
    /** none of them, where all other cells hold one of at most three */
    | 'stranger';
  column: Column;
  /** The value that is meant. */
  meant: Value | undefined;
  /** How often that stands in the column; for a stranger the number of all other cells. */
  count: number;
  /** The values of the column, the most frequent first. */
  vocabulary: string[];
}

/** A column repeats its values where each stands in it so often on average. */
const repeated = 4;
/** What is meant must be so much more frequent than what is written. */
const clearly = 5;
/** From so many cells on a column of few values says that there are no others. */
const enough = 20;
const fewValues = 3;
/** Each of the few values occurs at least so often. */
const established = 3;
const longestValue = 40;

interface Group {
  raw: string;
  values: Value[];
}

/** Finds the values of a column that are outside of its vocabulary. */
export function outsidersOf(column: Column): Outsider[] {
  const groups = groupsOf(column.values);
  if (column.values.length < 2 * clearly || groups.length * repeated > column.values.length) return [];
  const vocabulary = groups.filter(({ values }) => values.length >= established).map(({ raw }) => raw);
  const outsiders: Outsider[] = [];
  const astray: Group[] = [];
  for (const group of groups) {
    const meant = meantBy(group, groups);
    if (!meant) continue;
    astray.push(group);
    for (const value of group.values) {
      outsiders.push({
        value,
        kind: meant.kind,
        column,
        meant: meant.group.values[0],
        count: meant.group.values.length,
        vocabulary,
      });
    }
  }
  return [
    ...outsiders,
    ...strangersOf(
      column,
      groups.filter((group) => !astray.includes(group)),
    ),
  ];
}

function groupsOf(values: readonly Value[]): Group[] {
  const groups = new Map<string, Group>();
  for (const value of values) {
    const group = groups.get(value.raw);
    if (group) group.values.push(value);
    else groups.set(value.raw, { raw: value.raw, values: [value] });
  }
  return [...groups.values()].sort((one, other) => other.values.length - one.values.length);
}

/** Groups are sorted by size, so that the first that fits is the most frequent. */
function meantBy(
  group: Group,
  groups: readonly Group[],
): { group: Group; kind: 'variant' | 'typo' } | undefined {
  const { text, raw } = group.values[0]!;
  if (text === '' || raw.length > longestValue) return undefined;
  const larger = groups.filter(
    (other) => other !== group && other.values.length >= clearly * group.values.length,
  );
  const variant = larger.find((other) => folded(other.values[0]!) === folded(group.values[0]!));
  if (variant) return { group: variant, kind: 'variant' };
  const typo = group.values.length === 1 && larger.find((other) => isSlip(text, other.values[0]!.text));
  return typo ? { group: typo, kind: 'typo' } : undefined;
}

/** Without case, blanks, emoji presentation and what closes a sentence. */
function folded({ text }: Value): string {
  return text
    .toLowerCase()
    .replace(/(?:\s|\uFE0F|\u200B)+/g, '')
    .replace(/(?<=.)[.,;:]+$/, '');
}

/** One letter more, less or other, in words of five letters and more; not in numbers. */
function isSlip(text: string, meant: string): boolean {
  const words = /^[\p{L}\p{M}][\p{L}\p{M} -]{4,}$/u;
  return words.test(text) && words.test(meant) && editDistance(text.toLowerCase(), meant.toLowerCase()) === 1;
}

function strangersOf(column: Column, groups: readonly Group[]): Outsider[] {
  const known = groups.filter(({ values }) => values.length >= established);
  const strange = groups.filter(({ values }) => values.length < established).flatMap(({ values }) => values);
  const count = column.values.length - strange.length;
  const few = known.length > 0 && known.length <= fewValues && count >= enough;
  // A column that is mostly empty holds remarks.
  if (!few || known[0]!.raw === '' || strange.length > 2 || strange.length * enough > count) return [];
  const vocabulary = known.map(({ raw }) => raw);
  const blankSaysNo = column.beside.some((other) => isTicked(other, vocabulary));
  const strangers = blankSaysNo ? strange.filter(({ raw }) => raw !== '') : strange;
  return strangers.map((value) => ({
    value,
    kind: 'stranger',
    column,
    meant: undefined,
    count,
    vocabulary,
  }));
}

/** Whether a column has one of these values or nothing, as a matrix of features has: nothing is an answer there. */
function isTicked({ values }: Column, vocabulary: readonly string[]): boolean {
  const filled = values.filter(({ raw }) => raw !== '');
  const isLike = filled.length > 0 && filled.every(({ raw }) => vocabulary.includes(raw));
  return isLike && values.length - filled.length >= established;
}
