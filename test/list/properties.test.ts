import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspectJson } from '../../src/report/inspect.ts';
import { read } from './lists.ts';
import { entryParts, partsOf, spells, within, writes } from './places.ts';

const pieces = fc.constantFrom(
  ...[
    '[A](https://a.dev)',
    '**',
    '_',
    '`',
    '[',
    ']',
    '(',
    ')',
    '<a href="https://b.dev">',
    '</a>',
    '<b>',
    '</b>',
    '<br>',
  ],
  ...[
    '![i](i.png)',
    'https://c.dev',
    'me@d.dev',
    'a_b@d.dev',
    '&amp;',
    '\\*',
    '&nbsp;',
    '🎉',
    ':new:',
    '★3',
    'word',
    '. ',
  ],
  ...[
    ' - ',
    ': ',
    ' – ',
    '：',
    ', ',
    ' ',
    '\\\n',
    '  \n',
    '(2014)',
    "_CUP'14_",
    '[[pdf]](https://e.dev)',
    '[r][x]',
    '[x]',
  ],
  ...[
    '<img src=a.png>',
    '<!-- c -->',
    '<kbd>k</kbd>',
    '`MIT`',
    'الشاي',
    '茶。',
    '[t](#top)',
    '[in](#in)',
    '~~',
    '\u0000',
    '\t',
  ],
  ...['<a href="x', '\uD83D', '[^1]', '[ ]'],
);
const starts = fc.constantFrom(
  '- ',
  '* ',
  '1. ',
  '  - ',
  '    - ',
  '> ',
  '> - ',
  '# ',
  '### ',
  '',
  '| ',
  '<li>',
  '\t',
);
const ends = fc.constantFrom('\n', '\n\n', '\r\n', '\n---\n', '\n| - | - |\n');
const blocks = fc.constantFrom(
  ...[
    '<details>\n<summary>S</summary>\n\n',
    '</details>\n\n',
    '<ul>\n',
    '</ul>\n',
    '<h2>H</h2>\n\n',
    '[x]: https://x.dev\n',
  ],
  ...[
    '<!-- toc -->\n',
    '<!-- tocstop -->\n',
    '<div>\n',
    '</div>\n\n',
    '<table><tr><td>',
    '## Contents\n\n',
    '```\n',
  ],
);
const line = fc
  .tuple(starts, fc.array(pieces, { maxLength: 9 }), ends)
  .map(([start, middle, end]) => start + middle.join('') + end);
const document = fc.array(fc.oneof({ arbitrary: line, weight: 5 }, { arbitrary: blocks, weight: 1 }), {
  maxLength: 14,
});

test('whatever a list holds, its model stands where it says', () => {
  fc.assert(
    fc.property(document, (lines) => {
      const { list, source } = read(lines.join(''));
      const slice = ({ start, end }: { start: { offset?: number }; end: { offset?: number } }) =>
        source.slice(start.offset, end.offset);
      for (const { text, place } of partsOf(list))
        expect([slice(place), text]).toSatisfy(([at, text]) => spells(at, text));
      for (const { separator } of list.entries)
        if (separator) expect(slice(separator.place)).toBe(separator.text);
      for (const link of list.links)
        expect([link, link.urlPlace && slice(link.urlPlace)]).toSatisfy(([link, at]) => writes(at, link));
      for (const entry of list.entries) {
        expect(entryParts(entry).filter(({ place }) => !within(place, entry.place))).toEqual([]);
        for (const link of entry.links) expect(link.entry).toBe(entry);
      }
      const offsets = list.entries.map(({ place }) => place.start.offset!);
      expect(offsets).toEqual([...offsets].sort((one, other) => one - other));
      JSON.parse(inspectJson(list));
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
});
