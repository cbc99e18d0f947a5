import { describe, expect, test } from 'vitest';
import { listFrom, read } from './lists.ts';

const linksOf = (text: string) => {
  const { list, source } = read(text);
  return list.links.map(({ kind, url, text, urlPlace }) => [
    kind,
    url,
    text,
    urlPlace && source.slice(urlPlace.start.offset, urlPlace.end.offset),
  ]);
};

describe('links', () => {
  test.each([
    ['[A](https://a.dev)', ['inline', 'https://a.dev', 'A', 'https://a.dev']],
    ['[A]( https://a.dev "T" )', ['inline', 'https://a.dev', 'A', 'https://a.dev']],
    ['[A](<https://a.dev/b c> (T))', ['inline', 'https://a.dev/b c', 'A', 'https://a.dev/b c']],
    ['[A](https://a.dev/(b))', ['inline', 'https://a.dev/(b)', 'A', 'https://a.dev/(b)']],
    ['[A](https://a.dev/b\\_c&amp;d)', ['inline', 'https://a.dev/b_c&d', 'A', 'https://a.dev/b\\_c&amp;d']],
    ['[`](`](https://a.dev)', ['inline', 'https://a.dev', '](', 'https://a.dev']],
    ['[A]()', ['inline', '', 'A', '']],
    ['[*A* `b`](https://a.dev)', ['inline', 'https://a.dev', 'A b', 'https://a.dev']],
    ['![A [b]](https://a.dev/i.png)', ['image', 'https://a.dev/i.png', 'A [b]', 'https://a.dev/i.png']],
    ['<https://a.dev>', ['autolink', 'https://a.dev', 'https://a.dev', 'https://a.dev']],
    ['<a@a.dev>', ['autolink', 'mailto:a@a.dev', 'a@a.dev', 'a@a.dev']],
    ['x https://a.dev, y', ['bare', 'https://a.dev', 'https://a.dev', 'https://a.dev']],
    ['www.a.dev', ['bare', 'http://www.a.dev', 'www.a.dev', 'www.a.dev']],
    ['**x: a.b@a.dev y**', ['bare', 'mailto:a.b@a.dev', 'a.b@a.dev', 'a.b@a.dev']],
    ['[A][b]\n\n[B]: <https://a.dev> "T"', ['reference', 'https://a.dev', 'A', 'https://a.dev']],
    ['[b][]\n\n[b]:\n  https://a.dev', ['reference', 'https://a.dev', 'b', 'https://a.dev']],
    ['![A][b]\n\n[b]: https://a.dev/i.png', ['image', 'https://a.dev/i.png', 'A', 'https://a.dev/i.png']],
    [
      'x <a href="https://a.dev?b&amp;c">A <b>b</b></a>',
      ['html', 'https://a.dev?b&c', 'A b', 'https://a.dev?b&amp;c'],
    ],
    ["<a\n  class=x HREF = 'https://a.dev' >A</a>", ['html', 'https://a.dev', 'A', 'https://a.dev']],
    [
      '<p><a title="a > b" href=https://a.dev/x>A</a></p>',
      ['html', 'https://a.dev/x', 'A', 'https://a.dev/x'],
    ],
    ['<img alt="A" src="a.png">', ['html', 'a.png', 'A', 'a.png']],
  ])('in `%s`', (text, expected) => {
    expect(linksOf(text)).toEqual([expected]);
  });

  test('within links are links too, in source order', () => {
    const text =
      '[![A](a.png)](https://a.dev)\n\n<a href="https://b.dev"><img src="b.png" alt="B"></a>\n\n[<img src="c.png" alt="C">](https://c.dev)';
    expect(linksOf(text).map(([kind, url, text]) => [kind, url, text])).toEqual([
      ['inline', 'https://a.dev', 'A'],
      ['image', 'a.png', 'A'],
      ['html', 'https://b.dev', 'B'],
      ['html', 'b.png', 'B'],
      ['inline', 'https://c.dev', 'C'],
      ['html', 'c.png', 'C'],
    ]);
  });

  test('of one definition are one for each use', () => {
    const { links, definitions } = listFrom('[A][x] [B][x]\n\n[x]: https://a.dev\n[y]: https://b.dev');
    expect(links.map(({ text, definition }) => [text, definition === definitions[0]])).toEqual([
      ['A', true],
      ['B', true],
    ]);
    expect(definitions).toHaveLength(2);
  });

  test.each([
    '`[A](https://a.dev)`',
    '<!-- <a href="https://a.dev">A</a> -->',
    '<div>\n<!-- <a href="https://a.dev">A</a> -->\n</div>',
    '    [A](https://a.dev)',
    '[A] (b)',
    '<script>let a = \'<a href="https://a.dev">\';</script>',
  ])('are none in `%s`', (text) => {
    expect(linksOf(text)).toEqual([]);
  });

  test('are counted once where gfm makes them without a position', () => {
    const text = '# T\n\n- **Mail me_at@a.dev** or me-too@b.dev.\n';
    expect(linksOf(text).map(([, url]) => url)).toEqual(['mailto:me_at@a.dev', 'mailto:me-too@b.dev']);
  });
});

test('ids are those of HTML', () => {
  expect(listFrom('<a name="A"></a>\n\n<div id=b></div>\n\n# <a id=\'c\'></a>C').ids).toEqual(
    new Set(['A', 'b', 'c']),
  );
});
