import type { CleanList, Fault, Injection, Pick, PlainEntry } from '../injection.ts';
import { describedEntries, plainEntries, replaced } from '../injection.ts';

/** A second entry for the same resource: how its name and address are written. */
const twins: readonly (readonly [id: string, address: (url: string) => string | undefined, name?: string])[] =
  [
    ['the same', (url) => url],
    ['the same under another name', (url) => url, 'Another Kite Altogether'],
    [
      'http:// and https://',
      (url) => (url.startsWith('https:') ? url.replace('https:', 'http:') : url.replace('http:', 'https:')),
    ],
    ['www.', (url) => (/\/\/(?:www\.|github)/.test(url) ? undefined : url.replace('://', '://www.'))],
    ['a slash at the end', (url) => (url.endsWith('/') ? url.slice(0, -1) : `${url}/`)],
    ['index.html', (url) => (isForge(url) ? undefined : `${url.replace(/\/$/, '')}/index.html`)],
    ['the port', (url) => url.replace(/^(https:\/\/[^/]+)/, '$1:443')],
    [
      'the host in capitals',
      (url) =>
        url.replace(/^https?:\/\/[^/]+/, (host) => host.replace(/[^/]+$/, (name) => name.toUpperCase())),
    ],
    ['utm_source', (url) => `${url}?utm_source=list`],
    ['.git', (url) => (isForge(url) ? `${url}.git` : undefined)],
    ['#readme', (url) => (isForge(url) ? `${url}#readme` : undefined)],
    ['/tree/master', (url) => (isForge(url) ? `${url}/tree/master` : undefined)],
    [
      'a repository in capitals',
      (url) => (isForge(url) ? url.replace(/[^/]+$/, (name) => name.toUpperCase()) : undefined),
    ],
  ];

function isForge(url: string): boolean {
  return /^https:\/\/github\.com\/[^/]+\/[\w-]+$/.test(url);
}

/** Items on one line of their own, without children, in a section with others of the kind. */
function wholeLines(list: CleanList): PlainEntry[] {
  return plainEntries(list).filter(({ entry, start, end }) => {
    const lineStart = list.text.lastIndexOf('\n', start) + 1;
    return (
      !entry.parent &&
      entry.children.length === 0 &&
      /^[-*+] (?:\*\*)?$/.test(list.text.slice(lineStart, start)) &&
      entry.section.entries.filter(({ parent, form }) => !parent && form === 'item').length > 4 &&
      entry.place.end.offset! >= end
    );
  });
}

function lineOf({ text }: CleanList, { start }: PlainEntry): { start: number; end: number; text: string } {
  const from = text.lastIndexOf('\n', start) + 1;
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  return { start: from, end, text: text.slice(from, end) };
}

const duplicates: Injection[] = twins.map(([id, address, name]) => ({
  id,
  rule: 'duplicate-link',
  into(list, pick) {
    const one = pick.one(
      wholeLines(list).filter(
        ({ url, entry }) =>
          address(url) !== undefined && isOnce(list, url) && isBetween(list, entry.place.end.offset!),
      ),
    );
    if (!one) return undefined;
    // Behind another entry of the section, or of any.
    const [other] = [
      pick.one(wholeLines(list).filter(({ entry, start }) => entry !== one.entry && start > one.start)) ??
        one,
    ];
    const line = lineOf(list, other);
    const own = lineOf(list, one).text;
    const written = own.replace(
      `[${one.name}](${one.url})`,
      () => `[${name ?? one.name}](${address(one.url)})`,
    );
    return replaced(list.text, line.end, line.end, `\n${written}`, 1 + written.indexOf('['));
  },
}));

function isOnce({ list }: CleanList, url: string): boolean {
  return list.entries.filter((entry) => entry.url === url).length === 1;
}

function isBetween({ text }: CleanList, end: number): boolean {
  return end < text.length;
}

/** Lines that are written anew as a whole; the finding stands at their entry, or `from` behind the start of the line. */
const lines: readonly (readonly [
  rule: string,
  id: string,
  write: (one: PlainEntry, line: string) => string,
  from: number,
])[] = [
  [
    'entry-form',
    'an entry without a link',
    ({ name, url }, line) => line.replace(`[${name}](${url})`, name),
    0,
  ],
  ['entry-form', 'an empty entry', (_, line) => line.slice(0, 1), 0],
  [
    'entry-form',
    'a link beside the name',
    ({ name, url }, line) => line.replace(`[${name}](${url})`, `${name} ([site](${url}))`),
    0,
  ],
  ['bare-url', 'an entry that is an address', ({ url }, line) => `${line.slice(0, 2)}${url}`, 2],
  ['whitespace', 'a blank at the end', (_, line) => `${line} `, -1],
  ['whitespace', 'blanks at the end', (_, line) => `${line}   `, -1],
  ['whitespace', 'a tab at the end', (_, line) => `${line}\t`, -1],
  ['whitespace', 'a tab behind the marker', (_, line) => `${line.slice(0, 1)}\t${line.slice(2)}`, 1],
  [
    'list-item-indent',
    'two blanks behind the marker',
    (_, line) => `${line.slice(0, 1)}  ${line.slice(2)}`,
    3,
  ],
];

