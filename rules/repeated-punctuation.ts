import type { Parents, Text } from 'mdast';
import { eachNode } from '../src/each-node.ts';
import { defineRule, type RuleContext } from '../src/rule.ts';
import { insideOf, rangesOf } from '../src/text/inside.ts';
import { rangeOfText } from '../src/text/range.ts';

export default defineRule({
  id: 'repeated-punctuation',
  summary: 'Punctuation marks stand once, not twice',
  category: 'text',
  severity: { house: 'warning', awesome: 'error', minimal: 'off' },
  fix: 'suggested',
  options: {},
  since: '0.1.0',
  docs: {
    finds:
      'The same mark twice or more in a row at the end of a word: `!!`, `??`, `,,`, and their full-width, Arabic and Spanish forms; two full stops at the end of a line. An ellipsis, `?!`, code, and the names of entries and links are left alone.',
    why: 'Two commas are a slip, and a description that shouts is not a better one.',
    bad: '# Tea\n\n- [Sencha](https://sencha.example) - Steamed,, and green!!\n',
    good: '# Tea\n\n- [Wow!!](https://wow.example) - Steamed... and green?! Yes! `a ?? b`, Guilty Gear is 20?? old.\n',
    whenOff: 'In a list that means to shout.',
  },
  list: ({ entries }, context) => {
    // An entry without a link is a sentence, unless something in it is set off as a name.
    const named = entries.filter(({ url, nameEmphasis }) => url !== undefined || nameEmphasis.mark !== '');
    const isName = insideOf(rangesOf(named.map(({ namePart }) => namePart.place)));
    eachNode(context.tree, (node, parent) => {
      // A link's text is the name, or the title, of what it leads to.
      if (node.type === 'link' || node.type === 'linkReference') return 'skip';
      if (node.type === 'text' && parent && marks.test(node.value)) reportIn(node, parent, isName, context);
      return undefined;
    });
  },
});

const marks = /([!?,])\1|([！？，、；؟،¡¿])\2|。。|\.\.(?=[ \t]*(?:[\r\n]|$))/;

function reportIn(
  node: Text,
  parent: Parents,
  isName: (offset: number) => boolean,
  { source, report }: RuleContext<object>,
): void {
  const range = rangeOfText(node, [parent], source);
  if (!range) return;
  const { text } = source;
  let reached = range.start;
  for (const { 0: run, index } of text.slice(range.start, range.end).matchAll(new RegExp(marks, 'g'))) {
    const start = range.start + index;
    if (start < reached) continue;
    const end = endOfRun(text, start, range.end);
    reached = end;
    const mark = run[0]!;
    if (isName(start) || !isRepeated(mark, end - start, text[start - 1] ?? '', around(text, start, end)))
      continue;
    report({
      reason: `“${text.slice(start, end)}” repeats a mark, expected “${mark}”`,
      at: source.place(start, end),
      actual: text.slice(start, end),
      expected: [mark],
      fix: { kind: 'suggested', touches: ['text'], edits: [{ start, end, text: mark }] },
    });
  }
}

function endOfRun(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && text[end] === text[start]) end++;
  return end;
}

interface Around {
  /** The character before, and the one before that where it is a blank. */
  before: string;
  spaced: boolean;
  after: string;
  isLineEnd: boolean;
}

function around(text: string, start: number, end: number): Around {
  const isLineEnd = /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, end + 40));
  const spaced = /[ \u00a0\u202f]/.test(text[start - 1] ?? '');
  const at = spaced ? start - 1 : start;
  return {
    before: [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '',
    spaced,
    after: text[end] ?? '',
    isLineEnd,
  };
}

function isRepeated(
  mark: string,
  length: number,
  previous: string,
  { before, spaced, after, isLineEnd }: Around,
): boolean {
  // `?!!` is a mood, not a slip.
  if (/[!?！？]/.test(mark) && /[!?！？]/.test(previous + after)) return false;
  if (mark === '。') return length === 2 && previous !== '。';
  if (mark === '.') return length === 2 && /[\p{L}\p{M})\]*_`”"’]/u.test(previous) && isLineEnd;
  if (/[！？，、；؟،]/.test(mark)) return previous !== mark;
  if (/[¡¿]/.test(mark)) return /^(?:[\s(]|)$/.test(previous);
  if (previous === mark || !/^(?:[\s)\]*_]|)$/.test(after)) return false;
  // `20??` is a year not known, `a ?? b` an operator, and `,,` may stand for an opening quote.
  const word =
    mark === '!' ? /[\p{L}\p{M}\p{N}\p{Extended_Pictographic})\]*_`”"’,]/u : /[\p{L}\p{M})\]*_`”"’]/u;
  return word.test(before) && (!spaced || (mark !== ',' && /^(?:[\r\n)\]*_]|)$/.test(after)));
}
