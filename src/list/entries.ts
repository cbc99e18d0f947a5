import { type Candidates, findCandidates } from './candidates.ts';
import type { CitationMode, Draft } from './draft.ts';
import { headingDraft } from './heading-entries.ts';
import { citationMode, itemDrafts } from './items.ts';
import type { Line } from './line.ts';
import type { OutlineEvent } from './outline.ts';
import { partOf, placeOf, type Reading } from './reading.ts';
import type { SectionBlock, SectionTree } from './section-tree.ts';
import { nodesWithin } from './tokens.ts';
import type { Entry, Section } from './types.ts';

/** Reads all entries, and hangs them into their sections. */
export function readEntries(
  tree: SectionTree,
  contents: ReadonlySet<OutlineEvent>,
  titleSection: Section | undefined,
  reading: Reading,
): Entry[] {
  const candidates = findCandidates(tree, contents, titleSection, reading);
  const entries: Entry[] = [];
  for (const section of tree.all) {
    const drafts: Draft[] = [];
    for (const block of tree.blocks.get(section)!) {
      if (block.kind === 'block' && contents.has(block)) continue;
      const found = draftsOf(block, candidates, reading);
      for (const draft of found) drafts.push(draft);
      if (found.length === 0 && block.kind === 'block') section.prose.push(block.node);
    }
    for (const entry of build(drafts, section, reading)) entries.push(entry);
  }
  // What an entry holds may hold entries itself: a link belongs to the innermost.
  for (const link of reading.links.all) link.entry?.links.push(link);
  return entries.sort((one, other) => one.place.start.offset! - other.place.start.offset!);
}

function draftsOf(block: SectionBlock, candidates: Candidates, reading: Reading): Draft[] {
  if (block.kind === 'heading entry') return [headingDraft(block, reading)];
  const { node } = block;
  if (node.type === 'table') return candidates.tables.get(block) ?? [];
  if (node.type === 'html') return candidates.html.get(block) ?? [];
  if (node.type === 'list') return itemDrafts([node], reading);
  return candidates.blocks.get(block)?.drafts ?? itemDrafts([node], reading);
}

interface Level {
  drafts: readonly Draft[];
  parent: Entry | undefined;
}

/** Makes entries of drafts and of what is nested in them. */
function build(drafts: readonly Draft[], section: Section, reading: Reading): Entry[] {
  const entries: Entry[] = [];
  const waiting: Level[] = [{ drafts, parent: undefined }];
  while (waiting.length > 0) {
    const level = waiting.pop()!;
    const mode = citationMode(level.drafts);
    for (const draft of level.drafts) {
      const entry = entryFrom(draft, mode, section, level.parent, reading);
      entries.push(entry);
      (level.parent?.children ?? section.entries).push(entry);
      const nested = draft.nested.length > 0 ? itemDrafts(draft.nested, reading) : [];
      if (nested.length > 0) waiting.push({ drafts: nested, parent: entry });
    }
  }
  return entries;
}

function entryFrom(
  draft: Draft,
  mode: CitationMode,
  section: Section,
  parent: Entry | undefined,
  reading: Reading,
): Entry {
  const isCitable = mode === 'among citations' || draft.citation === 'sure';
  const line = draft.read(isCitable ? mode : 'none');
  const name = line?.name;
  const { start } = draft.span;
  const entry: Entry = {
    form: formOf(draft, line, mode),
    name: name?.text ?? '',
    url: name?.url,
    namePart: partOf(reading, name?.text ?? '', name ?? { start, end: start }),
    nameEmphasis: name?.emphasis ?? { mark: '', inside: false },
    ...partsOf(draft, line, reading),
    links: [],
    children: [],
    parent,
    section,
    depth: (parent?.depth ?? 0) + 1,
    node: draft.node,
    place: placeOf(reading, draft.span),
  };
  for (const block of draft.blocks) {
    for (const link of reading.links.within(block)) link.entry = entry;
  }
  return entry;
}

function formOf(draft: Draft, line: Line | undefined, mode: CitationMode): Entry['form'] {
  if (line?.name.url === undefined) return draft.form === 'heading' ? 'heading' : 'plain';
  if (draft.citation === undefined || mode === 'none') return draft.form;
  const isCitation =
    mode === 'among citations' ? line.name.sentenceFrom === undefined : draft.citation === 'sure';
  return isCitation ? 'citation' : draft.form;
}

function partsOf(draft: Draft, line: Line | undefined, reading: Reading) {
  const { separator, description, venue, extras = [] } = line ?? {};
  const { text } = reading.source;
  return {
    separator: separator && {
      text: text.slice(separator.start, separator.end),
      place: placeOf(reading, separator),
    },
    description: description && partOf(reading, description.text, description),
    descriptionNodes: description ? nodesWithin(draft.inline, description, reading) : [],
    venue: venue && {
      ...partOf(reading, venue.text, venue),
      emphasis: venue.emphasis,
      separator: venue.separator,
    },
    extras: extras.map((extra) => ({
      ...partOf(reading, extra.text, extra),
      kind: extra.kind,
      where: extra.where,
    })),
  };
}
