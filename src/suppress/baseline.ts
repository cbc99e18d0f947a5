import { createHash } from 'node:crypto';
import type { VFileMessage } from 'vfile-message';

/**
 * Findings that a list had when its baseline was taken, so that later runs report only new ones.
 * Counts by file, by rule, by fingerprint: none of these moves when lines do.
 */
export interface Baseline {
  version: 1;
  files: Record<string, Record<string, Record<string, number>>>;
}

/** A file and its findings, as far as a baseline is concerned. */
export interface Findings {
  path: string;
  source: string;
  messages: readonly VFileMessage[];
}

/** What a finding is recognised by: the text that its fingerprint is made of. */
export type Recognition = (message: VFileMessage, line: string | undefined) => string;

/**
 * Across versions of the list and of kempt: the address where it is about a link, else the line it stands in,
 * blanks apart, else what it says.
 */
export const lasting: Recognition = (message, line) =>
  message.link ?? line?.replace(/\s+/g, ' ').trim() ?? message.reason;

/** Between two runs of one kempt: by what it says too, numbers apart, since these count other lines. */
export const exact: Recognition = (message, line) =>
  `${lasting(message, line)}\n${message.reason.replace(/\d+/g, '#')}`;

/** Records all findings; keys are sorted, so that two baselines compare well. */
export function baselineOf(files: readonly Findings[], recognise = lasting): Baseline {
  const recorded: Baseline['files'] = {};
  for (const { path, source, messages } of sortedBy(files, ({ path }) => path)) {
    const lines = source.split('\n');
    const byRule: Record<string, Record<string, number>> = {};
    for (const { rule, print } of sortedBy(
      messages.map((message) => keyOf(message, lines, recognise)),
      keyText,
    )) {
      byRule[rule] ??= {};
      byRule[rule][print] = (byRule[rule][print] ?? 0) + 1;
    }
    if (messages.length > 0) recorded[path] = byRule;
  }
  return { version: 1, files: recorded };
}

/** Which part of a baseline a run has judged anew. */
export interface Judged {
  paths: ReadonlySet<string>;
  /** By `source:id`. */
  isJudged: (rule: string) => boolean;
}

/** What today's run found, and of what it did not judge (other lists, rules that did not run) what was known before. */
export function renewed(before: Baseline, today: Baseline, { paths, isJudged }: Judged): Baseline {
  const known = Object.entries(before.files).map(([path, rules]): [string, Baseline['files'][string]] => {
    const left = Object.entries(rules).filter(([rule]) => !paths.has(path) || !isJudged(rule));
    return [path, Object.fromEntries(left)];
  });
  const all = new Map(known.filter(([, rules]) => Object.keys(rules).length > 0));
  for (const [path, rules] of Object.entries(today.files))
    all.set(path, sorted({ ...all.get(path), ...rules }));
  return { version: 1, files: sorted(Object.fromEntries(all)) };
}

function sorted<Value>(record: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(sortedBy(Object.entries(record), ([key]) => key));
}

/** The findings that the baseline does not know. Of several that are alike, as many are known as were recorded. */
export function newFindings(
  { path, source, messages }: Findings,
  baseline: Baseline,
  recognise = lasting,
): VFileMessage[] {
  const known = structuredClone(baseline.files[path] ?? {});
  const lines = source.split('\n');
  return messages.filter((message) => {
    const { rule, print } = keyOf(message, lines, recognise);
    const left = known[rule]?.[print] ?? 0;
    if (left > 0) known[rule]![print] = left - 1;
    return left === 0;
  });
}

function keyOf(
  message: VFileMessage,
  lines: readonly string[],
  recognise: Recognition,
): { rule: string; print: string } {
  const line = message.line === undefined ? undefined : lines[message.line - 1];
  const print = createHash('sha256').update(recognise(message, line)).digest('hex').slice(0, 12);
  return { rule: `${message.source ?? 'kempt'}:${message.ruleId ?? ''}`, print };
}

const keyText = ({ rule, print }: { rule: string; print: string }) => `${rule} ${print}`;

function sortedBy<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
