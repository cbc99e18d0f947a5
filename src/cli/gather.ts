import path from 'node:path';
import type { VFile } from 'vfile';
import type { Catalogue } from '../catalogue.ts';
import type { FileChange } from '../changes/changes.ts';
import type { Config } from '../config/config.ts';
import {
  findConfig,
  isPreset,
  type LoadedConfig,
  loadConfig,
  mergeConfigs,
  noSuchPreset,
} from '../config/load.ts';
import { type Settings, settingsFor } from '../config/settings.ts';
import { findFiles } from '../input/find.ts';
import { readList, readStream } from '../input/read.ts';
import { KemptError } from '../kempt-error.ts';
import type { Fault } from '../report/report.ts';
import { faultOf } from './fault.ts';
import type { Io } from './io.ts';
import { type CliOptions, numberOption } from './options.ts';
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
}

/** Reads the lists that the command line names; what is at fault is told, and the others are still read. */
export async function gather(
  paths: readonly string[],
  options: CliOptions,
  io: Io,
  catalogue: Catalogue,
  judging?: Judging,
): Promise<{ inputs: Gathered[]; faults: Fault[] }> {
  const configs = configurations(options, io);
  // A configuration that was named must be right, whatever the files are.
  if (options.config !== undefined) await configs(io.cwd);
  const found = await findFiles(paths, io.cwd);
  const faults = found.faults.map(faultOf);
  const inputs: Gathered[] = [];
  for (const name of found.paths) {
    if (io.signal.aborted) break;
    try {
      const full = name === '-' ? undefined : path.resolve(io.cwd, name);
      const loaded = await configs(full === undefined ? io.cwd : path.dirname(full));
      const settings = await settingsFor(loaded, full, catalogue);
      if (settings.ignored) continue;
      const maxFileSize = megabytes(options) ?? loaded.config.maxFileSize;
      const change = full === undefined ? undefined : await judging?.changes.of(full);
      // Where only a change is judged, a list that it leaves alone has nothing to answer for.
      if (judging && full !== undefined && !change) continue;
      const bytes = full === undefined ? undefined : await judging?.staged?.read(full);
      const reading = { cwd: io.cwd, maxFileSize, bytes };
      const file = await (name === '-' ? readStream(io.stdin, reading) : readList(name, reading));
      inputs.push({ file, settings, config: loaded.config, from: loaded.from, change });
    } catch (error) {
      if (!(error instanceof KemptError)) throw error;
      faults.push(faultOf(error));
    }
  }
  return { inputs, faults: distinct(faults) };
}

/** The configuration for a directory, looked for once each, with what the command line says on top. */
export function configurations(options: CliOptions, io: Io): (directory: string) => Promise<LoadedConfig> {
  const known = new Map<string, Promise<LoadedConfig>>();
  const over = fromCommandLine(options);
  return (directory) => {
    const key = options.config ?? directory;
    let loading = known.get(key);
    if (!loading) {
      loading = (
        options.config === undefined ? findConfig(directory, io.cwd) : loadConfig(options.config, io.cwd)
      ).then((loaded) => ({ ...loaded, config: mergeConfigs(loaded.config, over) }));
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
