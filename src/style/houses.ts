import type { Entry, EntryForm, Section } from '../list/types.ts';
import { fewest, type Habit, habit } from './habit.ts';
import { withoutSubLists } from './sub-lists.ts';

/** A section or an entry form has a habit of its own from this many entries on. */
export const fewestOfItsOwn = 2 * fewest;

/** The part of a list that keeps one convention, and the convention. */
export interface House {
  /** The entry form it is limited to. */
  form: EntryForm | undefined;
  /** The section it is limited to, subsections included. */
  section: Section | undefined;
  habit: Habit<Entry>;
}

/** The conventions of a list in one respect. */
export interface Houses {
  /** The list's own first, then those of forms and sections with a habit of their own. */
  all: House[];
  /** The house that an entry belongs to; the entry may be of another version of the list. */
  of(entry: Entry): House;
}

/**
 * Learns the conventions of a list in one respect. The unit is the list, unless an entry form or a section
 * clearly has a habit of its own: at least ten entries, a firm habit, and not simply that of the list. Sub-lists that
 * agree in themselves have no say.
 */
export function houses(entries: readonly Entry[], measure: (entry: Entry) => string | undefined): Houses {
  const values = new Map<Entry, string>();
  for (const entry of withoutSubLists(entries, measure)) {
    const value = measure(entry);
    if (value !== undefined) values.set(entry, value);
  }
  const measured = [...values.keys()];
  const learn = (some: readonly Entry[]) => habit(some, (entry) => values.get(entry));
  const ofList = learn(measured);
  const byForm = new Map<EntryForm, Entry[]>();
  for (const entry of measured) {
    const some = byForm.get(entry.form) ?? [];
    some.push(entry);
    byForm.set(entry.form, some);
  }
  const apart = [...byForm].filter(([, some]) => hasItsOwn(learn(some), ofList)).map(([form]) => form);
  const all = [
    ...settle(
      undefined,
      measured.filter((entry) => !apart.includes(entry.form)),
      learn,
    ),
    ...apart.flatMap((form) => settle(form, byForm.get(form) ?? [], learn)),
  ];
  const known = new Map(all.map((house) => [keyOf(house.form, house.section), house]));
  const root = all[0]!;
  return { all, of: (entry) => (all.length === 1 ? root : (lookUp(entry, known) ?? root)) };
}

function hasItsOwn(own: Habit<Entry>, parent: Habit<Entry>): boolean {
  if (own.total < fewestOfItsOwn || own.strength !== 'firm' || own.total === parent.total) return false;
  return parent.strength === 'none' || own.value !== parent.value;
}

/** The house of some entries, and before them those of the sections among them that have a habit of their own. */
function settle(
  form: EntryForm | undefined,
  entries: readonly Entry[],
  learn: (some: readonly Entry[]) => Habit<Entry>,
): House[] {
  const whole = learn(entries);
  const all = { form, section: undefined, habit: whole };
  // Where all do the same, no section does otherwise.
  if (whole.count === whole.total) return [all];
  const bySection = sectionTree(entries);
  const taken = new Set<Entry>();
  const found: House[] = [];
  const visit = (section: Section, parent: Habit<Entry>) => {
    const inside = bySection.get(section);
    if (!inside || inside.entries.length < fewestOfItsOwn) return;
    const own = learn(inside.entries);
    const split = hasItsOwn(own, parent);
    const before = found.length;
    for (const child of inside.children) visit(child, split ? own : parent);
    if (!split) return;
    for (const child of inside.children) {
      const { entries: own } = bySection.get(child)!;
      if (own.some((entry) => taken.has(entry)) || !isLoyal(learn(own), parent)) continue;
      for (const entry of own) taken.add(entry);
      found.push({ form, section: child, habit: learn(own) });
    }
    const rest = inside.entries.filter((entry) => !taken.has(entry));
    for (const entry of rest) taken.add(entry);
    found.splice(before, 0, { form, section, habit: learn(rest) });
  };
  for (const [section, { top }] of bySection) if (top) visit(section, whole);
  if (found.length === 0) return [all];
  return [{ ...all, habit: learn(entries.filter((entry) => !taken.has(entry))) }, ...found];
}

const fewestLoyal = 3;

/** Whether all of a subsection do as the list does, though the section around it does otherwise. */
function isLoyal(own: Habit<Entry>, { strength, value }: Habit<Entry>): boolean {
  return own.total >= fewestLoyal && own.count === own.total && strength !== 'none' && own.value === value;
}

interface Branch {
  top: boolean;
  children: Set<Section>;
  /** Those of subsections included. */
  entries: Entry[];
}

/** The sections that hold any of the entries, with all that they and their subsections hold. */
function sectionTree(entries: readonly Entry[]): Map<Section, Branch> {
  const tree = new Map<Section, Branch>();
  for (const entry of entries) {
    let child: Section | undefined;
    for (let section: Section | undefined = entry.section; section; section = section.parent) {
      const branch = tree.get(section) ?? { top: !section.parent, children: new Set(), entries: [] };
      branch.entries.push(entry);
      if (child) branch.children.add(child);
      tree.set(section, branch);
      child = section;
    }
  }
  return tree;
}

// By slug, not by identity: what was learned from one version of a list must apply to the next.
function keyOf(form: EntryForm | undefined, section: Section | undefined): string {
  return `${form ?? ''} ${section ? section.slug || section.title : ''}`;
}

function lookUp(entry: Entry, known: ReadonlyMap<string, House>): House | undefined {
  const form = known.has(keyOf(entry.form, undefined)) ? entry.form : undefined;
  for (let section: Section | undefined = entry.section; section; section = section.parent) {
    const house = known.get(keyOf(form, section));
    if (house) return house;
  }
  return known.get(keyOf(form, undefined));
}
