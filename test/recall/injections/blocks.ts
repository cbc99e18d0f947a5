import type { Section } from '../../../src/list/types.ts';
import type { CleanList, Injection, Pick } from '../injection.ts';
import { replaced } from '../injection.ts';

/** Sections below the title, written with hashes at the start of a line, with entries in them. */
function sections({ list, text }: CleanList): Section[] {
  return list.allSections.filter(
    ({ heading, entries, depth, place }) =>
      heading?.type === 'heading' &&
      depth > 1 &&
      entries.length > 0 &&
      /^#+ \S[^\n]*$/.test(text.slice(place.start.offset, place.end.offset)),
  );
}

const startOf = ({ place }: Section) => place.start.offset!;
const endOf = ({ place }: Section) => place.end.offset!;

/** Lines that are put before a section; the finding is `from` behind their start. */
const before: readonly (readonly [
  rule: string,
  id: string,
  lines: (section: Section) => string,
  from: number,
])[] = [
  ['title', 'a second title', () => '# Another Title\n\nWords.\n\n', 0],
  [
    'heading-unique',
    'a heading twice',
    ({ depth, title }) => `${'#'.repeat(depth)} ${title}\n\nWords.\n\n`,
    -1,
  ],
  ['whitespace', 'two blank lines', () => '\n', 0],
  ['whitespace', 'three blank lines', () => '\n\n', 0],
  ['whitespace', 'a blank line with blanks', () => 'Words.\n  \n', 7],
  ['image-alt', 'an image without text, alone', () => '![](kite.png)\n\n', 0],
  [
    'no-duplicate-definitions',
    'a definition twice',
    () => '[a-kite]: https://k.example\n[a-kite]: https://l.example\n\n[a-kite]\n\n',
    28,
  ],
  [
    'no-undefined-references',
    '[a][b]',
    () => '[a-kite]: https://k.example\n\n[a-kite] or [more][nowhere]\n\n',
    41,
  ],
  [
    'no-unneeded-full-reference-link',
    '[a][a]',
    () => '[a-kite]: https://k.example\n\n[a-kite][a-kite]\n\n',
    29,
  ],
  ['no-unused-definitions', 'a definition for nothing', () => '[a-kite]: https://k.example\n\n', 0],
  ['no-emphasis-as-heading', 'emphasis for a heading', () => '**More kites**\n\nWords of them.\n\n', 0],
  ['no-blockquote-without-marker', 'a quote without a marker', () => '> Words\nof somebody.\n\n', 8],
  ['no-shell-dollars', 'dollars before commands', () => '```sh\n$ fly kite\n$ land kite\n```\n\n', 0],
  ['unused-disable', 'a comment that silences nothing', () => '<!-- lint disable bare-url -->\n\n', 0],
  [
    'table-shape',
    'a cell too many',
    () => '| A | B |\n| --- | --- |\n| one | two |\n| three | four | five |\n\n',
    53,
  ],
  [
    'table-shape',
    'a cell too few',
    () => '| A | B |\n| --- | --- |\n| one | two |\n| three | four |\n| five |\n\n',
    55,
  ],
];

const put: Injection[] = before.map(([rule, id, lines, from]) => ({
  id,
  rule,
  into(list, pick) {
    const section = pick.one(sections(list).filter((each) => isApart(list, each)));
    if (!section) return undefined;
    const written = lines(section);
    const fault = replaced(list.text, startOf(section), startOf(section), written, Math.max(from, 0));
    return from < 0 ? { ...fault, at: fault.at + written.length } : fault;
  },
}));

/** A blank line before it, and words or a list before that. */
function isApart({ text }: CleanList, section: Section): boolean {
  return /[^\s>-]\n\n$/.test(text.slice(Math.max(0, startOf(section) - 4), startOf(section)));
}

/** A heading that is written anew. */
const headings: readonly (readonly [
  rule: string,
  id: string,
  write: (section: Section) => string,
  from: number | ((section: Section) => number),
])[] = [
  [
    'heading-order',
    'a level that is left out',
    ({ title, depth }) => `${'#'.repeat(depth)} ${title}\n\n${'#'.repeat(depth + 2)} Deeper\n\nWords.`,
    -1,
  ],
  [
    'heading-syntax',
    'a heading without a blank behind its marks',
    ({ title, depth }) => `${'#'.repeat(depth)}${title}`,
    0,
  ],
  [
    'comment-syntax',
    'a comment that is not closed',
    ({ title, depth }) => `<!-- to be sorted ->\n\n${'#'.repeat(depth)} ${title}`,
    0,
  ],
  [
    'empty-section',
    'an empty section',
    ({ title, depth }) => `${'#'.repeat(depth)} Nothing Yet\n\n${'#'.repeat(depth)} ${title}`,
    0,
  ],
  [
    'no-heading-content-indent',
    'two blanks behind the hashes',
    ({ title, depth }) => `${'#'.repeat(depth)}  ${title}`,
    ({ depth }) => depth + 2,
  ],
  [
    'no-heading-indent',
    'a blank before the hashes',
    ({ title, depth }) => ` ${'#'.repeat(depth)} ${title}`,
    1,
  ],
  [
    'heading-style',
    'a heading that is closed',
    ({ title, depth }) => `${'#'.repeat(depth)} ${title} ${'#'.repeat(depth)}`,
    0,
  ],
];

