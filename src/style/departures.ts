import type { Entry } from '../list/types.ts';
import { type Dimension, house as ofTheHouse } from './dimension.ts';
import { type House, type Houses, houses } from './houses.ts';

/** An entry that does not do as it should, and the evidence. */
export interface Departure {
  entry: Entry;
  actual: string;
  expected: string;
  /** One sentence without a full stop. */
  reason: string;
}

/** A habit that most of a list keeps, but too few to call the rest wrong. */
export interface WeakHabit {
  expected: string;
  departures: Departure[];
  /** One sentence without a full stop, naming the lines. */
  reason: string;
}

export interface Judgement {
  departures: Departure[];
  weak: WeakHabit[];
}

/**
 * Compares entries with what the house does (`choice` is `house`), or with the value that is chosen for all.
 * `learnFrom` are the entries that say what the house does; those of the base where a change is looked at.
 */
export function judge(
  entries: readonly Entry[],
  dimension: Dimension,
  choice: string,
  learnFrom: readonly Entry[] = entries,
): Judgement {
  if (choice !== ofTheHouse) return { departures: chosen(entries, dimension, choice), weak: [] };
  const learned = houses(learnFrom, (entry) => dimension.measure(entry));
  const byHouse = departuresByHouse(entries, dimension, learned);
  const departures = [...byHouse].filter(([house]) => house.habit.strength === 'firm');
  const weak = [...byHouse].filter(([house, some]) => house.habit.strength === 'weak' && some.length > 0);
  return {
    departures: departures.flatMap(([, some]) => some),
    weak: weak.map(([house, some]) => weakHabit(house, some, dimension)),
  };
}

function chosen(entries: readonly Entry[], dimension: Dimension, choice: string): Departure[] {
  const departures: Departure[] = [];
  for (const entry of entries) {
    const actual = dimension.measure(entry);
    if (actual === undefined || actual === choice) continue;
    const reason = `${dimension.here(actual)} here, expected ${lowerFirst(dimension.here(choice))}`;
    departures.push({ entry, actual, expected: choice, reason });
  }
  return departures;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function departuresByHouse(
  entries: readonly Entry[],
  dimension: Dimension,
  learned: Houses,
): Map<House, Departure[]> {
  const byHouse = new Map<House, Departure[]>();
  for (const entry of entries) {
    const actual = dimension.measure(entry);
    if (actual === undefined) continue;
    const house = learned.of(entry);
    const expected = house.habit.value;
    if (expected === undefined || expected === actual) continue;
    const some = byHouse.get(house) ?? [];
    some.push({ entry, actual, expected, reason: reasonFor(actual, house, dimension) });
    byHouse.set(house, some);
  }
  for (const [house, some] of byHouse) byHouse.set(house, withoutUnanimous(some, dimension));
  return byHouse;
}

const fewestSiblings = 3;

/** Leaves out the children of one entry that all do the same: what is listed under an entry may have a form of its own. */
function withoutUnanimous(departures: readonly Departure[], { measure }: Dimension): Departure[] {
  const unanimous = new Map<Entry, boolean>();
  return departures.filter(({ entry: { parent } }) => {
    if (!parent) return true;
    const known = unanimous.get(parent);
    if (known !== undefined) return !known;
    const values = parent.children.map(measure).filter((value) => value !== undefined);
    const agree = values.length >= fewestSiblings && new Set(values).size === 1;
    unanimous.set(parent, agree);
    return !agree;
  });
}

/** `“: ” here, but 412 of 430 entries use “ - ”` */
function reasonFor(actual: string, house: House, dimension: Dimension): string {
  const { value = '' } = house.habit;
  return `${dimension.here(actual)} here, but ${share(house, dimension)} ${dimension.do(value)}`;
}

function share({ section, habit }: House, { things }: Dimension): string {
  const where = section ? ` in “${section.title}”` : '';
  return `${habit.count} of ${habit.total} ${things}${where}`;
}

/** `24 of 40 venues are set off by a comma; the other 16: lines 29, 37, …` */
function weakHabit(house: House, departures: Departure[], dimension: Dimension): WeakHabit {
  const expected = house.habit.value ?? '';
  const others = departures.length === 1 ? 'the other one: line' : `the other ${departures.length}: lines`;
  return {
    expected,
    departures,
    reason: `${share(house, dimension)} ${dimension.do(expected)}; ${others} ${linesOf(departures)}`,
  };
}

const mostLines = 20;

function linesOf(departures: readonly Departure[]): string {
  const lines = departures.map(({ entry }) => entry.place.start.line);
  const shown = lines.slice(0, mostLines).join(', ');
  return lines.length > mostLines ? `${shown} and ${lines.length - mostLines} more` : shown;
}
