import { anchorsOf, fragmentFor } from '../anchors.ts';
import { isContentsHeading } from '../list/contents-heading.ts';
import type { Contents, ContentsItem, List, Section } from '../list/types.ts';
import type { Fix } from '../message.ts';
import type { Finding } from '../rule.ts';
import type { Source } from '../source.ts';
import { sectionsBefore } from './before.ts';
import { removeEdit, repointEdit } from './edits.ts';
import { unwanted } from './missing.ts';

/** What sindresorhus/awesome demands of a table of contents beside that it is right. */
export function* demandsOn(list: List, contents: Contents, source: Source): Generator<Finding> {
  const section = headed(contents);
  const at = section?.place ?? contents.place;
  const [before] = sectionsBefore(list, contents);
  if (before) yield { reason: `The contents have to be the first section, before “${before.title}”`, at };
  const name = section?.title;
  if (name !== 'Contents') {
    yield {
      reason: `The contents have to be called “Contents”, not “${name ?? ''}”`,
      at,
      expected: ['Contents'],
      fix: renaming(list, section, source),
    };
  } else if (section?.heading?.type !== 'heading') {
    yield { reason: 'The contents are named in HTML, expected the heading “## Contents”', at };
  } else if (section.depth !== 2) {
    yield { reason: `The contents have a heading of level ${section.depth}, expected level 2`, at };
  }
  yield* listFaults(contents);
  const [entry] = contents.section?.entries ?? [];
  if (entry)
    yield { reason: `“${entry.name}” stands between the contents and the first section`, at: entry.place };
  for (const item of contents.items) {
    const fix = removal(item, contents, source);
    if (unwanted.has(item.text.trim()))
      yield { reason: `The contents must not list “${item.text}”`, at: item.place, fix };
    else if (item.fragment !== undefined && item.fragment === section?.slug)
      yield { reason: 'The contents list themselves', at: item.place, fix };
    else if (item.fragment === undefined)
      yield { reason: `“${item.text}” in the contents leads to no section`, at: item.place };
  }
  yield* anchorFaults(list, contents);
  const deep = contents.items.filter(({ depth }) => depth > mostDepth);
  const many = deep.length > 1 ? ` and ${deep.length - 1} more` : '';
  if (deep[0])
    yield ofAll(deep, `The contents are nested more than one level deep, as in “${deep[0].text}”${many}`);
  yield* levelFaults(list, contents);
}

/** The section whose heading names the contents: theirs, or the one around the `<details>` that they are folded into. */
function headed({ section }: Contents): Section | undefined {
  const isFolded = section?.slug === '' && section.parent && isContentsHeading(section.parent.title);
  return isFolded ? section.parent : section;
}

/** Links by an anchor of one's own, or encoded: they work, but sindresorhus/awesome wants those that headings have by themselves. */
function* anchorFaults(list: List, { items, generated }: Contents): Generator<Finding> {
  const anchors = anchorsOf(list);
  for (const item of items) {
    const { fragment, text, link } = item;
    if (fragment === undefined || !anchors.has(fragment)) continue;
    const named = anchors.meantBy('', text);
    const heading = anchors.headingOf(fragment) ?? (named?.text === text ? named : undefined);
    if (!heading) yield { reason: `“${text}” in the contents leads to no section`, at: item.place };
    if (!heading || bare(fragment) === bare(heading.slug)) continue;
    const expected = fragmentFor(heading);
    const edits = generated ? undefined : repointEdit(item, heading);
    yield {
      reason: `“${text}” leads to its section by “#${fragment}”, expected “#${expected}”`,
      at: link?.urlPlace ?? item.place,
      actual: `#${fragment}`,
      expected: [`#${expected}`],
      fix: edits && { kind: 'safe', touches: ['links'], edits },
    };
  }
}

/** Without what emoji and badges leave behind in an anchor. */
function bare(fragment: string): string {
  return fragment.replace(/%EF%B8%8[EF]|%E2%83%A3|[\uFE0E\uFE0F\u20E3]/gi, '').replace(/-+$/, '');
}

/** Takes an item out. */
function removal(item: ContentsItem, { items, generated }: Contents, source: Source): Fix | undefined {
  const edits = generated ? undefined : removeEdit(item, items, source);
  return edits && { kind: 'safe', touches: ['text', 'links', 'layout'], edits };
}

/** Calls the contents “Contents”, where no link leads to the name they have. */
function renaming({ links }: List, section: Section | undefined, source: Source): Fix | undefined {
  const start = section?.place.start.offset;
  if (!section || start === undefined || links.some(({ url }) => url === `#${section.slug}`))
    return undefined;
  const before = /^#+[ \t]+/.exec(source.slice(section.place))?.[0];
  const at = start + (before?.length ?? 0);
  if (before === undefined || !source.text.startsWith(section.title, at)) return undefined;
  const edits = [{ start: at, end: at + section.title.length, text: 'Contents' }];
  return { kind: 'suggested', touches: ['text'], edits };
}

const mostDepth = 2;

function* listFaults({ form, nodes, place, items }: Contents): Generator<Finding> {
  if (form !== 'list') yield { reason: 'The contents have to be a list', at: place };
  const lists = nodes.filter(({ type }) => type === 'list');
  if (lists.length > 1)
    yield { reason: `The contents are ${lists.length} lists, expected one`, at: lists[1]?.position };
  for (const [index, item] of items.entries()) {
    const previous = items[index - 1];
    if (form === 'list' && previous?.place.start.line === item.place.start.line)
      yield {
        reason: `“${item.text}” shares a line of the contents with “${previous.text}”`,
        at: item.place,
      };
  }
}

/** An item at the top stands for a section of level 2, one under it for one of level 3. */
function* levelFaults(list: List, { items }: Contents): Generator<Finding> {
  const anchors = anchorsOf(list);
  const elsewhere = items.filter(({ fragment, depth }) => {
    const heading = fragment === undefined || depth > mostDepth ? undefined : anchors.headingOf(fragment);
    return heading !== undefined && heading.depth !== depth + 1;
  });
  const [first] = elsewhere;
  if (!first) return;
  const level = anchors.headingOf(first.fragment!)!.depth;
  const many = elsewhere.length > 1 ? ` (${elsewhere.length - 1} more are alike)` : '';
  yield ofAll(
    elsewhere,
    `“${first.text}” is at level ${first.depth} of the contents, its heading at level ${level}, expected ${first.depth + 1}${many}`,
  );
}

function ofAll(items: readonly ContentsItem[], reason: string): Finding {
  const places = items.map(({ place }) => place);
  return { reason, at: places[0], places };
}
