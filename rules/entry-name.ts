import type { Nodes } from 'mdast';
import { isBackMatter } from '../src/list/back-matter.ts';
import type { Entry, Link, List } from '../src/list/types.ts';
import type { Edit } from '../src/message.ts';
import { defineRule, type Finding } from '../src/rule.ts';
import type { Source } from '../src/source.ts';
import { descriptionOf } from '../src/style/described.ts';
import { nameEmphasis, pointsOut } from '../src/style/name-emphasis.ts';
import { reportDepartures } from '../src/style/report-departures.ts';
import { addressName } from '../src/text/address-name.ts';
import { type Range, rangeOf } from '../src/text/range.ts';

/** Texts that say that there is a link, and not what it leads to. */
const vague = new Set([
  ...[
    'here',
    'this',
    'link',
    'links',
    'click here',
    'this link',
    'click',
    'url',
    'read more',
    'see here',
    'go here',
  ],
  ...[
    'hier',
    'dieser link',
    'ici',
    'cliquez ici',
    'lien',
    'ce lien',
    'aquí',
    'aqui',
    'haz clic aquí',
    'enlace',
    'este enlace',
  ],
  ...[
    'clique aqui',
    'este link',
    'qui',
    'clicca qui',
    'questo link',
    'klik hier',
    'deze link',
    'tutaj',
    'ten link',
    'tıklayın',
  ],
  ...[
    'здесь',
    'тут',
    'ссылка',
    'тут',
    'посилання',
    'εδώ',
    'σύνδεσμος',
    'هنا',
    'رابط',
    'اینجا',
    'لینک',
    'כאן',
    'קישור',
  ],
  ...[
    '这里',
    '這裡',
    '链接',
    '連結',
    '点击这里',
    '點擊這裡',
    '点这里',
    'ここ',
    'こちら',
    'リンク',
    '여기',
    '링크',
    'यहाँ',
  ],
]);

/** Forms in which the text of the link has to say what it leads to. */
const named = new Set<Entry['form']>(['item', 'heading', 'row']);

export default defineRule({
  id: 'entry-name',
  summary: 'Names of entries say what the entries are, and are written alike',
  category: 'entry',
  severity: { house: 'warning', awesome: 'error', minimal: 'off' },
  fix: 'safe',
  options: {
    emphasis: {
      default: 'house',
      values: ['house', 'plain', '*', '**', '[*]', '[**]'],
      about:
        'How names are emphasised: not at all (`plain`), with a marker around the link (`**`), or inside it (`[**]`); `house`: as most of the list does',
    },
  },
  presetOptions: { awesome: { emphasis: 'plain' } },
  since: '0.1.0',
  docs: {
    finds: `Entries without a name (\`[](https://example.com)\`), blanks inside the brackets around a name, names that are only the address
over again, and names that only say that there is a link (“here”, “this link”, “ici”, “这里”). Names with another emphasis than at
least four in five of the list have: bold among plain ones, a marker inside of the link where the others have it outside. Names in
code and of related lists are left alone, so are addresses where more than half of the names are some, and so is emphasis among plain names where more than one in twenty have it: it points out the best, then.`,
    why: `A name is what readers look for, and all that somebody hears who goes through a page from link to link. Blanks inside a link are
underlined with it.`,
    bad: `# Awesome Tea

- [ Assam ](https://example.com/assam) - Malty.
- [https://example.com/ceylon](https://example.com/ceylon) - Bright.
- [here](https://example.com/keemun) - Smoky.
`,
    good: `# Awesome Tea

- [Assam](https://example.com/assam) - Malty.
- [Ceylon](https://example.com/ceylon) - Bright.
- [Keemun](https://example.com/keemun) - Smoky.
`,
    whenOff: 'The list is one of addresses rather than of things.',
  },

  list(list, context) {
    const { report, source } = context;
    const ofAddresses = isOfAddresses(list);
    for (const entry of list.entries) {
      const link = linkOf(entry);
      if (!link) continue;
      const padding = paddingOf(link, source);
      if (padding) report(padding);
      const finding = wordingOf(entry, link, ofAddresses, source);
      if (finding) report({ at: link.place, ...finding });
    }
    const { emphasis } = context.options;
    const highlights = emphasis === 'house' && pointsOut(list.entries);
    const excused = ({ section }: Entry, expected: string) =>
      (expected === 'plain' && highlights) || (emphasis === 'house' && isBackMatter(section.title));
    reportDepartures(
      context,
      { ...nameEmphasis, excused },
      {
        choice: emphasis,
        placeOf: ({ entry }) => linkOf(entry)?.place ?? entry.place,
        editsOf: ({ entry, actual, expected }) => emphasisEdits(entry, actual, expected, source),
        touches: ['layout'],
      },
    );
  },
});

/** The link whose text is the name. */
function linkOf({ form, links, name }: Entry): Link | undefined {
  if (form === 'plain' || form === 'html') return undefined;
  const [link] = links;
  if (link?.kind !== 'inline' && link?.kind !== 'reference') return undefined;
  // A row whose link is empty is called by its next cell.
  const isNameless = form === 'row' && link.text.trim() === '';
  return isNameless || link.text.trim() === name.trim() ? link : undefined;
}

function isAddress(name: string): boolean {
  return /^(?:https?:\/\/|www\.)\S+\.\S+$/i.test(name);
}

function isOfAddresses({ entries }: List): boolean {
  const named = entries.filter(({ url }) => url !== undefined);
  return named.filter(isNamedByAddress).length * 2 > named.length;
}

