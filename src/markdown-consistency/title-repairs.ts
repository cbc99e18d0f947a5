import { expectedIn, type Repair } from './repair.ts';

const titles = [
  /(?<=\s)"((?:\\.|[^"\\])*)"(?=\s*\)?$)/s,
  /(?<=\s)'((?:\\.|[^'\\])*)'(?=\s*\)?$)/s,
  /(?<=\s)\(((?:\\.|[^()\\])*)\)(?=\s*\)?$)/s,
];

/** Puts the title of a link, image or definition in the quotes that are expected, unless it holds such itself. */
export const requoted: Repair = ({ start, end }, message, { source }) => {
  const [open, close] = marksFor(expectedIn(message)) ?? [];
  const text = source.text.slice(start, end);
  const title = titles.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  if (open === undefined || close === undefined || title?.[1] === undefined) return undefined;
  if (title[1].includes(open) || title[1].includes(close)) return undefined;
  const from = start + title.index;
  const to = from + title[0].length;
  return [
    { start: from, end: from + 1, text: open },
    { start: to - 1, end: to, text: close },
  ];
};

function marksFor(expected: string | undefined): [string, string] | undefined {
  const mark = expected?.replace(/^'(.+)'$/s, '$1');
  if (mark === '()' || mark === '(') return ['(', ')'];
  return mark === '"' || mark === "'" ? [mark, mark] : undefined;
}
