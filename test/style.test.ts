import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { parse } from '../src/document.ts';
import type { List } from '../src/list/types.ts';
import { resourceOf } from '../src/resource.ts';
import { judge } from '../src/style/departures.ts';
import { dimensions } from '../src/style/dimensions.ts';
import { habit } from '../src/style/habit.ts';
import { houses } from '../src/style/houses.ts';
import { separator } from '../src/style/separator.ts';
import { withoutSubLists } from '../src/style/sub-lists.ts';

const corpus = new URL('../../shared/corpus/', import.meta.url);
const seed = new URL('../../shared/seed/awesome-unikernels.md', import.meta.url);

describe('a habit', () => {
  const of = (values: string) => habit([...values], (value) => (value === '.' ? undefined : value));

  it('is firm where four in five of at least five agree', () => {
    expect(of('aaaab')).toMatchObject({ strength: 'firm', value: 'a', count: 4, total: 5, outliers: ['b'] });
  });

  it('is weak where at least half agree', () => {
    expect(of('aaabb').strength).toBe('weak');
    expect(of('aaabbb').strength).toBe('weak');
  });

  it('is none where fewer agree', () => {
    expect(of('aabbccdd').strength).toBe('none');
  });

  it('is none of fewer than five', () => {
    expect(of('aaaa').strength).toBe('none');
  });

  it('leaves out what has no value', () => {
    expect(of('aaaa...b')).toMatchObject({ strength: 'firm', total: 5 });
  });

  it('tells how often each value occurs, the most frequent first', () => {
    expect([...of('abbccc').counts]).toEqual([
      ['c', 3],
      ['b', 2],
      ['a', 1],
    ]);
  });

  it('copes with nothing', () => {
    expect(of('')).toMatchObject({ strength: 'none', value: undefined, total: 0, outliers: [] });
  });
});

describe('the houses of a list', () => {
  const learn = (list: List) => houses(list.entries, separator.measure);

  it('are one where the list has one habit', () => {
    const list = listOf(entries(' - ', 12), '## Papers', entries(': ', 3));
    expect(learn(list).all).toHaveLength(1);
  });

  it('are several where a section has a habit of its own', () => {
    const { all } = learn(listOf('## Tools', entries(' - ', 12), '## Papers', entries(': ', 10)));
    expect(all.map(({ section, habit }) => [section?.title, habit.value])).toEqual([
      [undefined, ' - '],
      ['Papers', ': '],
    ]);
  });

  it('count the subsections with their section', () => {
    const papers = ['## Papers', '### Old', entries(': ', 5), '### New', entries(': ', 5)];
    const { all } = learn(listOf('## Tools', entries(' - ', 12), ...papers));
    expect(all[1]?.section?.title).toBe('Papers');
    expect(all[1]?.habit.total).toBe(10);
  });

  it('see a subsection that departs from its section', () => {
    const papers = ['## Papers', entries(': ', 50), '### New', entries(' - ', 10)];
    const { all } = learn(listOf('## Tools', entries(' - ', 60), ...papers));
    expect(all.map(({ section }) => section?.title)).toEqual([undefined, 'Papers', 'New']);
  });

  it('leave out a sub-list that agrees in itself', () => {
    const sub = ['- [Pot](https://example.com/pot) - Brews.', ...entries(': ', 3).split('\n')].join('\n  ');
    const { all } = learn(listOf(entries(' - ', 9), sub));
    expect(all[0]?.habit).toMatchObject({ strength: 'firm', total: 10, outliers: [] });
  });

  it('are found again in another version of the list', () => {
    const base = listOf('## Tools', entries(' - ', 12), '## Papers', entries(': ', 10));
    const head = listOf('## Tools', entries(': ', 12), '## Papers', entries(' - ', 10));
    const { departures } = judge(head.entries, separator, 'house', base.entries);
    expect(departures).toHaveLength(22);
  });
});

