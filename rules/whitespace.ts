import type { ListItem, Root } from 'mdast';
import { eachNode } from '../src/each-node.ts';
import { startingWithin } from '../src/list/span.ts';
import type { Edit } from '../src/message.ts';
import { defineRule, type RuleContext } from '../src/rule.ts';
import { fewest, habit } from '../src/style/habit.ts';
import { type Line, linesOf } from '../src/text/lines.ts';
import { markerGapOf } from '../src/text/marker-gap.ts';
import { type Range, rangeOf, rangeOfText } from '../src/text/range.ts';
import { doubledBlanks } from '../src/whitespace/doubled-blanks.ts';
import { type ProtectedLines, protectedLines } from '../src/whitespace/protected-lines.ts';

type Context = RuleContext<object>;

export default defineRule({
  id: 'whitespace',
  summary: 'Blanks that mean nothing: trailing, doubled, tabs within entries, mixed line endings',
  category: 'text',
  severity: { house: 'warning', awesome: 'error', minimal: 'off' },
  fix: 'safe',
  options: {},
  since: '0.1.0',
  docs: {
    finds:
      'Blanks at the end of a line, unless two or more of them make a hard break; tabs behind a list marker or within the text of an entry; two blanks and more between two words of a description; more than one blank line in a row, but before headings, and before a line that comes again and again, where the list does so as a habit; a missing newline at the end of the file; CRLF mixed with LF. Code, front matter and preformatted HTML are left alone.',
    why: 'Nobody sees these, but every diff does: they make changes look bigger than they are, and conflicts likelier. A trailing pair of blanks can become a line break when a line is added below.',
    bad: '# Tools\n\n\n- [Foo](https://foo.example) - Fast. \n-\t[Bar](https://bar.example) -\tSlow.',
    good: '# Tools\n\nTwo blanks  \nmake a hard break.\n\n- [Foo](https://foo.example) - Fast.\n',
    whenOff: 'Where an editor or a formatter already sees to it.',
  },
  list: (_, context) => {
    if (!context.tree.position) return;
    const { text } = context.source;
    const lines = linesOf(text);
    const kept = protectedLines(context.tree, text);
    const surplus = surplusLines(lines, kept, context);
    reportBlankLines(surplus, context);
    reportTrailingBlanks(lines, kept, new Set(surplus.flatMap((run) => run.lines)), context);
    reportFinalNewline(lines, context);
    reportMixedEndings(lines, context);
    reportDoubledBlanks(context);
    // Hardly any list has one.
    if (text.includes('\t')) reportTabs(kept, context);
  },
});

function replace(edits: Edit[]) {
  return { kind: 'safe' as const, touches: ['layout' as const], edits };
}

function reportTrailingBlanks(
  lines: readonly Line[],
  kept: ProtectedLines,
  surplus: ReadonlySet<Line>,
  { source, report }: Context,
): void {
  for (const [index, line] of lines.entries()) {
    const { start, end } = line;
    const from = endOfContent(source.text, start, end);
    if (from === end || kept.whole.has(index + 1) || kept.ends.has(index + 1)) continue;
    if (surplus.has(line)) continue;
    // Without the blank behind it, a backslash would make a hard break.
    if (source.text[from - 1] === '\\') continue;
    const actual = source.text.slice(from, end);
    const count = actual.length === 1 ? 'a blank' : `${actual.length} blanks`;
    report({
      reason: from === start ? `Blank line with ${count} on it` : `Line ends in ${count}`,
      at: source.place(from, end),
      actual,
      expected: [''],
      fix: replace([{ start: from, end, text: '' }]),
    });
  }
}

function endOfContent(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}

function isBlank(text: string, { start, end }: Line): boolean {
  return endOfContent(text, start, end) === start;
}

/** Blank lines that are too many: all of them at the end of a file, elsewhere all but the first of a run. */
interface Surplus {
  lines: Line[];
  atEnd: boolean;
}

function surplusLines(lines: readonly Line[], kept: ProtectedLines, context: Context): Surplus[] {
  const { source, tree } = context;
  const runs: Line[][] = [[]];
  const gaps = new Map<number, Line[]>();
  for (const [index, line] of lines.entries()) {
    const run = runs.at(-1)!;
    if (isBlank(source.text, line) && !kept.whole.has(index + 1)) run.push(line);
    else if (run.length > 0) {
      gaps.set(index + 1, run);
      runs.push([]);
    }
  }
  const spacing = spacingOf(tree, gaps, source.text);
  return runs
    .map((run, index) => {
      const atEnd = index === runs.length - 1;
      return { lines: spacing.has(run) ? [] : run.slice(atEnd ? 0 : 1), atEnd };
    })
    .filter((run) => run.lines.length > 0 && !isGenerated(run.lines[0]!, context));
}

/** Between the comments of a generator, which would write the blank lines again. */
function isGenerated({ start }: Line, { list: { contents } }: Context): boolean {
  if (!contents?.generated) return false;
  const { start: from, end: to } = contents.place;
  return (from.offset ?? 0) < start && start < (to.offset ?? 0);
}

/**
 * The runs of blank lines before headings, where more than one is how the list sets its headings off: all of them, or
 * those of one depth. So it is before a line that comes again and again, such as the way back to the top.
 */
