import type { FileReport } from '../report.ts';

/** The way from a line to the title of the section it stands in. */
export function sectionFinder(
  sections: NonNullable<FileReport['sections']>,
): (line: number) => string | undefined {
  return (line) => {
    let low = 0;
    let high = sections.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sections[middle]!.line <= line) low = middle + 1;
      else high = middle;
    }
    return sections[low - 1]?.title;
  };
}