const rewritten: Injection[] = headings.map(([rule, id, write, from]) => ({
  id,
  rule,
  into(list, pick) {
    const section = pick.one(
      sections(list).filter(
        (each) =>
          hasPlainTitle(list, each) && (id !== 'a level that is left out' || each.sections.length === 0),
      ),
    );
    if (!section) return undefined;
    const written = write(section);
    return replaced(
      list.text,
      startOf(section),
      endOf(section),
      written,
      typeof from === 'function' ? from(section) : from < 0 ? written.indexOf('\n\n') + 2 : from,
    );
  },
}));

function hasPlainTitle({ text }: CleanList, section: Section): boolean {
  return text.slice(startOf(section), endOf(section)) === `${'#'.repeat(section.depth)} ${section.title}`;
}

const contents: Injection[] = [
  contentsFault(
    'a fragment that leads nowhere',
    (item) => `[${item.text}](#no-such-heading)`,
    (item) => item.text.length + 3,
  ),
  contentsFault(
    'a letter missing in the fragment',
    (item) => `[${item.text}](#${item.fragment.slice(0, -1)})`,
    (item) => item.text.length + 3,
  ),
  contentsFault('a word more in the text', (item) => `[${item.text}s](#${item.fragment})`, undefined),
  {
    id: 'a section that is missing',
    rule: 'contents',
    into(list, pick) {
      const item = pick.one(contentsItems(list));
      const section = item && list.list.allSections.find(({ slug }) => slug === item.fragment);
      if (!item || !section) return undefined;
      const text = list.text.slice(0, item.line.start) + list.text.slice(item.line.end + 1);
      return { text, at: startOf(section) - (item.line.end + 1 - item.line.start) };
    },
  },
  {
    id: 'an item twice',
    rule: 'contents',
    into(list, pick) {
      const items = contentsItems(list);
      const item = pick.one(items);
      if (!item) return undefined;
      const line = list.text.slice(item.line.start, item.line.end);
      return replaced(list.text, item.line.end, item.line.end, `\n${line}`, 1 + line.indexOf('['));
    },
  },
  {
    id: 'an item for nothing',
    rule: 'contents',
    into(list, pick) {
      const item = pick.one(contentsItems(list));
      if (!item) return undefined;
      const line = list.text
        .slice(item.line.start, item.line.end)
        .replace(/\[.*/, '[Nothing](#nothing-of-the-kind)');
      return replaced(list.text, item.line.end, item.line.end, `\n${line}`, 1 + line.indexOf('#'));
    },
  },
  {
    id: 'an item out of order',
    rule: 'contents',
    into(list, pick) {
      const items = contentsItems(list);
      // The first behind the others: it alone is out of place.
      const [first, last] = [items[0], items.at(-1)];
      if (!first || !last || items.length < 4 || pick.below(1) > 0) return undefined;
      const line = list.text.slice(first.line.start, first.line.end);
      const others = list.text.slice(first.line.end + 1, last.line.end);
      if (others.split('\n').length !== items.length - 1) return undefined;
      const text = `${list.text.slice(0, first.line.start)}${others}\n${line}${list.text.slice(last.line.end)}`;
      return { text, at: first.line.start + others.length + 1 + line.indexOf('[') };
    },
  },
  {
    id: 'no contents',
    rule: 'contents',
    into(list) {
      const { contents: own, title, entries } = list.list;
      const start = own?.section?.place.start.offset;
      const end = own?.place.end.offset;
      if (
        start === undefined ||
        end === undefined ||
        !title ||
        sections(list).length < 5 ||
        entries.length < 41
      )
        return undefined;
      const text = list.text.slice(0, start) + list.text.slice(end).replace(/^\n+/, '');
      return { text, at: title.place.start.offset! };
    },
  },
];

interface Item {
  text: string;
  fragment: string;
  line: { start: number; end: number };
  start: number;
}

/** Items of contents that stand on one line, whose section is there and called so. */
function contentsItems({ list, text }: CleanList): Item[] {
  const items = list.contents?.form === 'list' && !list.contents.generated ? list.contents.items : [];
  return items.flatMap((item) => {
    const start = item.link?.place.start.offset;
    if (start === undefined || item.fragment === undefined) return [];
    const line = { start: text.lastIndexOf('\n', start) + 1, end: text.indexOf('\n', start) };
    const isPlain = /^[-*+] \[[^\][]+\]\(#[^)]+\)$/.test(text.slice(line.start, line.end));
    const heading = list.headings.filter(({ slug }) => slug === item.fragment);
    const named = list.headings.filter(({ text: title }) => title === item.text);
    const isOnce = items.filter(({ fragment }) => fragment === item.fragment).length === 1;
    return isPlain &&
      isOnce &&
      heading.length === 1 &&
      named.length === 1 &&
      item.depth === 1 &&
      item.text === heading[0]!.text
      ? [{ text: item.text, fragment: item.fragment, line, start }]
      : [];
  });
}

function contentsFault(
  id: string,
  write: (item: Item) => string,
  from: ((item: Item) => number) | undefined,
): Injection {
  return {
    id,
    rule: 'contents',
    into(list, pick) {
      const item = pick.one(contentsItems(list).filter((one) => [...one.text].length > 5));
      if (!item) return undefined;
      const fault = replaced(list.text, item.start, item.line.end, write(item), from?.(item) ?? 0);
      return from ? fault : { ...fault, at: item.start };
    },
  };
}

const wholes: Injection[] = [
  {
    id: 'no title',
    rule: 'title',
    into({ text }) {
      return /^# [^\n]*\n\n/.test(text) ? { text: text.replace(/^# [^\n]*\n\n/, ''), at: 0 } : undefined;
    },
  },
  {
    id: 'a section before the title',
    rule: 'title',
    into({ text }) {
      const before = '## News\n\nWords.\n\n';
      return /^# /.test(text) ? { text: before + text, at: before.length } : undefined;
    },
  },
  {
    id: 'no newline at the end',
    rule: 'whitespace',
    into: ({ text }) =>
      /[^\s]\n$/.test(text) ? { text: text.slice(0, -1), at: text.length - 1 } : undefined,
  },
  {
    id: 'a blank line at the end',
    rule: 'whitespace',
    into: ({ text }) => (/[^\s]\n$/.test(text) ? { text: `${text}\n`, at: text.length } : undefined),
  },
  {
    id: 'one line that ends in CRLF',
    rule: 'whitespace',
    into({ text }, pick) {
      if (text.includes('\r')) return undefined;
      const at = pick.one([...text.matchAll(/\n/g)].map(({ index }) => index));
      return at === undefined ? undefined : replaced(text, at, at + 1, '\r\n');
    },
  },
  {
    id: 'another bullet',
    rule: 'unordered-list-marker-style',
    into({ text, list }, pick) {
      const [bullet, other] = [/^[-*+](?= )/m.exec(text)?.[0], pick.one(['-', '*', '+'])!];
      const isSole = !['-', '*', '+'].some((one) => one !== bullet && text.includes(`\n${one} `));
      const items = list.entries.filter(({ node, parent }) => node.type === 'listItem' && !parent);
      const one = isSole && items.length > 20 && bullet !== other ? pick.one(items) : undefined;
      const start = one?.place.start.offset;
      return start === undefined ? undefined : replaced(text, start, start + 1, other);
    },
  },
];

const outsiders: Injection[] = [
  cell('a value in another case', () => 'no'),
  cell('a value as code', () => '`No`'),
  cell('a value of another kind', () => 'Perhaps'),
  cell('no value', () => ' '),
];

/** Writes a cell `No` of the last column anew. */
function cell(id: string, write: () => string): Injection {
  return {
    id,
    rule: 'table-shape',
    into({ text }, pick) {
      const cells = [...text.matchAll(/ \| (?:No|Yes) \|$/gm)];
      const one = cells.length >= 30 ? pick.one(cells.filter(([all]) => all.includes('No'))) : undefined;
      if (!one) return undefined;
      const start = one.index + 3;
      const written = write();
      return replaced(text, start, start + 2, written, written === ' ' ? -2 : 0);
    },
  };
}

function local(
  id: string,
  known: NonNullable<ReturnType<Injection['into']>>['localTargets'],
  target: string,
): Injection {
  return {
    id,
    rule: 'local-link',
    into(list: CleanList, pick: Pick) {
      const section = pick.one(sections(list).filter((each) => isApart(list, each)));
      if (!section) return undefined;
      const fault = replaced(list.text, startOf(section), startOf(section), `See [more](${target}).\n\n`, 11);
      return { ...fault, ...(known && { localTargets: known }) };
    },
  };
}

const locals: Injection[] = [
  local('a file that is not there', { 'more.md': { exists: false } }, 'more.md'),
  local('a file in another case', { 'more.md': { exists: false, otherCase: 'More.md' } }, 'more.md'),
  local('a file outside', { '../../more.md': { exists: false, outside: true } }, '../../more.md'),
  local(
    'a heading that is not there',
    { 'more.md': { exists: true, kind: 'file', anchors: new Set(['kites']) } },
    'more.md#winds',
  ),
];

export const blocks: readonly Injection[] = [
  ...put,
  ...rewritten,
  ...contents,
  ...wholes,
  ...outsiders,
  ...locals,
];
