import { describe, expect, it } from 'vitest';
import { compact } from '../../src/report/compact.ts';
import { finding, reportOn } from './example.ts';
import { plain } from './listed.ts';

const report = reportOn([
  finding({ reason: 'Bare address', rule: 'bare-url', line: 12, column: 3 }),
  finding({ reason: 'No title', rule: 'title', severity: 'error' }),
  finding({ reason: 'Answered 404', rule: 'link-dead', line: 4, link: 'https://gone.example/' }),
  finding({ reason: 'Mixed', rule: 'emphasis-marker', source: 'remark-lint', line: 5, severity: 'info' }),
]);

describe('the compact report', () => {
  it('has one line a finding, in source order', () => {
    expect(compact(report, plain)).toBe(
      [
        'readme.md:1:1: error title No title',
        'readme.md:4:1: warning link-dead Answered 404 https://gone.example/',
        'readme.md:5:1: info remark-lint:emphasis-marker Mixed',
        'readme.md:12:3: warning bare-url Bare address',
        '',
      ].join('\n'),
    );
  });

  it('has only errors when quiet, and nothing where there is nothing', () => {
    expect(compact(report, { ...plain, quiet: true })).toBe('readme.md:1:1: error title No title\n');
    expect(compact(reportOn([]), plain)).toBe('');
  });
});
