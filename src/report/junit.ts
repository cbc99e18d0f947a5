import type { VFileMessage } from 'vfile-message';
import { severityOf } from '../message.ts';
import { name } from '../project.ts';
import { inMarkup, inMarkupLines } from './escape.ts';
import { detailsOf, inSourceOrder, ruleOf } from './finding.ts';
import type { Fault, FileReport, Report } from './report.ts';

type Attributes = Record<string, string | number>;

/**
 * JUnit XML: a suite for each file with a case for each finding, or one that passes where there is none.
 * Errors and warnings are failures; info passes and says what it has to say as output. What kept kempt from
 * its work is an error in a suite of its own.
 */
export function junit({ files, faults, summary }: Report): string {
  const suites = [...files.map(fileSuite), ...(faults.length > 0 ? [faultSuite(faults)] : [])];
  const tests = files.reduce((sum, { messages }) => sum + Math.max(1, messages.length), faults.length);
  const totals = { name, tests, failures: summary.errors + summary.warnings, errors: faults.length };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', totals, suites)}`;
}

function fileSuite({ path, messages }: FileReport): string {
  const failures = messages.filter((message) => severityOf(message) !== 'info').length;
  const cases =
    messages.length === 0
      ? [element('testcase', { name: 'nothing to mend', classname: path, file: path, time: 0 })]
      : inSourceOrder(messages).map((message) => findingCase(path, message));
  const totals = { tests: cases.length, failures, errors: 0, skipped: 0, time: 0 };
  return element('testsuite', { name: path, ...totals }, cases);
}

function findingCase(path: string, message: VFileMessage): string {
  const { line, column, reason } = message;
  const place = line ? `:${line}:${column ?? 1}` : '';
  const attributes = {
    name: `${ruleOf(message)} ${path}${place}`,
    classname: path,
    file: path,
    ...(line && { line }),
    time: 0,
  };
  const severity = severityOf(message);
  const text = inMarkupLines([`${path}${place}`, reason, ...detailsOf(message)].join('\n'));
  const outcome =
    severity === 'info'
      ? element('system-out', {}, text)
      : element('failure', { type: severity, message: reason }, text);
  return element('testcase', attributes, [outcome]);
}

function faultSuite(faults: readonly Fault[]): string {
  const cases = faults.map(({ what, where, hint }) => {
    const text = [where, what, hint].filter((part) => part !== undefined).join('\n');
    const error = element('error', { type: 'fault', message: what }, inMarkupLines(text));
    return element('testcase', { name: where ?? what, classname: name, time: 0 }, [error]);
  });
  const totals = { tests: faults.length, failures: 0, errors: faults.length, skipped: 0, time: 0 };
  return element('testsuite', { name, ...totals }, cases);
}

/** An element with what is already markup in it: text on its own line, or elements. */
function element(tag: string, attributes: Attributes, content: string | string[] = []): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${inMarkup(String(value))}"`);
  const start = `<${tag}${list.join('')}`;
  if (typeof content === 'string') return `${start}>${content}</${tag}>\n`;
  return content.length === 0 ? `${start}/>\n` : `${start}>\n${content.join('')}</${tag}>\n`;
}
