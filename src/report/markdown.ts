import type { VFileMessage } from 'vfile-message';
import { verdictNames } from '../links/types.ts';
import { severityOf } from '../message.ts';
import { type AuditReport, isAudit } from './audit/groups.ts';
import { codeSpan, inMarkdown } from './escape.ts';
import { detailsOf, inSourceOrder, ruleOf } from './finding.ts';
import type { ReporterOptions } from './index.ts';
import { linkGroups, linkRow } from './markdown/links.ts';
import { rollUpLines } from './markdown/roll-up.ts';
import { codeLink, shortenText } from './markdown/text.ts';
import { tickedIn } from './markdown/ticks.ts';
import type { Fault, FileReport, Report } from './report.ts';
import { baselineLine, count, findingsLine, linksLine } from './summary.ts';
import { verdictWords } from './verdict-words.ts';

/** Stands first in every body, so that it can be found again. */
export const reportMarker = '<!-- kempt-report -->';

/** Characters that GitHub takes for the body of an issue or a comment. */
const githubLimit = 65_536;
/** Characters kept for what is said of the rows that are left out. */
const roomForRest = 120;

export interface MarkdownOptions {
  /** Characters; longer reports are cut at a row and say so. Default 65 536. */
  limit?: number;
  /** The body of the last run: what is ticked there stays ticked. */
  previousBody?: string | undefined;
  /** The address of a line, to link places to. */
  lineUrl?: (path: string, line: number) => string | undefined;
}

/** A line of the report. A row may be cut off; a heading goes where all its rows went. */
interface Line {
  text: string;
  kind: 'fixed' | 'heading' | 'row';
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
  return cut(lines, options.limit ?? githubLimit);
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

/** The whole where it fits; otherwise as much as does, cut at a row, and how much more there is. */
function cut(lines: readonly Line[], limit: number): string {
  const rows = lines.filter(({ kind }) => kind === 'row').length;
  const whole = fill(lines, limit);
  if (whole.rows === rows) return whole.text;
  const part = fill(lines, limit - roomForRest);
  const rest = count(rows - part.rows, 'more row');
  return `${part.text}\n… and ${rest}, for which there is no room here; the other formats have all.\n`;
}

/** Lines as long as there is room; headings only with a row under them. */
function fill(lines: readonly Line[], limit: number): { text: string; rows: number } {
  let text = '';
  let heading = '';
  let rows = 0;
  for (const line of lines) {
    if (line.kind === 'heading') heading = `\n${line.text}\n`;
    else {
      const more = `${heading}${line.text}\n`;
      if (text.length + more.length > limit) break;
      text += more;
      heading = '';
      if (line.kind === 'row') rows += 1;
    }
  }
  return { text, rows };
}

function fixed(text: string): Line {
  return { text, kind: 'fixed' };
}

function row(text: string): Line {
  return { text, kind: 'row' };
}

function heading(text: string, below?: string): Line {
  return { text: below === undefined ? `${text}\n` : `${text}\n\n${below}\n`, kind: 'heading' };
}
