import type { VFileMessage } from 'vfile-message';
import { type Document, sourceOf } from '../document.ts';
import type { Fix } from '../message.ts';
import { ruleOf } from '../report/finding.ts';
import { fits } from './apply.ts';
import type { Candidate } from './batch.ts';
import type { FixOptions } from './fix-document.ts';
import { inCrlf, isCrlf } from './line-ending.ts';
import { type Refusal, refusedBefore } from './refusals.ts';

/** Why a finding is left. */
export type Why =
  /** it has no fix */
  | 'none'
  /** its fix is suggested, and only safe ones were asked for */
  | 'suggested'
  /** its fix is of a rule, or a kind, that was not asked for */
  | 'unasked'
  /** its fix was refused */
  | 'refused'
  /** the fixes of some rules undo each other */
  | 'cycle'
  /** the last round came before it */
  | 'unsettled';

export interface Left {
  message: VFileMessage;
  why: Why;
}

export interface Refused {
  rule: string;
  place: VFileMessage['place'];
  /** What the fix would do, or where to mend the list instead; one sentence without a full stop. */
  why: string;
}

interface Sorted {
  candidates: Candidate[];
  left: Left[];
  refused: Refused[];
}

/** Sorts the findings of a document into those whose fix is to be applied and those that are left. */
export function sortOut(
  { file, list }: Document,
  options: Pick<FixOptions, 'kinds' | 'rules'>,
  refusals: readonly Refusal[],
): Sorted {
  const text = sourceOf(file);
  const toEnding = isCrlf(text) ? (fix: Fix) => inCrlf(fix, text) : (fix: Fix) => fix;
  const isRefused = refusedBefore(refusals);
  const sorted: Sorted = { candidates: [], left: [], refused: [] };
  for (const message of file.messages) {
    const why = unaskedWhy(message, options);
    if (why !== undefined) {
      sorted.left.push({ message, why });
      continue;
    }
    const candidate = { message, fix: toEnding(message.fix!) };
    const refusal = generatedWhy(list.generatedFrom) ?? faultOf(candidate.fix, text) ?? isRefused(candidate);
    if (refusal === undefined) {
      sorted.candidates.push(candidate);
    } else {
      sorted.left.push({ message, why: 'refused' });
      sorted.refused.push({ rule: ruleOf(message), place: message.place, why: refusal });
    }
  }
  return sorted;
}

function unaskedWhy(
  message: VFileMessage,
  { kinds, rules }: Pick<FixOptions, 'kinds' | 'rules'>,
): Why | undefined {
  const { fix, ruleId } = message;
  if (!fix) return 'none';
  if (rules && !rules.has(ruleId ?? '') && !rules.has(ruleOf(message))) return 'unasked';
  if (kinds.includes(fix.kind)) return undefined;
  return fix.kind === 'suggested' ? 'suggested' : 'unasked';
}

function generatedWhy(from: string | true | undefined): string | undefined {
  if (from === undefined) return undefined;
  return from === true
    ? 'the list is generated; mend what it is made from'
    : `the list is generated from ${from}; mend it there`;
}

function faultOf(fix: Fix, text: string): string | undefined {
  if (!fits(fix, text)) return 'its edits overlap or lie outside of the text';
  if (fix.edits.every(({ start, end, text: to }) => text.slice(start, end) === to))
    return 'it would change nothing';
  return undefined;
}
