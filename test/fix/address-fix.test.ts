import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/document.ts';
import { addressFix, isSafeMove } from '../../src/fix/address-fix.ts';
import { applyEdits } from '../../src/fix/apply.ts';

function rewrite(text: string, address: string): string {
  const { list } = parse(new VFile(text));
  const links = list.links.filter(({ url }) => url.includes('old.dev'));
  const fix = addressFix(links, address, 'safe');
  return applyEdits(text, fix ? [fix] : []).text;
}

describe('writing another address', () => {
  it.each([
    ['an inline link', '[a](http://old.dev "A title")', '[a](https://new.dev/ "A title")'],
    ['angle brackets', '[a](<http://old.dev>)', '[a](<https://new.dev/>)'],
    ['an autolink', '<http://old.dev>', '<https://new.dev/>'],
    ['a bare address', 'See http://old.dev.', 'See https://new.dev/.'],
    [
      'an image in a link',
      '[![b](http://old.dev)](http://old.dev)',
      '[![b](https://new.dev/)](https://new.dev/)',
    ],
    ['HTML', '<a class="x" href="http://old.dev">a</a>', '<a class="x" href="https://new.dev/">a</a>'],
    [
      'a definition, once for all its uses',
      '[a][x] and [b][x]\n\n[x]: http://old.dev  "T"',
      '[a][x] and [b][x]\n\n[x]: https://new.dev/  "T"',
    ],
  ])('keeps the formatting of %s', (_, before, after) => {
    expect(rewrite(`# A\n\n${before}\n`, 'https://new.dev/')).toBe(`# A\n\n${after}\n`);
  });

  it.each([
    ['https://new.dev/a_(b)', '[a](https://new.dev/a_(b))'],
    ['https://new.dev/a)b', '[a](https://new.dev/a%29b)'],
    ['https://new.dev/a b<c>', '[a](https://new.dev/a%20b%3Cc%3E)'],
    ['https://new.dev/?a=1&copy;=2', '[a](https://new.dev/?a=1&amp;copy;=2)'],
  ])('escapes %s where Markdown would read it otherwise', (address, expected) => {
    expect(rewrite('# A\n\n[a](http://old.dev)\n', address)).toBe(`# A\n\n${expected}\n`);
  });

  it('escapes in HTML what ends an attribute', () => {
    const text = "<a href='http://old.dev'>a</a>";
    expect(rewrite(text, 'https://new.dev/?a=\'1\'&b="2"')).toBe(
      "<a href='https://new.dev/?a=%271%27&amp;b=%222%22'>a</a>",
    );
  });

  it('is no fix where the place of the address is not known', () => {
    expect(addressFix([], 'https://new.dev/', 'safe')).toBeUndefined();
  });
});

describe('a permanent redirect', () => {
  it.each([
    ['http://a.dev/x', 'https://a.dev/x'],
    ['http://a.dev', 'https://www.a.dev/'],
    ['https://a.dev/Docs', 'https://a.dev/docs/'],
    ['https://a.dev/x?q=1#y', 'https://www.a.dev/x?q=1#y'],
    ['https://github.com/old/name', 'https://github.com/new/other-name'],
  ])('is safe to follow from %s to %s', (from, to) => {
    expect(isSafeMove(from, to)).toBe(true);
  });

  it.each([
    ['https://a.dev/x', 'https://a.dev/'],
    ['https://a.dev/x', 'https://b.dev/x'],
    ['https://a.dev/x', 'http://a.dev/x'],
    ['https://a.dev/x?q=1', 'https://a.dev/x'],
    ['https://a.dev/x#y', 'https://a.dev/x'],
    ['https://a.dev/x', 'https://a.dev/login?next=x'],
    ['https://github.com/old/name', 'https://github.com/new'],
    ['https://github.com/old/name/wiki', 'https://github.com/new/name'],
    ['https://a.dev/x', 'nonsense'],
  ])('wants a look from %s to %s', (from, to) => {
    expect(isSafeMove(from, to)).toBe(false);
  });
});
