import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { percentFine } from '../../src/report/html/health.ts';
import { markup, trusted } from '../../src/report/html/markup.ts';
import { type HtmlOptions, htmlReport } from '../../src/report/html.ts';
import { createReport, type Report } from '../../src/report/report.ts';
import { finding, reportOn, verdict } from './example.ts';
import { type Element, elementsOf } from './parse-html.ts';
import { audited, healthyAndNot } from './web-page.ts';

const clean = (text: string) => text.replace(/\s+/g, ' ').trim();

function read(report: Report, options?: HtmlOptions) {
  const html = htmlReport(report, options);
  const elements = elementsOf(html);
  const named = (name: string) => elements.filter((element) => element.name === name);
  const classed = (name: string) =>
    elements.filter(({ attributes }) => attributes.class?.split(' ').includes(name));
  return { html, elements, named, classed, text: clean(named('body')[0]!.text) };
}

const rows = (elements: Element[]) =>
  elements
    .filter(({ name, attributes }) => name === 'tr' && 'data-file' in attributes)
    .map(({ text }) => clean(text));

describe('the HTML report', () => {
  it('is one file that asks for nothing else, and says so', () => {
    const { named, html } = read(healthyAndNot());
    const policy = named('meta').find(({ attributes }) => attributes['http-equiv'])!.attributes.content!;
    const hash = (name: string) => createHash('sha256').update(named(name)[0]!.text).digest('base64');
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash('style')}'; script-src 'sha256-${hash('script')}'; base-uri 'none'; form-action 'none'`,
    );
    expect(html).not.toMatch(/<(?:link|img|iframe|object|embed|base|form)\b/);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  });

  it('says how healthy the list is, in a number, a bar and words', () => {
    const { text, classed } = read(healthyAndNot());
    expect(text).toContain('67 % of 6 links lead somewhere');
    expect(classed('bar')[0]!.attributes['aria-label']).toBe(
      '1 gone, 1 in doubt, 1 moved, 3 fine, 1 not asked',
    );
    expect(clean(classed('legend')[0]!.text)).toContain('Dead 1 Confirmed gone');
  });

  it('lists every link, the gravest first and the skipped last, with what was answered and where', () => {
    const { elements } = read(healthyAndNot());
    const links = rows(elements).slice(0, 7);
    expect(links[0]).toMatch(
      /^Dead https:\/\/gone\.example\/ Answered 404, twice .* 404 readme\.md:3 and 1 more$/,
    );
    expect(links.map((row) => row.split(' ')[0])).toEqual([
      'Dead',
      'Unreachable',
      'Moved',
      'OK',
      'OK',
      'OK',
      'Skipped',
    ]);
  });

  it('opens each link to the evidence: what was asked, hop by hop, and what came', () => {
    const { classed } = read(healthyAndNot());
    const evidence = clean(classed('evidence')[0]!.text);
    expect(evidence).toContain('The second time as a browser would');
    expect(evidence).toContain('Stands in 2 places: readme.md:3 docs/more.md:9');
    expect(evidence).toContain('HEAD, 120 ms 404 https://gone.example/ at 192.0.2.7 server nginx');
    expect(evidence).toContain('GET as a browser, second pass, 340 ms');
    expect(clean(classed('evidence')[1]!.text)).toContain('ECONNREFUSED: connect failed');
    expect(clean(classed('evidence')[2]!.text)).toContain('Leads to https://new.example/');
  });

  it('lists the other findings with what they want, and those of links only with the links', () => {
    const { elements, named } = read(healthyAndNot());
    const findings = rows(elements).slice(7);
    expect(findings).toHaveLength(2);
    expect(findings[0]).toMatch(/^Error No title .* title readme\.md$/);
    expect(findings[1]).toMatch(/^Warning “—” here .* entry-separator readme\.md:5:31$/);
    expect(named('pre').map(({ text }) => text)).toEqual(['- [B](https://b.example/page) - Bee.']);
    expect(findings[1]).toContain('Found —, expected -');
  });

  it('has health by host, by file and by section', () => {
    const { text } = read(healthyAndNot());
    expect(text).toMatch(/By section Section Links Health readme\.md: One 3 1 gone 1 in doubt 1 moved /);
    expect(text).toMatch(
      /By host Host Links Health gone\.example 1 1 gone 1 gone slow\.example 1 1 in doubt /,
    );
    expect(text).toMatch(/By file File Links Health readme\.md 6 .* docs\/more\.md 2 /);
  });

  it('draws what was not fine over the runs, with the numbers beside it', () => {
    const history = [
      { at: '2026-01-05T06:00:00Z', links: { ok: 10 } },
      { at: '2026-01-12T06:00:00Z', links: { ok: 8, dead: 2 } },
    ];
    const { text, elements } = read(healthyAndNot(), { history });
    expect(text).toContain(
      'Run Links Gone In doubt Moved Lead somewhere 2026-01-05 10 0 0 0 100 % 2026-01-12 10 2 0 0 80 %',
    );
    expect(elements.filter(({ attributes }) => attributes['aria-label']?.includes('by run'))).toHaveLength(1);
    expect(read(healthyAndNot(), { history: history.slice(1) }).text).not.toContain('by run');
  });

  it('of an audit tells what has changed, which list is most rotten, and what is acknowledged', () => {
    const { text } = read(audited());
    expect(text).toContain('Links that were not fine, by run');
    expect(text).toContain(
      'Since the run of 2026-01-15 What Address How long ' +
        'Newly dead https://gone.example/ Answered 404, twice For the first time; last fine on 2026-01-15 ' +
        'Recovered https://a.example/ answered 200 Seen well again on 2026-01-22 ',
    );
    expect(text).toMatch(/by how much of them is gone List Rot Links Health docs\/more\.md 100 % 1 1 gone /);
    expect(text).toContain('Acknowledged Address Why Until https://slow.example/ Being moved 2026-06-01');
    expect(text).toContain('Failing since 2026-01-22, in 3 runs; never seen fine');
  });

  it('says how many findings can be fixed, and how many the baseline knows', () => {
    const { text } = read({ ...healthyAndNot(), baselined: 2 });
    expect(text).toContain(
      '2 lists: 2 errors, 1 warning; 1 finding with a safe fix; 2 known findings left out.',
    );
  });

  it('says what could not be done and that it was stopped', () => {
    const faults = [{ what: 'no such file', where: 'nosuch.md', hint: 'Check the path.' }];
    expect(read(reportOn([], { faults })).text).toContain('nosuch.md: no such file Check the path.');
    expect(read(reportOn([], { interrupted: true })).text).toContain('Stopped before the end');
  });

  it('has no word of links where none were asked, and none of findings where there are none', () => {
    const { text, named } = read(reportOn([finding({ reason: 'No title', rule: 'title' })]));
    expect(text).not.toContain('links');
    expect(named('h2').map((heading) => heading.text)).toEqual(['Summary', 'Findings']);
    expect(read(reportOn([])).text).toContain('1 list: nothing to mend.');
    expect(read(createReport({ files: [] })).text).toContain('0 lists');
  });

  it('links to http and https only; every other address is text', () => {
    const urls = [
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://a.example/',
      'https://a.example/?a=1&b="2"',
    ];
    const verdicts = urls.map((url) => verdict({ url, verdict: 'dead', target: url }));
    const { named } = read(reportOn([], { verdicts }));
    const addresses = named('a').map(({ attributes }) => attributes.href);
    expect(new Set(addresses)).toEqual(new Set(['https://a.example/?a=1&b=%222%22']));
  });
});

describe('a template', () => {
  it('escapes what is put into it unless that is HTML already', () => {
    const { markup: text } =
      markup`<p title="${'"<'}">${['a<', markup`<b>${'&'}</b>`, undefined, 1]}${trusted('<i>')}</p>`;
    expect(text).toBe('<p title="&quot;&lt;">a&lt;<b>&amp;</b>1<i></p>');
  });
});

describe('the share of links that lead somewhere', () => {
  const health = (good: number, bad: number) => ({ bad, doubt: 0, note: 0, good, none: 5 });

  it.each([
    [health(0, 0), 100],
    [health(3, 0), 100],
    [health(0, 3), 0],
    [health(9_999, 1), 99],
    [health(1, 9_999), 1],
    [health(2, 1), 67],
  ])('of %o is %i %%', (given, percent) => {
    expect(percentFine(given)).toBe(percent);
  });
});
