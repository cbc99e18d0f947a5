import { ruleOf } from '../report/finding.ts';
import type { Placed } from './align.ts';
import { firstStart } from './apply.ts';
import type { Candidate } from './batch.ts';

/** A fix that was refused, so that it is not tried again: rule, place and text tell it from others. */
export interface Refusal {
  rule: string;
  start: number;
  text: string;
  why: string;
}

export function refusalOf({ candidate, why }: { candidate: Candidate; why: string }): Refusal {
  const { message, fix } = candidate;
  return { rule: ruleOf(message), start: firstStart(fix), text: textOf(fix), why };
}

/** The same refusals after these edits were made. */
export function moveRefusals(refusals: readonly Refusal[], edits: readonly Placed[]): Refusal[] {
  let next = 0;
  let shift = 0;
  return refusals
    .toSorted((a, b) => a.start - b.start)
    .map((refusal) => {
      for (let edit = edits[next]; edit && edit.end <= refusal.start; edit = edits[++next]) {
        shift = edit.after.end - edit.end;
      }
      return { ...refusal, start: refusal.start + shift };
    });
}

/** Looks a candidate up among refusals; the reason, where it was refused before. */
export function refusedBefore(refusals: readonly Refusal[]): (candidate: Candidate) => string | undefined {
  const known = new Map(refusals.map((refusal) => [keyOf(refusal), refusal.why]));
  return (candidate) => known.get(keyOf(refusalOf({ candidate, why: '' })));
}

function keyOf({ rule, start, text }: Refusal): string {
  return `${rule} ${start} ${text}`;
}

function textOf({ edits }: Candidate['fix']): string {
  return edits.map(({ text }) => text).join('\0');
}
