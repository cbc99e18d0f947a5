import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { KemptError } from '../kempt-error.ts';
import { nearest } from '../nearest.ts';
import { presetNames } from '../presets.ts';
import type { AuditSettings, Config } from './config.ts';
import { isCode, refuseStrange, type Strangers, withoutPrivileges } from './strangers.ts';

/** A configuration and the files it came from, the outermost last. */
export interface LoadedConfig {
  config: Config;
  /** Absolute paths, in the order they were read; empty where there is none. */
  from: string[];
  /** The directory that patterns are relative to. */
  base: string;
  /** What a message calls the file that is at fault, relative to where kempt was started; absent where there is none. */
  shown?: string;
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

/** Where configurations are looked for, and whose they are. */
export interface Search {
  /** The highest directory to look in, absolute; by default the root. */
  top?: string;
  /** Set where the configuration is not one's own: it is read as data, within a directory. */
  strangers?: Strangers | undefined;
}

/** Finds the configuration that applies to a directory: in it, or in the nearest one above. */
export async function findConfig(
  directory: string,
  cwd: string,
  { top, strangers }: Search = {},
): Promise<LoadedConfig> {
  const names = configNames.filter((name) => !strangers || !isCode(name));
  for (let at = directory; ; at = path.dirname(at)) {
    const there = new Set(await readdir(at).catch(() => [] as string[]));
    if (!strangers) refuseLookalike(there, path.relative(cwd, at));
    for (const name of names.filter((one) => there.has(one))) {
      const optional = name === 'package.json';
      const loaded = await load(path.join(at, name), { cwd, trail: [], optional, strangers });
      if (loaded) return loaded;
    }
    if (path.dirname(at) === at || at === top) return { config: {}, from: [], base: directory };
  }
}

/** Names that someone gave a configuration in earnest, but that nobody reads. */
const lookalike = /^(?:\.?kempt\.config\.|\.kemptrc\.|\.kempt\.)(?:ya?ml|toml|jsonc?|json5|[cm]?[jt]s)$/;

/** By the extension that one has. */
const properNames: Record<string, string> = {
  yaml: '.kemptrc.yaml',
  yml: '.kemptrc.yml',
  json: '.kemptrc.json',
  ts: 'kempt.config.ts',
  mts: 'kempt.config.ts',
  cts: 'kempt.config.ts',
  js: 'kempt.config.js',
  mjs: 'kempt.config.mjs',
  cjs: 'kempt.config.js',
};

/**
 * A configuration under a name that kempt does not read is told of: it would change nothing, and nobody would know why.
 * @throws {KemptError} with the name that it should have
 */
function refuseLookalike(there: ReadonlySet<string>, directory: string): void {
  const name = [...there].find(
    (one) => lookalike.test(one) && !(configNames as readonly string[]).includes(one),
  );
  if (name === undefined) return;
  const extension = name.slice(name.lastIndexOf('.') + 1);
  throw new KemptError('no configuration has this name', {
    where: path.join(directory, name),
    hint: `call it ${properNames[extension] ?? '.kemptrc.json or .kemptrc.yaml, and write it so'}`,
  });
}

/**
 * Loads one configuration file and what it extends.
 * @throws {KemptError} where it cannot be read or does not hold a configuration.
 */
export async function loadConfig(
  file: string,
  cwd: string,
  { strangers }: Pick<Search, 'strangers'> = {},
): Promise<LoadedConfig> {
  return (await load(path.resolve(cwd, file), { cwd, trail: [], optional: false, strangers }))!;
}

interface Loading {
  /** What paths are shown relative to. */
  cwd: string;
  /** Files that led here by `extends`. */
  trail: readonly string[];
  /** Whether a file without a configuration (a package.json without a `kempt` key) is none, rather than an empty one. */
  optional: boolean;
  strangers?: Strangers | undefined;
}

async function load(file: string, loading: Loading): Promise<LoadedConfig | undefined> {
  const { cwd, trail, optional, strangers } = loading;
  const where = path.relative(cwd, file) || file;
  if (trail.includes(file)) throw new KemptError('configurations extend each other in a circle', { where });
  if (strangers) await refuseStrange(file, strangers, where);
  const value = await readConfig(
    file,
    where,
    trail.length > 0 ? path.relative(cwd, trail.at(-1)!) : undefined,
  );
  if (value === undefined && optional) return undefined;
  const { validateConfig } = await import('./schema.ts');
  const valid = validateConfig(value ?? {}, where);
  const config = strangers ? withoutPrivileges(valid) : valid;
  return await withBases(
    { config, from: [file], base: path.dirname(file), shown: where },
    { ...loading, trail: [...trail, file] },
  );
}

/**
 * A configuration that is no file, such as one that was handed to the library, with what it extends.
 * @param base the directory that its paths are relative to
 * @throws {KemptError} where it is none
 */
export async function resolveConfig(config: Config, base: string): Promise<LoadedConfig> {
  const { validateConfig } = await import('./schema.ts');
  const valid = validateConfig(config, 'the configuration');
  return await withBases({ config: valid, from: [], base }, { cwd: base, trail: [], optional: false });
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
    if (!/[./\\]/.test(name)) throw noSuchPreset(name, shownAs(loaded, loading));
    const base = (await load(path.resolve(loaded.base, name), { ...loading, optional: false }))!;
    presets.push(...[base.config.extends ?? []].flat());
    merged = mergeConfigs(merged, base.config);
    from.push(...base.from);
  }
  const config = mergeConfigs(merged, own);
  if (presets.length > 0) config.extends = presets;
  return { ...loaded, config, from: [...from, ...loaded.from] };
}

