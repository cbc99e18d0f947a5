import path from 'node:path';
import type { VFile } from 'vfile';
import type { Catalogue } from '../catalogue.ts';
import type { FileChange } from '../changes/changes.ts';
import type { Config } from '../config/config.ts';
import { isPreset, type LoadedConfig, mergeConfigs, noSuchPreset } from '../config/load.ts';
import { type Settings, settingsFor } from '../config/settings.ts';
import { findFiles } from '../input/find.ts';
import { type IgnoredBy, type IgnoreKey, ignoring } from '../input/ignored.ts';
import { readList, readStream } from '../input/read.ts';
import { KemptError } from '../kempt-error.ts';
import type { Fault } from '../report/report.ts';
import type { ConfigSource } from './config-source.ts';
import { faultOf } from './fault.ts';
import type { Fetched } from './fetched-lists.ts';
import { withContentsAnew } from './fix.ts';
import type { Io } from './io.ts';
import type { CliOptions } from './option-specs.ts';
import { numberOption } from './options.ts';
import type { Judging } from './since.ts';

/** A list with everything that applies to it. */
export interface Gathered {
  file: VFile;
  settings: Settings;
  config: Config;
  /** The files that the configuration came from, absolute. */
  from: string[];
  /** What a change did to it, where only a change is judged. */
  change?: FileChange | undefined;
  /** Where it was fetched from, where it is not here. */
  fetched?: Fetched;
}

/** A list that was left out, and what says so. */
export interface LeftOut extends IgnoredBy {
  path: string;
  /** Whether the command line names it, rather than a pattern or a directory that it is in. */
  isNamed: boolean;
}

/** Everything that the command line stands for. */
export interface Gathering {
  inputs: Gathered[];
  leftOut: LeftOut[];
  faults: Fault[];
}

/** Reads the lists that the command line names; what is at fault is told, and the others are still read. */
export async function gather(
  paths: readonly string[],
  options: CliOptions,
  io: Io,
  catalogue: Catalogue,
  { judging, source }: { judging?: Judging | undefined; source: ConfigSource },
): Promise<Gathering> {
  const configs = configurations(options, source);
  // A configuration that was named must be right, whatever the files are.
  if (options.config !== undefined) await configs(io.cwd);
  const { paths: found, named, faults } = await findFiles(paths, io.cwd);
  const gathering: Gathering = { inputs: [], leftOut: [], faults: faults.map(faultOf) };
  const ignoredBy = ignoring(source.fileFor);
  for (const name of found) {
    if (io.signal.aborted) break;
    try {
      const full = name === '-' ? undefined : path.resolve(io.cwd, name);
      const loaded = await configs(full === undefined ? io.cwd : path.dirname(full));
      const by =
        options['no-ignore'] || full === undefined ? undefined : await ignoredBy(full, keyOf(loaded));
      if (by) gathering.leftOut.push({ ...by, path: name, isNamed: named.has(name) });
      const input = by ? undefined : await read(name, loaded, { options, io, catalogue, judging });
      if (input) gathering.inputs.push(input);
    } catch (error) {
      if (!(error instanceof KemptError)) throw error;
      gathering.faults.push(faultOf(error));
    }
  }
  gathering.faults = distinct(gathering.faults);
  return gathering;
}

function keyOf({ config, base, from }: LoadedConfig): IgnoreKey {
  return { patterns: config.ignore ?? [], base, from: from.at(-1) ?? base };
}

interface Reading {
  options: CliOptions;
  io: Io;
  catalogue: Catalogue;
  judging: Judging | undefined;
}

/** Reads one list; nothing where only a change is judged, and that leaves the list alone. */
async function read(
  name: string,
  loaded: LoadedConfig,
  { options, io, catalogue, judging }: Reading,
): Promise<Gathered | undefined> {
  const { config, from } = loaded;
  const full = name === '-' ? undefined : path.resolve(io.cwd, name);
  const configured = await settingsFor(loaded, full, catalogue);
  const settings = options.contents ? withContentsAnew(configured, catalogue) : configured;
  const change = full === undefined ? undefined : await judging?.changes.of(full);
  if (judging && full !== undefined && !change) return undefined;
  const bytes = full === undefined ? undefined : await judging?.staged?.read(full);
  const reading = { cwd: io.cwd, maxFileSize: megabytes(options) ?? config.maxFileSize, bytes };
  const file = await (name === '-' ? readStream(io.stdin, reading) : readList(name, reading));
  return { file, settings, config, from, change };
}

/** What is said of lists that were left out: of those that were named, and where nothing else is left. */
export function leftOutNotices({ inputs, leftOut, faults }: Gathering, { cwd }: Pick<Io, 'cwd'>): string[] {
  const told = leftOut.filter(({ isNamed }) => isNamed);
  const isNothingElse = inputs.length === 0 && faults.length === 0;
  const [first] = leftOut;
  if (isNothingElse && first && told.length < leftOut.length) {
    const others = leftOut.length === 1 ? '' : `, and ${leftOut.length - 1} more`;
    return [`Nothing was checked: ${leftOutText(first, cwd)}${others}; --no-ignore checks all the same`];
  }
  return told.map((one) => `${leftOutText(one, cwd)}; --no-ignore checks it all the same`);
}

function leftOutText({ path: name, pattern, from, line }: LeftOut, cwd: string): string {
  const where = path.relative(cwd, from).replaceAll('\\', '/') + (line === undefined ? '' : `:${line}`);
  return `${name} is left out, as “${pattern}” in ${where} says`;
}

/** The configuration for a directory, looked for once each, with what the command line says on top. */
export function configurations(
  options: CliOptions,
  source: ConfigSource,
): (directory: string) => Promise<LoadedConfig> {
  const known = new Map<string, Promise<LoadedConfig>>();
  const over = fromCommandLine(options);
  return (directory) => {
    const key = options.config ?? directory;
    let loading = known.get(key);
    if (!loading) {
      loading = (options.config === undefined ? source.find(directory) : source.load(options.config)).then(
        (loaded) => ({ ...loaded, config: mergeConfigs(loaded.config, over) }),
      );
      known.set(key, loading);
    }
    return loading;
  };
}

function fromCommandLine(options: CliOptions): Config {
  const over: Config = {};
  if (options.preset !== undefined) {
    if (!isPreset(options.preset)) throw noSuchPreset(options.preset, '--preset');
    over.extends = options.preset;
  }
  if (options['no-inline-config']) over.inlineConfig = false;
  return over;
}

function megabytes(options: CliOptions): number | undefined {
  const size = numberOption(options, 'max-size');
  return size === undefined ? undefined : size * 1_000_000;
}

/** A configuration at fault is told once, not once for each list under it. */
function distinct(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
