import { wordsOf } from '../anchors.ts';
import { isBackMatter } from '../list/back-matter.ts';
import { isLicense } from '../list/license-heading.ts';
import type { Contents, ContentsItem, HeadingInfo, List, Section } from '../list/types.ts';
import { firmShare } from '../style/habit.ts';
import { isNumberedUnder } from '../text/numbers.ts';
import type { ContentsFault, Resolved } from './faults.ts';

/** Contents mean to list all of their topmost sections from this share on. */
const mostAtTop = 0.6;

interface Candidate {
  section: Section;
  heading: HeadingInfo;
  item: ContentsItem | undefined;
}

/**
 * Sections that the contents should list: those with entries, of a depth that the contents list as a habit.
 * Contents that list no section of a depth, or only some, are as their author wants them.
 */
export function missingSections(
  list: List,
  contents: Contents,
  resolved: readonly Resolved[],
): ContentsFault[] {
  const candidates = candidatesOf(list, contents, resolved);
  const depths = groupBy(candidates, ({ section }) => section.depth);
  const top = candidates.reduce(
    (least, { item, section }) => (item ? Math.min(least, section.depth) : least),
    Number.POSITIVE_INFINITY,
  );
  const listedDepths = new Set(
    [...depths]
      .filter(([depth, some]) => isHabit(some, depth === top ? mostAtTop : firmShare))
      .map(([depth]) => depth),
  );
  // The main heading and what stands over the contents are not listed anywhere, and need not be.
  const unlisted = new Set(candidates.filter(({ item }) => !item).map(({ section }) => section));
  const faults: ContentsFault[] = [];
  for (const [parent, siblings] of groupBy(candidates, ({ section }) => section.parent)) {
    if (parent && unlisted.has(parent)) continue;
    const habit = isHabit(siblings, firmShare);
    for (const [index, { section, heading, item }] of siblings.entries()) {
      // These a list may leave out of its contents, whatever its habit.
      if (isBackMatter(heading.text) || isSubsection(heading, resolved)) continue;
      if (item || (!habit && !listedDepths.has(section.depth))) continue;
      faults.push({ kind: 'missing', heading, ...neighbours(siblings, index) });
    }
  }
  return faults;
}

/** Sections that sindresorhus/awesome does not want in the contents. */
export const unwanted: ReadonlySet<string> = new Set(['Contributing', 'Footnotes', 'Related Lists']);

/** `4.1. Black` on the level of `4. Tea`, which is listed. */
function isSubsection({ depth, text }: HeadingInfo, resolved: readonly Resolved[]): boolean {
  if (!/^\s*\d+\.\d/.test(text)) return false;
  return resolved.some(({ heading }) => heading?.depth === depth && isNumberedUnder(text, heading.text));
}

/** Sections that have to be listed whatever the habit: all of level 2, and of level 3 those beside one that is listed. */
export function sectionsToList(
  list: List,
  contents: Contents,
  resolved: readonly Resolved[],
): ContentsFault[] {
  const faults: ContentsFault[] = [];
  const all = candidatesOf(list, contents, resolved, true).filter(({ section }) => !isUnwanted(section));
  for (const [, siblings] of groupBy(all, ({ section }) => section.parent)) {
    // One that stands at the top of the contents is astray there, and calls for no others.
    const isListed = siblings.some(
      ({ item, section }) => item !== undefined && item.depth > 1 && section.depth === 3,
    );
    for (const [index, { section, heading, item }] of siblings.entries()) {
      if (item || (section.depth !== 2 && !(section.depth === 3 && isListed))) continue;
      faults.push({ kind: 'missing', heading, ...neighbours(siblings, index) });
    }
  }
  return faults;
}

function isUnwanted(section: Section): boolean {
  // A section of the licence is one too many anyway, so that it need not be listed.
  if (isLicense(section.title)) return true;
  return unwanted.has(section.title) || (section.parent !== undefined && isUnwanted(section.parent));
}

/** The items before and after which a missing one belongs. */
function neighbours(siblings: readonly Candidate[], index: number) {
  return { after: siblings[index - 1]?.item, before: siblings[index + 1]?.item };
}

/** The sections with entries that follow the contents, or all, with their items. */
function candidatesOf(
  list: List,
  contents: Contents,
  resolved: readonly Resolved[],
  emptyToo = false,
): Candidate[] {
  const byNode = new Map(list.headings.map((heading) => [heading.node, heading]));
  const itemOf = new Map(resolved.map(({ heading, item }) => [heading, item]));
  // To the letter, an item that leads to a heading of its name is no other's of that name.
  const free = emptyToo ? resolved.filter(({ item, heading }) => !isNamed(item, heading)) : resolved;
  const byWords = new Map(free.map(({ item }) => [wordsOf(item.text), item]));
  const filled = sectionsWithEntries(list);
  const end = contents.place.end.offset ?? 0;
  const candidates: Candidate[] = [];
  for (const section of list.allSections) {
    const heading = section.heading && byNode.get(section.heading);
    if (!heading || !(emptyToo || filled.has(section)) || (section.place.start.offset ?? 0) < end) continue;
    candidates.push({
      section,
      heading,
      item: itemOf.get(heading) ?? byWords.get(wordsOf(heading.text)),
    });
  }
  return candidates;
}

function isNamed({ text }: ContentsItem, heading: HeadingInfo | undefined): boolean {
  return heading !== undefined && wordsOf(heading.text) === wordsOf(text);
}

/** Sections that hold entries with an address, somewhere in them: not a legend, nor what is still to be done. */
export function sectionsWithEntries(list: List): Set<Section> {
  const filled = new Set<Section>();
  for (const entry of list.entries) {
    if (entry.url === undefined) continue;
    for (let at: Section | undefined = entry.section; at && !filled.has(at); at = at.parent) filled.add(at);
  }
  return filled;
}

function isHabit(candidates: readonly Candidate[], share: number): boolean {
  const listed = candidates.filter(({ item }) => item).length;
  if (listed === candidates.length - 1) return listed >= 2;
  return listed >= 3 && listed >= candidates.length * share;
}

function groupBy<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value)) ?? [];
    group.push(value);
    groups.set(keyOf(value), group);
  }
  return groups;
}
