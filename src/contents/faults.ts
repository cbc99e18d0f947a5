import { type Anchors, anchorsOf, wordsOf } from '../anchors.ts';
import type { Contents, ContentsItem, HeadingInfo, List } from '../list/types.ts';
import { editDistance } from '../nearest.ts';
import { missingSections, sectionsToList } from './missing.ts';
import { outOfOrder } from './order.ts';

/** What can be wrong with one item of a table of contents, or with one heading that has none. */
export type ContentsFault =
  /** The item leads nowhere; `meant` is certain where its text is the heading's. */
  | { kind: 'dead'; item: ContentsItem; meant: HeadingInfo | undefined; certain: boolean }
  /** The item's text is one heading's, its link another's. */
  | { kind: 'astray'; item: ContentsItem; heading: HeadingInfo; meant: HeadingInfo }
  | { kind: 'repeated'; item: ContentsItem; first: ContentsItem }
  /** The item's text is nearly its heading's. */
  | { kind: 'text'; item: ContentsItem; heading: HeadingInfo }
  | {
      kind: 'missing';
      heading: HeadingInfo;
      after: ContentsItem | undefined;
      before: ContentsItem | undefined;
    }
  /** The item belongs behind another, or to the top. */
  | { kind: 'order'; item: ContentsItem; behind: ContentsItem | undefined };

/** An item with the heading it leads to, if it leads to one. */
export interface Resolved {
  item: ContentsItem;
  heading: HeadingInfo | undefined;
}

/** What is wrong with a table of contents, and the heading that each item leads to or is meant for. */
export interface ContentsReading {
  faults: ContentsFault[];
  settled: Resolved[];
}

/** Compares a table of contents with the headings of its list. `exact` wants texts to be the headings' to the letter. */
export function readContents(list: List, contents: Contents, exact: boolean): ContentsReading {
  const anchors = anchorsOf(list);
  const named = contents.items.some(({ link }) => link) ? undefined : unlistedHeadings(list, []);
  const resolved = contents.items.map((item) => {
    return { item, heading: named?.take(item.text) ?? headingOf(item, anchors) };
  });
  const faults = [...itemFaults(list, resolved, anchors, exact)];
  // An item that leads astray or nowhere stands for the heading that it is meant for.
  const meant = new Map<ContentsItem, HeadingInfo>();
  for (const fault of faults) if ('meant' in fault && fault.meant) meant.set(fault.item, fault.meant);
  const settled = resolved.map(({ item, heading }) => ({ item, heading: meant.get(item) ?? heading }));
  const missing = exact ? sectionsToList(list, contents, settled) : missingSections(list, contents, settled);
  // Where an item was meant to lead is not known well enough to say where it belongs.
  const guessed = new Set(faults.flatMap((one) => (one.kind === 'dead' && !one.certain ? one.item : [])));
  const sure = settled.filter(({ item }) => !guessed.has(item));
  return {
    faults: [...faults, ...missing, ...outOfOrder(sure, exact ? 1 : undefined)],
    settled,
  };
}

function headingOf({ fragment }: ContentsItem, anchors: Anchors): HeadingInfo | undefined {
  return fragment === undefined ? undefined : anchors.headingOf(fragment);
}

function* itemFaults(
  list: List,
  resolved: readonly Resolved[],
  anchors: Anchors,
  exact: boolean,
): Generator<ContentsFault> {
  const unlisted = unlistedHeadings(list, resolved);
  const listed = new Set(resolved.map(({ heading }) => heading));
  const named = new Set(resolved.map(({ item }) => wordsOf(item.text)));
  const isTaken = (heading: HeadingInfo) => listed.has(heading) || named.has(wordsOf(heading.text));
  const firsts = new Map<HeadingInfo, ContentsItem>();
  for (const { item, heading } of resolved) {
    if (item.fragment === undefined) continue;
    if (!heading) {
      if (!anchors.has(item.fragment)) yield deadFault(item, anchors, unlisted, isTaken);
      continue;
    }
    const first = firsts.get(heading);
    if (!first) firsts.set(heading, item);
    const meant = sameWords(item.text, heading.text) && !first ? undefined : unlisted.take(item.text);
    if (meant) yield { kind: 'astray', item, heading, meant };
    else if (first) {
      if (sameWords(first.text, item.text)) yield { kind: 'repeated', item, first };
      else if (exact) yield { kind: 'text', item, heading };
    } else if (differs(item.text, heading.text, exact)) yield { kind: 'text', item, heading };
  }
}

function deadFault(
  item: ContentsItem,
  anchors: Anchors,
  unlisted: Unlisted,
  isTaken: (heading: HeadingInfo) => boolean,
): ContentsFault {
  const own = unlisted.take(item.text);
  const guess = own ?? anchors.meantBy(item.fragment ?? '', item.text);
  const certain = guess !== undefined && sameWords(item.text, guess.text);
  // A section that is gone is not the one beside it, which has an item of its own.
  const meant = guess && (certain || !isTaken(guess)) ? guess : undefined;
  return { kind: 'dead', item, meant, certain };
}

interface Unlisted {
  /** The next heading of that text that no item leads to. */
  take(text: string): HeadingInfo | undefined;
}

function unlistedHeadings(list: List, resolved: readonly Resolved[]): Unlisted {
  const listed = new Set(resolved.map(({ heading }) => heading));
  const byWords = new Map<string, HeadingInfo[]>();
  const top = list.headings.filter(({ depth }) => depth === 1);
  for (const heading of list.headings) {
    if (listed.has(heading) || (top.length === 1 && heading === top[0])) continue;
    const words = wordsOf(heading.text);
    const some = byWords.get(words) ?? [];
    some.push(heading);
    byWords.set(words, some);
  }
  return { take: (text) => (wordsOf(text) === '' ? undefined : byWords.get(wordsOf(text))?.shift()) };
}

function sameWords(a: string, b: string): boolean {
  return wordsOf(a) === wordsOf(b);
}

/** Shortened and translated texts are fine; what differs by a letter or two is a slip. */
function differs(text: string, heading: string, exact: boolean): boolean {
  if (exact) return text.trim() !== heading.trim();
  // `3. Green` or `3.1. Green` over a section is listed as an item of that number.
  const bare = /^\d/.test(text) ? heading : heading.replace(/^\d+(?:\.\d+)*[.)、]?\s+/, '');
  const [a, b] = [wordsOf(text), wordsOf(bare)];
  if (a === b || a === '' || b === '') return false;
  if (Math.abs(a.length - b.length) > 2) return false;
  return editDistance(a, b) <= Math.min(2, Math.floor(Math.max(a.length, b.length) / 5));
}
