import type { Html, ListItem, Nodes } from 'mdast';
import { type Fault, moved, remove } from '../src/link-syntax/fault.ts';
import { linksInHtml } from '../src/link-syntax/html-faults.ts';
import { markupFaults } from '../src/link-syntax/markup-faults.ts';
import { textFaults } from '../src/link-syntax/text-faults.ts';
import { placeholder, urlFault } from '../src/link-syntax/url-faults.ts';
import type { Link } from '../src/list/types.ts';
import { defineRule, type RuleContext } from '../src/rule.ts';
import { maskedText } from '../src/text/masked.ts';

type Context = RuleContext<object>;

export default defineRule({
  id: 'link-syntax',
  summary: 'Links that Markdown does not read as links, or reads otherwise than meant',
  category: 'link',
  severity: { house: 'error', awesome: 'error', minimal: 'error' },
  fix: 'safe',
  options: {},
  since: '0.1.0',
  docs: {
    finds:
      'A blank between `]` and `(`, brackets and parentheses the wrong way round or of another kind, blanks in or around an address, words in place of an entry’s address, brackets that are not closed, a `)` too many, misspelt or doubled schemes, a host without scheme or one that cannot be, invisible characters in an address, empty addresses and placeholders, links of Markdown in a block of HTML; also emphasis that is not closed, and code and links that run into a word.',
    why: 'The reader sees brackets instead of a link, or follows a link to nowhere. None of it shows in the source at a glance.',
    bad: '# Tools\n\n- [Foo] (https://foo.example) - Fast.\n- [Bar]( https://bar.example) - Slow.\n- [Baz](htp://baz.example) - So so.\n',
    good: '# Tools\n\n- [Foo](https://foo.example) - Fast (see [docs](https://foo.example/docs_(en))).\n- [Bar](https://bar.example) - Two `Foo`s, 2**3, **bold**, array[i] (not a link), to the [top](#).\n',
    whenOff: 'Hardly ever; silence a single place that is meant with a comment.',
  },
  list: ({ links }, context) => {
    const seen = new Set<number | undefined>();
    for (const link of links) {
      // A definition is one address, however often it is used.
      const at = (link.urlPlace ?? link.place).start.offset;
      if (link.definition && seen.has(at)) continue;
      seen.add(at);
      reportLink(link, context);
    }
  },
  nodes: {
    listItem: reportPlaceholder,
    paragraph: reportBlock,
    heading: reportBlock,
    tableCell: reportBlock,
    html: reportHtml,
  },
});

function reportBlock(block: Nodes, context: Context): void {
  const masked = maskedText(block, context.source);
  if (!masked) return;
  for (const fault of [...textFaults(masked.text), ...markupFaults(masked)]) {
    reportFault(moved(fault, masked.start), context);
  }
}

function reportHtml(html: Html, { source, report }: Context, ancestors: readonly Nodes[]): void {
  const parent = ancestors.at(-1)?.type;
  if (parent === 'paragraph' || parent === 'heading' || parent === 'tableCell') return;
  const places = linksInHtml(html, source).map(({ start, end }) => source.place(start, end));
  if (places.length === 0) return;
  const more = places.length > 1 ? ` (and ${places.length - 1} more below)` : '';
  report({
    reason: `Within HTML, which goes on up to a blank line, this is no link${more}`,
    at: places[0],
    places,
  });
}

function reportFault(
  { start, end, reason, expected, kind, edits, severity }: Fault,
  { source, report }: Context,
): void {
  report({
    reason,
    severity,
    at: source.place(start, end),
    actual: source.text.slice(start, end),
    expected: expected === undefined ? undefined : [expected],
    fix: kind && edits && { kind, touches: ['links', 'text'], edits },
  });
}

/** `[Name](#) - Description.`: elsewhere `#` leads to the top of the page, and is meant to. */
function reportPlaceholder({ children: [paragraph] }: ListItem, { report }: Context): void {
  const [first, next] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  const link = first?.type === 'strong' || first?.type === 'emphasis' ? first.children[0] : first;
  if (link?.type !== 'link' || link.url !== '#') return;
  if (next?.type !== 'text' || !/^\s*[-–—:：]/.test(next.value)) return;
  report({ reason: placeholder('#'), at: link, actual: '#', link: '#' });
}

function reportLink(link: Link, context: Context): void {
  const blanks = blanksAround(link, context);
  if (blanks) {
    reportFault(blanks, context);
    return;
  }
  const fault = urlFault(link.url);
  if (!fault) return;
  const { reason, expected, kind, severity } = fault;
  const start = link.urlPlace?.start.offset;
  const end = link.urlPlace?.end.offset;
  context.report({
    reason,
    severity,
    at: link.urlPlace && start !== end ? link.urlPlace : link.place,
    actual: link.url,
    expected: expected === undefined ? undefined : [expected],
    link: link.url,
    fix:
      kind && expected !== undefined && start !== undefined && end !== undefined
        ? { kind, touches: ['links'], edits: [{ start, end, text: expected }] }
        : undefined,
  });
}

/** `[a]( b )`: Markdown reads it, other tools and people do not. */
function blanksAround({ kind, definition, urlPlace, place }: Link, { source }: Context): Fault | undefined {
  const from = urlPlace?.start.offset;
  const to = urlPlace?.end.offset;
  if ((kind !== 'inline' && kind !== 'image') || definition || from === undefined || to === undefined)
    return undefined;
  const { text } = source;
  if (from === to || text[from - 1] === '<') return undefined;
  const start = from - lengthOf(/[ \t]+$/.exec(text.slice(Math.max(0, from - 20), from)));
  const end = to + lengthOf(/^[ \t]+(?=\))/.exec(text.slice(to, Math.min(to + 20, place.end.offset ?? 0))));
  if (text[start - 1] !== '(') return undefined;
  const edits = [remove(start, from), remove(to, end)].filter((edit) => edit.start < edit.end);
  const [first] = edits;
  if (!first) return undefined;
  return {
    start: first.start,
    end: first.end,
    reason: 'Blanks around the address of a link',
    // The reader gets to the page all the same.
    severity: 'warning',
    kind: 'safe',
    edits,
  };
}

function lengthOf(match: RegExpExecArray | null): number {
  return match?.[0].length ?? 0;
}
