/** A stretch of Markdown that can be parsed by itself. */
export interface MarkdownPiece {
  text: string;
  /** Where it begins: UTF-16 code units, and lines from 0. */
  offset: number;
  line: number;
}

/** Smaller pieces are not worth the start of a parser, in UTF-16 code units. */
const smallest = 4_000;

const definition = /^[ \t>*+-]*\[[^\]\r\n]+\]:/m;
const loneReturn = /\r(?!\n)/;
const heading = /^#{1,6}(?:[ \t]|\r?\n|$)/;
const blank = /^[ \t]*\r?\n$/;
const fenceStart = /^[ \t>*+\-\d.)]*(`{3,}|~{3,})/;
/** HTML that goes on over blank lines, and what ends it. */
const htmlStarts: readonly [start: RegExp, end: RegExp][] = [
  [/<!--/, /-->/],
  [/<\?/, /\?>/],
  [/<![A-Za-z]/, />/],
  [/<!\[CDATA\[/, /\]\]>/],
  [/<(?:pre|script|style|textarea)\b/i, /<\/(?:pre|script|style|textarea)>/i],
];

/**
 * Cuts a list before headings, where nothing reaches over the cut: remark takes half the time for the pieces.
 * References are looked up in the whole document, so a list with definitions stays in one piece. What may be open
 * where a heading stands (a fence, a comment) is judged with caution: rather no cut than a wrong one.
 */
export function piecesOf(text: string): MarkdownPiece[] {
  const whole = [{ text, offset: 0, line: 0 }];
  if (text.length < 2 * smallest || definition.test(text) || loneReturn.test(text)) return whole;
  const cuts = cutsOf(text);
  return [{ offset: 0, line: 0 }, ...cuts].map((cut, index) => {
    return { ...cut, text: text.slice(cut.offset, cuts[index]?.offset ?? text.length) };
  });
}

function cutsOf(text: string): { offset: number; line: number }[] {
  const cuts: { offset: number; line: number }[] = [];
  let open: RegExp | undefined;
  let afterBlank = false;
  let last = 0;
  let line = 0;
  for (let offset = 0; offset < text.length; line++) {
    const next = text.indexOf('\n', offset) + 1 || text.length;
    const current = text.slice(offset, next);
    if (open) {
      if (open.test(current)) open = undefined;
    } else {
      const isCut = afterBlank && offset - last >= smallest && heading.test(current);
      if (isCut) cuts.push({ offset, line });
      if (isCut) last = offset;
      open = opened(current);
    }
    afterBlank = blank.test(current);
    offset = next;
  }
  return cuts;
}

/** What would end the fence or the HTML that a line leaves open. */
function opened(line: string): RegExp | undefined {
  const fence = fenceStart.exec(line)?.[1];
  if (fence) return new RegExp(`^[ \\t>]*\\${fence[0]}{${fence.length},}[ \\t]*\\r?$`, 'm');
  for (const [start, end] of htmlStarts) {
    const at = line.search(start);
    if (at >= 0 && !end.test(line.slice(at))) return end;
  }
  return undefined;
}
