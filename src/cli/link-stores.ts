import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LinkSettings } from '../config/config.ts';
import type { Cache } from '../links/store/cache.ts';
import type { History } from '../links/store/history.ts';
import type { ConfigSource } from './config-source.ts';
import type { Io } from './io.ts';
import type { CliOptions } from './option-specs.ts';

/** Where kempt keeps what it remembers, under where it is started. */
const folder = '.kempt';

/** The history is worth a commit; what is beside it can go at any time. */
const ignored = '*\n!history.jsonl\n';

/** An audit asks everything anew; what it saw a while ago is for one that was interrupted. In milliseconds. */
const auditRemembers = 6 * 3_600_000;

/** The cache of this run, where it is to have one: asked for, or the folder for it is there. Who opens it closes it. */
export async function linkCache(
  options: CliOptions,
  settings: LinkSettings,
  io: Io,
  { source, audit = false }: { source: ConfigSource; audit?: boolean | undefined },
): Promise<Cache | undefined> {
  if (options.offline) return undefined;
  const full = await cacheFolder(options, settings, io, { source, audit });
  if (full === undefined) return undefined;
  const { openCache } = await import('../links/store/cache.ts');
  await prepare(full);
  return await openCache(path.join(full, 'cache.jsonl'), {
    now: () => io.now.getTime(),
    ...(audit && { longest: auditRemembers }),
  });
}

/** Where to remember, absolute, where that is asked for or the folder for it is there. */
export async function cacheFolder(
  options: CliOptions,
  settings: LinkSettings,
  io: Io,
  { source, audit = false }: { source: ConfigSource; audit?: boolean | undefined },
): Promise<string | undefined> {
  if (options['no-cache']) return undefined;
  const full = path.resolve(io.cwd, folder);
  const isThere = async () => Boolean((await stat(full).catch(() => undefined))?.isDirectory());
  if (!(options.cache ?? settings.cache ?? (audit || (await isThere())))) return undefined;
  // What came with a stranger's change says what the stranger wants.
  return (await source.isPlanted(full)) ? undefined : full;
}

/** The history of this run. Who opens it closes it. */
export async function linkHistory(io: Io): Promise<History> {
  const { openHistory } = await import('../links/store/history.ts');
  const full = path.resolve(io.cwd, folder);
  await prepare(full);
  return await openHistory(path.join(full, 'history.jsonl'), () => io.now.getTime());
}

/** What cannot be written is said by the store in it. */
async function prepare(full: string): Promise<void> {
  try {
    await mkdir(full, { recursive: true });
    await writeFile(path.join(full, '.gitignore'), ignored, { flag: 'wx' });
  } catch {}
}
