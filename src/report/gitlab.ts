import type { VFileMessage } from 'vfile-message';
import { type Severity, severityOf } from '../message.ts';
import { forTerminal, inJson } from './escape.ts';
import { detailsOf, inSourceOrder, rangeOf, ruleOf } from './finding.ts';
import { fingerprintsOf, hashOf } from './fingerprint.ts';
import type { FileReport, Report } from './report.ts';

/** An issue of GitLab's Code Quality report. */
interface CodeQualityIssue {
  description: string;
  check_name: string;
  /** Unique in the report. */
  fingerprint: string;
  severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  /** Relative to the root of the repository. */
  location: { path: string; lines: { begin: number; end?: number } };
}

const severities: Record<Severity, CodeQualityIssue['severity']> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
};

/** GitLab's Code Quality report, which a merge request compares with the one of its target. */
export function gitlab({ files }: Report): string {
  return inJson(`${JSON.stringify(files.flatMap(issuesOf), null, 2)}\n`);
}

function issuesOf(file: FileReport): CodeQualityIssue[] {
  const fingerprints = fingerprintsOf(file);
  const path = file.path.replace(/^(?:\.\/)+/, '');
  return inSourceOrder(file.messages).map((message) => ({
    description: forTerminal([message.reason, ...detailsOf(message)].join('. ')),
    check_name: ruleOf(message),
    fingerprint: hashOf(`${path}\0${fingerprints.get(message)}`),
    severity: severities[severityOf(message)],
    location: { path, lines: linesOf(message) },
  }));
}

function linesOf(message: VFileMessage): CodeQualityIssue['location']['lines'] {
  const { line = 1, endLine = line } = rangeOf(message) ?? {};
  return endLine > line ? { begin: line, end: endLine } : { begin: line };
}
