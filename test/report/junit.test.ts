import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { junit } from '../../src/report/junit.ts';
import { createReport } from '../../src/report/report.ts';
import { finding, reportOn } from './example.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: true,
  isArray: (name) => name === 'testsuite' || name === 'testcase',
});

/** The parsed report, once it is well-formed. */
function parsed(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true);
  return parser.parse(xml).testsuites;
}

const report = createReport({
  files: [
    {
      path: 'readme.md',
      source: '',
      messages: [
        finding({ reason: 'Bare <address>', rule: 'bare-url', line: 12, column: 3 }),
        finding({ reason: 'No title', rule: 'title', severity: 'error', note: 'Begin with “# Awesome …”' }),
        finding({ reason: 'Mixed bullets', rule: 'bullet', line: 4, severity: 'info' }),
      ],
    },
    { path: 'docs/fine.md', source: '', messages: [] },
  ],
  faults: [{ what: 'no such file', where: 'nosuch.md', hint: 'Check the path.' }],
});

describe('the JUnit report', () => {
  const suites = parsed(junit(report));

  it('has a suite for each file, and counts that agree', () => {
    expect(suites).toMatchObject({ name: 'kempt', tests: 5, failures: 2, errors: 1 });
    expect(suites.testsuite).toMatchObject([
      { name: 'readme.md', tests: 3, failures: 2, errors: 0 },
      { name: 'docs/fine.md', tests: 1, failures: 0, errors: 0 },
      { name: 'kempt', tests: 1, failures: 0, errors: 1 },
    ]);
  });

  it('has a case for each finding: errors and warnings fail, info passes and says what it has to say', () => {
    expect(suites.testsuite[0].testcase).toEqual([
      {
        name: 'title readme.md',
        classname: 'readme.md',
        file: 'readme.md',
        time: 0,
        failure: {
          type: 'error',
          message: 'No title',
          '#text': 'readme.md\nNo title\nBegin with “# Awesome …”',
        },
      },
      {
        name: 'bullet readme.md:4:1',
        classname: 'readme.md',
        file: 'readme.md',
        line: 4,
        time: 0,
        'system-out': 'readme.md:4:1\nMixed bullets',
      },
      expect.objectContaining({
        name: 'bare-url readme.md:12:3',
        failure: expect.objectContaining({ type: 'warning', message: 'Bare <address>' }),
      }),
    ]);
  });

  it('has a case that passes for a file without findings', () => {
    expect(suites.testsuite[1].testcase).toEqual([
      { name: 'nothing to mend', classname: 'docs/fine.md', file: 'docs/fine.md', time: 0 },
    ]);
  });

  it('has an error for what could not be done', () => {
    expect(suites.testsuite[2].testcase[0]).toMatchObject({
      name: 'nosuch.md',
      error: { type: 'fault', message: 'no such file', '#text': 'nosuch.md\nno such file\nCheck the path.' },
    });
  });

  it('is well-formed with nothing in it', () => {
    expect(parsed(junit({ ...reportOn([]), files: [] }))).toMatchObject({ tests: 0, failures: 0 });
  });
});
