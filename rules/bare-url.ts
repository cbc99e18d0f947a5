import { faultsIn } from '../src/link-syntax/faults-in.ts';
import type { Entry, Link } from '../src/list/types.ts';
import { defineRule, type RuleContext } from '../src/rule.ts';
import type { Source } from '../src/source.ts';
import { habit } from '../src/style/habit.ts';
import { addressName } from '../src/text/address-name.ts';
import { escaped } from '../src/text/escaped.ts';
import { leafBlocks } from '../src/text/leaf-blocks.ts';
import { type Range, rangeOf } from '../src/text/range.ts';

type Context = Pick<RuleContext<object>, 'source' | 'report'>;

export default defineRule({
  id: 'bare-url',
  summary: 'Addresses that stand in the text without a name',
  category: 'link',
  severity: { house: 'warning', awesome: 'warning', minimal: 'off' },
  fix: 'suggested',
  options: {
    entries: {
      default: 'house',
      values: ['house', 'named'],
      about:
        '`house`: entries may show their addresses where at least four in five of the list do (`Foo | https://…`); `named`: nowhere',
    },
  },
  presetOptions: { awesome: { entries: 'named' } },
  since: '0.1.0',
  docs: {
    finds:
      'An address in the text, or as an entry, that has no name and no angle brackets around it. Addresses in code and in the text of a link are left alone, and so are `<https://…>`, which is deliberate, items and lines of a label and its address (`Slides: https://…`), and the addresses of entries in a list that shows them all, also in lines that lack the bullet, with what stands labelled in parentheses behind them.',
    why: 'A name tells what is behind a link; an address often does not, and screen readers spell it out. Whether a bare address is a link at all depends on who reads the Markdown.',
    bad: '# Tools\n\nInspired by https://github.com/owner/awesome-list.\n',
    good: '# Tools\n\nInspired by [owner/awesome-list](https://github.com/owner/awesome-list), see <https://foo.example>.\n',
    whenOff: 'In a list of addresses rather than of things.',
  },
  list: ({ links, entries }, context) => {
    const shown =
      context.options.entries === 'house' ? shownAddresses(entries, context.source) : new Set<Link>();
    const bare = links.filter(
      (link) =>
        link.kind === 'bare' &&
        !shown.has(link) &&
        !(shown.size > 0 && isShownAlike(link, context.source)) &&
        !isLabelled(link, context.source) &&
        !isLabelledAside(link, shown, context.source) &&
        !isExample(link, context.source),
    );
    if (bare.length === 0) return;
    const blocks = leafBlocks(context.tree);
    let index = 0;
    let faults: Range[] | undefined;
    let next = 0;
    for (const link of bare) {
      const range = { start: link.place.start.offset ?? 0, end: link.place.end.offset ?? 0 };
      while (blocks[index] && (rangeOf(blocks[index])?.end ?? 0) < range.end) {
        index++;
        [faults, next] = [undefined, 0];
      }
      faults ??= faultsIn(blocks[index], context.source);
      // Both are in order: what ends before one link ends before all that follow.
      while (faults[next] && faults[next]!.end <= range.start) next++;
      const fault = faults[next];
      // What is part of a link that Markdown does not read is the business of link-syntax.
      if (!fault || fault.start >= range.end) reportLink(link, range, context);
    }
  },
});

/** The addresses beside the names of entries, where the list shows those of its entries. */
function shownAddresses(entries: readonly Entry[], { text }: Source): Set<Link> {
  const shown = new Set<Link>();
  const { strength, value } = habit(entries, ({ links, place }) => {
    const link = links.find(({ kind }) => kind !== 'image');
    if (link?.kind !== 'bare') return link && 'named';
    if (!/\p{L}/u.test(text.slice(place.start.offset, link.place.start.offset))) return 'alone';
    shown.add(link);
    return 'shown';
  });
  return strength === 'firm' && value === 'shown' ? shown : new Set();
}

/** `Photos of cats: https://…` in a line of its own that is no item: an entry but for the bullet, where the list shows addresses. */
function isShownAlike({ place }: Link, { text }: Source): boolean {
  return /\p{L}.*[:：|–—-]\s*$/u.test(lineBefore(place, text)) && isLastInLine(place, text);
}

function lineBefore({ start: { offset = 0 } }: Link['place'], text: string): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

function isLastInLine({ start, end }: Link['place'], text: string): boolean {
  const to = end.offset ?? start.offset ?? 0;
  return /^[ \t]*(?:[\r\n]|$)/.test(text.slice(to, to + 80));
}

/** `Slides: https://…` and no more: a label of a few words says what is there. */
function isLabelled(link: Link, { text }: Source): boolean {
  if (link.entry && link.entry.links[0] !== link) return false;
  if (!isLastInLine(link.place, text)) return false;
  return /^\s*(?:[-*+]\s+)?\S+(?: [^\s:]\S*){0,2}[:：]\s*$/u.test(lineBefore(link.place, text));
}

/** `(notebook: https://…)` behind an address that the list shows. */
function isLabelledAside({ entry, place }: Link, shown: ReadonlySet<Link>, { text }: Source): boolean {
  if (!entry?.links.some((link) => shown.has(link))) return false;
  const from = place.start.offset ?? 0;
  const before = text.slice(Math.max(0, from - 60), from);
  return (
    /[(（][^\s:()]+(?: [^\s:()]+){0,2}[:：]\s*$/u.test(before) &&
    /[)）]/.test(text[place.end.offset ?? from] ?? '')
  );
}

/** `https://example.com → example.com`: what something makes of an address. */
function isExample({ place }: Link, { text }: Source): boolean {
  const end = place.end.offset ?? 0;
  return /^[ \t]*(?:→|⇒|=>|->)/.test(text.slice(end, end + 10));
}

function reportLink({ url, place }: Link, { start, end }: Range, { source, report }: Context): void {
  const name = addressName(url);
  const written = source.text.slice(start, end);
  if (name === undefined || written === '') return;
  const repository = repositoryOf(written);
  // Where the text goes on without a blank, a part of it was read as the address: a person knows which.
  const text = /[。，、；：！？（）「」《》【】]/.test(written)
    ? undefined
    : `[${escaped(name)}](${repository ?? target(written)})`;
  report({
    reason: 'An address without a name',
    at: place,
    note: repository
      ? `That host answers for single files only; the repository is at ${repository}`
      : 'Write a name for it: [name](address)',
    actual: written,
    expected: text === undefined ? undefined : [text],
    link: url,
    fix:
      text === undefined
        ? undefined
        : { kind: 'suggested', touches: ['links', 'text'], edits: [{ start, end, text }] },
  });
}

/** The repository whose files are at this address, which leads to none of them. */
function repositoryOf(written: string): string | undefined {
  const name = /^https?:\/\/raw\.githubusercontent\.com\/([\w.-]+\/[\w.-]+)\/?$/i.exec(written)?.[1];
  return name && `https://github.com/${name}`;
}

/** GFM reads `www.` as http. */
function target(written: string): string {
  const url = /^https?:/i.test(written) ? written : `http://${written}`;
  const balance = url.split('(').length - url.split(')').length;
  return balance === 0 ? url : `<${url}>`;
}
