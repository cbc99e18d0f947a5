import type { Injection } from './injection.ts';
import { addresses } from './injections/addresses.ts';
import { blocks } from './injections/blocks.ts';
import { entries } from './injections/entries.ts';
import { habits } from './injections/habits.ts';
import { links } from './injections/links.ts';
import { words } from './injections/words.ts';

/** Every kind of fault that is on in the house, by rule. */
export const injections: readonly Injection[] = [
  ...addresses,
  ...blocks,
  ...entries,
  ...habits,
  ...links,
  ...words,
].sort((one, other) => one.rule.localeCompare(other.rule));
