import picocolors from 'picocolors';
import type { VFileMessage } from 'vfile-message';
import type { Verdict, VerdictName } from '../links/types.ts';
import { severityOf } from '../message.ts';
import { isAudit } from './audit/groups.ts';
import { auditBlocks } from './audit/pretty.ts';
import { columns, wrap } from './columns.ts';
import { forTerminal } from './escape.ts';
import { detailsOf, inSourceOrder, ruleOf } from './finding.ts';
import type { Reporter } from './index.ts';
import { nextSteps } from './next-steps.ts';
import { paintOf, printable, type Style } from './pretty-style.ts';
import type { Fault, FileReport, Report } from './report.ts';
import { baselineLine, findingsLine, linksLine } from './summary.ts';

/** Findings of one rule in one file that are shown before the others are folded. */
const unfolded = 5;
/** Columns: lines of more are hard to read, fewer leave no room for a message. */
const widest = 110;
const narrowest = 48;
/** For people: findings by file, then what kept kempt from its work, then a summary that says what to do next. */
export const pretty: Reporter = (report, options) => {
  const width = Math.min(Math.max(options.width, narrowest), widest);
  const style = { ...options, width, paint: picocolors.createColors(options.colour) };
  const blocks = [
    ...(isAudit(report) ? auditBlocks(report, style) : report.files.map((file) => fileBlock(file, style))),
    style.verbose ? linksBlock(report.verdicts, style) : [],
    report.faults.flatMap((fault) => faultLines(fault, style)),
    summaryBlock(report, style),
    noticeLines(report, style),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
};

function fileBlock({ path, messages }: FileReport, style: Style): string[] {
  const wanted = style.quiet ? messages.filter((message) => severityOf(message) === 'error') : messages;
  if (wanted.length === 0) return [];
  const { shown, folded } = fold(inSourceOrder(wanted), style.all ? Infinity : unfolded);
  const gutter = {
    line: Math.max(...shown.map((message) => String(message.line ?? '').length)),
    column: Math.max(...shown.map((message) => String(message.column ?? '').length)),
  };
  const details = style.verbose ? detailsOf : tellingOnce();
  return [
    style.paint.underline(forTerminal(path)),
    ...shown.flatMap((message) => findingLines(message, details(message), gutter, style)),
    ...foldedLines(folded, style),
  ];
}

/** What a rule says beneath its findings, beneath the first of them only; what it says of an address stays with each. */
function tellingOnce(): (message: VFileMessage) => string[] {
  const told = new Set<string>();
  return (message) => {
    const details = detailsOf(message);
    const key = [ruleOf(message), ...details].join('\n');
    if (message.link === undefined && told.has(key)) return [];
    told.add(key);
    return details;
  };
}

/** The first few findings of each rule, and how many more each has. */
function fold(messages: VFileMessage[], limit: number) {
  const seen = new Map<string, number>();
  const shown = messages.filter((message) => {
    const times = (seen.get(ruleOf(message)) ?? 0) + 1;
    seen.set(ruleOf(message), times);
    return times <= limit;
  });
  const folded = [...seen].flatMap(([rule, times]) => (times > limit ? [{ rule, more: times - limit }] : []));
  return { shown, folded };
}

function foldedLines(folded: { rule: string; more: number }[], { paint, width }: Style): string[] {
  if (folded.length === 0) return [];
  const parts = folded.map(({ rule, more }) => `${more} more ${forTerminal(rule)}`);
  return wrap(`… and ${parts.join(', ')}; --all shows them`, width - 2).map((line) => paint.dim(`  ${line}`));
}

function findingLines(
  message: VFileMessage,
  details: readonly string[],
  gutter: { line: number; column: number },
  style: Style,
): string[] {
  const { paint } = style;
  const severity = severityOf(message);
  const place = `${padStart(message.line, gutter.line)}${message.line ? ':' : ' '}${padEnd(message.column, gutter.column)}`;
  const indent = `  ${place}  ${severity.padEnd(7)}  `.length;
  const room = style.width - indent;
  const hang = ' '.repeat(indent);
  const lines = wrap(printable(message.reason), room);
  const rule = forTerminal(ruleOf(message));
  const last = lines.at(-1)!;
  const fits = columns(last) + 2 + rule.length <= room;
  const body = fits ? [...lines.slice(0, -1), `${last}  ${paint.dim(rule)}`] : [...lines, paint.dim(rule)];
  const beneath = details.flatMap((detail) => wrap(printable(detail), room));
  return [
    `  ${paint.dim(place)}  ${paint[paintOf[severity]](severity.padEnd(7))}  ${body[0]}`,
    ...body.slice(1).map((line) => hang + line),
    ...beneath.map((line) => hang + paint.dim(line)),
  ];
}

function linksBlock(verdicts: Verdict[], { paint }: Style): string[] {
  if (verdicts.length === 0) return [];
  const size = Math.max(...verdicts.map(({ verdict }) => verdict.length));
  const lines = verdicts.map(({ verdict, status, code, url, target }) => {
    const seen = status === undefined ? (code ?? '') : String(status);
    const way = target === undefined ? printable(url) : `${printable(url)} → ${printable(target)}`;
    return `  ${paint[paintOfVerdict(verdict)](verdict.padEnd(size))}  ${forTerminal(seen).padEnd(3)}  ${way}`;
  });
  return [paint.underline('Links'), ...lines];
}

function paintOfVerdict(verdict: VerdictName): 'green' | 'dim' | 'red' | 'yellow' {
  if (verdict === 'ok') return 'green';
  if (verdict === 'skipped') return 'dim';
  return verdict === 'dead' || verdict === 'invalid' ? 'red' : 'yellow';
}

function faultLines({ what, where, hint }: Fault, { paint, width }: Style): string[] {
  const head = printable(where === undefined ? what : `${where}: ${what}`);
  const [first = '', ...rest] = wrap(head, width - 2);
  const more = hint === undefined ? [] : wrap(printable(hint), width - 2);
  return [
    `${paint.red('✗')} ${first}`,
    ...rest.map((line) => `  ${line}`),
    ...more.map((line) => paint.dim(`  ${line}`)),
  ];
}

function summaryBlock(report: Report, style: Style): string[] {
  const { errors, warnings, infos, files } = report.summary;
  // Where nothing was checked, faults or notices say why.
  if (style.quiet || (files === 0 && report.faults.length + report.notices.length > 0)) return [];
  const { paint } = style;
  if (files === 0) return [`${paint.green('✓')} No list has changed: there is nothing to judge`];
  const stopped = report.interrupted
    ? [paint.yellow('Stopped before the end; this is what was known by then.')]
    : [];
  const links = linksLine(report);
  const known = baselineLine(report);
  if (errors + warnings + infos === 0 && report.interrupted)
    return [...stopped, 'Nothing was found until then.', ...(links ? wrap(links, style.width) : [])];
  if (errors + warnings + infos === 0) {
    const said = [findingsLine(report), links, known].filter((part) => part !== undefined);
    const lines = wrap(said.join('; '), style.width - 2);
    return [...stopped, ...lines.map((line, index) => `${index === 0 ? paint.green('✓') : ' '} ${line}`)];
  }
  const colour = errors > 0 ? paint.red : warnings > 0 ? paint.yellow : paint.blue;
  return [
    ...stopped,
    colour(findingsLine(report)),
    ...(links ? wrap(links, style.width) : []),
    ...(known ? [paint.dim(known)] : []),
    ...nextSteps(report).flatMap(({ text, isCommand }) =>
      isCommand ? [forTerminal(text)] : wrap(forTerminal(text), style.width),
    ),
  ];
}

function noticeLines({ notices }: Report, { paint, width, quiet }: Style): string[] {
  if (quiet) return [];
  return notices.flatMap((notice) => wrap(forTerminal(notice), width).map((line) => paint.dim(line)));
}

function padStart(value: number | null | undefined, size: number): string {
  return String(value ?? '').padStart(size);
}

function padEnd(value: number | null | undefined, size: number): string {
  return String(value ?? '').padEnd(size);
}
