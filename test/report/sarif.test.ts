import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { RuleInfo } from '../../src/catalogue.ts';
import { reporters } from '../../src/report/index.ts';
import type { Report } from '../../src/report/report.ts';
import { uriOf } from '../../src/report/sarif/uri.ts';
import { sarif } from '../../src/report/sarif.ts';
import { finding, reportOn } from './example.ts';
import { hostileReport, hostileTexts } from './hostile.ts';
import { listed, plain, reportOfLists } from './listed.ts';

const schemaPath = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);
// Draft 4 in name; of what differs in later drafts it uses only `id`.
const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(schemaPath, 'utf8'));
const validate = new Ajv({
  strict: false,
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => /^(?:[\w\-.~!$&'()*+,;=:@/?#[\]]|%[0-9a-f]{2})*$/i.test(text),
    'date-time': true,
  },
}).compile(schema);

const info: RuleInfo = {
  id: 'link-dead',
  url: 'https://kempt.example/rules/link-dead.md',
  source: 'kempt',
  summary: 'Links lead to pages that exist',
  category: 'network',
  severity: { house: 'error', awesome: 'error', minimal: 'off' },
  fix: 'none',
  options: {},
  presetOptions: {},
  since: '0.1.0',
  docs: { finds: 'Finds.', why: 'Why.', bad: '- bad', good: '```\n- good\n```', whenOff: 'Never.' },
};

const reporter = sarif([info]);
const runOf = (report: Report) => {
  const log = JSON.parse(reporter(report, plain));
  validate(log);
  expect(validate.errors).toBeNull();
  return log.runs[0];
};

const dead = () =>
  finding({
    reason: 'Answered 404',
    rule: 'link-dead',
    severity: 'error',
    line: 4,
    link: 'https://gone.example/',
  });

describe('the SARIF report', () => {
  it('keeps to the schema, whatever it is made from', () => {
    for (const text of Object.values(hostileTexts)) runOf(hostileReport(text));
    expect(runOf(reportOn([])).results).toEqual([]);
  });

  it('describes the rules that found something, from the catalogue', () => {
    const report = reportOn([
      dead(),
      finding({ reason: 'Mine', rule: 'mine', source: 'remark-lint', line: 2 }),
    ]);
    const run = runOf(report);
    expect(run.tool.driver.rules).toEqual([
      {
        id: 'link-dead',
        shortDescription: { text: 'Links lead to pages that exist.' },
        fullDescription: { text: 'Finds.' },
        help: {
          text: 'Finds.\n\nWhy: Why.\n\nWhen to turn it off: Never.',
          markdown: expect.stringContaining('**Good**\n\n`````markdown\n```\n- good\n```\n`````'),
        },
        helpUri: expect.stringMatching(/^https:.*link-dead\.md$/),
        defaultConfiguration: { enabled: true, level: 'error' },
        properties: { tags: ['network'] },
      },
      {
        id: 'remark-lint:mine',
        helpUri: 'https://kempt.example/rules/mine',
        defaultConfiguration: { enabled: true, level: 'warning' },
      },
    ]);
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
  });

  it('gives each finding its level, message and region, in columns of UTF-16', () => {
    const file = listed('docs/a.md', '# T\n\n- 😀 [Foo](https://foo.example) — Fast.\n', {
      '—': { rule: 'entry-separator', reason: '“—” here', severity: 'info', note: 'Rare' },
    });
    const run = runOf(reportOfLists(file));
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.results[0]).toMatchObject({
      level: 'note',
      message: { text: '“—” here\nRare' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'docs/a.md' },
            region: { startLine: 3, startColumn: 33, endLine: 3, endColumn: 34 },
          },
        },
      ],
    });
  });

  it('places a finding about the repository in the file as a whole', () => {
    const run = runOf(reportOn([finding({ reason: 'No title', rule: 'title' })]));
    expect(run.results[0].locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: 'readme.md' } } },
    ]);
  });

  it('holds the fix', () => {
    const file = listed('a.md', 'one\ntwo\n', {
      two: { rule: 'text', fix: { kind: 'suggested', touches: ['text'], replace: 'two', with: '2' } },
    });
    expect(runOf(reportOfLists(file)).results[0].fixes).toEqual([
      {
        description: { text: 'Suggested: wants a look' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'a.md' },
            replacements: [
              {
                deletedRegion: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 4 },
                insertedContent: { text: '2' },
              },
            ],
          },
        ],
      },
    ]);
  });

  it('relates the further places of a link to its first', () => {
    const message = dead();
    message.places = [4, 9].map((line) => ({ start: { line, column: 1 }, end: { line, column: 5 } }));
    const [result] = runOf(reportOn([message])).results;
    expect(result.relatedLocations).toEqual([
      {
        id: 1,
        physicalLocation: {
          artifactLocation: { uri: 'readme.md' },
          region: { startLine: 9, startColumn: 1, endLine: 9, endColumn: 5 },
        },
        message: { text: 'Here too' },
      },
    ]);
    expect(result.properties).toEqual({ link: 'https://gone.example/' });
  });

  it('has fingerprints that stay when lines move', () => {
    const prints = (source: string) =>
      runOf(reportOfLists(listed('a.md', source, { two: { rule: 'a' }, three: { rule: 'a' } }))).results.map(
        (result: { partialFingerprints: object }) => result.partialFingerprints,
      );
    const before = prints('one\ntwo\nthree\n');
    expect(prints('one\n\nnew\n\n  two\nthree\n')).toEqual(before);
    expect(before[0]).toEqual({ primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{16}:1$/) });
    expect(before[0]).not.toEqual(before[1]);
  });

  it('tells what could not be done as notifications of an invocation that failed', () => {
    const faults = [{ what: 'no such file', where: 'nosuch.md', hint: 'Check the path.' }];
    expect(runOf(reportOn([], { faults, interrupted: true })).invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'error', message: { text: 'nosuch.md: no such file\nCheck the path.' } },
          { level: 'warning', message: { text: expect.stringContaining('Stopped before the end') } },
        ],
      },
    ]);
    expect(runOf(reportOn([])).invocations[0].executionSuccessful).toBe(true);
  });

  it.each([
    ['docs/my list.md', 'docs/my%20list.md'],
    ['./a.md', 'a.md'],
    ['../a.md', '../a.md'],
    ['a:b#c?d%e.md', 'a%3Ab%23c%3Fd%25e.md'],
    ['列表.md', '%E5%88%97%E8%A1%A8.md'],
    ['/home/x y/a.md', 'file:///home/x%20y/a.md'],
    ['C:/x y/a.md', 'file:///C:/x%20y/a.md'],
    ['<stdin>', '%3Cstdin%3E'],
  ])('writes the path %j as %j', (path, uri) => {
    expect(uriOf(path)).toBe(uri);
  });

  it('makes neither a link nor a placeholder of what a list says', () => {
    const [result] = runOf(reportOn([finding({ reason: 'a [b](c) {0}', rule: 'x' })])).results;
    expect(result.message.text).toBe('a [b\\](c) {{0}}');
  });

  it('is made with the catalogue when it is asked for by name', async () => {
    const named = await reporters.sarif.load();
    const log = JSON.parse(named(reportOn([dead()]), plain));
    expect(log.runs[0].tool.driver.rules[0].shortDescription.text).toBe('Links lead to pages that exist.');
  });
});
