import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns, shorten, wrap } from '../../src/report/columns.ts';

describe('columns', () => {
  it.each([
    ['plain', 5],
    ['列表', 4],
    ['naïve', 5],
    ['nai\u0308ve', 5],
    ['👩‍💻 ok', 5],
    ['❤️', 1],
    ['한글', 4],
    ['ab', 2],
  ])('counts what %s takes on a terminal', (text, expected) => {
    expect(columns(text)).toBe(expected);
  });
});

describe('wrap', () => {
  it('breaks at blanks and keeps a long address whole', () => {
    const address = `https://a.example/${'x'.repeat(40)}`;
    expect(wrap(`see ${address} for more`, 20)).toEqual(['see', address, 'for more']);
  });

  it('loses no letter and breaks no line that has room, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 100 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(columns(line) <= width || !line.includes(' ')).toBe(true);
      }),
    );
  });

  it('takes a time in step with the length of the text', () => {
    const text = 'word 列 '.repeat(100_000);
    expect(wrap(text, 80).join(' ').length).toBeGreaterThan(500_000);
  });
});

describe('shorten', () => {
  it('cuts the middle out of a long word', () => {
    expect(shorten('abcdefghij', 10)).toBe('abcdefghij');
    expect(shorten('abcdefghijk', 10)).toBe('abcdefg…jk');
  });
});
