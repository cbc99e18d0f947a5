import type { VFileMessage } from 'vfile-message';
import { type Severity, severityOf } from '../message.ts';
import { homepage, name } from '../project.ts';
import { Source } from '../source.ts';
import { inJson, inMarkdown } from './escape.ts';
import { detailsOf, inSourceOrder, rangeOf, ruleOf } from './finding.ts';
import { utf8Columns } from './lines.ts';
import { replacementOf } from './replacement.ts';
import type { FileReport, Report } from './report.ts';

/** Lines and columns are 1-based, columns in bytes of UTF-8; the end is exclusive. */
interface Range {
  start: { line: number; column: number };
  end?: { line: number; column: number };
}

/** A diagnostic of the Reviewdog Diagnostic Format. */
interface Diagnostic {
  message: string;
  location: { path: string; range?: Range };
  severity: 'ERROR' | 'WARNING' | 'INFO';
  code: { value: string; url?: string };
  suggestions?: { range: Range; text: string }[];
}

const severities: Record<Severity, Diagnostic['severity']> = {
  error: 'ERROR',
  warning: 'WARNING',
  info: 'INFO',
};

/** The Reviewdog Diagnostic Format: reviewdog makes comments with suggestions of it, and takes messages for Markdown. */
export function rdjson({ files }: Report): string {
  const result = { source: { name, url: homepage }, diagnostics: files.flatMap(diagnosticsOf) };
  return inJson(`${JSON.stringify(result, null, 2)}\n`);
}

function diagnosticsOf({ path, source, messages }: FileReport): Diagnostic[] {
  const text = new Source(source);
  const columns = utf8Columns(source);
  const point = ({ line, column }: { line: number; column: number }) => ({
    line,
    column: columns(line, column),
  });
  return inSourceOrder(messages).map((message) => {
    const range = rangeOf(message);
    const suggestion = suggestionOf(message, text, point);
    return {
      message: [message.reason, ...detailsOf(message)].map(inMarkdown).join('\n'),
      location: {
        path,
        ...(range && {
          range: {
            start: point(range),
            ...(range.endLine && { end: point({ line: range.endLine, column: range.endColumn ?? 1 }) }),
          },
        }),
      },
      severity: severities[severityOf(message)],
      code: { value: ruleOf(message), ...(message.url && { url: message.url }) },
      ...(suggestion && { suggestions: [suggestion] }),
    };
  });
}

/** All edits of a fix as one suggestion: reviewdog offers each suggestion for itself, and half a fix is none. */
function suggestionOf(
  { fix }: VFileMessage,
  source: Source,
  point: (at: { line: number; column: number }) => Range['start'],
): { range: Range; text: string } | undefined {
  const edit = fix && replacementOf(source.text, fix);
  if (!edit) return undefined;
  const { start, end } = source.place(edit.start, edit.end);
  return { range: { start: point(start), end: point(end) }, text: edit.text };
}
