import type { VFileMessage } from 'vfile-message';
import { type Severity, severityOf } from '../message.ts';
import { inCommand, inCommandProperty } from './escape.ts';
import { detailsOf, inSourceOrder, rangeOf, ruleOf } from './finding.ts';
import type { Reporter } from './index.ts';
import { correctedLines } from './replacement.ts';
import type { Fault, FileReport, Report } from './report.ts';
import { count } from './summary.ts';

/** Annotations of one level that GitHub shows for a step. */
const cap = 10;

const levels = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>;

interface Found {
  file: FileReport;
  message: VFileMessage;
}

/**
 * GitHub's workflow commands: annotations on the lines. GitHub drops what is over its cap, so the worst are
 * chosen here, and one closing notice says how many there are beside them.
 */
export const github: Reporter = (report) => {
  const found = bySeverity(report);
  const faults = report.faults.slice(0, cap);
  const shown = { error: spread(found.error, cap - faults.length), warning: spread(found.warning, cap) };
  const full = leftOut(found, { ...shown, info: found.info.slice(0, cap) }) !== '' || report.interrupted;
  const info = spread(found.info, full ? cap - 1 : cap);
  const rest = leftOut(found, { ...shown, info });
  const commands = [
    ...faults.map(faultCommand),
    ...[...shown.error, ...shown.warning, ...info].map(findingCommand),
    ...closing(rest, report),
  ];
  return commands.map((command) => `${command}\n`).join('');
};

function bySeverity({ files }: Report): Record<Severity, Found[]> {
  const found: Record<Severity, Found[]> = { error: [], warning: [], info: [] };
  for (const file of files) {
    for (const message of inSourceOrder(file.messages)) found[severityOf(message)].push({ file, message });
  }
  return found;
}

/** At most `limit`, in their order: each rule's first finding comes before any rule's second. */
function spread(found: readonly Found[], limit: number): Found[] {
  const times = new Map<string, number>();
  const ranked = found.map((one, index) => {
    const rank = times.get(ruleOf(one.message)) ?? 0;
    times.set(ruleOf(one.message), rank + 1);
    return { one, rank, index };
  });
  const chosen = ranked.sort((a, b) => a.rank - b.rank || a.index - b.index).slice(0, Math.max(0, limit));
  return chosen.sort((a, b) => a.index - b.index).map(({ one }) => one);
}

function findingCommand({ file, message }: Found): string {
  const range = rangeOf(message);
  const oneLine = range?.endLine === undefined || range.endLine === range.line;
  const properties = {
    file: file.path === '<stdin>' ? undefined : file.path,
    line: range?.line,
    endLine: range?.endLine,
    // GitHub refuses columns for a range of several lines.
    col: oneLine ? range?.column : undefined,
    endColumn: oneLine ? range?.endColumn : undefined,
    title: `kempt: ${ruleOf(message)}`,
  };
  const text = [
    message.reason,
    ...detailsOf(message),
    ...shouldRead(file, message),
    ...(message.url ? [message.url] : []),
  ];
  return command(levels[severityOf(message)], properties, text.join('\n'));
}

/** The corrected line, so that whoever has no kempt at hand can mend it; where an entry goes, its reason says. */
function shouldRead({ source }: FileReport, { fix }: VFileMessage): string[] {
  if (!fix || fix.touches.includes('order')) return [];
  const lines = correctedLines(source, fix);
  if (!lines) return [];
  return lines.length === 0 ? ['This line should go'] : ['Should read:', ...lines];
}

function faultCommand({ what, where, hint }: Fault): string {
  const text = where === undefined ? what : `${where}: ${what}`;
  return command('error', { title: 'kempt' }, hint === undefined ? text : `${text}\n${hint}`);
}

/** What is found but not shown, in words; empty where all is shown. */
function leftOut(found: Record<Severity, Found[]>, shown: Record<Severity, Found[]>): string {
  return (['error', 'warning', 'info'] as const)
    .map((severity) => ({ level: levels[severity], more: found[severity].length - shown[severity].length }))
    .filter(({ more }) => more > 0)
    .map(({ level, more }) => count(more, `more ${level}`))
    .join(', ');
}

function closing(rest: string, { interrupted }: Report): string[] {
  const lines = [
    ...(interrupted ? ['Stopped before the end; this is what was known by then'] : []),
    ...(rest ? [`Not shown, for GitHub shows ten of a level: ${rest}`] : []),
  ];
  return lines.length > 0 ? [command('notice', { title: 'kempt' }, lines.join('\n'))] : [];
}

function command(
  name: (typeof levels)[Severity],
  properties: Record<string, string | number | undefined>,
  text: string,
): string {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  const list = given.map(([key, value]) => `${key}=${inCommandProperty(String(value))}`).join(',');
  return `::${name} ${list}::${inCommand(text)}`;
}
