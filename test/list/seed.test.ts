import { describe, expect, test } from 'vitest';
import { listFrom, realLists } from './lists.ts';

const file = realLists().find(({ name }) => name.startsWith('seed/'));

describe.skipIf(!file)('the list of unikernels', () => {
  const { entries, allSections, tagline, contents } = listFrom(file?.text ?? '');

  test('has its 15 systems under their four groups', () => {
    const groups = allSections
      .filter((section) => section.entries.some(({ form }) => form === 'heading'))
      .map(({ title, entries }) => [title, entries.length]);
    expect(groups).toEqual([
      ['General Purpose', 5],
      ['Language Specific', 6],
      ['Binary Compatible', 2],
      ['Specialized', 2],
    ]);
  });

  test('has its 44 papers, each with name and address, three of them over two lines', () => {
    const papers = entries.filter(({ form }) => form === 'citation');
    expect(papers).toHaveLength(44);
    expect(papers.every(({ name, url }) => name !== '' && url?.startsWith('http'))).toBe(true);
    const broken = papers.filter(({ place }) => place.end.line > place.start.line);
    expect(broken.map(({ place }) => place.start.line)).toEqual([46, 52, 54]);
  });

  test('has 40 venues, 24 of them set off by a comma', () => {
    const venues = entries.flatMap(({ venue }) => (venue ? [venue] : []));
    expect(venues).toHaveLength(40);
    expect(venues.filter(({ separator }) => separator === ', ')).toHaveLength(24);
    expect(venues.map(({ text }) => text)).toContain('Unpublished?');
  });

  test('has nothing else but its two sources', () => {
    expect(entries.filter(({ form }) => form === 'item')).toHaveLength(2);
    expect([tagline, contents]).toEqual([undefined, undefined]);
  });
});
