import { describe, expect, it } from 'vitest';
import { markdown, markdownReport, reportMarker } from '../../src/report/markdown.ts';
import { createReport, type Report } from '../../src/report/report.ts';
import { finding, reportOn, verdict } from './example.ts';

const gone = 'https://gone.example/';
const moved = 'https://old.example/';

const report = reportOn(
  [
    finding({
      reason: 'Answered 404, twice',
      rule: 'link-dead',
      severity: 'error',
      line: 3,
      link: gone,
      note: 'The second time as a browser would',
    }),
    finding({ reason: 'Moved for good to https://new.example/', rule: 'link-moved', line: 5, link: moved }),
    finding({ reason: 'No title', rule: 'title', severity: 'error' }),
    finding({ reason: 'Bare address', rule: 'bare-url', line: 9, severity: 'info' }),
  ],
  {
    verdicts: [
      verdict({ url: gone, verdict: 'dead' }),
      verdict({ url: moved, verdict: 'moved', target: 'https://new.example/' }),
      verdict({ url: 'https://a.example', verdict: 'ok' }),
    ],
  },
);

const boxes = (body: string) => body.match(/^- \[[ x]\] <!-- kempt:[0-9a-f]{16} -->/gm) ?? [];
const tick = (body: string, which: string) =>
  body
    .split('\n')
    .map((line) => (line.includes(which) ? line.replace('- [ ]', '- [X]') : line))
    .join('\n');

