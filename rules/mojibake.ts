import type { Nodes } from 'mdast';
import { type Damage, findMojibake, mayBeDamaged } from '../src/mojibake/find.ts';
import { defineRule, type RuleContext } from '../src/rule.ts';
import { type Range, rangeOf, rangeOfText } from '../src/text/range.ts';

export default defineRule({
  id: 'mojibake',
  summary: 'Text that was damaged by reading UTF-8 in a wrong encoding',
  category: 'text',
  severity: { house: 'error', awesome: 'error', minimal: 'error' },
  fix: 'safe',
  options: {},
  since: '0.1.0',
  docs: {
    finds:
      'Characters that are UTF-8 read as Windows-1252 or Latin-1, once or several times over (`â€”` for an em dash, `Ã©` for é), and replacement characters (U+FFFD), whose original is lost. Code and addresses are left alone, and so is damage in quotes or brackets, where a text speaks of it.',
    why: 'Nobody meant to write it, and readers, search and screen readers stumble over it. It comes from an editor or a script that once opened the file in the wrong encoding.',
    bad: '# Cafés\n\n- [CafÃ© Noir](https://noir.example) - Coffeeâ€”and cake.\n',
    good: '# Cafés\n\n- [Café Noir](https://noir.example) - Coffee—and cake. SÃO PAULO, “AMANHÃ”, 5 Å².\n',
    whenOff: 'In a list that shows damaged text on purpose, outside of code and quotes.',
  },
  nodes: {
    text: (node, context, ancestors) => {
      if (!mayBeDamaged(node.value) || isAddress(ancestors.at(-1), context)) return;
      report(context, rangeOfText(node, ancestors, context.source));
    },
    image: (node, context) => report(context, alternativeText(node, context)),
    imageReference: (node, context) => report(context, alternativeText(node, context)),
    html: (node, context) => report(context, rangeOf(node), blankTags),
  },
});

function report(context: RuleContext<object>, range: Range | undefined, prepare = (text: string) => text) {
  if (!range) return;
  const text = context.source.text.slice(range.start, range.end);
  for (const damage of findMojibake(prepare(text))) reportDamage(context, range.start, text, damage);
}

function reportDamage({ report, source }: RuleContext<object>, from: number, text: string, damage: Damage) {
  const { start, end, original } = damage;
  const actual = text.slice(start, end);
  const at = source.place(from + start, from + end);
  if (original === undefined) {
    const reason =
      actual[0] === '\ufffd'
        ? 'A replacement character (U+FFFD) stands where a character was lost'
        : `“${actual}” is what is left of a character that was lost to a wrong encoding`;
    report({ reason, at, actual, note: 'Look up the original text: it cannot be told from what is left.' });
    return;
  }
  const should = original === '' ? 'nothing (it was a byte order mark)' : `“${shown(original)}”`;
  report({
    reason: `“${shown(actual)}” is UTF-8 read in a wrong encoding, it should be ${should}`,
    at,
    actual,
    expected: [original],
    fix: {
      kind: 'safe',
      touches: ['text'],
      edits: [{ start: from + start, end: from + end, text: original }],
    },
  });
}

/** Invisible characters by their number. */
function shown(text: string): string {
  return text.replace(/[\p{C}\p{Z}]/gu, (character) =>
    character === ' ' ? ' ' : `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  );
}

/** An address that GFM made a link of, or `<https://…>`: its text is the address. */
function isAddress(parent: Nodes | undefined, { source }: RuleContext<object>): boolean {
  const range = parent?.type === 'link' ? rangeOf(parent) : undefined;
  return parent?.type === 'link' && (!range || source.text[range.start] !== '[');
}

/** From `![` to the bracket that closes the alternative text. */
function alternativeText(node: Nodes, { source }: RuleContext<object>): Range | undefined {
  const range = rangeOf(node);
  if (!range || !('alt' in node) || !node.alt) return undefined;
  const close = source.text.slice(range.start, range.end).search(/\](?:\(|\[|$)/);
  return close < 0 ? undefined : { start: range.start, end: range.start + close };
}

/** Tags and comments made blank, letter for letter, so that offsets stay. */
function blankTags(html: string): string {
  return html.replace(/<[^<>]*>/g, (tag) => ' '.repeat(tag.length));
}
