import { describe, expect, it } from 'vitest';
import { gitlab } from '../../src/report/gitlab.ts';
import type { Report } from '../../src/report/report.ts';
import { finding, reportOn } from './example.ts';
import { listed, reportOfLists } from './listed.ts';

const issues = (report: Report) => JSON.parse(gitlab(report));
const fingerprints = (report: Report) =>
  issues(report).map((issue: { fingerprint: string }) => issue.fingerprint);

describe('the GitLab Code Quality report', () => {
  it('gives each finding its description, check, severity and lines', () => {
    const report = reportOn([
      finding({ reason: 'No title', rule: 'title', severity: 'error' }),
      finding({ reason: 'Gone', rule: 'link-dead', line: 4, link: 'https://gone.example/', note: 'Twice' }),
      finding({ reason: 'Mixed', rule: 'bullet', line: 9, severity: 'info' }),
    ]);
    report.files[0]!.path = './docs/readme.md';
    expect(issues(report)).toEqual([
      {
        description: 'No title',
        check_name: 'title',
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        severity: 'major',
        location: { path: 'docs/readme.md', lines: { begin: 1 } },
      },
      expect.objectContaining({
        description: 'Gone. https://gone.example/. Twice',
        severity: 'minor',
        location: { path: 'docs/readme.md', lines: { begin: 4 } },
      }),
      expect.objectContaining({ check_name: 'bullet', severity: 'info' }),
    ]);
  });

  it('says where a range of lines ends', () => {
    const file = listed('a.md', 'one\ntwo\n', { 'one\ntwo': { rule: 'contents' } });
    expect(issues(reportOfLists(file))[0].location.lines).toEqual({ begin: 1, end: 2 });
  });

  it('knows a finding again when lines move, and two on equal lines apart', () => {
    const spots = { 'one ': { rule: 'a' }, two: { rule: 'a' } };
    const before = fingerprints(reportOfLists(listed('a.md', 'one \ntwo\n', spots)));
    const after = fingerprints(reportOfLists(listed('a.md', '# New\n\none  \n\n\ntwo\n', spots)));
    expect(after).toEqual(before);
    expect(new Set(before).size).toBe(2);

    const twins = reportOn([1, 2, 3].map((line) => finding({ reason: 'Same', rule: 'same', line })));
    twins.files.push({ ...twins.files[0]!, path: 'other.md' });
    expect(new Set(fingerprints(twins)).size).toBe(6);
  });
});
