import type { VFileMessage } from 'vfile-message';
import type { LinkChange } from '../audit/changes.ts';
import type { Why } from '../fix/sort-out.ts';
import type { Place, Verdict, VerdictName } from '../links/types.ts';
import { type Edit, type Fix, type Severity, severityOf } from '../message.ts';
import { name, version } from '../project.ts';
import { type AuditReport, isAudit } from './audit/groups.ts';
import { rollUp } from './audit/roll-up.ts';
import { inJson } from './escape.ts';
import { inSourceOrder, lineOf, ruleOf } from './finding.ts';
import { asked } from './html/health.ts';
import type { Fault, FixedList, Report, Summary } from './report.ts';

/**
 * The JSON report, version 1: the one machine interface. Keys may be added within a version; what one means
 * may not change. Absent is left out, never null. `schema/report.schema.json` says the same for machines.
 */
export interface JsonReport {
  version: 1;
  tool: { name: string; version: string };
  files: { path: string; messages: JsonMessage[] }[];
  links: JsonLink[];
  /** Only of an audit. */
  audit?: JsonAudit;
  /** What kept kempt from doing part of its work. */
  faults: Fault[];
  /** Only there where fixes were asked for: what became of each list. `files` then has what is left, in the fixed text. */
  fixed?: JsonFixed[];
  /** Only there, and true, where the run was stopped before its end. */
  interrupted?: true;
  summary: Summary;
}

/** Lines and columns are 1-based, columns in UTF-16 code units; absent for findings about the repository. */
export interface JsonMessage {
  /** `remark-lint:<id>` for the bundled plugins. */
  rule: string;
  severity: Severity;
  reason: string;
  note?: string;
  line?: number;
  column?: number;
  endLine?: number;
  endColumn?: number;
  actual?: string;
  expected?: string[];
  /** Address of the rule's page. */
  docs?: string;
  /** For findings about a link: the `url` of one of `links`, where links were checked. */
  link?: string;
  /** Offsets are UTF-16 code units into the text without BOM; `end` is exclusive. */
  fix?: { kind: Fix['kind']; edits: Edit[] };
}

/** What was fixed in one list, and what was not. */
export interface JsonFixed {
  path: string;
  /** How many findings, by rule and kind, the most frequent first. */
  applied: { rule: string; kind: Fix['kind']; count: number }[];
  /** How many findings are left, by why. */
  left: Partial<Record<Why, number>>;
  /** Fixes that would have done more than they may. */
  refused: { rule: string; line?: number; why: string }[];
  /** Rules whose fixes undo each other, where there are such. */
  cycle?: string[];
}

/** One for each distinct address, fragment included. */
export interface JsonLink {
  url: string;
  verdict: VerdictName;
  also: VerdictName[];
  status?: number;
  code?: string;
  target?: string;
  reason: string;
  note?: string;
  places: { path: string; line: number; column: number }[];
  attempts: number;
  durationMs: number;
  fromCache: boolean;
  via: string;
  /** Of an audit: what became of the link, and since when it is so. Times are ISO 8601. */
  history?: LinkChange;
}

/** What an audit knows beside the verdicts. */
export interface JsonAudit {
  /** The lists by how much of them is gone, the most rotten first; `rot` is the part, from 0 to 1. */
  lists: { list: string; links: number; gone: number; inDoubt: number; moved: number; rot: number }[];
  /** Links in trouble that are known, and so no findings: `link` is the address, `url` what was acknowledged. */
  acknowledged: { link: string; url: string; reason: string; expires: string }[];
  /** The runs so far over these lists, this one included, the oldest first. */
  runs: { at: string; links: Partial<Record<VerdictName, number>> }[];
}

/** The report as its readers parse it. */
export function toJsonReport(report: Report): JsonReport {
  return {
    version: 1,
    tool: { name, version },
    files: report.files.map(({ path, messages }) => ({
      path,
      messages: inSourceOrder(messages).map(toJsonMessage),
    })),
    links: report.verdicts.map((verdict) => toJsonLink(verdict, report.audit?.links.get(verdict.url))),
    ...(isAudit(report) && { audit: toJsonAudit(report) }),
    faults: report.faults.map(({ what, where, hint }) => present({ what, where, hint })),
    ...(report.fixed && { fixed: report.fixed.map(toJsonFixed) }),
    ...(report.interrupted ? { interrupted: true } : {}),
    summary: report.summary,
  };
}

/** Writes the report as JSON, one document, indented by two. */
export function json(report: Report): string {
  return inJson(`${JSON.stringify(toJsonReport(report), null, 2)}\n`);
}

function toJsonMessage(message: VFileMessage): JsonMessage {
  const { place, fix } = message;
  const end = place && 'end' in place ? place.end : undefined;
  return present({
    rule: ruleOf(message),
    severity: severityOf(message),
    reason: message.reason,
    note: message.note,
    line: message.line,
    column: message.column,
    endLine: end?.line,
    endColumn: end?.column,
    actual: message.actual,
    expected: message.expected,
    docs: message.url,
    link: message.link,
    fix: fix && {
      kind: fix.kind,
      edits: fix.edits.map(({ start, end: stop, text }) => ({ start, end: stop, text })),
    },
  });
}

function toJsonFixed({ path, applied, left, refused, cycle }: FixedList): JsonFixed {
  const counts: JsonFixed['left'] = {};
  for (const { why } of left) counts[why] = (counts[why] ?? 0) + 1;
  return present({
    path,
    applied,
    left: counts,
    refused: refused.map(({ rule, place, why }) => present({ rule, line: lineOf(place), why })),
    cycle,
  });
}

function toJsonLink(verdict: Verdict, history?: LinkChange): JsonLink {
  return present({
    url: verdict.url,
    verdict: verdict.verdict,
    also: verdict.also,
    status: verdict.status,
    code: verdict.code,
    target: verdict.target,
    reason: verdict.reason,
    note: verdict.note,
    places: verdict.places.map(toJsonPlace),
    attempts: verdict.evidence.attempts.length,
    durationMs: Math.round(verdict.durationMs),
    fromCache: verdict.fromCache,
    via: verdict.via,
    history,
  });
}

function toJsonAudit(report: AuditReport): JsonAudit {
  const { acknowledged, runs } = report.audit;
  return {
    lists: rollUp(report).map(({ list, health, rot }) => ({
      list,
      links: asked(health),
      gone: health.bad,
      inDoubt: health.doubt,
      moved: health.note,
      rot: Math.round(rot * 10_000) / 10_000,
    })),
    acknowledged: acknowledged.map(({ link, url, reason, expires }) => ({ link, url, reason, expires })),
    runs: runs.map(({ at, links }) => ({ at, links })),
  };
}

function toJsonPlace({ path, position }: Place): JsonLink['places'][number] {
  return { path, line: position.start.line, column: position.start.column };
}

type Present<Shape> = { [Key in keyof Shape]: Exclude<Shape[Key], undefined | null> };

/** Without the keys that hold nothing. */
function present<Shape extends object>(shape: Shape): Present<Shape> {
  const entries = Object.entries(shape).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries) as Present<Shape>;
}
