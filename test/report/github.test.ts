import { describe, expect, it } from 'vitest';
import { github } from '../../src/report/github.ts';
import type { Report } from '../../src/report/report.ts';
import { finding, reportOn } from './example.ts';
import { listed, plain, reportOfLists } from './listed.ts';

const lines = (report: Report) => github(report, plain).split('\n').slice(0, -1);
const levelsOf = (report: Report) => lines(report).map((line) => /^::(\w+) /.exec(line)?.[1]);

const many = (count: number, rule: string, severity: 'error' | 'warning' | 'info' = 'warning') =>
  Array.from({ length: count }, (_, index) => finding({ reason: rule, rule, line: index + 1, severity }));

describe('the GitHub report', () => {
  it('annotates the stretch of a line', () => {
    expect(
      lines(reportOn([finding({ reason: 'Bare address', rule: 'bare-url', line: 12, column: 3 })])),
    ).toEqual([
      '::warning file=readme.md,line=12,endLine=12,col=3,endColumn=7,title=kempt%3A bare-url::Bare address%0Ahttps://kempt.example/rules/bare-url',
    ]);
  });

  it('says how the line should read where there is a fix', () => {
    const list = '# Awesome\n\n- [Foo](https://foo.example) — Fast.\n';
    const file = listed('docs/a, b.md', list, {
      '—': {
        rule: 'entry-separator',
        reason: '“—” here',
        fix: { kind: 'safe', touches: ['layout'], replace: '—', with: '-' },
      },
    });
    const [line] = lines(reportOfLists(file));
    expect(line).toContain('file=docs/a%2C b.md,');
    expect(line).toContain('::“—” here%0AShould read:%0A- [Foo](https://foo.example) - Fast.%0A');
  });

  it('leaves the place of an entry to the reason', () => {
    const file = listed('a.md', '- b\n- a\n', {
      '- a': {
        rule: 'order',
        reason: 'Put it before “b”',
        fix: { kind: 'safe', touches: ['order'], replace: '- b\n- a', with: '- a\n- b' },
      },
    });
    expect(lines(reportOfLists(file))[0]).not.toContain('Should read');
  });

  it('says that a line should go where the fix removes it', () => {
    const file = listed('a.md', 'one\ntwo\nthree\n', {
      two: { rule: 'ci-badge', fix: { kind: 'safe', touches: ['text'], replace: 'two\n', with: '' } },
    });
    expect(lines(reportOfLists(file))[0]).toContain('This line should go');
  });

  it('gives no columns for a range of several lines, which GitHub refuses', () => {
    const file = listed('a.md', 'one\ntwo\n', { 'one\ntwo': { rule: 'contents' } });
    expect(lines(reportOfLists(file))[0]).toMatch(/^::warning file=a.md,line=1,endLine=2,title=/);
  });

  it('names no file for standard input and no line for the repository', () => {
    const report = reportOn([finding({ reason: 'No title', rule: 'title', severity: 'error' })]);
    expect(lines(report)[0]).toMatch(/^::error file=readme.md,title=/);
    report.files[0]!.path = '<stdin>';
    expect(lines(report)[0]).toMatch(/^::error title=/);
  });

  it('keeps to ten of a level and says what is left out', () => {
    const report = reportOn([
      ...many(12, 'title', 'error'),
      ...many(10, 'bare-url'),
      ...many(10, 'text', 'info'),
    ]);
    const levels = levelsOf(report);
    expect(levels.filter((level) => level === 'error')).toHaveLength(10);
    expect(levels.filter((level) => level === 'warning')).toHaveLength(10);
    expect(levels.filter((level) => level === 'notice')).toHaveLength(10);
    expect(lines(report).at(-1)).toBe(
      '::notice title=kempt::Not shown, for GitHub shows ten of a level: 2 more errors, 1 more notice',
    );
  });

  it('says nothing more where all is shown', () => {
    expect(levelsOf(reportOn(many(10, 'text', 'info')))).toEqual(Array(10).fill('notice'));
    expect(github(reportOn([]), plain)).toBe('');
  });

  it('puts the errors first, and shows each rule before one of them twice', () => {
    const report = reportOn([
      ...many(30, 'bare-url'),
      finding({ reason: 'Rare', rule: 'rare', line: 99 }),
      finding({ reason: 'Gone', rule: 'link-dead', line: 98, severity: 'error' }),
    ]);
    expect(levelsOf(report)[0]).toBe('error');
    expect(github(report, plain)).toContain('kempt%3A rare::Rare');
  });

  it('tells what could not be done before anything else', () => {
    const report = reportOn([...many(12, 'title', 'error')], {
      faults: [{ what: 'no such file', where: 'nosuch.md', hint: 'Check the path.' }],
      interrupted: true,
    });
    expect(lines(report)[0]).toBe('::error title=kempt::nosuch.md: no such file%0ACheck the path.');
    expect(levelsOf(report).filter((level) => level === 'error')).toHaveLength(10);
    expect(lines(report).at(-1)).toContain('Stopped before the end');
  });
});