describe('the Markdown report', () => {
  const body = markdown(report);

  it('says in a line how it stands, and counts the links', () => {
    expect(body.split('\n').slice(0, 8)).toEqual([
      reportMarker,
      '**1 list: 2 errors, 1 warning, 1 info; 3 links: 1 ok, 1 moved, 1 dead**',
      '',
      '| Links | | |',
      '| --- | ---: | --- |',
      '| Dead | 1 | Confirmed gone, in two tries |',
      '| Moved | 1 | Redirects for good |',
      '| OK | 1 | Answers |',
    ]);
  });

  it('has a box for each link that wants a look, by verdict, the gravest first', () => {
    expect(body).toMatch(
      /### Dead \(1\)\n\nConfirmed gone[^\n]*\n\n- \[ \] <!-- kempt:\w{16} --> \[`https:\/\/gone\.example\/`\]\(<https:\/\/gone\.example\/>\): Answered 404, twice\. The second time as a browser would \(`readme\.md:3`\)\n/,
    );
    expect(body.indexOf('### Dead')).toBeLessThan(body.indexOf('### Moved'));
    expect(boxes(body)).toHaveLength(2);
  });

  it('has the other findings by file, and no link twice', () => {
    expect(body).toContain(
      [
        '### `readme.md` (2 findings)',
        '',
        '- **error**: No title ([`title`](<https://kempt.example/rules/title>))',
        '- **info** line 9: Bare address ([`bare-url`](<https://kempt.example/rules/bare-url>))',
        '',
      ].join('\n'),
    );
    expect(body.match(/gone\.example/g)).toHaveLength(2);
  });

  it('keeps what was ticked, and only that', () => {
    const again = markdownReport(report, {
      previousBody: tick(body, 'gone.example').replaceAll('\n', '\r\n'),
    });
    expect(boxes(again).map((box) => box.slice(0, 5))).toEqual(['- [x]', '- [ ]']);
    expect(markdownReport(report, { previousBody: again })).toBe(again);
  });

  it('has no row for what is fine, silenced or switched off', () => {
    const verdicts = [verdict({ url: gone, verdict: 'dead' })];
    expect(boxes(markdown(reportOn([], { verdicts })))).toEqual([]);
    const insecure = finding({
      reason: 'https is there',
      rule: 'link-insecure',
      line: 1,
      link: 'http://a.example',
    });
    const fine = reportOn([insecure], { verdicts: [verdict({ url: 'http://a.example', verdict: 'ok' })] });
    expect(boxes(markdown(fine))).toEqual([]);
    expect(markdown(fine)).toContain('https is there');
  });

  it('names a link once for all the files and lines it stands in', () => {
    const dead = () => {
      const message = finding({ reason: 'Gone', rule: 'link-dead', line: 1, link: gone });
      message.places = [1, 2, 3].map((line) => ({ start: { line, column: 1 }, end: { line, column: 2 } }));
      return message;
    };
    const two = createReport({
      files: ['a.md', 'b.md'].map((path) => ({ path, source: '', messages: [dead()] })),
      verdicts: [verdict({ url: gone, verdict: 'dead' })],
    });
    expect(boxes(markdown(two))).toHaveLength(1);
    expect(markdown(two)).toContain('Gone (`a.md:1`, `a.md:2`, `a.md:3`, `b.md:1`, `b.md:2`, 1 more place)');
  });

  it('links places where it is told how', () => {
    const lineUrl = (path: string, line: number) => `https://forge.example/${path}#L${line}`;
    const linked = markdownReport(report, { lineUrl });
    expect(linked).toContain('([`readme.md:3`](<https://forge.example/readme.md#L3>))');
    expect(linked).toContain('**info** [`line 9`](<https://forge.example/readme.md#L9>):');
  });

  it('does not link to an issue of another project, which GitHub would tell it of', () => {
    const url = 'https://github.com/foo/bar/issues/1';
    const message = finding({ reason: 'Gone', rule: 'link-dead', line: 1, link: url });
    const text = markdown(reportOn([message], { verdicts: [verdict({ url, verdict: 'dead' })] }));
    expect(text).toContain(`--> \`${url}\`: Gone`);
    expect(text).not.toContain('](<https://github.com');
  });

  it('says what could not be done and that it was stopped', () => {
    const faults = [{ what: 'no such file', where: 'nosuch.md', hint: 'Check the path.' }];
    const text = markdown(reportOn([], { faults, interrupted: true }));
    expect(text).toContain('### Could not be done\n\n- nosuch.md: no such file. Check the path.\n');
    expect(text).toContain('**Stopped before the end');
  });

  it('says how many findings the baseline knows', () => {
    expect(markdown(reportOn([], { baselined: 3 }))).toContain('nothing to mend; 3 known findings left out');
  });

  it('is short where all is well', () => {
    expect(markdown(reportOn([]))).toBe(`${reportMarker}\n**1 list: nothing to mend**\n`);
  });

  describe('that is too long', () => {
    const many: Report = reportOn(
      Array.from({ length: 2_000 }, (_, index) =>
        finding({ reason: `Number ${index} is not as the others`, rule: 'text', line: index + 1 }),
      ),
    );

    it.each([500, 5_000, 65_536])(
      'is cut at a row to fit %i characters, and says how many are missing',
      (limit) => {
        const text = markdownReport(many, { limit });
        expect(text.length).toBeLessThanOrEqual(limit);
        const rows = text.match(/^- \*\*warning\*\* line \d+: .*\)$/gm) ?? [];
        expect(text).toContain(`\n\n… and ${2_000 - rows.length} more rows, for which there is no room here`);
        expect(rows.length).toBeGreaterThan(limit / 200);
      },
    );

    it('is whole where it just fits', () => {
      const whole = markdownReport(many, { limit: Number.POSITIVE_INFINITY });
      expect(markdownReport(many, { limit: whole.length })).toBe(whole);
      expect(markdownReport(many, { limit: whole.length - 1 })).toContain('… and ');
    });

    it('has no row that fills it alone', () => {
      const long = finding({ reason: 'x'.repeat(100_000), rule: 'text', line: 1 });
      expect(markdown(reportOn([long, finding({ reason: 'After', rule: 'text', line: 2 })]))).toContain(
        'After',
      );
    });
  });
});
