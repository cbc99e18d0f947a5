/** A line of Markdown, with its ending. */
export interface Line {
  text: string;
  /** Where it begins, UTF-16 code units. */
  offset: number;
  /** It belongs to a fence, to HTML or to front matter that began above it. */
  isInside: boolean;
}

/** What defines a reference, or a footnote, for the whole of a list. */
export const definition = /^[ \t>*+\-\d.)]*\[(?:\\[\s\S]|[^\]\\])+\]:/m;

/** What a line begins that goes on below it: the line that ends it, and whether it is that for certain. */
export interface Opening {
  until: RegExp;
  isCertain: boolean;
}

/** A line with nothing on it. */
export const blank = /^[ \t]*\r?\n?$/;
/** A heading that begins with hashes: it ends all that is open above it but what goes on over blank lines. */
export const heading = /^#{1,6}(?:[ \t]|\r?\n|$)/;
export const loneReturn = /\r(?!\n)/;
const yaml = /^---[ \t]*\r?\n?$/;
const toml = /^\+{3}[ \t]*\r?\n?$/;
/** The blanks and the marks of quotes and items that a line may begin with. */
const containers = /^(?:[ \t>*+-]|\d{1,9}[.)])*/;
const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/;
/** HTML that goes on over blank lines: kinds 1 to 5 in CommonMark. */
export const lastingHtml: readonly { start: RegExp; end: RegExp }[] = [
  { start: /^<!--/, end: /-->/ },
  { start: /^<\?/, end: /\?>/ },
  { start: /^<![A-Za-z]/, end: />/ },
  { start: /^<!\[CDATA\[/, end: /\]\]>/ },
  { start: /^<(?:pre|script|style|textarea)(?=[\s>]|$)/i, end: /<\/(?:pre|script|style|textarea)>/i },
];
/** A comment that ends within its own beginning. */
export const shortComment = /^<!--?-?>/;
/** Elements that begin HTML wherever they stand, up to the next blank line: kind 6 in CommonMark. */
export const blockElement =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[ \t>]|\/>|\r?\n|$)/i;

/**
 * The lines of a list, each with whether it lies inside of what began above. Undefined where the lines alone don't
 * tell, as for a fence within an item or a comment that begins amid a line: an item may end before they do. Nor do they
 * where a carriage return ends lines by itself.
 */
export function linesOf(text: string): Line[] | undefined {
  if (loneReturn.test(text)) return undefined;
  const lines: Line[] = [];
  let open: Opening | undefined;
  for (let offset = 0; offset < text.length; ) {
    const next = text.indexOf('\n', offset) + 1 || text.length;
    const line = text.slice(offset, next);
    lines.push({ text: line, offset, isInside: open !== undefined });
    const after = openAfter(line, offset, open);
    if (after === 'unclear') return undefined;
    open = after;
    offset = next;
  }
  return lines;
}

/** What is open after a line, given what was before it. */
export function openAfter(
  line: string,
  offset: number,
  open: Opening | undefined,
): Opening | 'unclear' | undefined {
  const opening = open?.isCertain ? undefined : openingOf(line, offset);
  if (opening === 'unclear' || (open && opening && opening.until !== blank)) return 'unclear';
  return open?.until.test(line) ? undefined : (open ?? opening);
}

function openingOf(line: string, offset: number): Opening | 'unclear' | undefined {
  const frontMatter = offset === 0 && [yaml, toml].find((mark) => mark.test(line));
  if (frontMatter) return { until: frontMatter, isCertain: true };
  const [before] = containers.exec(line)!;
  const rest = line.slice(before.length);
  const marks = fence.exec(rest)?.[0];
  if (marks) return before ? 'unclear' : { until: closing(marks), isCertain: true };
  if (!rest.startsWith('<')) return undefined;
  const lasting = lastingHtml.find(({ start }) => start.test(rest));
  if (!lasting) return { until: blank, isCertain: before === '' && blockElement.test(rest) };
  if (shortComment.test(rest)) return 'unclear';
  if (lasting.end.test(rest)) return undefined;
  return before ? 'unclear' : { until: lasting.end, isCertain: true };
}

function closing(marks: string): RegExp {
  return new RegExp(`^ {0,3}${marks[0]}{${marks.length},}[ \\t]*\\r?\\n?$`);
}
