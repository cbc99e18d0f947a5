import { decodeHtml, decodeMarkdown } from '../../src/list/entities.ts';
import type { Entry, Link, List, Part } from '../../src/list/types.ts';

/** Every part of a model that has a text and a place. */
export function partsOf(list: List): Part[] {
  const parts = [list.title, list.tagline, ...list.entries.flatMap(entryParts)];
  return parts.filter((part) => part !== undefined);
}

/** The parts of an entry, but for its separator. */
export function entryParts({ namePart, description, venue, extras }: Entry): Part[] {
  return [namePart, description, venue, ...extras].filter((part) => part !== undefined);
}

/** Whether a place lies in another. */
export function within(inner: Part['place'], outer: Part['place']): boolean {
  return inner.start.offset! >= outer.start.offset! && inner.end.offset! <= outer.end.offset!;
}

/** Whether the source spells the letters of a text, whatever markup and addresses stand between them. */
export function spells(source: string, text: string): boolean {
  // In code, character references stay as they are.
  return [source, decodeMarkdown(source)].some((written) => holdsLetters(written, text));
}

function holdsLetters(written: string, text: string): boolean {
  let at = 0;
  for (const letter of text.replace(/[^\p{Letter}\p{Number}]/gu, '')) {
    at = written.indexOf(letter, at);
    if (at === -1) return false;
    at += letter.length;
  }
  return true;
}

/** Whether an address as written is that of a link: GFM adds a scheme to addresses in the text. */
export function writes(source: string, { url, kind }: Link): boolean {
  // Addresses in the text are taken as they are.
  const written = kind === 'html' ? decodeHtml(source) : decodeMarkdown(source);
  return [written, source.replaceAll('\0', '\uFFFD')].some((one) =>
    [one, `http://${one}`, `mailto:${one}`].includes(url),
  );
}