describe('a judgement', () => {
  it('names the evidence', () => {
    const { departures } = judge(listOf(entries(' - ', 9), entries(': ', 1)).entries, separator, 'house');
    expect(departures.map(({ reason }) => reason)).toEqual(['“: ” here, but 9 of 10 entries use “ - ”']);
  });

  it('names the section that has a habit of its own', () => {
    const papers = ['## Papers', entries(': ', 10), entries(' - ', 1)];
    const { departures } = judge(
      listOf('## Tools', entries(' - ', 20), ...papers).entries,
      separator,
      'house',
    );
    expect(departures[0]?.reason).toBe('“ - ” here, but 10 of 11 entries in “Papers” use “: ”');
  });

  it('says a weak habit once, with the lines of all others', () => {
    const { departures, weak } = judge(
      listOf(entries(' - ', 6), entries(': ', 3)).entries,
      separator,
      'house',
    );
    expect(departures).toEqual([]);
    expect(weak.map(({ reason }) => reason)).toEqual([
      '6 of 9 entries use “ - ”; the other 3: lines 9, 10, 11',
    ]);
  });

  it('asks nobody where a value is chosen', () => {
    const { departures } = judge(listOf(entries(': ', 3)).entries, separator, ' - ');
    expect(departures.map(({ reason }) => reason)).toEqual(Array(3).fill('“: ” here, expected “ - ”'));
  });

  it('has words for every dimension', () => {
    for (const dimension of dimensions) {
      expect(dimension.about, dimension.name).not.toBe('');
      expect(dimension.here('none'), dimension.name).toMatch(/^\S/);
      expect(dimension.do('none'), dimension.name).toMatch(/^[a-z]/);
    }
  });
});

describe('the resource of an address', () => {
  it.each([
    ['http://example.com/a', 'https://www.example.com/a/'],
    ['https://example.com', 'https://EXAMPLE.com/index.html'],
    ['https://example.com:443/a?b=1&a=2', 'http://example.com:80/a?a=2&b=1&utm_source=x'],
    ['https://github.com/Owner/Repo', 'git://github.com/owner/repo'.replace('git:', 'https:')],
    ['https://github.com/owner/repo.git', 'https://github.com/OWNER/repo#readme'],
    ['https://github.com/owner/repo/tree/master', 'https://github.com/owner/repo/'],
    ['https://example.com/%C3%A9', 'https://example.com/é'],
  ])('is the same for %s and %s', (one, other) => {
    expect(resourceOf(one)).toBeDefined();
    expect(resourceOf(one)).toBe(resourceOf(other));
  });

  it.each([
    ['https://example.com/a#b', 'https://example.com/a#c'],
    ['https://example.com/A', 'https://example.com/a'],
    ['https://example.com/?a=1', 'https://example.com/?a=2'],
    ['https://github.com/owner/repo/tree/dev', 'https://github.com/owner/repo'],
    ['https://github.com/owner/repo/blob/main/A.md', 'https://github.com/owner/repo/blob/main/a.md'],
    ['https://example.com:8080/', 'https://example.com/'],
  ])('differs between %s and %s', (one, other) => {
    expect(resourceOf(one)).not.toBe(resourceOf(other));
  });

  it.each(['', '#top', './other.md', 'mailto:a@example.com', 'https://', 'http://[', '//%'])(
    'is none for %j',
    (url) => {
      expect(resourceOf(url)).toBeUndefined();
    },
  );
});

describe.skipIf(!existsSync(seed))('the seed', () => {
  it('sets 24 of its 40 venues off by a comma', () => {
    const list = parse(new VFile(readFileSync(seed, 'utf8'))).list;
    const dimension = dimensions.find(({ name }) => name === 'venue-separator')!;
    const { departures, weak } = judge(list.entries, dimension, 'house');
    expect(departures).toEqual([]);
    expect(weak).toHaveLength(1);
    expect(weak[0]?.reason).toMatch(/^24 of 40 venues are set off by a comma; the other 16: lines 38, 46, /);
  });
});

/** In bytes: parsing takes longest by far. */
const largest = 40_000;

describe.skipIf(!existsSync(corpus))('the lists of the corpus', () => {
  it('have habits that add up', () => {
    for (const folder of readdirSync(corpus)) {
      const file = new URL(`${folder}/README.md`, corpus);
      if (!existsSync(file) || statSync(file).size > largest) continue;
      const { list } = parse(new VFile(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')));
      for (const dimension of dimensions) {
        const { all } = houses(list.entries, dimension.measure);
        const counted = withoutSubLists(list.entries, dimension.measure);
        const measured = counted.filter((entry) => dimension.measure(entry) !== undefined);
        const total = all.reduce((sum, { habit }) => sum + habit.total, 0);
        expect(total, `${folder} ${dimension.name}`).toBe(measured.length);
      }
    }
  });
});

function listOf(...blocks: string[]): List {
  return parse(new VFile(`# Awesome Tea\n\n${blocks.join('\n\n').replaceAll('\n\n- ', '\n- ')}\n`)).list;
}

function entries(separatedBy: string, count: number): string {
  const lines = Array.from(
    { length: count },
    (_, index) => `- [Tea ${index}](https://example.com/${index})${separatedBy}Malty.`,
  );
  return lines.join('\n');
}
