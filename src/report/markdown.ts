import type { VFileMessage } from 'vfile-message';
import { verdictNames } from '../links/types.ts';
import { severityOf } from '../message.ts';
import { type AuditReport, isAudit } from './audit/groups.ts';
import { codeSpan, inMarkdown } from './escape.ts';
import { detailsOf, inSourceOrder, ruleOf } from './finding.ts';
import type { ReporterOptions } from './index.ts';
import { cut, fixed, heading, type Line, row } from './markdown/lines.ts';
import { linkGroups, linkRow } from './markdown/links.ts';
import { rollUpLines } from './markdown/roll-up.ts';
import { codeLink, shortenText } from './markdown/text.ts';
import { tickedIn } from './markdown/ticks.ts';
import type { Fault, FileReport, Report } from './report.ts';
import { baselineLine, count, findingsLine, linksLine } from './summary.ts';
import { verdictWords } from './verdict-words.ts';

/** Stands first in every body, so that it can be found again. */
export const reportMarker = '<!-- kempt-report -->';

export interface MarkdownOptions {
  /** Characters; longer reports are cut at a row and say so. Default 65 536. */
  limit?: number;
  /** The body of the last run: what is ticked there stays ticked. */
  previousBody?: string | undefined;
  /** The address of a line, to link places to. */
  lineUrl?: (path: string, line: number) => string | undefined;
}

/** For the body of an issue or a comment and for a job's summary. */
export function markdown(
  report: Report,
  { previousBody, lineUrl }: Pick<ReporterOptions, 'previousBody' | 'lineUrl'> = {},
): string {
  return markdownReport(report, { previousBody, ...(lineUrl && { lineUrl }) });
}

/**
 * A summary, the links that want a look, each with a box to tick, then the other findings by file.
 */
export function markdownReport(report: Report, options: MarkdownOptions = {}): string {
  const ticked = tickedIn(options.previousBody ?? '');
  const groups = linkGroups(report);
  const ofLinks = new Set(groups.flatMap(({ rows }) => rows.flatMap(({ item }) => item.messages)));
  const lines: Line[] = [
    ...summaryLines(report),
    ...faultLines(report.faults),
    ...(isAudit(report) ? rollUpLines(report).map(fixed) : []),
    ...groups.flatMap(({ title, means, rows }) => [
      heading(`### ${title} (${rows.length})`, `${means}.`),
      ...rows.map((one) => row(linkRow(one, ticked, options))),
    ]),
    ...(isAudit(report) ? acknowledgedLines(report) : []),
    ...report.files.flatMap((file) => fileLines(file, ofLinks, options)),
  ];
  return cut(lines, options.limit);
}

function summaryLines(report: Report): Line[] {
  const { links } = report.summary;
  const present = verdictNames.filter((verdict) => links[verdict]);
  const rows = present.map(
    (verdict) => `| ${verdictWords[verdict].label} | ${links[verdict]} | ${verdictWords[verdict].means} |`,
  );
  const table = rows.length > 0 ? ['', '| Links | | |', '| --- | ---: | --- |', ...rows] : [];
  const said = [findingsLine(report), linksLine(report), baselineLine(report)].filter(
    (line) => line !== undefined,
  );
  const stopped = report.interrupted
    ? ['', '**Stopped before the end; this is what was known by then.**']
    : [];
  return [reportMarker, `**${said.join('; ')}**`, ...stopped, ...table].map(fixed);
}

function faultLines(faults: readonly Fault[]): Line[] {
  if (faults.length === 0) return [];
  const rows = faults.map(({ what, where, hint }) => {
    const parts = [where === undefined ? what : `${where}: ${what}`, ...(hint === undefined ? [] : [hint])];
    return row(`- ${parts.map((part) => inMarkdown(shortenText(part))).join('. ')}`);
  });
  return [heading('### Could not be done'), ...rows];
}

function acknowledgedLines({ audit }: AuditReport): Line[] {
  if (audit.acknowledged.length === 0) return [];
  const rows = audit.acknowledged.map(({ link, reason, expires }) =>
    row(`- ${codeLink(shortenText(link), link)}: ${inMarkdown(shortenText(`until ${expires}: ${reason}`))}`),
  );
  return [heading(`### Acknowledged (${rows.length})`, 'In trouble, and known.'), ...rows];
}

function fileLines(
  { path, messages }: FileReport,
  ofLinks: ReadonlySet<VFileMessage>,
  options: MarkdownOptions,
): Line[] {
  const rest = inSourceOrder(messages).filter((message) => !ofLinks.has(message));
  if (rest.length === 0) return [];
  const title = `### ${codeSpan(shortenText(path))} (${count(rest.length, 'finding')})`;
  return [heading(title), ...rest.map((message) => row(findingRow(path, message, options)))];
}

function findingRow(path: string, message: VFileMessage, { lineUrl }: MarkdownOptions): string {
  const { line } = message;
  const url = line && lineUrl?.(path, line);
  const place = line ? ` ${url ? codeLink(`line ${line}`, url) : `line ${line}`}` : '';
  const text = [message.reason, ...detailsOf(message)].map((part) => inMarkdown(shortenText(part)));
  const rule = codeLink(shortenText(ruleOf(message)), message.url ?? '');
  return `- **${severityOf(message)}**${place}: ${text.join('. ')} (${rule})`;
}
