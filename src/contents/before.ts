import type { Contents, List, Section } from '../list/types.ts';

/** The sections that stand before the contents, without those that the contents stand in. */
export function sectionsBefore(list: List, contents: Contents): Section[] {
  const start = contents.place.start.offset ?? 0;
  return list.allSections.filter(
    (section) =>
      section !== contents.section &&
      section.depth > 1 &&
      (section.place.start.offset ?? 0) < start &&
      !isWithin(contents.section, section),
  );
}

function isWithin(section: Section | undefined, outer: Section): boolean {
  for (let at = section; at; at = at.parent) if (at === outer) return true;
  return false;
}