function shownAs({ from: [file] }: LoadedConfig, { cwd }: Loading): string {
  return file === undefined ? 'the configuration' : path.relative(cwd, file);
}

/** Whether `extends` names a preset rather than a file. */
export function isPreset(name: string): boolean {
  return (presetNames as readonly string[]).includes(name);
}

/** The user's fault of naming a preset that does not exist. */
export function noSuchPreset(name: string, where: string): KemptError {
  const near = nearest(name, presetNames);
  const guess = near === undefined ? '' : `did you mean "${near}"? `;
  return new KemptError(`there is no preset "${name}"`, {
    where,
    hint: `${guess}presets are ${presetNames.join(', ')}; a file is written with its path, such as ./base.json`,
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

async function readConfig(file: string, shown: string, extendedBy?: string): Promise<unknown> {
  const extension = path.extname(file);
  if (['.ts', '.js', '.mjs'].includes(extension)) return await fromCode(file, shown);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw missing(shown, extendedBy);
    throw unreadable(error, shown);
  });
  try {
    if (extension !== '.json') return await fromYaml(text);
    const value = JSON.parse(text.replace(/^\uFEFF/, '')) as Record<string, unknown>;
    return path.basename(file) === 'package.json' ? value.kempt : value;
  } catch (error) {
    throw unreadable(error, shown + placeOf(error, text));
  }
}

async function fromCode(file: string, where: string): Promise<unknown> {
  let value: unknown;
  try {
    value = file.endsWith('.ts') ? await fromTypeScript(file) : await fromJavaScript(file);
  } catch (error) {
    throw unreadable(error, where + lineOf(error, file));
  }
  if (value !== undefined) return value;
  throw new KemptError('the configuration exports nothing', {
    where,
    hint: 'write `export default defineConfig({ … })`',
  });
}

function missing(where: string, extendedBy: string | undefined): KemptError {
  const hint = extendedBy === undefined ? 'check the path' : `${extendedBy} extends it: check the path there`;
  return new KemptError('there is no such configuration', { where, hint });
}

function unreadable(error: unknown, where: string): KemptError {
  const [said = ''] = (error as Error).message.split('\n');
  return new KemptError('the configuration cannot be read', {
    where,
    // Where it is stands before it already.
    hint: said.replace(/ at line \d+, column \d+:?\s*$/, '').trim(),
    cause: error,
  });
}

/** `:3:14`, where the error of a parser of JSON, YAML or code says where it stopped. */
function placeOf(error: unknown, text: string): string {
  const { message, linePos } = error as Error & { linePos?: { line: number; col: number }[] };
  if (linePos?.[0]) return `:${linePos[0].line}:${linePos[0].col}`;
  const [, offset] = / at position (\d+)/.exec(message) ?? [];
  if (offset === undefined) return '';
  const lines = text.slice(0, Number(offset)).split('\n');
  return `:${lines.length}:${lines.at(-1)!.length + 1}`;
}

/** `:3`, where the message or the stack of what code threw names a line of the file. */
function lineOf(error: unknown, file: string): string {
  const { message = '', stack = '' } = error as Partial<Error>;
  const said = `${message}\n${stack}`;
  const [, line] = /^:(\d+)/.exec(said.slice(said.indexOf(file) + file.length)) ?? [];
  return said.includes(file) && line !== undefined ? `:${line}` : '';
}

// JSON is YAML, so `.kemptrc` may be either.
async function fromYaml(text: string): Promise<unknown> {
  const { parse } = await import('./yaml.ts');
  return parse(text) as unknown;
}

async function fromJavaScript(file: string): Promise<unknown> {
  try {
    return ((await import(pathToFileURL(file).href)) as { default?: unknown }).default;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // Node looks for kempt where the configuration lies, and it may be installed elsewhere.
    if (code === 'ERR_MODULE_NOT_FOUND' && message.includes("'kempt'")) return await fromTypeScript(file);
    throw error;
  }
}

async function fromTypeScript(file: string): Promise<unknown> {
  const [{ createJiti }, kempt] = await Promise.all([import('jiti'), import('../index.ts')]);
  // `defineConfig` and `defineRule` are these, wherever kempt is installed or the configuration lies.
  const jiti = createJiti(import.meta.url, { virtualModules: { kempt } });
  const module = await jiti.import<Record<string, unknown>>(file);
  if ('default' in module) return module.default;
  // CommonJS exports the configuration itself.
  return '__esModule' in module || Object.keys(module).length === 0 ? undefined : module;
}
