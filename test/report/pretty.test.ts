import { describe, expect, it } from 'vitest';
import type { ReporterOptions } from '../../src/report/index.ts';
import { reporters } from '../../src/report/index.ts';
import { createReport, type Report } from '../../src/report/report.ts';
import { finding, reportOn, verdict } from './example.ts';

const plain = { colour: false, width: 80, quiet: false, verbose: false, all: false };
const pretty = await reporters.pretty.load();
const print = (report: Report, options: Partial<ReporterOptions> = {}) =>
  pretty(report, { ...plain, ...options });

const many = Array.from({ length: 46 }, (_, index) =>
  finding({
    reason: '“:” here, but 412 of 430 entries use “ - ”',
    rule: 'entry-separator',
    line: index + 10,
  }),
);

describe('the pretty report', () => {
  it('shows place, severity, reason and rule, with the evidence beneath', () => {
    const report = reportOn([
      finding({ reason: 'No title', rule: 'title', severity: 'error' }),
      finding({
        reason: 'No heading for “#tols”',
        rule: 'anchor',
        severity: 'error',
        line: 12,
        column: 3,
        note: 'The nearest is “#tools”',
      }),
    ]);
    expect(print(report)).toBe(
      [
        'readme.md',
        '        error    No title  title',
        '  12:3  error    No heading for “#tols”  anchor',
        '                 The nearest is “#tools”',
        '',
        '1 list: 2 errors',
        '',
      ].join('\n'),
    );
  });

  it('wraps long findings under themselves and stays within the width', () => {
    const reason = `24 of 40 venues are set off by a comma; the other 16 stand in lines ${Array.from({ length: 16 }, (_, i) => i + 100).join(', ')}`;
    const lines = print(reportOn([finding({ reason, rule: 'citation', line: 100, column: 5 })])).split('\n');
    expect(lines[2]).toMatch(/^ {18}\S/);
    expect(lines.every((line) => line.length <= 80)).toBe(true);
  });

  it('breaks Chinese where it may, counting two columns a letter', () => {
    const lines = print(reportOn([finding({ reason: '列'.repeat(100), rule: 'title', line: 1 })])).split(
      '\n',
    );
    expect(lines[1]!.match(/列/g)!.length).toBeLessThanOrEqual(32);
    expect(lines.join('').match(/列/g)).toHaveLength(100);
  });

  it('folds what one rule says more than five times in a file, unless all is asked for', () => {
    expect(print(reportOn(many)).match(/412 of 430/g)).toHaveLength(5);
    expect(print(reportOn(many))).toContain('… and 41 more entry-separator; --all shows them');
    expect(print(reportOn(many), { all: true }).match(/412 of 430/g)).toHaveLength(46);
  });

  it('says which rules account for most, with commands to fix or silence them', () => {
    const fix = (kind: 'safe' | 'suggested') => ({
      kind,
      touches: [],
      edits: [{ start: 0, end: 1, text: '' }],
    });
    const safe = finding({ reason: 'Blank', rule: 'whitespace', line: 3 });
    const suggested = finding({ reason: 'Bare', rule: 'remark-lint:rule-style', line: 2 });
    const report = reportOn([
      ...many.slice(0, 40),
      ...[safe, safe].map((one) => ({ ...one, fix: fix('safe') }) as typeof safe),
      ...[suggested, suggested].map((one) => ({ ...one, fix: fix('suggested') }) as typeof safe),
      finding({ reason: 'None', rule: 'title' }),
    ]);
    const lines = print(report).split('\n');
    expect(lines.slice(lines.indexOf('Most come from'))).toEqual([
      'Most come from',
      '  entry-separator (40)        kempt explain entry-separator',
      '  whitespace (2)              kempt fix --fix-rule whitespace readme.md',
      '  remark-lint:rule-style (2)  kempt fix --fix-suggested --fix-rule remark-lint:rule-style readme.md',
      'To silence them, put this at the top of the list, or that into',
      'kempt.config.json:',
      '  <!--lint disable entry-separator whitespace remark-lint:rule-style-->',
      '  { "rules": { "entry-separator": "off", "whitespace": "off", "remark-lint:rule-style": "off" } }',
      '',
    ]);
  });

  it('gives no advice where few findings are read one by one, nor on how to silence an error', () => {
    const dead = many
      .slice(0, 30)
      .map(({ line }) => finding({ reason: 'Gone', rule: 'link-dead', severity: 'error', line: line! }));
    expect(print(reportOn([...many.slice(0, 10), ...dead.slice(0, 10)]))).not.toContain('Most come from');
    const both = print(reportOn([...many, ...dead]));
    expect(both).toContain('  link-dead (30)        kempt explain link-dead\n');
    expect(both).toContain('  <!--lint disable entry-separator-->\n');
    expect(print(reportOn([...dead, finding({ reason: 'x', rule: 'title' })]))).not.toContain('silence');
  });

  it('says how to silence in the configuration that there is', () => {
    const report = reportOn([...many, finding({ reason: 'x', rule: 'title' })]);
    const into = (configuration?: string) => print({ ...report, ...(configuration && { configuration }) });
    expect(into()).toMatch(/or that into\s+kempt\.config\.json:/);
    expect(into('docs/.kemptrc')).toMatch(/or that into\s+docs\/\.kemptrc:/);
    expect(into('package.json')).toMatch(/or that into\s+the\s+key “kempt” of\s+package\.json:/);
  });

  it('says where no list has changed', () => {
    expect(print(createReport({ files: [] }))).toBe('✓ No list has changed: there is nothing to judge\n');
  });

  it('counts what the baseline leaves out', () => {
    expect(print(reportOn([], { baselined: 8 }))).toBe(
      '✓ 1 list: nothing to mend; 8 known findings left out\n',
    );
    expect(print(reportOn(many, { baselined: 1 }))).toContain('\n1 known finding left out\n');
  });

  it('says how to start where the list stands when there is very much', () => {
    const more = many.map(({ line }) => finding({ reason: 'x', rule: 'title', line: line! }));
    const report = reportOn([...many, ...more]);
    expect(print(report)).toContain('  kempt lint --update-baseline readme.md\n');
    report.files[0]!.path = '<stdin>';
    expect(print(report)).not.toContain('--update-baseline');
    report.files[0]!.path = "it's a list.md";
    expect(print(report)).toContain(`  kempt lint --update-baseline 'it'\\''s a list.md'\n`);
    report.verdicts = [verdict({ url: 'https://a.example', verdict: 'ok' })];
    expect(print(report)).toContain('  kempt --update-baseline ');
  });

  it('shows the address of a link beneath its finding and counts verdicts', () => {
    const url = 'https://gone.example/page';
    const report = reportOn(
      [finding({ reason: 'Answered 404 twice', rule: 'link-dead', severity: 'error', line: 3, link: url })],
      { verdicts: [verdict({ url, verdict: 'dead' }), verdict({ url: 'https://a.example', verdict: 'ok' })] },
    );
    expect(print(report)).toContain(`                ${url}\n`);
    expect(print(report)).toContain('2 links: 1 ok, 1 dead');
  });

  it('shows the address where the reason only names one that begins like it', () => {
    const reason = 'Moved to https://a.example/new';
    const moved = finding({ reason, rule: 'link-moved', line: 3, link: 'https://a.example/' });
    expect(print(reportOn([moved]))).toContain('                  https://a.example/\n'.slice(2));
  });

  it('says what holds for all findings of a rule once in a file, but of each where verbose', () => {
    const note = '1734 of 1751 list items have one blank behind their marker.';
    const item = (line: number) => finding({ reason: 'Three blanks', rule: 'list-item-indent', line, note });
    const other = finding({ reason: 'No blank', rule: 'list-item-indent', line: 4, note: 'There is a tab.' });
    const report = reportOn([item(1), item(2), other, item(9)]);
    expect(print(report).match(/1734 of 1751|There is a tab/g)).toEqual(['1734 of 1751', 'There is a tab']);
    expect(print(report, { verbose: true }).match(/1734 of 1751/g)).toHaveLength(3);
  });

  it('keeps what it says of an address with each address', () => {
    const link = (line: number) =>
      finding({
        reason: 'Dead link',
        rule: 'link-dead',
        line,
        link: 'https://x.example/',
        note: 'Seen twice.',
      });
    expect(print(reportOn([link(1), link(2)])).match(/Seen twice/g)).toHaveLength(2);
  });

  it('has no line for an address that is empty', () => {
    const empty = finding({ reason: 'It leads nowhere', rule: 'link-syntax', line: 1, link: '' });
    expect(print(reportOn([empty])).split('\n')[2]).toBe('');
    expect(print(reportOn([empty]))).not.toMatch(/ $/m);
  });

  it('says where else a link stands', () => {
    const dead = finding({ reason: 'Gone', rule: 'link-dead', line: 3, link: 'https://gone.example' });
    dead.places = [3, 9, 12].map((line) => ({ start: { line, column: 1 }, end: { line, column: 9 } }));
    expect(print(reportOn([dead]))).toContain('Also in line 9, 12\n');
  });

  it('has one friendly line where all is well', () => {
    const verdicts = [verdict({ url: 'https://a.example', verdict: 'ok' })];
    expect(print(reportOn([], { verdicts }))).toBe('✓ 1 list: nothing to mend; 1 link: 1 ok\n');
  });

  it('shows what could not be read, and what to do about it', () => {
    const faults = [{ what: 'no such file', where: 'nosuch.md', hint: 'Check the path.' }];
    expect(
      print({ ...reportOn([]), files: [], faults, summary: { ...reportOn([]).summary, files: 0 } }),
    ).toBe('✗ nosuch.md: no such file\n  Check the path.\n');
  });

  it('says only errors when quiet, and nothing where there are none', () => {
    const warning = finding({ reason: 'Bare', rule: 'bare-url', line: 2 });
    expect(print(reportOn([warning]), { quiet: true })).toBe('');
    const error = finding({ reason: 'Broken', rule: 'anchor', severity: 'error', line: 2 });
    expect(print(reportOn([warning, error]), { quiet: true })).toBe(
      'readme.md\n  2:1  error    Broken  anchor\n',
    );
  });

  it('lists every link when verbose', () => {
    const verdicts = [
      verdict({ url: 'https://a.example', verdict: 'moved', status: 200, target: 'https://b.example' }),
      verdict({ url: 'https://c.example', verdict: 'unreachable', code: 'ECONNREFUSED' }),
    ];
    expect(print(reportOn([], { verdicts }), { verbose: true })).toContain(
      'Links\n  moved        200  https://a.example → https://b.example\n  unreachable  ECONNREFUSED  https://c.example\n',
    );
  });

  it('says when the run was stopped', () => {
    const stopped = print(reportOn([], { interrupted: true }));
    expect(stopped).toContain('Stopped before the end');
    expect(stopped).not.toContain('nothing to mend');
  });

  it('colours without changing what is said', () => {
    const coloured = print(reportOn(many), { colour: true });
    expect(coloured).toContain('\u001b[33m');
    // biome-ignore lint/complexity/useRegexLiterals: the escape is clearer so
    expect(coloured.replace(new RegExp('\\u001b\\[\\d+m', 'g'), '')).toBe(print(reportOn(many)));
  });

  it('shows control characters, ANSI escapes and marks of direction instead of obeying them', () => {
    const hostile = '\u001b[31mred\u009b2J\u202egnp\u2066\u0000\r\nnext\ttab';
    const report = reportOn(
      [finding({ reason: hostile, rule: hostile, note: hostile, link: hostile, line: 1 })],
      {
        verdicts: [verdict({ url: hostile, verdict: 'ok', code: hostile, target: hostile })],
        faults: [{ what: hostile, where: hostile, hint: hostile }],
      },
    );
    const text = print(report, { verbose: true });
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(text).toContain('<U+001B>[31mred<U+009B>2J<U+202E>gnp<U+2066><U+0000>');
  });
});
