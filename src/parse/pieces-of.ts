import { blank, definition, heading, linesOf } from './lines-of.ts';

/** A stretch of Markdown that can be parsed by itself. */
export interface MarkdownPiece {
  text: string;
  /** Where it begins: UTF-16 code units, and lines from 0. */
  offset: number;
  line: number;
}

/** Smaller pieces are not worth the start of a parser, in UTF-16 code units. */
const smallest = 4_000;

/** What ends all that stands above it and a blank line, wherever it begins. The rule is what stands for plain blocks. */
const start = new RegExp(`${heading.source}|^\\*{3}\\s*$`);

/**
 * Cuts a list before headings and rules, where nothing reaches over the cut: remark takes half the time for the pieces.
 * References are looked up in the whole document, so a list with definitions stays in one piece, as does one whose
 * lines don't tell what is open where a heading stands.
 */
export function piecesOf(text: string): MarkdownPiece[] {
  const cuts = isDivisible(text) ? cutsOf(text) : [];
  return [{ offset: 0, line: 0 }, ...cuts].map((cut, index) => {
    return { ...cut, text: text.slice(cut.offset, cuts[index]?.offset ?? text.length) };
  });
}

function isDivisible(text: string): boolean {
  return text.length >= 2 * smallest && !definition.test(text);
}

function cutsOf(text: string): { offset: number; line: number }[] {
  const cuts: { offset: number; line: number }[] = [];
  let last = 0;
  let afterBlank = false;
  for (const [line, { text: current, offset, isInside }] of (linesOf(text) ?? []).entries()) {
    if (afterBlank && !isInside && offset - last >= smallest && start.test(current)) {
      cuts.push({ offset, line });
      last = offset;
    }
    afterBlank = blank.test(current);
  }
  return cuts;
}
