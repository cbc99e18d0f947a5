import type { Edit, Fix } from '../message.ts';

export interface Applied {
  /** The text with all edits of the applied fixes made. */
  text: string;
  applied: Fix[];
  /** Fixes that overlap an applied one, that do not fit the text or that are not allowed: left out whole. */
  dropped: Fix[];
}

/**
 * Applies fixes to a text, first come in the text first served. A fix is applied as a whole or not at all.
 * Offsets are UTF-16 code units into `text`.
 * @param allows asked last, for a fix that fits and is free; it is applied where the answer is yes
 */
export function applyEdits(
  text: string,
  fixes: readonly Fix[],
  allows: (fix: Fix) => boolean = () => true,
): Applied {
  const applied: Fix[] = [];
  const dropped: Fix[] = [];
  const taken: Edit[] = [];
  for (const fix of [...fixes].sort((a, b) => firstStart(a) - firstStart(b))) {
    if (fits(fix, text) && fix.edits.every((edit) => isFree(taken, edit)) && allows(fix)) {
      for (const edit of fix.edits) taken.splice(indexFor(taken, edit), 0, edit);
      applied.push(fix);
    } else {
      dropped.push(fix);
    }
  }
  return { text: replaced(text, taken), applied, dropped };
}

/** Whether the edits of a fix lie within the text and do not overlap each other. */
export function fits(fix: Fix, text: string): boolean {
  const edits = [...fix.edits].sort(inOrder);
  return edits.every((edit) => isWithin(edit, text.length)) && !edits.some(overlapsNext);
}

/** Edits by their place in the text; an insertion comes before what begins where it stands. */
export function inOrder(a: Edit, b: Edit): number {
  return a.start - b.start || a.end - b.end;
}

/** Where a fix begins. */
export function firstStart(fix: Fix): number {
  return fix.edits.reduce((first, edit) => Math.min(first, edit.start), Number.POSITIVE_INFINITY);
}

/** Makes edits that are in order and do not overlap. */
export function replaced(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const edit of edits) {
    parts.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

function isWithin({ start, end }: Edit, length: number): boolean {
  return start >= 0 && start <= end && end <= length;
}

function overlapsNext(edit: Edit, index: number, edits: readonly Edit[]): boolean {
  const next = edits[index + 1];
  return next !== undefined && overlap(edit, next);
}

/** Two insertions at one point overlap too: which of them should come first is not known. */
function overlap(a: Edit, b: Edit): boolean {
  if (a.start === b.start && a.end === b.end) return true;
  return a.start < b.end && b.start < a.end;
}

function isFree(taken: readonly Edit[], edit: Edit): boolean {
  const index = indexFor(taken, edit);
  return [taken[index - 1], taken[index]].every((other) => other === undefined || !overlap(other, edit));
}

/** Where an edit belongs among edits that are in order. */
function indexFor(taken: readonly Edit[], edit: Edit): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder(taken[middle]!, edit) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