const written: Injection[] = lines.map(([rule, id, write, from]) => ({
  id,
  rule,
  into(list, pick) {
    const one = pick.one(wholeLines(list).filter((each) => rule !== 'entry-form' || isAmongLinks(each, id)));
    if (!one) return undefined;
    const line = lineOf(list, one);
    if (rule === 'whitespace' && /[ \t]$/.test(line.text)) return undefined;
    return replaced(
      list.text,
      line.start,
      line.end,
      write(one, line.text),
      from < 0 ? line.text.length : from,
    );
  },
}));

/** Whether all others of a section are names with links. */
function isAmongLinks({ entry }: PlainEntry, id: string): boolean {
  const others = entry.section.entries.filter((other) => other !== entry && !other.parent);
  // `Name: text` may as well be a remark.
  if (
    id === 'an entry without a link' &&
    (!entry.description || !/ [-–—] /.test(entry.separator?.text ?? ''))
  )
    return false;
  return (
    others.length >= 6 &&
    others.every(({ form, links, name }) => form === 'item' && links[0]?.text.trim() === name)
  );
}

/** Blank lines and breaks within the list. */
const breaks: Injection[] = [
  {
    id: 'an entry broken over lines',
    rule: 'hard-wrap',
    into(list, pick) {
      const long = describedEntries(list).filter(
        ({ entry, text }) => entry.form === 'item' && text.split(' ').length > 4,
      );
      const one = isUnwrapped(list) ? pick.one(long) : undefined;
      if (!one) return undefined;
      const blanks = [...one.text.matchAll(/(?<=\p{Ll}) (?=\p{Ll})/gu)].map(({ index }) => one.start + index);
      const at = pick.one(blanks);
      if (at === undefined) return undefined;
      const column = entryColumn(list, one.entry.place.start.offset!);
      return replaced(list.text, at, at + 1, `\n${' '.repeat(column + 2)}`);
    },
  },
  {
    id: 'no description but a placeholder',
    rule: 'editor-note',
    into: (list, pick) =>
      placeholder(
        list,
        pick,
        pick.one(['TODO', 'TBD', 'Description here', 'Add description here', 'Your description here'])!,
      ),
  },
];

function entryColumn({ text }: CleanList, start: number): number {
  return start - (text.lastIndexOf('\n', start - 1) + 1);
}

/** Long lines enough, and none that is broken. */
function isUnwrapped({ text }: CleanList): boolean {
  const long = text.split('\n').filter((line) => line.length > 100 && /^\s*[-*+] /.test(line));
  return long.length >= 10 && !/\p{L}\n {0,6}\p{L}/u.test(text);
}

function placeholder(list: CleanList, pick: Pick, text: string): Fault | undefined {
  const one = pick.one(describedEntries(list).filter(({ entry }) => entry.form === 'item'));
  return one && replaced(list.text, one.start, one.end, text);
}

const order: Injection = {
  id: 'an entry far from its place',
  rule: 'entry-order',
  into(list, pick) {
    const sorted = list.list.allSections.flatMap((section) => {
      const all = wholeLines(list).filter(({ entry }) => entry.section === section);
      return all.length >= 6 && all.length === section.entries.length && isSorted(all) ? [all] : [];
    });
    const sections = list.list.allSections.filter(({ entries }) => entries.length >= 5);
    if (sorted.length < 3 || sorted.length !== sections.length) return undefined;
    const all = pick.one(sorted)!;
    // The first goes to the end, so that nobody but it is out of place.
    const [first, last] = [lineOf(list, all[0]!), lineOf(list, all.at(-1)!)];
    const moved = list.text.slice(first.end + 1, last.end);
    const text = `${list.text.slice(0, first.start)}${moved}\n${first.text}${list.text.slice(last.end)}`;
    return { text, at: first.start + moved.length + 1 + first.text.indexOf('[') + 1 };
  },
};

function isSorted(entries: readonly PlainEntry[]): boolean {
  return entries.every(
    ({ name }, index) => index === 0 || entries[index - 1]!.name.toLowerCase() < name.toLowerCase(),
  );
}

export const entries: readonly Injection[] = [...duplicates, ...written, ...breaks, order];
