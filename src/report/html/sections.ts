import { VFile } from 'vfile';
import { parse } from '../../document.ts';

/** The way from a line of a list to the title of the section it stands in, as the list's model has it. */
export function sectionsOf(source: string): (line: number) => string | undefined {
  const { list } = parse(new VFile({ value: source }));
  const starts = list.allSections.map(({ title, place }) => ({ title, line: place.start.line }));
  starts.sort((a, b) => a.line - b.line);
  return (line) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (starts[middle]!.line <= line) low = middle + 1;
      else high = middle;
    }
    return starts[low - 1]?.title;
  };
}
