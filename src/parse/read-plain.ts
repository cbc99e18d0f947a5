import type { RootContent } from 'mdast';
import { listLike } from './cut-items.ts';
import type { Gap } from './gaps.ts';
import { blank, definition, heading, loneReturn, type Opening, openAfter } from './lines-of.ts';
import type { Block, Lines } from './plain/block.ts';
import { blocksOf, readBlock } from './plain/blocks.ts';
import { blanksOf, type PlainLine } from './plain/content.ts';

/** A text without the blocks that are plain, and these. */
export interface PlainText {
  nodes: RootContent[];
  /** What is left to a parser. */
  rest: string;
  /** Where lines are missing from the rest. */
  gaps: Gap[];
  /** Where in the rest a rule stands for what is missing, so that what is beside it does not grow together. */
  rules: ReadonlySet<number>;
}

/** Lines from one up to another. */
interface Range {
  from: number;
  to: number;
}

const rule = '***';
const frontMatter = /^(?:---|\+{3})[ \t]*$/;

/** Reads the blocks of a list that are as most are, in a fraction of the time a parser takes. */
export function readPlain(text: string): PlainText {
  const ending = endingOf(text);
  if (ending === undefined) return { nodes: [], rest: text, gaps: [], rules: new Set() };
  const lines = plainLines(text, ending);
  const all: Lines = {
    lines,
    ending,
    isDefining: definition.test(text),
    depth: 0,
    isQuoted: false,
    blocksOf,
  };
  const nodes: RootContent[] = [];
  const left: Range[] = [];
  for (let index = 0; index < lines.length; ) {
    const { text: line } = lines[index]!;
    const isFrontMatter = index === 0 && frontMatter.test(line);
    const read = isFrontMatter ? undefined : readBlock(all, index);
    const block = read && isBeforeCode(lines, read) ? undefined : read;
    const next = block?.next ?? (blank.test(line) ? index + 1 : endOfOther(lines, index));
    if (block) nodes.push(block.node);
    else if (!blank.test(line)) addRange(left, { from: index, to: next });
    index = next;
  }
  return { nodes, ...restOf(text, lines, left, ending) };
}

/** Whether indented code comes below a list or a quote: micromark reads what is below that by what was above. */
function isBeforeCode(lines: readonly PlainLine[], { node, next }: Block): boolean {
  if (node.type !== 'list' && node.type !== 'blockquote') return false;
  let below = next;
  while (below < lines.length && blank.test(lines[below]!.text)) below++;
  return below < lines.length && blanksOf(lines[below]!) >= 4;
}

/** How all lines end. Undefined where they differ. */
function endingOf(text: string): string | undefined {
  if (!text.includes('\r')) return '\n';
  return loneReturn.test(text) || /(?<!\r)\n/.test(text) ? undefined : '\r\n';
}

function plainLines(text: string, ending: string): PlainLine[] {
  let offset = 0;
  return text.split(ending).map((line, index) => {
    const plain = { text: line, column: 0, offset, number: index + 1, indent: 0, virtual: 0 };
    offset += line.length + ending.length;
    return plain;
  });
}

/** Where nothing that begins at a line is open any more for certain: at a heading, or at a text after a blank line. */
function endOfOther(lines: readonly PlainLine[], index: number): number {
  let open: Opening | undefined;
  for (let next = index; next < lines.length; next++) {
    const { text, offset } = lines[next]!;
    if (next > index && !open && isStart(text, lines[next - 1]!.text)) return next;
    const after = openAfter(text, offset, open);
    if (after === 'unclear') return lines.length;
    open = after;
  }
  return lines.length;
}

/** Whether a line goes on with nothing that began above, unless that goes on over blank lines. */
function isStart(text: string, above: string): boolean {
  return heading.test(text) || (blank.test(above) && !blank.test(text) && !listLike.test(text));
}

function addRange(ranges: Range[], range: Range): void {
  const last = ranges.at(-1);
  if (last?.to === range.from) last.to = range.to;
  else ranges.push(range);
}

function restOf(
  text: string,
  lines: readonly PlainLine[],
  ranges: readonly Range[],
  ending: string,
): Pick<PlainText, 'rest' | 'gaps' | 'rules'> {
  const gaps: Gap[] = [];
  const rules = new Set<number>();
  let rest = '';
  let count = 0;
  for (const { from, to } of ranges) {
    const { offset } = lines[from]!;
    if (from > 0) {
      rules.add(rest.length);
      rest += rule + ending;
      count++;
    }
    gaps.push({ at: rest.length, length: offset - rest.length, lines: from - count });
    rest += text.slice(offset, lines[to]?.offset);
    count += to - from;
  }
  return { rest, gaps, rules };
}
