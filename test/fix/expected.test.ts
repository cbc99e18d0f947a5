import type { Position } from 'unist';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { applyEdits } from '../../src/fix/apply.ts';
import { expectedAt } from '../../src/fix/expected.ts';
import type { Edit, Fix } from '../../src/message.ts';
import { Source } from '../../src/source.ts';
import { lintText } from '../support/fixing.ts';

const text = '- [One](http://one.dev) – The first\n';
const source = new Source(text);

function fixOf(...edits: Edit[]): Fix {
  return { kind: 'safe', touches: ['layout'], edits };
}

describe('what an editor writes in the place of a finding', () => {
  it('is the text of the place with the edits made', () => {
    const fix = fixOf({ start: 35, end: 35, text: '.' }, { start: 24, end: 25, text: '-' });
    expect(expectedAt(source.place(23, 35), fix, { text })).toEqual([' - The first.']);
  });

  it('is nothing known where an edit lies outside of the place', () => {
    const fix = fixOf({ start: 24, end: 25, text: '-' }, { start: 0, end: 1, text: '*' });
    expect(expectedAt(source.place(23, 26), fix, { text })).toBeUndefined();
  });

  it('is what is done in the first place of several', () => {
    const fix = fixOf({ start: 24, end: 25, text: '-' }, { start: 0, end: 1, text: '*' });
    expect(expectedAt(source.place(23, 26), fix, { text, several: true })).toEqual([' - ']);
  });

  it('is nothing known for a finding that is about the file, or a point in it', () => {
    const fix = fixOf({ start: 0, end: 0, text: 'a' });
    expect(expectedAt(undefined, fix, { text })).toBeUndefined();
    expect(expectedAt(source.point(0), fix, { text })).toBeUndefined();
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('is what the fix of %s does', async (id, rule) => {
    const { messages } = await lintText(rule.docs.bad, undefined, { rules: { [id]: 'on' } });
    for (const { fix, expected, place, places } of messages.filter((message) => message.ruleId === id)) {
      if (!fix || !expected || places) continue;
      const { start, end } = place as Position;
      const { bad } = rule.docs;
      const edited = bad.slice(0, start.offset) + expected[0] + bad.slice(end.offset);
      expect(edited).toBe(applyEdits(bad, [fix]).text);
    }
  });
});
