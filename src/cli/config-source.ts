import path from 'node:path';
import { findConfig, type LoadedConfig, loadConfig } from '../config/load.ts';
import type { Io } from './io.ts';
import type { CliOptions } from './option-specs.ts';

/** Where a run takes what it is told beside its lists: configurations and the baseline. */
export interface ConfigSource {
  /** The configuration for a directory, which is absolute. */
  find(directory: string): Promise<LoadedConfig>;
  /** A configuration by its file. */
  load(file: string): Promise<LoadedConfig>;
  /** The file to read in place of one that is named, both absolute. */
  fileFor(file: string): string;
  /** Whether what lies in this folder was put there by who is not trusted. */
  isPlanted(folder: string): Promise<boolean>;
  /** What a reader should know: one sentence each, without a full stop. */
  notices: string[];
  close(): Promise<void>;
}

/**
 * Of one's own checkout everything is taken as it is. Of a stranger's pull request nothing is: its base's is taken
 * instead, or, where that is asked for, the data in it.
 */
export async function configSource(options: CliOptions, io: Io): Promise<ConfigSource> {
  const { GITHUB_ACTIONS: github, GITLAB_CI: gitlab } = io.env;
  if (github !== 'true' && gitlab !== 'true') return ownSource(io);
  return (await (await import('./strangers-source.ts')).strangersSource(options, io)) ?? ownSource(io);
}

/** The configuration as it lies there. */
export function ownSource({ cwd }: Pick<Io, 'cwd'>): ConfigSource {
  return {
    find: (directory) => findConfig(directory, cwd),
    load: (file) => loadConfig(file, cwd),
    fileFor: path.normalize,
    isPlanted: async () => false,
    notices: [],
    close: async () => {},
  };
}
