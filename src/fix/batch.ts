import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { type Document, parse, sourceOf } from '../document.ts';
import type { Fix } from '../message.ts';
import { applyEdits } from './apply.ts';
import { type Unit, unitsOf } from './units.ts';
import { judge } from './verify.ts';

/** A document and what it is compared by. */
export interface State {
  document: Document;
  units: Unit[];
}

/** A finding whose fix is wanted. The fix may differ from the message's in its line endings. */
export interface Candidate {
  message: VFileMessage;
  fix: Fix;
}

/** What became of a batch. Whatever is neither applied nor refused waits for the next one. */
export interface Batch {
  state: State;
  applied: Candidate[];
  refused: { candidate: Candidate; why: string }[];
}

/** How often a batch may be parsed to find the fix that breaks it. */
const maxTries = 32;

/** Reads a document anew, with another text; what is known of its file stays. */
function stateOf(file: VFile, text: string): State {
  const { kempt: _, ...data } = file.data;
  const document = parse(
    new VFile({ value: text, cwd: file.cwd, data, ...(file.path === undefined ? {} : { path: file.path }) }),
  );
  return { document, units: unitsOf(document) };
}

/**
 * Applies as many of the fixes as go together and keep to what they declare. All are tried at once, which is one parse
 * where none is at fault.
 */
export function applyBatch(from: State, candidates: readonly Candidate[]): Batch {
  const byFix = new Map(candidates.map((candidate) => [candidate.fix, candidate]));
  const { applied } = applyEdits(sourceOf(from.document.file), [...byFix.keys()], sameTouches(from.units));
  const settled = settle(from, applied);
  return {
    state: settled.state,
    applied: settled.fixes.map((fix) => byFix.get(fix)!),
    refused: [...settled.refused].map(([fix, why]) => ({ candidate: byFix.get(fix)!, why })),
  };
}

/**
 * Lets a fix pass where its units are touched only by fixes that may touch the same as it may: then it is known of each
 * change whether it is allowed. The others wait for the next round.
 */
function sameTouches(units: readonly Unit[]): (fix: Fix) => boolean {
  const taken = new Map<Unit, string>();
  return (fix) => {
    const touches = [...fix.touches].sort().join();
    const touched = fix.edits.flatMap(({ start, end }) => unitsBetween(units, start, end));
    if (touched.some((unit) => (taken.get(unit) ?? touches) !== touches)) return false;
    for (const unit of touched) taken.set(unit, touches);
    return true;
  };
}

/** The units that a stretch of the text overlaps or adjoins. */
function unitsBetween(units: readonly Unit[], start: number, end: number): Unit[] {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (units[middle]!.end < start) low = middle + 1;
    else high = middle;
  }
  const found: Unit[] = [];
  for (let unit = units[low]; unit && unit.start <= end; unit = units[++low]) found.push(unit);
  return found;
}

interface Settled {
  state: State;
  fixes: Fix[];
  refused: Map<Fix, string>;
}

/** Finds the largest part of the fixes that holds, by halves. */
function settle(from: State, fixes: readonly Fix[]): Settled {
  const settled: Settled = { state: from, fixes: [], refused: new Map() };
  let tries = 0;
  const add = (group: readonly Fix[]): void => {
    if (group.length === 0 || tries >= maxTries) return;
    tries += 1;
    const all = [...settled.fixes, ...group];
    const state = stateOf(from.document.file, applyEdits(sourceOf(from.document.file), all).text);
    const { guilty, astray } = judge(from.units, state.units, all);
    if (astray === undefined && guilty.size === 0) {
      settled.state = state;
      settled.fixes = all;
    } else if (group.length === 1) {
      settled.refused.set(group[0]!, astray ?? guilty.get(group[0]!) ?? [...guilty.values()][0]!);
    } else if (group.some((fix) => guilty.has(fix))) {
      for (const fix of group) if (guilty.has(fix)) settled.refused.set(fix, guilty.get(fix)!);
      add(group.filter((fix) => !guilty.has(fix)));
    } else {
      const middle = group.length >> 1;
      add(group.slice(0, middle));
      add(group.slice(middle));
    }
  };
  add(fixes);
  return settled;
}
