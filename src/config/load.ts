import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { KemptError } from '../kempt-error.ts';
import { presetNames } from '../presets.ts';
import type { AuditSettings, Config } from './config.ts';

/** A configuration and the files it came from, the outermost last. */
export interface LoadedConfig {
  config: Config;
  /** Absolute paths, in the order they were read; empty where there is none. */
  from: string[];
  /** The directory that patterns are relative to. */
  base: string;
}

/** Names of configuration files, in the order they are looked for in each directory. */
export const configNames = [
  'kempt.config.ts',
  'kempt.config.js',
  'kempt.config.mjs',
  'kempt.config.json',
  '.kemptrc',
  '.kemptrc.json',
  '.kemptrc.yaml',
  '.kemptrc.yml',
  'package.json',
] as const;

/** Finds the configuration that applies to a directory: in it, or in the nearest one above. */
export async function findConfig(directory: string, cwd: string): Promise<LoadedConfig> {
  for (let at = directory; ; at = path.dirname(at)) {
    const there = new Set(await readdir(at).catch(() => [] as string[]));
    for (const name of configNames.filter((one) => there.has(one))) {
      const loaded = await load(path.join(at, name), { cwd, trail: [], optional: name === 'package.json' });
      if (loaded) return loaded;
    }
    if (path.dirname(at) === at) return { config: {}, from: [], base: directory };
  }
}

/**
 * Loads one configuration file and what it extends.
 * @throws {KemptError} where it cannot be read or does not hold a configuration.
 */
export async function loadConfig(file: string, cwd: string): Promise<LoadedConfig> {
  return (await load(path.resolve(cwd, file), { cwd, trail: [], optional: false }))!;
}

interface Loading {
  /** What paths are shown relative to. */
  cwd: string;
  /** Files that led here by `extends`. */
  trail: readonly string[];
  /** Whether a file without a configuration (a package.json without a `kempt` key) is none, rather than an empty one. */
  optional: boolean;
}

async function load(file: string, { cwd, trail, optional }: Loading): Promise<LoadedConfig | undefined> {
  const where = path.relative(cwd, file) || file;
  if (trail.includes(file)) throw new KemptError('configurations extend each other in a circle', { where });
  const value = await readConfig(file, where);
  if (value === undefined && optional) return undefined;
  const { validateConfig } = await import('./schema.ts');
  const config = validateConfig(value ?? {}, where);
  return await withBases(
    { config, from: [file], base: path.dirname(file) },
    { cwd, trail: [...trail, file], optional },
  );
}

async function withBases(loaded: LoadedConfig, loading: Loading): Promise<LoadedConfig> {
  const { extends: bases = [], ...own } = loaded.config;
  const presets: string[] = [];
  const from: string[] = [];
  let merged: Config = {};
  for (const name of [bases].flat()) {
    if (isPreset(name)) {
      presets.push(name);
      continue;
    }
    if (!/[./\\]/.test(name)) throw noSuchPreset(name, path.relative(loading.cwd, loaded.from[0]!));
    const base = (await load(path.resolve(loaded.base, name), { ...loading, optional: false }))!;
    presets.push(...[base.config.extends ?? []].flat());
    merged = mergeConfigs(merged, base.config);
    from.push(...base.from);
  }
  const config = mergeConfigs(merged, own);
  if (presets.length > 0) config.extends = presets;
  return { ...loaded, config, from: [...from, ...loaded.from] };
}

/** Whether `extends` names a preset rather than a file. */
export function isPreset(name: string): boolean {
  return (presetNames as readonly string[]).includes(name);
}

/** The user's fault of naming a preset that does not exist. */
export function noSuchPreset(name: string, where: string): KemptError {
  return new KemptError(`there is no preset "${name}"`, {
    where,
    hint: `presets are ${presetNames.join(', ')}; a file is written with its path, such as ./base.json`,
  });
}

/** `over` wins, key by key; lists of patterns, overrides and plugins add up. */
export function mergeConfigs(base: Config, over: Config): Config {
  const merged: Config = { ...base, ...over };
  if (base.rules || over.rules) merged.rules = { ...base.rules, ...over.rules };
  if (base.links || over.links) merged.links = { ...base.links, ...over.links };
  if (base.audit || over.audit) merged.audit = mergeAudits(base.audit, over.audit);
  for (const key of ['ignore', 'overrides', 'plugins'] as const) {
    const all = [...(base[key] ?? []), ...(over[key] ?? [])];
    if (all.length > 0) Object.assign(merged, { [key]: all });
  }
  return merged;
}

/** `over` wins, key by key; what is acknowledged and left out adds up. */
export function mergeAudits(base: AuditSettings = {}, over: AuditSettings = {}): AuditSettings {
  const merged: AuditSettings = { ...base, ...over };
  if (base.lists || over.lists) merged.lists = { ...base.lists, ...over.lists };
  for (const key of ['acknowledged', 'exclude'] as const) {
    const all = [...(over[key] ?? []), ...(base[key] ?? [])];
    if (all.length > 0) Object.assign(merged, { [key]: all });
  }
  return merged;
}

async function readConfig(file: string, shown: string): Promise<unknown> {
  try {
    switch (path.extname(file)) {
      case '.ts':
        return await fromTypeScript(file);
      case '.js':
      case '.mjs':
        return ((await import(pathToFileURL(file).href)) as { default?: unknown }).default;
      case '.yaml':
      case '.yml':
        return await fromYaml(await readFile(file, 'utf8'));
      case '.json': {
        const value = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
        return path.basename(file) === 'package.json' ? value.kempt : value;
      }
      default:
        return await fromYaml(await readFile(file, 'utf8'));
    }
  } catch (error) {
    throw new KemptError('the configuration cannot be read', {
      where: shown,
      hint: (error as Error).message.split('\n')[0],
      cause: error,
    });
  }
}

// JSON is YAML, so `.kemptrc` may be either.
async function fromYaml(text: string): Promise<unknown> {
  const { parse } = await import('./yaml.ts');
  return parse(text) as unknown;
}

async function fromTypeScript(file: string): Promise<unknown> {
  const { createJiti } = await import('jiti');
  return await createJiti(import.meta.url).import(file, { default: true });
}
