import path from 'node:path';
import { type Catalogue, loadCatalogue } from '../catalogue.ts';
import type { Config } from '../config/config.ts';
import type { Document } from '../document.ts';
import { createGather } from '../facts/gather.ts';
import { reaches, severityOf } from '../message.ts';
import type { Report } from '../report/report.ts';
import { run } from '../run.ts';
import type { RunInput } from '../running.ts';
import { wantedDictionary } from '../spelling/wanted-dictionary.ts';
import type { LineDates } from '../verify.ts';
import { readBaseline, updateBaseline } from './baseline.ts';
import { checkerOptions } from './checker-options.ts';
import { type ConfigSource, configSource } from './config-source.ts';
import { deliver, fixesTakeStdout, fixRequest } from './fix.ts';
import { configurations, type Gathered, gather, leftOutNotices } from './gather.ts';
import { gitHubFacts } from './github-facts.ts';
import type { Io } from './io.ts';
import { cacheFolder, linkCache, linkHistory } from './link-stores.ts';
import type { CliOptions } from './option-specs.ts';
import { choiceOption } from './options.ts';
import { progressLine } from './progress.ts';
import { reportTargets, writeReports } from './reports.ts';
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
  const source = await configSource(options, io);
  const { config } = await configurations(options, source)(io.cwd).finally(source.close);
  return await explainLink(explain, checkerOptions(options, io.env)(config.links ?? {}), io);
};

/** `kempt fix`: rules only, and what can safely be fixed is. */
export const fixCommand = (paths: string[], options: CliOptions, io: Io) =>
  check(paths, { ...options, fix: true }, io, { lint: true, links: false });

export interface What {
  lint: boolean;
  links: boolean;
  audit?: boolean;
}

const failLevels = ['error', 'warning', 'info', 'never'] as const;

/** A run that is over, its fixes written. */
export interface Examined {
  report: Report;
  inputs: Gathered[];
  /** The configuration of the first list. */
  config: Config;
  /** Whether a rule, by `source:id`, had the chance to find something. */
  isJudged: (rule: string) => boolean;
  /** 130 where it was interrupted, 2 where something could not be done, 1 where a finding fails the run. */
  code: number;
  /** Whether standard output is taken by the fixed text or the diff. */
  stdoutTaken: boolean;
}

/** The way of all commands that report on lists. */
export async function check(paths: string[], options: CliOptions, io: Io, what: What): Promise<number> {
  const targets = reportTargets(options);
  const { report, inputs, config, isJudged, code, stdoutTaken } = await examine(paths, options, io, what);
  if (options['update-baseline']) {
    await updateBaseline({ report, options, configured: config.baseline, isJudged }, io);
    return report.faults.length > 0 ? 2 : 0;
  }
  const page = targets.some(({ format }) => format === 'markdown')
    ? await (await import('./page-options.ts')).pageOptions(options, inputs, io)
    : {};
  // Not spread: to read `stdin` makes a stream of it.
  await writeReports(
    report,
    targets,
    { ...options, ...page },
    {
      cwd: io.cwd,
      env: io.env,
      stdout: stdoutTaken ? io.stderr : io.stdout,
      stderr: io.stderr,
    },
  );
  return code;
}

/** Runs kempt over the lists and writes what was fixed; reports nothing. */
export async function examine(paths: string[], options: CliOptions, io: Io, what: What): Promise<Examined> {
  const source = await configSource(options, io);
  try {
    return await examineWith(source, paths, options, io, what);
  } finally {
    await source.close();
  }
}

