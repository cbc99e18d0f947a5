import { VFileMessage } from 'vfile-message';
import { KemptError } from '../kempt-error.ts';
import { type Verdict, type VerdictName, verdictNames } from '../links/types.ts';
import { type Severity, setSeverity, severities } from '../message.ts';
import type { JsonLink, JsonMessage, JsonReport } from './json.ts';
import { createReport, type Report } from './report.ts';

/**
 * A report read again from its JSON, as far as reporters for people need it: sources and evidence are not in it. Who
 * wrote the text is not trusted: every value is made what it should be, and no number of them does harm.
 * @throws {KemptError} where it is no report of kempt's
 */
export function fromJson(text: string, where: string): Report {
  const written = parsed(text);
  if (written?.version !== 1 || !Array.isArray(written.files)) {
    throw new KemptError('this is no JSON report of kempt’s', {
      where,
      hint: 'name what the other run wrote with `format: json=FILE`, or its output `report`',
    });
  }
  return createReport({
    files: written.files.map((file) => ({
      path: String(file?.path),
      source: '',
      messages: list(file?.messages).map(messageOf),
    })),
    verdicts: list(written.links).map(verdictOf),
    faults: list(written.faults).map((fault) => ({
      what: String(fault.what),
      where: textOf(fault.where),
      hint: textOf(fault.hint),
    })),
    interrupted: written.interrupted === true,
  });
}

function parsed(text: string): Partial<JsonReport> | undefined {
  try {
    return JSON.parse(text) as Partial<JsonReport>;
  } catch {
    return undefined;
  }
}

function messageOf({
  rule,
  severity,
  reason,
  note,
  line,
  column,
  docs,
  link,
  fix,
}: JsonMessage): VFileMessage {
  const [, source = 'kempt', ruleId = ''] = /^(?:([\w-]+):)?(.*)$/s.exec(String(rule)) ?? [];
  const place = isCount(line) ? { line, column: isCount(column) ? column : 1 } : undefined;
  const message = new VFileMessage(String(reason), { ruleId, source, place: place as never });
  setSeverity(message, severities.includes(severity as Severity) ? severity : 'warning');
  message.note = textOf(note);
  message.url = textOf(docs);
  message.link = textOf(link);
  if (fix) message.fix = { kind: fix.kind === 'safe' ? 'safe' : 'suggested', touches: [], edits: [] };
  return message;
}

function verdictOf({ url, verdict, reason, note }: JsonLink): Verdict {
  return {
    url: String(url),
    verdict: verdictNames.includes(verdict) ? verdict : ('skipped' satisfies VerdictName),
    also: [],
    reason: String(reason),
    ...(note === undefined ? {} : { note: String(note) }),
    places: [],
    evidence: { attempts: [] } as unknown as Verdict['evidence'],
    durationMs: 0,
    fromCache: false,
    via: 'http',
  };
}

function list<Item>(value: readonly Item[] | undefined): Item[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
