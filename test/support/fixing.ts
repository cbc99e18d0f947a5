import { expect } from 'vitest';
import type { Document } from '../../src/document.ts';

/** Every link target of a document in source order. */
export function targetsOf({ list }: Document): string[] {
  return list.links.map(({ url }) => url);
}

/** The words of each entry, its name, description and what stands around them, in source order. */
export function entriesOf({ list }: Document): string[] {
  return list.entries.map(({ name, description, extras, venue }) => {
    const texts = [name, description?.text, venue?.text, ...extras.map(({ text }) => text)];
    return wordsOf(texts.join(' '));
  });
}

/** Fails with what differs. */
export function expectSame(actual: readonly string[], expected: readonly string[]): void {
  expect(actual).toEqual(expected);
}

/** Letters and digits of a text, whatever their order: which part of an entry a word belongs to may change. */
function wordsOf(text: string): string {
  return (text.normalize().match(/[\p{L}\p{N}]/gu) ?? []).sort().join('');
}
