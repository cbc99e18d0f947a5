import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/fix/apply.ts';
import type { Edit, Fix } from '../../src/message.ts';

function fix(...edits: [start: number, end: number, text: string][]): Fix {
  return {
    kind: 'safe',
    touches: ['text'],
    edits: edits.map(([start, end, text]) => ({ start, end, text })),
  };
}

describe('applying fixes', () => {
  it('makes all edits, in whatever order they come', () => {
    const { text, applied, dropped } = applyEdits('abcdef', [fix([4, 5, 'E']), fix([0, 1, 'A'], [2, 3, ''])]);
    expect(text).toBe('AbdEf');
    expect(applied).toHaveLength(2);
    expect(dropped).toEqual([]);
  });

  it('drops a fix whole where one of its edits overlaps', () => {
    const first = fix([1, 3, 'x']);
    const second = fix([2, 4, 'y'], [5, 6, 'z']);
    expect(applyEdits('abcdef', [second, first])).toEqual({
      text: 'axdef',
      applied: [first],
      dropped: [second],
    });
  });

  it('lets edits stand side by side, and insertions at their ends', () => {
    expect(applyEdits('abc', [fix([0, 1, 'A']), fix([1, 2, 'B']), fix([2, 2, '-'])]).text).toBe('AB-c');
  });

  it('does not guess which of two insertions at one point comes first', () => {
    expect(applyEdits('ab', [fix([1, 1, 'x']), fix([1, 1, 'y'])]).text).toBe('axb');
  });

  it('applies the same repair once, whoever proposes it', () => {
    expect(applyEdits('a  b', [fix([1, 2, '']), fix([1, 2, ''])]).text).toBe('a b');
  });

  it('drops what does not fit the text or itself', () => {
    const bad = [fix([2, 9, '']), fix([3, 2, '']), fix([-1, 1, '']), fix([0, 2, 'x'], [1, 3, 'y'])];
    expect(applyEdits('abc', bad)).toEqual({
      text: 'abc',
      applied: [],
      dropped: expect.arrayContaining(bad),
    });
  });

  it('loses nothing that no edit touches', () => {
    const edit: fc.Arbitrary<Edit> = fc
      .tuple(fc.nat(30), fc.nat(4), fc.string({ maxLength: 3 }))
      .map(([start, length, text]) => ({ start, end: start + length, text }));
    const someFix = fc
      .array(edit, { minLength: 1, maxLength: 3 })
      .map((edits): Fix => ({ kind: 'safe', touches: ['text'], edits }));
    fc.assert(
      fc.property(
        fc.string({ minLength: 20, maxLength: 30 }),
        fc.array(someFix, { maxLength: 8 }),
        (text, fixes) => {
          const { text: fixed, applied, dropped } = applyEdits(text, fixes);
          expect(applied.length + dropped.length).toBe(fixes.length);
          expect(fixed).toBe(
            oneByOne(
              text,
              applied.flatMap(({ edits }) => edits),
            ),
          );
        },
      ),
    );
  });
});

/** From the end to the start, so that no edit moves another. */
function oneByOne(text: string, edits: readonly Edit[]): string {
  const backwards = [...edits].sort((a, b) => b.start - a.start || b.end - a.end);
  return backwards.reduce(
    (result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end),
    text,
  );
}
