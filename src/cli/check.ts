import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadCatalogue } from '../catalogue.ts';
import type { Document } from '../document.ts';
import { localTargets } from '../facts/local-targets.ts';
import { KemptError } from '../kempt-error.ts';
import { reaches, severityOf } from '../message.ts';
import { type ReporterName, type ReporterOptions, reporterNames, reporters } from '../report/index.ts';
import type { Report } from '../report/report.ts';
import { run } from '../run.ts';
import type { LineDates } from '../verify.ts';
import { readBaseline, updateBaseline } from './baseline.ts';
import { checkerOptions } from './checker-options.ts';
import { dictionaryFor } from './dictionary.ts';
import { faultText } from './fault.ts';
import { deliver, fixesTakeStdout, fixRequest } from './fix.ts';
import { configurations, gather } from './gather.ts';
import { type Io, wantsColour, widthOf } from './io.ts';
import { linkCache, linkHistory } from './link-stores.ts';
import { type CliOptions, choiceOption } from './options.ts';
import { progressLine } from './progress.ts';
import type { Judging } from './since.ts';

/** `kempt`: rules and links. */
export const checkCommand = (paths: string[], options: CliOptions, io: Io) =>
  check(paths, options, io, { lint: true, links: true });

/** `kempt lint`: rules only. */
export const lintCommand = (paths: string[], options: CliOptions, io: Io) =>
  check(paths, options, io, { lint: true, links: false });

/** `kempt links`: links only. */
export const linksCommand = async (paths: string[], options: CliOptions, io: Io) => {
  const { explain } = options;
  if (explain === undefined) return await check(paths, options, io, { lint: false, links: true });
  const { explainLink } = await import('./explain-link.ts');
  const { config } = await configurations(options, io)(io.cwd);
  return await explainLink(explain, checkerOptions(options, io.env)(config.links ?? {}), io);
};

/** `kempt fix`: rules only, and what can safely be fixed is. */
export const fixCommand = (paths: string[], options: CliOptions, io: Io) =>
  check(paths, { ...options, fix: true }, io, { lint: true, links: false });

interface What {
  lint: boolean;
  links: boolean;
  audit?: boolean;
}

const failLevels = ['error', 'warning', 'info', 'never'] as const;

/** The way of all commands that report on lists. */
export async function check(paths: string[], options: CliOptions, io: Io, what: What): Promise<number> {
  const targets = reportTargets(options);
  const failOn = choiceOption(options, 'fail-on', failLevels);
  const fromCli = checkerOptions(options, io.env);
  const catalogue = await loadCatalogue();
  const change = what.audit ? undefined : await changeToJudge(options, io);
  const audit = what.audit ? await import('./audit-lists.ts') : undefined;
  const { inputs, faults } = audit
    ? await audit.auditLists(paths, options, io, catalogue)
    : await gather(paths, options, io, catalogue, change);
  const config = inputs[0]?.config ?? {};
  const page = targets.some(({ format }) => format === 'markdown')
    ? await (await import('./page-options.ts')).pageOptions(options, inputs, io)
    : {};
  const links = what.links && !options.offline && (what.audit || (config.links?.enabled ?? true));
  const progress = links ? progressLine(io) : undefined;
  const fix = fixRequest(options, new Set(inputs.flatMap(({ settings }) => [...settings.known])));
  const cache = links ? await linkCache(options, config.links ?? {}, io, what) : undefined;
  const history = links && (what.audit || options.history) ? await linkHistory(io) : undefined;
  const archive = options.archive ?? config.links?.archive;
  const dictionary = what.lint ? await dictionaryFor(inputs) : undefined;
  const report = await run({
    inputs,
    fix,
    facts: async (document) => ({ localTargets: await localTargets(document), now: io.now, dictionary }),
    faults,
    lint: what.lint,
    links: links || !what.lint,
    linkRules: catalogue.links.map(({ id }) => id),
    // What a list starts with is no excuse for what it links to years later.
    baseline:
      audit && options.baseline === undefined ? undefined : await readBaseline(options, config.baseline, io),
    checker: { ...audit?.patient, ...fromCli(config.links ?? {}), ...(cache && { cache }) },
    history,
    audit: what.audit ?? false,
    added: archive ? (document) => addedDates(document, io) : undefined,
    now: io.now,
    signal: io.signal,
    ...(progress && { onProgress: progress.show }),
  });
  progress?.clear();
  for (const store of [cache, history]) {
    await store?.close();
    report.notices.push(...(store?.notices ?? []));
  }
  const files = inputs.map(({ file }) => file);
  const delivered = await deliver(report.fixed ?? [], files, options, { io, staged: change?.staged });
  report.faults.push(...delivered.faults);
  report.notices.push(...delivered.notices);
  if (options['update-baseline']) {
    await updateBaseline(report, options, config.baseline, io);
    return report.faults.length > 0 ? 2 : 0;
  }
  // What is fixed, or the diff, goes to standard output; whatever else is said must not get into it.
  const out = fix && fixesTakeStdout(options, files) ? io.stderr : io.stdout;
  await writeReports(report, targets, { ...options, ...page }, { ...io, stdout: out });
  // Old findings are left out of a change's run, so what is left is the change's own.
  return exitCode(report, failOn ?? config.failOn ?? (change ? 'warning' : 'error'));
}

