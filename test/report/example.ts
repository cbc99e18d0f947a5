import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Verdict } from '../../src/links/types.ts';
import { type Fix, type Severity, setSeverity } from '../../src/message.ts';
import { createReport, type Report } from '../../src/report/report.ts';

interface Example {
  reason: string;
  rule: string;
  line?: number;
  column?: number;
  severity?: Severity;
  source?: string;
  note?: string;
  link?: string;
  fix?: Fix;
}

/** A finding, made as rules make theirs: through a file. */
export function finding({
  reason,
  rule,
  line,
  column = 1,
  severity = 'warning',
  ...rest
}: Example): VFileMessage {
  const place = line && { start: { line, column }, end: { line, column: column + 4 } };
  const message = new VFile('').message(reason, {
    ...(place ? { place } : {}),
    ruleId: rule,
    source: rest.source ?? 'kempt',
  });
  setSeverity(message, severity);
  message.url = `https://kempt.example/rules/${rule}`;
  if (rest.note) message.note = rest.note;
  if (rest.link !== undefined) message.link = rest.link;
  if (rest.fix) message.fix = rest.fix;
  return message;
}

/** A verdict on one address, used at one place. */
export function verdict(given: Pick<Verdict, 'url' | 'verdict'> & Partial<Verdict>): Verdict {
  const position = { start: { line: 3, column: 3 }, end: { line: 3, column: 40 } };
  return {
    also: [],
    reason: 'answered 200',
    places: [{ path: 'readme.md', position }],
    evidence: { url: given.url, attempts: [], via: 'http' },
    durationMs: 12.4,
    fromCache: false,
    via: 'http',
    ...given,
  };
}

/** A report on one file, `readme.md`. */
export function reportOn(messages: VFileMessage[], rest: Partial<Report> = {}): Report {
  return createReport({ files: [{ path: 'readme.md', source: '', messages }], ...rest });
}
