import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { KemptError } from '../kempt-error.ts';
import type { Report } from '../report/report.ts';
import { count } from '../report/summary.ts';
import { type Baseline, baselineOf } from '../suppress/baseline.ts';
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

/** Records what a run found, and says so. */
export async function updateBaseline(
  report: Report,
  options: CliOptions,
  configured: string | undefined,
  io: Io,
): Promise<void> {
  const file = baselineFile(options, configured);
  const findings = report.files.reduce((sum, { messages }) => sum + messages.length, 0);
  const text = `${JSON.stringify(baselineOf(report.files), null, 1)}\n`;
  await writeWhole(path.resolve(io.cwd, file), text, { shown: file, what: 'baseline' });
  io.stdout.write(`${count(findings, 'finding')} recorded in ${file}: later runs report only new ones.\n`);
}

function parsed(text: string): Baseline | undefined {
  try {
    const value = JSON.parse(text) as Partial<Baseline>;
    return value.version === 1 && typeof value.files === 'object' ? (value as Baseline) : undefined;
  } catch {
    return undefined;
  }
}
