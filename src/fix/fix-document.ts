import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { type Document, parse, sourceOf } from '../document.ts';
import type { Fix } from '../message.ts';
import { ruleOf } from '../report/finding.ts';
import { placed } from './align.ts';
import { applyBatch, type Candidate, type State } from './batch.ts';
import { moveRefusals, type Refusal, refusalOf } from './refusals.ts';
import { type Left, type Refused, sortOut } from './sort-out.ts';
import { unitsOf } from './units.ts';

export interface FixOptions {
  /** Fixes of these kinds are applied. */
  kinds: readonly Fix['kind'][];
  /** Ids of the rules whose fixes are applied; all where left out. */
  rules?: ReadonlySet<string> | undefined;
  /** Adds the findings to the document's file: those of rules and links, without the silenced ones. */
  lint: (document: Document) => Promise<void> | void;
}

export interface FixResult {
  text: string;
  /** The document as fixed; the messages of its file are the findings that are left. */
  document: Document;
  /** How often fixes were applied and the text was read again. */
  rounds: number;
  applied: AppliedCount[];
  /** The findings whose fixes were applied, round by round; places are those of the round's text. */
  mended: VFileMessage[];
  left: Left[];
  refused: Refused[];
  /** The rules whose fixes undo each other, where there are such. */
  cycle?: string[];
}

export interface AppliedCount {
  rule: string;
  kind: Fix['kind'];
  count: number;
}

/** More rounds than that are a sign of rules that chase each other. */
const maxRounds = 10;

/**
 * Fixes what can be fixed in one list, round by round until nothing is left to do. Only the places that findings name
 * are edited, and each fix is held to what it declares: the text is parsed again, and a fix that touches more than it
 * may, or breaks the Markdown elsewhere, is refused and the others kept. Nothing is written.
 * @param list a file, or one that is parsed already and has no messages yet
 */
export async function fixDocument(list: VFile | Document, options: FixOptions): Promise<FixResult> {
  const past: { text: string; applied: Candidate[] }[] = [];
  let refusals: Refusal[] = [];
  let cycle: string[] | undefined;
  const document = list instanceof VFile ? parse(list) : list;
  let state: State = { document, units: unitsOf(document) };
  await options.lint(state.document);
  for (let round = 0; round < maxRounds && !cycle; round++) {
    const { candidates } = sortOut(state.document, options, refusals);
    const batch = applyBatch(state, candidates);
    const edits = placed(batch.applied.map(({ fix }) => fix));
    refusals = moveRefusals([...refusals, ...batch.refused.map(refusalOf)], edits);
    if (batch.applied.length === 0 && batch.refused.length === 0) break;
    if (batch.applied.length === 0) continue;
    past.push({ text: sourceOf(state.document.file), applied: batch.applied });
    state = batch.state;
    await options.lint(state.document);
    const before = past.findIndex(({ text }) => text === sourceOf(state.document.file));
    // The text is one that was there before: what was applied since then undid itself.
    if (before >= 0) cycle = rulesOf(past.splice(before).flatMap(({ applied }) => applied));
  }
  const { left, refused, candidates } = sortOut(state.document, options, refusals);
  const unsettled = candidates.map(({ message }): Left => {
    return { message, why: cycle?.includes(ruleOf(message)) ? 'cycle' : 'unsettled' };
  });
  return {
    text: sourceOf(state.document.file),
    document: state.document,
    rounds: past.length,
    applied: countsOf(past.flatMap(({ applied }) => applied)),
    mended: past.flatMap(({ applied }) => applied.map(({ message }) => message)),
    left: [...left, ...unsettled],
    refused,
    ...(cycle && { cycle }),
  };
}

function rulesOf(applied: readonly Candidate[]): string[] {
  return [...new Set(applied.map(({ message }) => ruleOf(message)))].sort();
}

/** By rule and kind, the most frequent first. */
function countsOf(applied: readonly Candidate[]): AppliedCount[] {
  const counts = new Map<string, AppliedCount>();
  for (const { message, fix } of applied) {
    const rule = ruleOf(message);
    const key = `${rule} ${fix.kind}`;
    const known = counts.get(key) ?? { rule, kind: fix.kind, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}