async function examineWith(
  source: ConfigSource,
  paths: string[],
  options: CliOptions,
  io: Io,
  what: What,
): Promise<Examined> {
  const failOn = choiceOption(options, 'fail-on', failLevels);
  const fromCli = checkerOptions(options, io.env);
  const catalogue = await loadCatalogue();
  const change = what.audit ? undefined : await changeToJudge(options, io);
  const audit = what.audit ? await import('./audit-lists.ts') : undefined;
  const gathering = audit
    ? await audit.auditLists(paths, options, io, catalogue, source)
    : await gather(paths, options, io, catalogue, { judging: change, source });
  const { inputs, faults } = gathering;
  const config = inputs[0]?.config ?? {};
  const links = what.links && !options.offline && (what.audit || (config.links?.enabled ?? true));
  const progress = links ? progressLine(io) : undefined;
  const fix = fixRequest(options, new Set(inputs.flatMap(({ settings }) => [...settings.known])));
  const cache = links ? await linkCache(options, config.links ?? {}, io, { ...what, source }) : undefined;
  const history = links && (what.audit || options.history) ? await linkHistory(io) : undefined;
  const archive = options.archive ?? config.links?.archive;
  const checker = fromCli(config.links ?? {});
  const gitHub = gitHubFacts(checker, links, io);
  const dictionary = what.lint ? await wantedDictionary(inputs.map(({ settings }) => settings)) : undefined;
  const linkRules = new Set(catalogue.links.map(({ id }) => `kempt:${id}`));
  const work: RunInput = {
    inputs,
    fix,
    facts: createGather({ now: io.now, dictionary, ...gitHub }),
    faults,
    lint: what.lint,
    links: links || !what.lint,
    linkRules: catalogue.links.map(({ id }) => id),
    // What a list starts with is no excuse for what it links to years later.
    baseline:
      audit && options.baseline === undefined
        ? undefined
        : await readBaseline(options, config.baseline, { io, source }),
    checker: { ...audit?.patient, ...checker, ...(cache && { cache }) },
    history,
    audit: what.audit ?? false,
    added: archive ? (document) => addedDates(document, inputs, io) : undefined,
    now: io.now,
    signal: io.signal,
    ...(progress && { onProgress: progress.show }),
  };
  const remembered = await cacheFolder(options, config.links ?? {}, io, { ...what, source });
  const report = await (remembered === undefined ? run(work) : runRemembering(work, catalogue, remembered));
  progress?.clear();
  const configuration = configurationOf(inputs, io);
  if (configuration !== undefined) report.configuration = configuration;
  report.notices.push(...leftOutNotices(gathering, io), ...source.notices, ...gitHub.notices);
  for (const store of [cache, history]) {
    await store?.close();
    report.notices.push(...(store?.notices ?? []));
  }
  const files = inputs.map(({ file }) => file);
  const delivered = await deliver(report.fixed ?? [], files, options, { io, staged: change?.staged });
  report.faults.push(...delivered.faults);
  report.notices.push(...delivered.notices);
  return {
    report,
    inputs,
    config,
    isJudged: (rule) => (linkRules.has(rule) ? links : what.lint),
    // Old findings are left out of a change's run, so what is left is the change's own.
    code: exitCode(report, failOn ?? config.failOn ?? (change ? 'warning' : 'error')),
    // What is fixed, or the diff, goes to standard output; whatever else is said must not get into it.
    stdoutTaken: fix !== undefined && fixesTakeStdout(options, files),
  };
}

/** Loaded only where something is remembered. */
async function runRemembering(work: RunInput, { rules }: Catalogue, folder: string): Promise<Report> {
  const { runCached } = await import('../lint-cache/run-cached.ts');
  return await runCached(work, { folder: path.join(folder, 'lint'), ownRules: new Set(rules) });
}

/** The file to change for all lists, where there is one. */
function configurationOf(inputs: readonly Gathered[], { cwd }: Io): string | undefined {
  const [file, ...others] = new Set(inputs.map(({ from }) => from.at(-1)));
  if (file === undefined || others.length > 0) return undefined;
  return path.relative(cwd, file).replaceAll('\\', '/');
}

/** Git is loaded only where it can have something to say. */
async function changeToJudge(options: CliOptions, io: Io): Promise<Judging | undefined> {
  const inService = io.env.GITHUB_ACTIONS === 'true' || io.env.GITLAB_CI === 'true';
  if (options.since === undefined && !options.staged && !inService) return undefined;
  return await (await import('./since.ts')).judging(options, io);
}

async function addedDates(
  { file }: Pick<Document, 'file'>,
  inputs: readonly Gathered[],
  io: Io,
): Promise<LineDates> {
  // What was fetched came without its past.
  if (inputs.some((input) => input.file === file && input.fetched)) return () => undefined;
  const [{ gitIn }, { lineDates }] = await Promise.all([
    import('../git/git.ts'),
    import('../git/line-dates.ts'),
  ]);
  return file.path === undefined
    ? () => undefined
    : await lineDates(path.resolve(io.cwd, file.path), gitIn(io.cwd));
}

function exitCode(report: Report, failOn: (typeof failLevels)[number]): number {
  if (report.interrupted) return 130;
  if (report.faults.length > 0) return 2;
  if (failOn === 'never') return 0;
  const fails = report.files.some(({ messages }) =>
    messages.some((message) => reaches(severityOf(message), failOn)),
  );
  return fails ? 1 : 0;
}
