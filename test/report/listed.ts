import { VFile } from 'vfile';
import { type Fix, type Severity, setSeverity } from '../../src/message.ts';
import { createReport, type FileReport, type Report } from '../../src/report/report.ts';
import { Source } from '../../src/source.ts';

interface Spot {
  rule: string;
  reason?: string;
  severity?: Severity;
  note?: string;
  link?: string;
  fix?: Omit<Fix, 'edits'> & { replace: string; with: string };
}

/** A list with findings on stretches of its text: each stands where `at` first occurs. */
export function listed(path: string, source: string, spots: Record<string, Spot>): FileReport {
  const text = new Source(source);
  const file = new VFile(source);
  for (const [at, { rule, reason = `About ${at}`, severity = 'warning', note, link, fix }] of Object.entries(
    spots,
  )) {
    const start = source.indexOf(at);
    const message = file.message(reason, {
      place: text.place(start, start + at.length),
      ruleId: rule,
      source: 'kempt',
    });
    setSeverity(message, severity);
    message.url = `https://kempt.example/rules/${rule}`;
    if (note) message.note = note;
    if (link) message.link = link;
    if (fix) {
      const { replace, with: by, ...rest } = fix;
      const from = source.indexOf(replace);
      message.fix = { ...rest, edits: [{ start: from, end: from + replace.length, text: by }] };
    }
  }
  return { path, source, messages: file.messages };
}

/** A report on such lists. */
export function reportOfLists(...files: FileReport[]): Report {
  return createReport({ files });
}

/** What reporters for machines are given. */
export const plain = { colour: false, width: 80, quiet: false, verbose: false, all: false };
