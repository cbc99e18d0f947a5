import type { VFileMessage } from 'vfile-message';
import type { Audit } from '../audit/audit.ts';
import type { FixResult } from '../fix/fix-document.ts';
import type { Verdict, VerdictName } from '../links/types.ts';
import { severityOf } from '../message.ts';

/** One list with all its findings: those of rules and those about its links. */
export interface FileReport {
  /** As given, with forward slashes; `<stdin>` for standard input. */
  path: string;
  /** The text without BOM. */
  source: string;
  /** In any order; reporters sort by place. */
  messages: VFileMessage[];
  /** The line that each section begins in, in source order; left out where the list's model is not at hand. */
  sections?: readonly { title: string; line: number }[];
  /** The list that it is part of, where that was fetched: `owner/name`. */
  list?: string;
  /** Where a fix would be lost: what the list is generated from, `true` where nobody knows. */
  generatedFrom?: string | true;
}

/** What kept kempt from doing part of its work: a file that could not be read, for one. */
export interface Fault {
  what: string;
  where?: string | undefined;
  hint?: string | undefined;
}

/** What was fixed in one list, and what was not; the findings that are left are the file's messages. */
export interface FixedList extends Omit<FixResult, 'document'> {
  path: string;
  /** The text that the fixes were made to, without BOM. */
  before: string;
}

/** How many of what; `links` counts distinct addresses by verdict and is empty where none were asked. */
export interface Summary {
  files: number;
  errors: number;
  warnings: number;
  infos: number;
  /** Findings with a safe fix, but those in lists that are generated. */
  fixable: number;
  links: Partial<Record<VerdictName, number>>;
}

/** Everything a run found: what every reporter is made from. */
export interface Report {
  files: FileReport[];
  /** Where fixes were asked for, each list that was fixed: `files` then has the findings that are left. */
  fixed?: FixedList[];
  verdicts: Verdict[];
  /** Of an audit: what has changed since the runs before. */
  audit?: Audit;
  faults: Fault[];
  /** What a reader should know of how the run went: one sentence each, without a full stop. */
  notices: string[];
  /** Findings left out because the baseline knows them. */
  baselined: number;
  /** The configuration file of all lists, relative to where kempt was started; absent where there is none, or several. */
  configuration?: string;
  /** Stopped before the end (Ctrl-C): what is here is what was known by then. */
  interrupted: boolean;
  summary: Summary;
}

/** A report with its summary. */
export function createReport({
  files,
  fixed,
  audit,
  verdicts = [],
  faults = [],
  baselined = 0,
  notices = [],
  interrupted = false,
}: Pick<Report, 'files'> & Partial<Omit<Report, 'files' | 'summary'>>): Report {
  const summary = summarize(files, verdicts);
  const optional = { ...(fixed && { fixed }), ...(audit && { audit }) };
  return { files, ...optional, verdicts, faults, notices, baselined, interrupted, summary };
}

function summarize(files: readonly FileReport[], verdicts: readonly Verdict[]): Summary {
  const summary: Summary = { files: files.length, errors: 0, warnings: 0, infos: 0, fixable: 0, links: {} };
  for (const { messages, generatedFrom } of files) {
    for (const message of messages) {
      summary[`${severityOf(message)}s`] += 1;
      if (message.fix?.kind === 'safe' && generatedFrom === undefined) summary.fixable += 1;
    }
  }
  for (const { verdict } of verdicts) summary.links[verdict] = (summary.links[verdict] ?? 0) + 1;
  return summary;
}
