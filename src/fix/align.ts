import type { Edit, Fix } from '../message.ts';
import { inOrder } from './apply.ts';
import type { Unit } from './units.ts';

/** An edit of a fix, and where its text stands afterwards. */
export interface Placed extends Edit {
  fix: Fix;
  /** Offsets of its text after all edits. */
  after: { start: number; end: number };
}

/** What became of the units of a document, told by the edits alone and not by what the units say. */
export interface Alignment {
  pairs: { before: Unit; after: Unit; edits: Placed[] }[];
  /** Units that the edits took away, or moved. */
  gone: { unit: Unit; edits: Placed[] }[];
  /** Units that the edits brought. */
  come: { unit: Unit; edits: Placed[] }[];
}

/** The edits of fixes that do not overlap, in source order, with the place of their text afterwards. */
export function placed(fixes: readonly Fix[]): Placed[] {
  const edits = fixes.flatMap((fix) => fix.edits.map((edit) => ({ ...edit, fix }))).sort(inOrder);
  let shift = 0;
  return edits.map((edit) => {
    const start = edit.start + shift;
    const end = start + edit.text.length;
    shift += edit.text.length - (edit.end - edit.start);
    return { ...edit, after: { start, end } };
  });
}

/** Pairs the units before and after: each one that begins outside of the edits has one place where it must begin after them. */
export function align(before: readonly Unit[], after: readonly Unit[], edits: readonly Placed[]): Alignment {
  const alignment: Alignment = { pairs: [], gone: [], come: [] };
  const unclaimed = new Map(after.map((unit) => [unit.start, unit]));
  for (const { unit, around } of withEdits(before, edits, ({ start, end }) => ({ start, end }))) {
    const start = startsAfter(unit, edits, around).find((offset) => unclaimed.has(offset));
    const partner = start === undefined ? undefined : unclaimed.get(start);
    if (partner) {
      unclaimed.delete(start!);
      alignment.pairs.push({ before: unit, after: partner, edits: edits.slice(around.from, around.to) });
    } else {
      alignment.gone.push({ unit, edits: edits.slice(around.from, around.to) });
    }
  }
  const left = after.filter(({ start }) => unclaimed.has(start));
  for (const { unit, around } of withEdits(left, edits, (edit) => edit.after)) {
    alignment.come.push({ unit, edits: edits.slice(around.from, around.to) });
  }
  return alignment;
}

/** The edits within a unit or next to it, as a stretch of all edits. */
interface Around {
  from: number;
  to: number;
}

/** The edits around each unit; units and edits are in order, so one walk along both does. */
function* withEdits(
  units: readonly Unit[],
  edits: readonly Placed[],
  rangeOf: (edit: Placed) => { start: number; end: number },
): Generator<{ unit: Unit; around: Around }> {
  let from = 0;
  for (const unit of units) {
    while (from < edits.length && rangeOf(edits[from]!).end < unit.start) from++;
    let to = from;
    while (to < edits.length && rangeOf(edits[to]!).start <= unit.end) to++;
    yield { unit, around: { from, to } };
  }
}

/** Where a unit may begin after the edits; nowhere for one that an edit replaces or whose beginning it takes. */
function startsAfter({ start, end }: Unit, edits: readonly Placed[], { from, to }: Around): number[] {
  const previous = edits[from - 1];
  let shift = previous ? previous.after.end - previous.end : 0;
  let inserted: number | undefined;
  for (const edit of edits.slice(from, to)) {
    if (edit.start > start) break;
    const swallows = edit.start < start ? edit.end > start : edit.end >= end && edit.end > start;
    if (swallows) return [];
    if (edit.end > start) break;
    if (edit.start === start) inserted = edit.text.length;
    else shift = edit.after.end - edit.end;
  }
  // What is inserted at the very beginning may be a unit of its own or belong to this one.
  return inserted === undefined ? [start + shift] : [start + shift + inserted, start + shift];
}
