import type { Nodes } from 'mdast';
import { type Unmatched, unmatchedBrackets } from '../src/balance/brackets.ts';
import { unmatchedQuotes } from '../src/balance/quotes.ts';
import { withoutSigns } from '../src/balance/signs.ts';
import { eachNode } from '../src/each-node.ts';
import { faultsIn } from '../src/link-syntax/faults-in.ts';
import { defineRule, type RuleContext } from '../src/rule.ts';
import type { Source } from '../src/source.ts';
import { proseOf } from '../src/text/prose.ts';

export default defineRule({
  id: 'balanced-punctuation',
  summary: 'Every quotation mark and bracket has its other half',
  category: 'text',
  severity: { house: 'warning', awesome: 'error', minimal: 'off' },
  fix: 'none',
  options: {},
  since: '0.1.0',
  docs: {
    finds:
      'Brackets and quotation marks, in the forms of many languages, that are opened and not closed, or closed and not opened, within one paragraph, heading or cell. Code, addresses, emoticons, labels such as `a)`, apostrophes, marks for inches and formulas are left alone.',
    why: 'The reader looks for the end of what was opened. Most often something was cut off, or a mark was typed once too often.',
    bad: '# Tea\n\n- [Sencha](https://sencha.example) - Steamed (and green.\n- [Hojicha](https://hojicha.example) - “Roasted.\n',
    good: '# Tea\n\n- [Sencha](https://sencha.example) - Steamed (and green) :)\n- [Hojicha](https://hojicha.example) - “Roasted”, „geröstet“, «hojicha», 27" wide, a) hot b) cold.\n',
    whenOff: 'In a list that quotes what is broken on purpose.',
  },
  list: (_, context) => {
    for (const { start, mark, missing } of acrossBlocks(context)) {
      const at = context.source.place(start, start + mark.length);
      context.report({ reason: reasonFor(mark, missing), at, actual: mark });
    }
  },
});

/** Which half it is can be told of brackets; languages differ in which quotation mark opens. */
function reasonFor(mark: string, missing: string): string {
  if (missing === mark) return `${mark} stands alone: another one is missing`;
  if (/^\p{Ps}$/u.test(mark)) return `${mark} is never closed: no ${missing} follows`;
  if (/^\p{Pe}$/u.test(mark)) return `${mark} closes nothing: no ${missing} stands before it`;
  return `${mark} without its other half ${missing}`;
}

interface Found extends Unmatched {
  /** Offset in the source. */
  start: number;
  /** Whether it begins its block, or ends it. */
  atEdge: boolean;
}

/**
 * A quotation may go on for some paragraphs: what begins one and ends another is balanced. Never across a heading, and
 * never from the middle of a paragraph.
 */
const mostBlocks = 20;

function acrossBlocks({ tree, source }: RuleContext<object>): Found[] {
  const found = new Set<Found>();
  let open: { one: Found; block: number }[] = [];
  let block = 0;
  eachNode(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return undefined;
    block++;
    open = open.filter((other) => block - other.block <= mostBlocks);
    if (node.type !== 'paragraph') open = [];
    for (const one of unmatchedIn(node, source)) {
      const half =
        one.opens || !one.atEdge ? -1 : open.findLastIndex((other) => one.mark === other.one.missing);
      if (half >= 0) {
        found.delete(open[half]!.one);
        open.splice(half, 1);
        continue;
      }
      found.add(one);
      if (one.opens && one.atEdge && node.type === 'paragraph') open.push({ one, block });
    }
    return 'skip';
  });
  return [...found];
}

const anyMark = /["“”„‟«»‹›‘‚()（）[\]［］{}｛｝「」『』《》〈〉【】〔〕〖〗]/;

function unmatchedIn(block: Nodes, source: Source): Found[] {
  // Most blocks have no mark but those of their links.
  const prose = holdsMark(block) ? proseOf(block, source) : undefined;
  if (!prose || !anyMark.test(prose.text)) return [];
  const text = withoutSigns(prose.text);
  const unmatched = [...unmatchedBrackets(text), ...unmatchedQuotes(text)];
  if (unmatched.length === 0) return [];
  // A bracket of a link too many or too few is the business of link-syntax.
  const ofLinks = faultsIn(block, source);
  return unmatched
    .map((one) => ({ ...one, start: prose.offsetOf(one.offset), atEdge: isAtEdge(one, text) }))
    .filter(({ start }) => !isArrow(source.text.slice(start, start + 6)))
    .filter(({ start }) => !ofLinks.some((fault) => fault.start <= start && start < fault.end))
    .sort((a, b) => a.start - b.start);
}

/** `[More»](…)`: a lone mark at the end of a link's text points on. */
function isArrow(written: string): boolean {
  return /^[»›][*_]*\][([]/.test(written);
}

function holdsMark(block: Nodes): boolean {
  let holds = false;
  eachNode(block, (node) => {
    holds ||= node.type === 'text' && anyMark.test(node.value);
    return holds ? 'skip' : undefined;
  });
  return holds;
}

function isAtEdge({ offset, opens }: Unmatched, text: string): boolean {
  // A quotation begins with a mark or two, not with a hundred.
  const beyond = opens ? text.slice(0, offset) : text.slice(offset + 1);
  return beyond.length < 100 && !/[\p{L}\p{N}]/u.test(beyond);
}
