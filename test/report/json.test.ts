import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { changeNames } from '../../src/audit/changes.ts';
import { verdictNames } from '../../src/links/types.ts';
import { type JsonReport, json, toJsonReport } from '../../src/report/json.ts';
import { finding, reportOn, verdict } from './example.ts';

const schema = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'));

const report = reportOn(
  [
    finding({
      reason: 'Last',
      rule: 'whitespace',
      line: 9,
      column: 2,
      fix: { kind: 'safe', touches: ['layout'], edits: [{ start: 4, end: 6, text: '' }] },
    }),
    finding({
      reason: 'Dead',
      rule: 'link-dead',
      severity: 'error',
      line: 3,
      link: 'https://gone.example/',
      note: 'twice',
    }),
    finding({ reason: 'No title', rule: 'title', severity: 'error' }),
    finding({
      reason: 'Mixed bullets',
      rule: 'unordered-list-marker-style',
      source: 'remark-lint',
      severity: 'info',
      line: 4,
    }),
  ],
  {
    verdicts: [
      verdict({ url: 'https://gone.example/', verdict: 'dead', status: 404, reason: 'answered 404' }),
      verdict({
        url: 'https://old.example/',
        verdict: 'moved',
        status: 200,
        target: 'https://new.example/',
        also: ['insecure'],
      }),
      verdict({ url: 'https://nowhere.example/', verdict: 'unreachable', code: 'ECONNREFUSED' }),
    ],
    faults: [{ what: 'no such file', where: 'nosuch.md', hint: undefined }],
    fixed: [
      {
        path: 'readme.md',
        before: '',
        text: '',
        rounds: 2,
        applied: [{ rule: 'whitespace', kind: 'safe', count: 3 }],
        mended: [],
        left: [
          { message: finding({ reason: 'No title', rule: 'title' }), why: 'none' },
          { message: finding({ reason: 'Dead', rule: 'link-dead' }), why: 'none' },
          { message: finding({ reason: 'Bare', rule: 'bare-url', line: 7 }), why: 'refused' },
        ],
        refused: [{ rule: 'bare-url', place: { line: 7, column: 1 }, why: 'it would change words' }],
        cycle: ['entry-order', 'section-order'],
      },
    ],
  },
);

const audited = reportOn(report.files[0]!.messages, {
  verdicts: report.verdicts,
  audit: {
    links: new Map([
      [
        'https://gone.example/',
        {
          change: 'still-dead',
          isNew: false,
          since: '2026-01-01T00:00:00.000Z',
          runs: 3,
          firstSeen: '2025-01-01T00:00:00.000Z',
          lastOk: '2025-12-25T00:00:00.000Z',
          archivedSince: '2025-12-25T00:00:00.000Z',
        },
      ],
    ]),
    acknowledged: [
      { link: 'https://old.example/', url: 'https://old.example/*', reason: 'Known', expires: '2027-01-01' },
    ],
    runs: [{ at: '2026-01-01T00:00:00.000Z', links: { dead: 1, moved: 1 } }],
  },
});

describe('the JSON report', () => {
  it('keeps to its schema', () => {
    const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(schema);
    for (const example of [report, audited, reportOn([]), reportOn([], { interrupted: true })]) {
      validate(toJsonReport(example));
      expect(validate.errors).toBeNull();
    }
  });

  it('has a schema that describes every key', () => {
    const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(closed(schema));
    for (const example of [report, audited]) {
      validate(toJsonReport(example));
      expect(validate.errors).toBeNull();
    }
  });

  it('has a schema that knows what may become of a link', () => {
    expect(schema.$defs.history.properties.change.enum).toEqual(changeNames);
  });

  it('has a schema that knows every verdict', () => {
    expect(schema.$defs.verdict.enum).toEqual(verdictNames);
  });

  it('says what was found, where, and how to mend it, in source order', () => {
    expect(toJsonReport(report).files).toEqual([
      {
        path: 'readme.md',
        messages: [
          { rule: 'title', severity: 'error', reason: 'No title', docs: 'https://kempt.example/rules/title' },
          {
            rule: 'link-dead',
            severity: 'error',
            reason: 'Dead',
            note: 'twice',
            line: 3,
            column: 1,
            endLine: 3,
            endColumn: 5,
            docs: 'https://kempt.example/rules/link-dead',
            link: 'https://gone.example/',
          },
          expect.objectContaining({
            rule: 'remark-lint:unordered-list-marker-style',
            severity: 'info',
            line: 4,
          }),
          expect.objectContaining({
            rule: 'whitespace',
            severity: 'warning',
            fix: { kind: 'safe', edits: [{ start: 4, end: 6, text: '' }] },
          }),
        ],
      },
    ]);
  });

  it('gives each address once, with its places and without what it has not', () => {
    expect(toJsonReport(report).links[0]).toEqual({
      url: 'https://gone.example/',
      verdict: 'dead',
      also: [],
      status: 404,
      reason: 'answered 404',
      places: [{ path: 'readme.md', line: 3, column: 3 }],
      attempts: 0,
      durationMs: 12,
      fromCache: false,
      via: 'http',
    });
  });

  it('counts findings by severity, safe fixes, and links by verdict', () => {
    const { summary, faults } = toJsonReport(report);
    expect(summary).toEqual({
      files: 1,
      errors: 2,
      warnings: 1,
      infos: 1,
      fixable: 1,
      links: { dead: 1, moved: 1, unreachable: 1 },
    });
    expect(faults).toEqual([{ what: 'no such file', where: 'nosuch.md' }]);
  });

  it('says what was fixed by rule, what is left and why, where fixes were asked for', () => {
    expect(toJsonReport(report).fixed).toEqual([
      {
        path: 'readme.md',
        applied: [{ rule: 'whitespace', kind: 'safe', count: 3 }],
        left: { none: 2, refused: 1 },
        refused: [{ rule: 'bare-url', line: 7, why: 'it would change words' }],
        cycle: ['entry-order', 'section-order'],
      },
    ]);
    expect(toJsonReport(reportOn([]))).not.toHaveProperty('fixed');
  });

  it('is harmless on a terminal and says the same to a parser', () => {
    const hostile = 'a\u001b[2Jb\u009b31m\u202ec\ud800';
    const text = json(reportOn([finding({ reason: hostile, rule: 'title' })]));
    expect(text).not.toMatch(/[\u001b\u009b\u202e]/);
    expect((JSON.parse(text) as JsonReport).files[0]?.messages[0]?.reason).toBe(hostile);
  });
});

/** The schema with every object limited to the keys that it describes. */
function closed(part: unknown): object {
  const text = JSON.stringify(part, (_, value) => {
    return value?.type === 'object' && value.properties ? { additionalProperties: false, ...value } : value;
  });
  return JSON.parse(text);
}
