import { describe, expect, test } from 'vitest';
import { entriesFrom, entryFrom } from './lists.ts';

const paper = (rest: string) => `- [**Tea**](https://a.dev/tea.pdf)${rest}`;
const certain = [paper(", _CUP'19_"), paper(', _POT 2014_'), paper(' _LEAF17_')].join('\n');

describe('a citation', () => {
  test.each([
    [", _CUP'19_", "CUP'19", '_', ', '],
    [' *LEAF 2014*', 'LEAF 2014', '*', ' '],
    [' - **POT17**', 'POT17', '**', ' - '],
    [', (Brew15)', 'Brew15', '(', ', '],
    [" Sip'20", "Sip'20", '', ' '],
    [' Unpublished?', 'Unpublished?', '', ' '],
    [' _Journal of Steam_', 'Journal of Steam', '_', ' '],
    [', _;login14_', ';login14', '_', ', '],
  ])('among others has in `%s` the venue “%s”', (rest, text, emphasis, separator) => {
    const entry = entriesFrom(`${certain}\n${paper(rest)}`).at(-1)!;
    expect(entry).toMatchObject({ form: 'citation', name: 'Tea', venue: { text, emphasis, separator } });
    expect(entry.description).toBeUndefined();
  });

  test('may have no venue among those that do', () => {
    expect(entriesFrom(`${certain}\n${paper('')}`).at(-1)).toMatchObject({
      form: 'citation',
      venue: undefined,
    });
  });

  test('keeps what follows the venue', () => {
    const [first, second] = entriesFrom(
      `${paper(', _CUP15_ (Pot)')}\n${paper(' _CUP16_ ([Slides](https://b.dev))')}\n${paper(' _Tea Times_ (but who knows if it was ever published there)')}`,
    );
    expect(first!.extras).toMatchObject([{ kind: 'tag', text: 'Pot' }]);
    expect(second!.extras).toMatchObject([{ kind: 'link', text: 'Slides' }]);
  });

  test('may have its title outside the link, with year and authors', () => {
    const lines = [1, 2, 3].map(
      (n) => `- **Tea ${n}** (201${n}), A. Leaf et al. [[pdf]](https://a.dev/${n})`,
    );
    const [entry] = entriesFrom(lines.join('\n'));
    expect(entry).toMatchObject({
      form: 'citation',
      name: 'Tea 1',
      url: 'https://a.dev/1',
      venue: { text: '2011', emphasis: '(', separator: ' ' },
      separator: { text: ', ' },
      description: { text: 'A. Leaf et al.' },
      extras: [{ kind: 'link', where: 'after', text: '[pdf]' }],
    });
  });

  test('may begin with its source', () => {
    expect(entryFrom('- [[CUP](https://a.dev)] Tea in Time [[code](https://b.dev)]')).toMatchObject({
      form: 'citation',
      name: 'Tea in Time',
      url: 'https://a.dev',
      extras: [
        { kind: 'link', where: 'before', text: 'CUP' },
        { kind: 'link', where: 'after', text: 'code' },
      ],
    });
  });

  test('alone among other items is told by its bold title and emphasised year', () => {
    const entries = entriesFrom(
      `- [A](https://a.dev) - One.\n- [B](https://b.dev) - Two.\n${paper(', _CUP19_')}`,
    );
    expect(entries.map(({ form }) => form)).toEqual(['item', 'item', 'citation']);
  });
});

test('an emphasised description makes no citation', () => {
  expect(entryFrom('- [A](https://a.dev) - *Tea for the road.*')).toMatchObject({
    form: 'item',
    venue: undefined,
  });
});

test('a year in brackets makes no citation of a single item', () => {
  const entries = entriesFrom('- [A](https://a.dev) (2019) - One.\n- [B](https://b.dev) - Two.');
  expect(entries.map(({ form, venue }) => [form, venue])).toEqual([
    ['item', undefined],
    ['item', undefined],
  ]);
});