/** Git is loaded only where it can have something to say. */
async function changeToJudge(options: CliOptions, io: Io): Promise<Judging | undefined> {
  const inService = io.env.GITHUB_ACTIONS === 'true' || io.env.GITLAB_CI === 'true';
  if (options.since === undefined && !options.staged && !inService) return undefined;
  return await (await import('./since.ts')).judging(options, io);
}

async function addedDates({ file }: Document, io: Io): Promise<LineDates> {
  const [{ gitIn }, { lineDates }] = await Promise.all([
    import('../git/git.ts'),
    import('../git/line-dates.ts'),
  ]);
  return file.path === undefined
    ? () => undefined
    : await lineDates(path.resolve(io.cwd, file.path), gitIn(io.cwd));
}

/** 130 where it was interrupted, 2 where something could not be read, 1 where a finding fails the run. */
function exitCode(report: Report, failOn: (typeof failLevels)[number]): number {
  if (report.interrupted) return 130;
  if (report.faults.length > 0) return 2;
  if (failOn === 'never') return 0;
  const fails = report.files.some(({ messages }) =>
    messages.some((message) => reaches(severityOf(message), failOn)),
  );
  return fails ? 1 : 0;
}

/** A format, and the file it goes to; standard output where there is none. */
interface Target {
  format: ReporterName;
  file: string | undefined;
}

function reportTargets(options: CliOptions): Target[] {
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

async function writeReports(
  report: Report,
  targets: Target[],
  options: CliOptions & PageOptions,
  io: Io,
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
    else await writeTo(path.resolve(io.cwd, file), text, file);
  }
  // A report for machines goes to a machine: what was and could not be done is told to the person beside it.
  const told = targets.some(({ format, file }) => file === undefined && reporters[format].forPeople);
  if (report.fixed && !options.quiet) {
    const { fixedText } = await import('../report/fixed.ts');
    const text = fixedText(report.fixed, { dryRun: options['dry-run'] ?? false });
    // Beneath a report for people, set off by a blank line.
    if (text !== '') (told ? io.stdout : io.stderr).write(told ? `\n${text}` : text);
  }
  if (told) return;
  for (const fault of report.faults) io.stderr.write(faultText(fault));
  for (const what of report.notices) io.stderr.write(faultText({ what }));
}

async function writeTo(full: string, text: string, shown: string): Promise<void> {
  try {
    await writeFile(full, text);
  } catch (error) {
    throw new KemptError('the report cannot be written', {
      where: shown,
      hint: (error as Error).message,
      cause: error,
    });
  }
}
