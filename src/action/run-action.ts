import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { examine, type What } from '../cli/check.ts';
import { faultOf } from '../cli/fault.ts';
import type { Io } from '../cli/io.ts';
import { pageOptions } from '../cli/page-options.ts';
import { reportTargets, writeReports } from '../cli/reports.ts';
import { readEvent } from '../github/event.ts';
import { KemptError } from '../kempt-error.ts';
import { inCommand } from '../report/escape.ts';
import { fromJson } from '../report/from-json.ts';
import { github } from '../report/github.ts';
import { markdownReport } from '../report/markdown.ts';
import { createReport, type Report } from '../report/report.ts';
import { deepen } from './deepen.ts';
import { type ActionCommand, type Inputs, readInputs } from './inputs.ts';
import { numbersOf, type Outputs, writeOutputs, writeSummary } from './outputs.ts';
import { commentAfter, keepPages } from './pages.ts';

const whatOf: Record<Exclude<ActionCommand, 'comment'>, What> = {
  check: { lint: true, links: true },
  lint: { lint: true, links: false },
  links: { lint: false, links: true },
  audit: { lint: false, links: true, audit: true },
};

/** One step of a workflow; the exit code. A user's fault becomes an annotation and gives 2; a bug is thrown. */
export async function runAction(outer: Io): Promise<number> {
  try {
    const inputs = readInputs(outer.env);
    const cwd = path.resolve(outer.cwd, inputs.workingDirectory);
    const io: Io = { ...outer, cwd, env: { ...outer.env, GITHUB_WORKSPACE: cwd } };
    return await (inputs.command === 'comment'
      ? commentStep(inputs, io)
      : listStep(inputs, io, inputs.command));
  } catch (error) {
    if (!(error instanceof KemptError)) throw error;
    outer.stdout.write(annotations(createReport({ files: [], faults: [faultOf(error)] })));
    await writeOutputs(outer.env, { 'exit-code': 2 });
    return 2;
  }
}

/** Runs kempt over the lists and tells everyone who asked. */
async function listStep(inputs: Inputs, io: Io, command: keyof typeof whatOf): Promise<number> {
  if (command !== 'audit' && inputs.options.since === undefined) await deepen(io);
  const options = { ...inputs.options, 'github-token': inputs.token || undefined, color: !io.env.NO_COLOR };
  const { report, inputs: lists, config, code } = await examine(inputs.files, options, io, whatOf[command]);
  const { lineUrl } = await pageOptions(options, lists, io);
  const written = await writeFiles(report, inputs, io);
  if (inputs.annotations) io.stdout.write(annotations(report));
  const page = { ...(lineUrl && { lineUrl }) };
  if (inputs.summary) await writeSummary(io.env, (limit) => markdownReport(report, { limit, ...page }));
  await writeOutputs(io.env, { ...numbersOf(report), ...written, 'exit-code': code });
  // Of a run that came to no end there is nothing to tell on a page that stays.
  if (code > 1) return code;
  const kept = await keepPages({
    inputs,
    event: await readEvent(io.env),
    io,
    render: (how) => markdownReport(report, { ...how, ...page }),
    // A job that is never to fail has an issue for what would fail others.
    fails: code === 1 || ((options['fail-on'] ?? config.failOn) === 'never' && report.summary.errors > 0),
    finds: report.files.some(({ messages }) => messages.length > 0),
    notice: noticeTo(io),
  });
  await writeOutputs(io.env, kept);
  return code;
}

/** The report for the log, the files that were asked for, and the JSON report in any case. */
async function writeFiles(report: Report, { options }: Inputs, io: Io): Promise<Outputs> {
  const given = options.format === undefined ? [] : reportTargets(options);
  const json = path.join(io.env.RUNNER_TEMP ?? io.cwd, 'kempt-report.json');
  const stdout = { write: (text: string) => io.stdout.write(text), columns: 120 };
  const targets = [
    { format: 'pretty' as const, file: undefined },
    { format: 'json' as const, file: json },
    ...given,
  ];
  await writeReports(report, targets, { color: !io.env.NO_COLOR }, { ...io, stdout });
  const sarif = given.find(({ format }) => format === 'sarif')?.file;
  return { report: json, ...(sarif !== undefined && { sarif: path.resolve(io.cwd, sarif) }) };
}

/** Tells a pull request what another run found, which may not tell itself. */
async function commentStep(inputs: Inputs, io: Io): Promise<number> {
  const file = inputs.commentReport;
  const text = await readFile(path.resolve(io.cwd, file), 'utf8').catch((cause: unknown) => {
    throw new KemptError('the report of the other run is not there', {
      where: file || 'comment-report',
      hint: 'download its artifact first, and name the file with comment-report',
      cause,
    });
  });
  const report = fromJson(text, file);
  const kept = await commentAfter({
    inputs,
    event: await readEvent(io.env),
    io,
    render: (how) => markdownReport(report, how),
    fails: false,
    finds: report.files.some(({ messages }) => messages.length > 0),
    notice: noticeTo(io),
  });
  await writeOutputs(io.env, { ...kept, 'exit-code': 0 });
  return 0;
}

function annotations(report: Report): string {
  return github(report, { colour: false, width: 80, quiet: false, verbose: false, all: false });
}

function noticeTo({ stdout }: Io): (text: string) => void {
  return (text) => void stdout.write(`::notice title=kempt::${inCommand(text)}\n`);
}
