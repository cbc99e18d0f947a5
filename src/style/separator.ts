import type { Entry } from '../list/types.ts';
import type { Dimension } from './dimension.ts';

/** Marks that set a description off from a name and say nothing themselves. */
const mark = /^(?:[-‐‑‒–—―−:：|｜~•·→⇒»]|--|---|::|->|=>|\\-)$/u;

/** What stands between names and descriptions, blanks included. */
export const separator: Dimension = {
  name: 'separator',
  about: 'what stands between a name and its description',
  rule: 'entry-separator',
  option: 'separator',
  measure: separatorOf,
  things: 'entries',
  here: shown,
  do: (value) => `use ${shown(value)}`,
};

/**
 * The separator of an entry. Undefined for what is no separator but the beginning of a sentence: `by Ann`, `, 2nd edition`,
 * `(with pictures)`, and for an entry without description.
 */
function separatorOf({ separator: part, description }: Entry): string | undefined {
  if (!part || !description || description.text.trim() === '') return undefined;
  // A line that is broken at the separator is broken at a blank.
  const text = part.text.replace(/[ \t]*\r?\n[ \t]*/g, ' ');
  if (mark.test(text.trim())) return text;
  return undefined;
}

function shown(value: string): string {
  if (value.trim() === '') return value === '' ? 'nothing' : 'only a blank';
  return `“${value.replaceAll('\u00A0', '⍽')}”${names.get(value.trim()) ?? ''}`;
}

/** Marks that look alike are named as well. */
const names = new Map([
  ['–', ' (en dash)'],
  ['—', ' (em dash)'],
  ['−', ' (minus sign)'],
  ['‐', ' (Unicode hyphen)'],
  ['‑', ' (non-breaking hyphen)'],
  ['―', ' (horizontal bar)'],
  ['：', ' (full-width colon)'],
]);