/** `[https://example.com/a](https://example.com/a)`, `[example.com/a](https://www.example.com/a/)` */
function isNamedByAddress({ name, url = '' }: Entry): boolean {
  return isAddress(name.trim()) || withoutScheme(name) === withoutScheme(url);
}

function withoutScheme(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
}

function wordingOf(entry: Entry, link: Link, ofAddresses: boolean, source: Source): Finding | undefined {
  const name = entry.name.trim();
  if (name === '' || link.text.trim() === '')
    return isEmpty(link.node) ? { reason: 'The entry has no name: its link is empty' } : undefined;
  if (isAddress(name)) return ofAddresses ? undefined : addressFinding(name, link, source);
  if (!isVague(entry)) return undefined;
  return { reason: `“${name}” does not say what the link leads to`, actual: name };
}

function isEmpty(node: Nodes): boolean {
  return (
    'children' in node && node.children.every((child) => child.type === 'text' && child.value.trim() === '')
  );
}

function addressFinding(name: string, link: Link, source: Source): Finding {
  const better = addressName(link.url);
  const inner = innerOf(link);
  const written = inner && source.text.slice(inner.start, inner.end);
  return {
    reason: `The name is an address: “${name}”`,
    actual: name,
    fix:
      better !== undefined && inner && written === name && !/[[\]\\*_`<]/.test(better)
        ? { kind: 'suggested', touches: ['text'], edits: [{ ...inner, text: better }] }
        : undefined,
  };
}

/** `| Assam | [link](…) |`: the name is in the first cell. */
function isBesideName({ form, node, namePart }: Entry): boolean {
  if (form !== 'row' || node.type !== 'tableRow') return false;
  return (rangeOf(node.children[0])?.end ?? 0) < (namePart.place.end.offset ?? 0);
}

/** Things are called so, too: a word that is in the address, or has a capital and a description, is taken for a name. */
function isVague(entry: Entry): boolean {
  const name = entry.name.trim();
  const small = name.toLowerCase();
  if (!named.has(entry.form) || !vague.has(small) || isBesideName(entry)) return false;
  // What stands under another entry belongs to that, and need not say its name again.
  if (entry.parent && !descriptionOf(entry)) return false;
  if (new RegExp(`[/._-]${small}(?:[/._-]|$)`).test(entry.url?.toLowerCase() ?? '')) return false;
  return name === small || (name !== name.toUpperCase() && !descriptionOf(entry));
}

/** Blanks between the brackets and the name. */
function paddingOf(link: Link, source: Source): Finding | undefined {
  const inner = innerOf(link);
  if (!inner) return undefined;
  const text = source.text.slice(inner.start, inner.end);
  const before = text.length - text.trimStart().length;
  const after = text.length - text.trimEnd().length;
  if (before + after === 0 || text.trim() === '' || /[\r\n]/.test(text)) return undefined;
  const edits: Edit[] = [];
  if (before > 0) edits.push({ start: inner.start, end: inner.start + before, text: '' });
  if (after > 0) edits.push({ start: inner.end - after, end: inner.end, text: '' });
  const end = link.place.end.offset ?? 0;
  // The blank may be all that sets the name off.
  if (after > 0 && /^[\p{L}\p{N}]/u.test(source.text.slice(end, end + 2)))
    edits.push({ start: end, end, text: ' ' });
  return {
    reason: `${before > 0 && after > 0 ? 'Blanks' : 'A blank'} inside the brackets of “${text.trim()}”`,
    at: source.place(inner.start, inner.end),
    fix: { kind: 'safe', touches: ['layout'], edits },
  };
}

/** What stands between the brackets of a link. */
function innerOf({ node }: Link): Range | undefined {
  if (!('children' in node)) return undefined;
  const first = rangeOf(node.children[0]);
  const last = rangeOf(node.children.at(-1));
  return first && last && { start: first.start, end: last.end };
}

function emphasisEdits(entry: Entry, actual: string, expected: string, source: Source): Edit[] | undefined {
  const link = linkOf(entry);
  const outer = link && rangeOf(link.node);
  const inner = link && innerOf(link);
  if (!outer || !inner || /\s/.test(source.text.slice(inner.start, inner.start + 1))) return undefined;
  const stripped = actual === 'plain' ? [] : strip(actual, outer, inner, source);
  if (!stripped) return undefined;
  return [...stripped, ...(expected === 'plain' ? [] : wrap(expected, outer, inner))];
}

function markerOf(value: string): string {
  return value.replace(/[[\]]/g, '');
}

/** Undefined where the marker does not stand right at the link: more than the name is emphasised, then. */
function strip(value: string, outer: Range, inner: Range, { text }: Source): Edit[] | undefined {
  const width = markerOf(value).length;
  const [start, end] = value.startsWith('[')
    ? [inner.start, inner.end - width]
    : [outer.start - width, outer.end];
  const marks = [text.slice(start, start + width), text.slice(end, end + width)];
  if (marks[0] !== marks[1] || !/^[*_]+$/.test(marks[0] ?? '')) return undefined;
  return [start, end].map((at) => ({ start: at, end: at + width, text: '' }));
}

function wrap(value: string, outer: Range, inner: Range): Edit[] {
  const { start, end } = value.startsWith('[') ? inner : outer;
  return [start, end].map((at) => ({ start: at, end: at, text: markerOf(value) }));
}
