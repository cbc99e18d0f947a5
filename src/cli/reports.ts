import path from 'node:path';
import { KemptError } from '../kempt-error.ts';
import { type ReporterName, type ReporterOptions, reporterNames, reporters } from '../report/index.ts';
import type { Report } from '../report/report.ts';
import { faultText } from './fault.ts';
import { type Io, wantsColour, widthOf } from './io.ts';
import type { CliOptions } from './option-specs.ts';
import { writeWhole } from './write-file.ts';

/** A format, and the file it goes to; standard output where there is none. */
export interface Target {
  format: ReporterName;
  file: string | undefined;
}

/**
 * Where the reports go.
 * @throws {KemptError} for a format that does not exist, or two that go to the same place
 */
export function reportTargets(options: CliOptions): Target[] {
  const targets = (options.format ?? ['pretty']).map((written): Target => {
    const [format = '', ...rest] = written.split('=');
    if (!(reporterNames as string[]).includes(format)) {
      throw new KemptError(`there is no format ${format}`, {
        hint: `formats are ${reporterNames.join(', ')}`,
      });
    }
    return { format: format as ReporterName, file: rest.length > 0 ? rest.join('=') : undefined };
  });
  const toStdout = targets.filter(({ file }) => file === undefined);
  if (toStdout.length > 1) {
    throw new KemptError('two reports cannot both go to standard output', {
      hint: 'give one of them a file, such as --format json=report.json',
    });
  }
  if (options.output !== undefined) {
    const target = toStdout[0];
    if (!target)
      throw new KemptError('--output has no report to write', { hint: 'every --format names its own file' });
    target.file = options.output;
  }
  return targets;
}

type PageOptions = Pick<ReporterOptions, 'previousBody' | 'lineUrl'>;

/** Writes each report to where it goes. */
export async function writeReports(
  report: Report,
  targets: Target[],
  options: CliOptions & PageOptions,
  io: Omit<Io, 'stdin' | 'signal' | 'now'>,
): Promise<void> {
  for (const { format, file } of targets) {
    const { load, forPeople } = reporters[format];
    const reporter = await load();
    const text = reporter(report, {
      colour:
        forPeople &&
        file === undefined &&
        wantsColour(io.stdout, io, { noColor: options['no-color'], color: options.color }),
      width: file === undefined ? widthOf(io.stdout, io) : 100,
      quiet: options.quiet ?? false,
      verbose: options.verbose ?? false,
      all: options.all ?? false,
      previousBody: options.previousBody,
      lineUrl: options.lineUrl,
    });
    if (file === undefined) io.stdout.write(text);
    else await writeWhole(path.resolve(io.cwd, file), text, { shown: file, what: 'report' });
  }
  // A report for machines goes to a machine: what was and could not be done is told to the person beside it.
  const told = targets.some(({ format, file }) => file === undefined && reporters[format].forPeople);
  if (report.fixed && !options.quiet) {
    const { fixedText } = await import('../report/fixed.ts');
    const out = told ? io.stdout : io.stderr;
    const text = fixedText(report.fixed, { dryRun: options['dry-run'] ?? false, width: widthOf(out, io) });
    // Beneath a report for people, set off by a blank line.
    if (text !== '') out.write(told ? `\n${text}` : text);
  }
  if (told) return;
  for (const fault of report.faults) io.stderr.write(faultText(fault));
  for (const what of report.notices) io.stderr.write(faultText({ what }));
}
