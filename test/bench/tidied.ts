import type { Heading } from 'mdast';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { loadCatalogue } from '../../src/catalogue.ts';
import { type Settings, settingsFor } from '../../src/config/settings.ts';
import { type Document, parse, sourceOf } from '../../src/document.ts';
import { noFacts } from '../../src/facts/facts.ts';
import { fixDocument } from '../../src/fix/fix-document.ts';
import { lint } from '../../src/lint.ts';
import { isContentsHeading } from '../../src/list/contents-heading.ts';
import { severityOf } from '../../src/message.ts';
import { remade } from './remade.ts';

/** A list in which kempt finds no error any more, or what it still finds. */
export interface Tidied {
  text: string;
  left: VFileMessage[];
  /** How many entries are left of it. */
  entries: number;
}

const mostRounds = 40;

/** Works lists over until `kempt lint --preset awesome` passes them: what can be fixed is, entries are made anew, what remains is taken out. */
export async function tidying(): Promise<(text: string) => Promise<Tidied>> {
  const config = { extends: 'awesome' as const };
  const settings = await settingsFor({ config, from: [], base: '.' }, undefined, await loadCatalogue());
  return async (text) => {
    let now = await fixed(text, settings);
    if (now.left.some(({ ruleId }) => ofTheHeader.has(ruleId ?? '')))
      now = await fixed(withHeader(now.document), settings);
    now = await fixed(remade(now.left, now.document), settings);
    for (let round = 0; round < mostRounds && now.left.length > 0; round++) {
      // What is taken out leaves gaps in the contents, and sections that are now subsections of nothing.
      const isHeader = round > 0 && now.left.every(({ ruleId }) => ofTheHeader.has(ruleId ?? ''));
      const next = isHeader ? withHeader(now.document) : without(now.left, now.document);
      if (next === now.text) break;
      now = await fixed(next, settings);
    }
    return now;
  };
}

async function fixed(text: string, settings: Settings) {
  const result = await fixDocument(new VFile({ value: text, path: 'readme.md' }), {
    kinds: ['safe', 'suggested'],
    lint: (document) => lint(document, settings, { ...noFacts, now: new Date() }),
  });
  const left = result.document.file.messages.filter((message) => severityOf(message) === 'error');
  return { text: result.text, document: result.document, left, entries: result.document.list.entries.length };
}

/** The text without the entries and blocks that findings are about. */
function without(messages: readonly VFileMessage[], document: Document): string {
  const gone = new Set<number>();
  for (const message of messages) {
    for (const { start, end } of message.places ?? [wholePlace(message)]) {
      const [from, to] = blockAround(start.line, end.line, document);
      for (let line = from; line <= to; line++) gone.add(line);
    }
  }
  return sourceOf(document.file)
    .split(/(?<=\n)/)
    .filter((_, index) => !gone.has(index + 1))
    .join('');
}

function wholePlace({ place, line = 1 }: VFileMessage) {
  if (place && 'start' in place) return place;
  return { start: { line: place?.line ?? line }, end: { line: place?.line ?? line } };
}

/** First and last line of the entry, else of the block, in which a finding is. */
function blockAround(from: number, to: number, { list, tree }: Document): [number, number] {
  const entries = list.entries.filter(({ form }) => form !== 'heading');
  const around = [
    ...entries.map(({ node }) => node),
    ...(list.contents?.items ?? []).map(({ node }) => node),
    ...tree.children,
  ]
    .flatMap(({ position }) =>
      position ? [[position.start.line, position.end.line] as [number, number]] : [],
    )
    .filter(([start, end]) => start <= from && end >= to);
  return around.sort(([a, b], [c, d]) => b - a - (d - c))[0] ?? [from, to];
}

const ofTheHeader = new Set(['title', 'tagline', 'contents', 'awesome-badge', 'ci-badge']);
const unlisted = new Set(['Contributing', 'Footnotes', 'Related Lists']);

/** The header that sindresorhus/awesome asks for, with contents made anew, and all sections from the first one on. */
function withHeader(document: Document): string {
  const { list, file, tree } = withSection(withLevels(withoutContents(withOneTitle(document))));
  const text = sourceOf(file);
  const start = list.allSections.find(({ depth }) => depth > 1)?.place.start.offset ?? 0;
  const items = list.headings
    .filter(({ node }) => tree.children.some((block) => block === node))
    .filter(({ depth, place, text }) => depth === 2 && place.start.offset! >= start && !unlisted.has(text))
    .map(({ text, slug }) => `- [${text}](#${slug})\n`);
  const badge = '[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)';
  return `# Awesome List ${badge}\n\n> Leaves, buds and blossoms to brew.\n\n## Contents\n\n${items.join('')}\n${text.slice(start)}`;
}

/** Entries under no heading get one. */
function withSection(document: Document): Document {
  const { list, file } = document;
  if (list.allSections.some(({ depth }) => depth > 1)) return document;
  const text = sourceOf(file).slice(list.title?.place.end.offset ?? 0);
  return parse(new VFile(`# Awesome List\n\n## Leaves\n\n${text}`));
}

function withoutContents(document: Document): Document {
  const { contents, allSections } = document.list;
  const text = sourceOf(document.file);
  // Of contents that were taken out item by item the heading is left.
  const left = allSections.find(
    ({ title, place, entries }) =>
      place !== contents?.section?.place && isContentsHeading(title) && entries.length === 0,
  );
  if (!contents && !left) return document;
  const start = (contents?.section?.heading?.position ?? contents?.place ?? left!.place).start.offset!;
  const end = (contents?.place ?? left!.place).end.offset!;
  return withoutContents(parse(new VFile(text.slice(0, start) + text.slice(end))));
}

/** Lowers all headings by a level where several are at the top. */
function withOneTitle(document: Document): Document {
  const headings = headingsOf(document);
  if (headings.filter(({ depth }) => depth === 1).length < 2) return document;
  return releveled(document, (depth) => Math.min(6, depth + 1));
}

/** Raises headings that are more than a level below what they stand under. */
function withLevels(document: Document): Document {
  let last = 1;
  return releveled(document, (depth) => {
    last = Math.min(depth, last + 1);
    return last;
  });
}

function releveled(document: Document, levelOf: (depth: number) => number): Document {
  const levels = new Map(
    headingsOf(document).map(({ position, depth }) => [position!.start.offset, levelOf(depth)]),
  );
  const text = sourceOf(document.file).replace(/^#+(?=[ \t])/gm, (marks, at) =>
    '#'.repeat(levels.get(at) ?? marks.length),
  );
  return parse(new VFile(text));
}

function headingsOf({ tree }: Document): Heading[] {
  return tree.children.filter((node) => node.type === 'heading');
}
