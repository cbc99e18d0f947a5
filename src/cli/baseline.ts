import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { KemptError } from '../kempt-error.ts';
import type { Report } from '../report/report.ts';
import { count } from '../report/summary.ts';
import { type Baseline, baselineOf, renewed } from '../suppress/baseline.ts';
import type { ConfigSource } from './config-source.ts';
import type { Io } from './io.ts';
import type { CliOptions } from './option-specs.ts';
import { writeWhole } from './write-file.ts';

/** Where the baseline lies when nothing else is said: where kempt is started. */
export const baselineName = 'kempt-baseline.json';

/** The file that this run reads its baseline from, or writes it to. */
export function baselineFile(options: CliOptions, configured: string | undefined): string {
  return options.baseline ?? configured ?? baselineName;
}

/**
 * The baseline, where there is one.
 * @throws {KemptError} where one was named and is not there, or where it is damaged
 */
export async function readBaseline(
  options: CliOptions,
  configured: string | undefined,
  { io, source }: { io: Io; source: ConfigSource },
): Promise<Baseline | undefined> {
  if (options['no-baseline'] || options['update-baseline']) return undefined;
  const file = baselineFile(options, configured);
  const named = (options.baseline ?? configured) !== undefined;
  const text = await readFile(source.fileFor(path.resolve(io.cwd, file)), 'utf8').catch(() => undefined);
  if (text === undefined) {
    if (!named) return undefined;
    throw new KemptError('the baseline is not there', {
      where: file,
      hint: 'record one with `kempt --update-baseline`',
    });
  }
  const baseline = parsed(text);
  if (!baseline)
    throw new KemptError('this is no baseline', {
      where: file,
      hint: 'record it anew with `kempt --update-baseline`',
    });
  return baseline;
}

/** A run whose findings are recorded. */
export interface Recording {
  report: Report;
  options: CliOptions;
  /** The file that the configuration names. */
  configured: string | undefined;
  /** Whether a rule, by `source:id`, had the chance to find something. */
  isJudged: (rule: string) => boolean;
}

/**
 * Records what a run found, and says so. What is known of lists and rules that the run was not about stays, as long
 * as the list is there; nothing is recorded of a run that was stopped.
 */
export async function updateBaseline(
  { report, options, configured, isJudged }: Recording,
  io: Io,
): Promise<void> {
  const file = baselineFile(options, configured);
  if (report.interrupted) {
    io.stdout.write(`Stopped before the end: ${file} is as it was.\n`);
    return;
  }
  const full = path.resolve(io.cwd, file);
  const before = parsed(await readFile(full, 'utf8').catch(() => '')) ?? { version: 1, files: {} };
  const there = Object.entries(before.files).filter(([name]) => existsSync(path.resolve(io.cwd, name)));
  const paths = new Set(report.files.map(({ path: name }) => name));
  const today = baselineOf(report.files);
  const baseline = renewed({ version: 1, files: Object.fromEntries(there) }, today, { paths, isJudged });
  await writeWhole(full, `${JSON.stringify(baseline, null, 1)}\n`, { shown: file, what: 'baseline' });
  const found = sizeOf(today);
  const kept = sizeOf(baseline) - found;
  const stays = kept > 0 ? `, and ${kept} that this run did not look for stay` : '';
  io.stdout.write(
    `${count(found, 'finding')} recorded in ${file}${stays}: later runs report only new ones.\n`,
  );
}

function sizeOf({ files }: Baseline): number {
  const counts = Object.values(files).flatMap((rules) => Object.values(rules).flatMap(Object.values<number>));
  return counts.reduce((sum, one) => sum + one, 0);
}

function parsed(text: string): Baseline | undefined {
  try {
    const value = JSON.parse(text) as Partial<Baseline>;
    return value.version === 1 && typeof value.files === 'object' ? (value as Baseline) : undefined;
  } catch {
    return undefined;
  }
}
