import type { Entry } from '../list/types.ts';

/**
 * One respect in which a list has a convention. `measure` says what an entry does in that respect; the words say it to
 * a person. A rule may bind it to a value by an option of its own, whose default is `house`: what the list itself does.
 */
export interface Dimension {
  name: string;
  /** One noun phrase: what the convention is about. */
  about: string;
  /** The rule that keeps it, and the option that binds it. */
  rule: string;
  option: string;
  /** What the entry does; undefined where it has no say. */
  measure(entry: Entry): string | undefined;
  /** Whether an entry has a reason of its own to do as it does, where another value is expected. */
  excused?(entry: Entry, expected: string): boolean;
  /** Whether it takes a firm habit to bind the list to it: its rule is off unless asked for. */
  firmOnly?: boolean;
  /** Whether others do otherwise on purpose, so that a list with this value is not to be bound to it. */
  isFree?(entries: readonly Entry[], value: string): boolean;
  /** What is counted, in the plural: `entries`. */
  things: string;
  /** A value as it is found in one place: `“: ”`, `no full stop`. */
  here(value: string): string;
  /** What those with the value do, after a plural: `use “: ”`, and after `here` `end without one`. */
  do(value: string): string;
  /** The same where `here` was not said before; `do` where that speaks for itself. */
  doAlone?(value: string): string;
}

/** What an option of a rule says where the list's own habit decides. */
export const house = 'house';
