import { describe, expect, it } from 'vitest';
import { rdjson } from '../../src/report/rdjson.ts';
import type { Report } from '../../src/report/report.ts';
import { finding, reportOn } from './example.ts';
import { listed, reportOfLists } from './listed.ts';

const result = (report: Report) => JSON.parse(rdjson(report));

describe('the reviewdog report', () => {
  it('says what, where, how grave and which rule', () => {
    const report = reportOn([
      finding({ reason: 'No title', rule: 'title', severity: 'error' }),
      finding({ reason: 'Mixed', rule: 'bullet', line: 9, severity: 'info', note: 'Ask @octocat' }),
    ]);
    expect(result(report)).toEqual({
      source: { name: 'kempt', url: expect.stringContaining('kempt') },
      diagnostics: [
        {
          message: 'No title',
          location: { path: 'readme.md' },
          severity: 'ERROR',
          code: { value: 'title', url: 'https://kempt.example/rules/title' },
        },
        expect.objectContaining({ message: 'Mixed\nAsk `@octocat`', severity: 'INFO' }),
      ],
    });
  });

  it('counts columns in bytes of UTF-8 and suggests the fix on its range', () => {
    const file = listed('a.md', '# é\n\n- 漢😀 [Foo](https://foo.example) — Fast.\n', {
      '— Fast': {
        rule: 'entry-separator',
        fix: { kind: 'safe', touches: ['layout'], replace: '—', with: '-' },
      },
    });
    const start = { line: 3, column: 2 + 3 + 4 + 1 + 26 + 1 + 1 };
    expect(result(reportOfLists(file)).diagnostics[0]).toMatchObject({
      location: { range: { start, end: { line: 3, column: start.column + 3 + 5 } } },
      suggestions: [{ range: { start, end: { line: 3, column: start.column + 3 } }, text: '-' }],
    });
  });

  it('makes one suggestion of several edits, for half a fix is none', () => {
    const file = listed('a.md', 'one two three\n', { two: { rule: 'text' } });
    file.messages[0]!.fix = {
      kind: 'suggested',
      touches: ['text'],
      edits: [
        { start: 8, end: 13, text: '3' },
        { start: 0, end: 3, text: '1' },
      ],
    };
    expect(result(reportOfLists(file)).diagnostics[0].suggestions).toEqual([
      { range: { start: { line: 1, column: 1 }, end: { line: 1, column: 14 } }, text: '1 two 3' },
    ]);
  });

  it.each([
    [
      'overlap',
      [
        { start: 0, end: 3, text: '' },
        { start: 2, end: 4, text: '' },
      ],
    ],
    ['lie outside the text', [{ start: 0, end: 300, text: '' }]],
    [
      'are far apart',
      [
        { start: 0, end: 1, text: '' },
        { start: 9_000, end: 9_001, text: '' },
      ],
    ],
    ['are none', []],
  ])('suggests nothing where the edits %s', (_, edits) => {
    const file = listed('a.md', `one\n${_ === 'are far apart' ? 'x'.repeat(9_999) : ''}`, {
      one: { rule: 'text' },
    });
    file.messages[0]!.fix = { kind: 'safe', touches: ['text'], edits };
    expect(result(reportOfLists(file)).diagnostics[0]).not.toHaveProperty('suggestions');
  });
});
