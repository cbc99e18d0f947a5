import type { Entry } from '../list/types.ts';
import { type Dimension, house as ofTheHouse } from './dimension.ts';
import { type House, type Houses, houses } from './houses.ts';
import { withoutSubLists } from './sub-lists.ts';

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
  const values = valuesOf(learnFrom === entries ? entries : [...entries, ...learnFrom], dimension);
  // Where all do the same, nobody departs from it.
  if (new Set(values.values()).size < 2) return { departures: [], weak: [] };
  const once = { ...dimension, measure: (entry: Entry) => values.get(entry) };
  const judged = withoutSubLists(entries, once.measure);
  const byHouse = [...departuresByHouse(judged, once, houses(learnFrom, once.measure))];
  const firm = byHouse.filter(([house]) => house.habit.strength === 'firm');
  const weak = byHouse.filter(([house]) => house.habit.strength === 'weak');
  return {
    departures: firm.flatMap(([, some]) => some),
    weak: weak.map(([house, some]) => weakHabit(house, some, once)),
  };
}

/** What each entry does that has a say; each is looked at but once. */
function valuesOf(entries: readonly Entry[], { measure }: Dimension): Map<Entry, string> {
  const values = new Map<Entry, string>();
  for (const entry of entries) {
    const value = measure(entry);
    if (value !== undefined) values.set(entry, value);
  }
  return values;
}

function chosen(entries: readonly Entry[], dimension: Dimension, choice: string): Departure[] {
  const departures: Departure[] = [];
  for (const entry of entries) {
    const actual = dimension.measure(entry);
    if (actual === undefined || actual === choice || dimension.excused?.(entry, choice)) continue;
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
    if (expected === undefined || expected === actual || dimension.excused?.(entry, expected)) continue;
    const some = byHouse.get(house) ?? [];
    some.push({ entry, actual, expected, reason: reasonFor(actual, house, dimension) });
    byHouse.set(house, some);
  }
  return byHouse;
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
  const others = othersOf(departures.length, house.habit.total - house.habit.count);
  const does = dimension.doAlone ?? dimension.do;
  return {
    expected,
    departures,
    reason: `${share(house, dimension)} ${does(expected)}; ${others} ${linesOf(departures)}`,
  };
}

/** Of the entries that do otherwise, some are excused. */
function othersOf(departing: number, all: number): string {
  if (departing < all)
    return departing === 1 ? 'one of the others: line' : `${departing} of the others: lines`;
  return departing === 1 ? 'the other one: line' : `the other ${departing}: lines`;
}

const mostLines = 20;

function linesOf(departures: readonly Departure[]): string {
  const lines = departures.map(({ entry }) => entry.place.start.line);
  const shown = lines.slice(0, mostLines).join(', ');
  return lines.length > mostLines ? `${shown} and ${lines.length - mostLines} more` : shown;
}