function spacingOf({ children }: Root, gaps: ReadonlyMap<number, Line[]>, text: string): Set<Line[]> {
  const all: Line[][] = [];
  const alike = new Map<string, Line[][]>();
  for (const node of children) {
    const run = gaps.get(node.position?.start.line ?? 0);
    const range = rangeOf(node);
    if (!run || run.length === 0 || !range) continue;
    if (node.type === 'heading') all.push(run);
    else if (node.type !== 'paragraph') continue;
    const key = node.type === 'heading' ? '#'.repeat(node.depth) : text.slice(range.start, range.end);
    const others = alike.get(key);
    if (others) others.push(run);
    else alike.set(key, [run]);
  }
  return new Set([all, ...alike.values()].flatMap(meantIn));
}

function meantIn(runs: readonly Line[][]): Line[][] {
  const own = habit(runs, (run) => String(run.length));
  if (own.strength === 'none' || own.value === '1' || own.count < fewest) return [];
  return runs.filter((run) => String(run.length) === own.value);
}

function reportBlankLines(surplus: readonly Surplus[], { source, report }: Context): void {
  for (const { lines, atEnd } of surplus) {
    const { start } = lines[0]!;
    const end = lines.at(-1)!.end + lines.at(-1)!.ending.length;
    const reason = atEnd
      ? `${lines.length === 1 ? 'A blank line' : `${lines.length} blank lines`} at the end of the file`
      : `${lines.length + 1} blank lines in a row, expected 1`;
    report({ reason, at: source.place(start, end), fix: replace([{ start, end, text: '' }]) });
  }
}

function reportFinalNewline(lines: readonly Line[], { source, report }: Context): void {
  const last = lines.at(-1);
  if (!last || last.ending || isBlank(source.text, last)) return;
  const text = lines[0]?.ending || '\n';
  report({
    reason: 'No newline at the end of the file',
    at: source.point(last.end),
    expected: [text],
    fix: replace([{ start: last.end, end: last.end, text }]),
  });
}

function reportDoubledBlanks({ list: { entries }, source, report }: Context): void {
  for (const { start, end } of doubledBlanks(entries, source)) {
    report({
      // No reader sees them.
      severity: 'warning',
      reason: `${end - start} blanks between two words, expected 1`,
      at: source.place(start, end),
      actual: source.text.slice(start, end),
      expected: [' '],
      fix: replace([{ start, end, text: ' ' }]),
    });
  }
}

const endingNames = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' };

function reportMixedEndings(lines: readonly Line[], { source, report }: Context): void {
  const counts = { '\n': 0, '\r\n': 0, '\r': 0 };
  for (const { ending } of lines) if (ending) counts[ending]++;
  const names = Object.keys(counts) as (keyof typeof counts)[];
  const usual = names.reduce((most, name) => (counts[name] > counts[most] ? name : most));
  const others = lines.filter(({ ending }) => ending !== '' && ending !== usual);
  const [first] = others;
  if (!first?.ending) return;
  const places = others.map(({ end, ending }) => source.place(end, end + ending.length));
  const total = lines.filter(({ ending }) => ending !== '').length;
  report({
    reason: `Line ends in ${endingNames[first.ending]}, but ${counts[usual]} of ${total} lines end in ${endingNames[usual]}`,
    at: places[0],
    places,
    actual: first.ending,
    expected: [usual],
    fix: replace(others.map(({ end, ending }) => ({ start: end, end: end + ending.length, text: usual }))),
  });
}

function reportTabs(kept: ProtectedLines, context: Context): void {
  eachNode(context.tree, (node, parent) => {
    if (node.type === 'listItem') reportMarkerTab(node, kept, context);
    const range = node.type === 'text' && parent && rangeOfText(node, [parent], context.source);
    if (range) reportTabsWithin(range, context);
    return undefined;
  });
}

function reportMarkerTab(item: ListItem, kept: ProtectedLines, { source, report }: Context): void {
  const gap = markerGapOf(item, source);
  const actual = gap && source.text.slice(gap.start, gap.end);
  if (!actual?.includes('\t')) return;
  const { start, end } = gap!;
  report({
    reason: 'Tab behind a list marker, expected a blank',
    at: source.place(start, end),
    actual,
    expected: [' '],
    fix: gap!.narrows && !holdsCode(item, kept) ? replace([{ start, end, text: ' ' }]) : undefined,
  });
}

function holdsCode(item: ListItem, { code }: ProtectedLines): boolean {
  const range = rangeOf(item);
  return range !== undefined && startingWithin(code, (start) => start, range).length > 0;
}

function reportTabsWithin({ start: from, end: to }: Range, { source, report }: Context): void {
  const text = source.text.slice(from, to);
  for (const { 0: blanks, index } of text.matchAll(/[ \t]+/g)) {
    const start = from + index;
    const end = start + blanks.length;
    if (!blanks.includes('\t') || isAtEdgeOfLine(source.text, start, end)) continue;
    report({
      reason: 'Tab within the text, expected a blank',
      at: source.place(start, end),
      actual: blanks,
      expected: [' '],
      fix: replace([{ start, end, text: ' ' }]),
    });
  }
}

function isAtEdgeOfLine(text: string, start: number, end: number): boolean {
  return start === 0 || /[\r\n]/.test(text[start - 1]!) || end === text.length || /[\r\n]/.test(text[end]!);
}
