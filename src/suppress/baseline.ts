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

/** Records all findings; keys are sorted, so that two baselines compare well. */
export function baselineOf(files: readonly Findings[]): Baseline {
  const recorded: Baseline['files'] = {};
  for (const { path, source, messages } of sortedBy(files, ({ path }) => path)) {
    const lines = source.split('\n');
    const byRule: Record<string, Record<string, number>> = {};
    for (const { rule, print } of sortedBy(
      messages.map((message) => keyOf(message, lines)),
      keyText,
    )) {
      byRule[rule] ??= {};
      byRule[rule][print] = (byRule[rule][print] ?? 0) + 1;
    }
    if (messages.length > 0) recorded[path] = byRule;
  }
  return { version: 1, files: recorded };
}

/** The findings that the baseline does not know. Of several that are alike, as many are known as were recorded. */
export function newFindings({ path, source, messages }: Findings, baseline: Baseline): VFileMessage[] {
  const known = structuredClone(baseline.files[path] ?? {});
  const lines = source.split('\n');
  return messages.filter((message) => {
    const { rule, print } = keyOf(message, lines);
    const left = known[rule]?.[print] ?? 0;
    if (left > 0) known[rule]![print] = left - 1;
    return left === 0;
  });
}

/**
 * What a finding is recognised by: the address where it is about a link, else the line it stands in, blanks apart,
 * else what it says.
 */
function keyOf(message: VFileMessage, lines: readonly string[]): { rule: string; print: string } {
  const line = message.line === undefined ? undefined : lines[message.line - 1];
  const about = message.link ?? line?.replace(/\s+/g, ' ').trim() ?? message.reason;
  const print = createHash('sha256').update(about).digest('hex').slice(0, 12);
  return { rule: `${message.source ?? 'kempt'}:${message.ruleId ?? ''}`, print };
}

const keyText = ({ rule, print }: { rule: string; print: string }) => `${rule} ${print}`;

function sortedBy<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
