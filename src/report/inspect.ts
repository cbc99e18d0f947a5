import type { Position } from 'unist';
import type { Entry, List, Section } from '../list/types.ts';

export interface InspectOptions {
  colour: boolean;
  /** Columns that a line may take. */
  width: number;
}

/** The model as a tree to be read: what kempt understood of a list. */
export function inspectTree(list: List, options: InspectOptions): string {
  const paint = painter(options.colour);
  const lines = [...headLines(list, paint), ''];
  const rows: Row[] = [];
  for (const section of list.sections) sectionRows(section, 0, rows);
  for (const row of rows) lines.push(rowLine(row, paint, options.width));
  const { length } = list.entries;
  lines.push('', `${length} ${plural(length, 'entry', 'entries')}, ${list.links.length} links`);
  return `${lines.join('\n')}\n`;
}

type Paint = Record<'bold' | 'dim' | 'cyan' | 'green', (text: string) => string>;

function painter(colour: boolean): Paint {
  const style = (start: number, end: number) => (text: string) =>
    colour && text !== '' ? `\u001B[${start}m${text}\u001B[${end}m` : text;
  return { bold: style(1, 22), dim: style(2, 22), cyan: style(36, 39), green: style(32, 39) };
}

function headLines(list: List, { bold, dim }: Paint): string[] {
  const contents = list.contents && {
    items: list.contents.items.length,
    form: list.contents.form,
    where: list.contents.section?.title ?? 'no heading of its own',
  };
  const facts: [string, string | undefined][] = [
    ['title', list.title?.text],
    ['tagline', list.tagline?.text],
    ['badge', list.badge?.url],
    [
      'contents',
      contents &&
        `${contents.items} ${plural(contents.items, 'item', 'items')} (${contents.form}, ${contents.where})`,
    ],
    ['generated', list.generatedFrom === true ? 'yes' : list.generatedFrom && `from ${list.generatedFrom}`],
  ];
  return facts.map(
    ([name, value]) => `${dim(name.padEnd(9))} ${value === undefined ? dim('none') : bold(visible(value))}`,
  );
}

interface Row {
  depth: number;
  section?: Section;
  entry?: Entry;
}

// Both trees may be deep: rows are gathered with a stack, not by recursion.
function sectionRows(section: Section, depth: number, rows: Row[]): void {
  const waiting: Row[] = [{ depth, section }];
  while (waiting.length > 0) {
    const row = waiting.pop()!;
    if (row.section && (row.section.depth > 0 || row.section.entries.length > 0)) rows.push(row);
    else if (row.entry) rows.push(row);
    const { entries, sections } = row.section ?? { entries: row.entry!.children, sections: [] };
    const below: Row[] = entries.map((entry) => ({ depth: row.depth + 1, entry }));
    for (const one of sections) below.push({ depth: row.depth + 1, section: one });
    for (let index = below.length - 1; index >= 0; index--) waiting.push(below[index]!);
  }
}

/** Deeper than this a tree is not indented any further. */
const deepest = 12;

function rowLine({ depth, section, entry }: Row, paint: Paint, width: number): string {
  const indent = '  '.repeat(Math.min(depth, deepest));
  if (section) {
    const { length } = section.entries;
    const count = length === 0 ? '' : ` ${length} ${plural(length, 'entry', 'entries')}`;
    const title = section.depth === 0 ? '(before the first heading)' : visible(section.title) || '(no title)';
    return `${indent}${paint.bold(shorten(title, width - indent.length - count.length))}${paint.dim(count)}`;
  }
  return `${indent}${entryLine(entry!, paint, width - indent.length)}`;
}

function entryLine(entry: Entry, { cyan, green, dim }: Paint, width: number): string {
  const form = entry.form.padEnd(8);
  const name = shorten(visible(entry.name) || '(no name)', Math.max(12, Math.floor(width / 3)));
  const line = `${entry.place.start.line}`.padStart(5);
  let left = width - form.length - line.length - name.length - 4;
  const pieces = [cyan(form), dim(line), name];
  const add = (text: string | undefined, style: (text: string) => string) => {
    if (text === undefined || text === '' || left < 8) return;
    const short = shorten(visible(text), left);
    left -= short.length + 1;
    pieces.push(style(short));
  };
  add(entry.url && shorten(visible(entry.url), 48), green);
  add(entry.venue && `«${entry.venue.text}»`, String);
  add(entry.extras.map(({ kind, text }) => `{${kind}${text ? ` ${text}` : ''}}`).join(''), dim);
  add(entry.description?.text, String);
  return pieces.join(' ');
}

function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

function shorten(text: string, width: number): string {
  return text.length <= width ? text : `${[...text.slice(0, Math.max(1, width - 1))].join('')}…`;
}

/** Control characters, and those that turn the direction of text, escaped: a list must not drive the terminal. */
function visible(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(
      /[\p{Control}\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu,
      (char) => `\\u{${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}}`,
    );
}

/** The version of the JSON that `inspectJson` writes; raised when a field changes its meaning. */
const version = 1;

/** The model as JSON: sections with their entries, these with their children, plain values only. */
export function inspectJson(list: List): string {
  const sections = new Map(list.allSections.map((section) => [section, sectionJson(section)]));
  const entries = new Map(list.entries.map((entry) => [entry, entryJson(entry)]));
  for (const [entry, json] of entries) json.children = entry.children.map((child) => entries.get(child)!);
  for (const [section, json] of sections) {
    json.entries = section.entries.map((entry) => entries.get(entry)!);
    json.sections = section.sections.map((inner) => sections.get(inner)!);
  }
  const { title, badge, tagline, contents, generatedFrom } = list;
  return `${JSON.stringify(
    {
      version,
      title: title?.text ?? null,
      badge: badge?.url ?? null,
      tagline: tagline?.text ?? null,
      generatedFrom: generatedFrom ?? null,
      contents: contents
        ? {
            form: contents.form,
            generated: contents.generated,
            ...pointOf(contents.place),
            items: contents.items.map(({ text, fragment, depth, place }) => ({
              text,
              fragment: fragment ?? null,
              depth,
              ...pointOf(place),
            })),
          }
        : null,
      counts: { entries: list.entries.length, sections: list.allSections.length, links: list.links.length },
      sections: list.sections.map((section) => sections.get(section)!),
    },
    null,
    2,
  )}\n`;
}

interface SectionJson {
  title: string;
  depth: number;
  slug: string;
  line: number;
  column: number;
  entries: EntryJson[];
  sections: SectionJson[];
}

interface EntryJson {
  form: string;
  name: string;
  url: string | null;
  separator: string | null;
  description: string | null;
  venue: { text: string; emphasis: string; separator: string } | null;
  extras: { kind: string; where: string; text: string }[];
  line: number;
  column: number;
  children: EntryJson[];
}

function sectionJson({ title, depth, slug, place }: Section): SectionJson {
  return { title, depth, slug, ...pointOf(place), entries: [], sections: [] };
}

function entryJson({ form, name, url, separator, description, venue, extras, place }: Entry): EntryJson {
  return {
    form,
    name,
    url: url ?? null,
    separator: separator?.text ?? null,
    description: description?.text ?? null,
    venue: venue ? { text: venue.text, emphasis: venue.emphasis, separator: venue.separator } : null,
    extras: extras.map(({ kind, where, text }) => ({ kind, where, text })),
    ...pointOf(place),
    children: [],
  };
}

function pointOf({ start }: Position): { line: number; column: number } {
  return { line: start.line, column: start.column };
}
