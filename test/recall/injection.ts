import type { Document } from '../../src/document.ts';
import type { LocalTarget } from '../../src/facts/facts.ts';
import type { Entry, List } from '../../src/list/types.ts';
import { houses } from '../../src/style/houses.ts';

/** A fault that was put into a list. */
export interface Fault {
  /** The list with the fault in it. */
  text: string;
  /** Offset in `text` at which the finding has to begin. */
  at: number;
  /** What is to be known of the file system, where the fault is about it. */
  localTargets?: Record<string, LocalTarget>;
}

/** One kind of fault. */
export interface Injection {
  /** What is put in, in a few words. */
  id: string;
  /** The rule that has to find it. */
  rule: string;
  /** Puts the fault in somewhere; undefined where the list has no place for it. */
  into(list: CleanList, pick: Pick): Fault | undefined;
}

/** A list and its model. */
export interface CleanList {
  text: string;
  list: List;
  tree: Document['tree'];
}

/** Chances: the same seed makes the same ones. */
export interface Pick {
  /** A whole number from 0 up to `end`, exclusive. */
  below(end: number): number;
  /** One of them; undefined where there is none. */
  one<Item>(items: readonly Item[]): Item | undefined;
}

export function pickFrom(seed: number): Pick {
  let state = (seed % 2_147_483_646) + 1;
  const below = (end: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * end);
  };
  // The first numbers of seeds that are near each other are near each other.
  for (let round = 0; round < 3; round++) below(1);
  return { below, one: (items) => items[below(items.length)] };
}

/** The text with `start` to `end` replaced; the finding is expected `from` code units behind the start of what replaces it. */
export function replaced(text: string, start: number, end: number, by: string, from = 0): Fault {
  return { text: text.slice(0, start) + by + text.slice(end), at: start + from };
}

/** An entry in the plainest form: `- [Name](https://…)`, with or without a description, all as it reads. */
export interface PlainEntry {
  entry: Entry;
  name: string;
  url: string;
  /** Where its link begins and ends. */
  start: number;
  end: number;
}

/** Entries whose first link is written `[name](url)`, without markup in either. */
export function plainEntries({ list, text }: CleanList, forms: readonly string[] = ['item']): PlainEntry[] {
  return list.entries.flatMap((entry) => {
    const [link] = entry.links;
    const [start, end] = [link?.place.start.offset, link?.place.end.offset];
    if (!link || start === undefined || end === undefined || !forms.includes(entry.form)) return [];
    const isPlain =
      link.kind === 'inline' &&
      text.slice(start, end) === `[${link.text}](${link.url})` &&
      link.text.trim() === entry.name &&
      /^[\p{L}\p{M}\p{N} .&+'-]+$/u.test(link.text) &&
      /^https?:\/\/[\w.-]+\.[a-z]+(?:\/[\w./-]*)?$/.test(link.url);
    return isPlain ? [{ entry, name: link.text, url: link.url, start, end }] : [];
  });
}

export interface Described {
  entry: Entry;
  start: number;
  end: number;
  text: string;
}

/** Entries whose description is plain words: letters, blanks and a mark at the end. */
export function describedEntries({ list, text }: CleanList): Described[] {
  return list.entries.flatMap((entry) => {
    const { description, form, url } = entry;
    const [start, end] = [description?.place.start.offset, description?.place.end.offset];
    if (!description || url === undefined || start === undefined || end === undefined) return [];
    const isPlain =
      form !== 'plain' &&
      form !== 'html' &&
      form !== 'citation' &&
      text.slice(start, end) === description.text &&
      /^[\p{L}\p{M} ]{12,}[.。]?$/u.test(description.text) &&
      (entry.namePart.place.end.offset ?? 0) <= start;
    return isPlain ? [{ entry, start, end, text: description.text }] : [];
  });
}

/** Offsets of the blanks between two words of descriptions; `words` says what words these have to be. */
export function gaps(list: CleanList, words = /[\p{L}\p{M}]/u): number[] {
  return describedEntries(list).flatMap(({ start, text }) =>
    [...text.matchAll(/ /g)]
      .map(({ index }) => index)
      .filter((index) => words.test(text[index - 1]!) && words.test(text[index + 1]!))
      .map((index) => start + index),
  );
}

/** Tells whether an entry does in some respect what its house firmly does, and would go on to do so without it. */
export function keepersOf(
  { list }: CleanList,
  measure: (entry: Entry) => string | undefined,
): (entry: Entry) => boolean {
  const learned = houses(list.entries, measure);
  return (entry) => {
    const { habit } = learned.of(entry);
    return measure(entry) === habit.value && habit.total >= 10 && (habit.count - 1) / habit.total >= 0.85;
  };
}
