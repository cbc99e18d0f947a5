import { appendFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { headOf, keepLater, type Line, readLines, writeLines } from './lines.ts';

/** Records by address, in a file of JSON lines. */
export interface Store<Record extends Line> {
  get(url: string): Record | undefined;
  all(): Iterable<Record>;
  /** Kept at once in the run's own journal, so that an interrupted run loses nothing. */
  put(record: Record): void;
  /** What was wrong with the file, one sentence each. */
  notices: readonly string[];
  /** Merges the journal into the file, atomically. */
  close(): Promise<void>;
}

export interface StoreKind<Record extends Line> {
  kind: string;
  version: number;
  isRecord: (value: unknown) => value is Record;
  /** Records that need not be kept any longer. */
  isStale?: (record: Record) => boolean;
}

/** A lock older than this was left behind by a run that died, in milliseconds. */
const lockAge = 30_000;

/**
 * Opens a store; a file that is not there is an empty one. Each run writes a journal of its own beside the file,
 * so that two runs at once never write to the same one; at the end a run merges its journal, and those that dead
 * runs left, under a lock. A damaged file, or one of another version, is kept aside and said so.
 *
 * @param id tells this run from others, such as its process id
 */
export async function openStore<Record extends Line>(
  file: string,
  kind: StoreKind<Record>,
  id: number = process.pid,
): Promise<Store<Record>> {
  // Where that cannot be, it is said when the store is closed: what a run finds stands without it.
  await mkdir(dirname(file), { recursive: true }).catch(() => {});
  const notices: string[] = [];
  const records = await readMain(file, kind, notices);
  for (const journal of await journalsOf(file)) await merge(records, journal, kind);
  const own = `${file}.${id}-${Math.random().toString(36).slice(2, 8)}.journal`;
  const mine = new Map<string, Record>();
  let writing = Promise.resolve();

  return {
    notices,
    get: (url) => records.get(url),
    all: () => records.values(),
    put(record) {
      records.set(record.url, record);
      mine.set(record.url, record);
      const line = `${JSON.stringify(record)}\n`;
      writing = writing.then(() => appendFile(own, line)).catch(() => {});
    },
    async close() {
      await writing;
      await locked(file, () => compact(file, kind, mine, own, notices)).catch((error: Error) => {
        notices.push(`Nothing of this run is remembered: ${error.message}`);
      });
    },
  };
}

async function readMain<Record extends Line>(
  file: string,
  kind: StoreKind<Record>,
  notices: string[],
): Promise<Map<string, Record>> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return new Map();
  const { records, damaged, version } = readLines(text, kind.isRecord);
  if (version === kind.version && damaged === 0) return records;
  const aside = await keepAside(file, text);
  if (version !== kind.version) {
    notices.push(
      `${file} is damaged or of another version; it was kept as ${basename(aside)} and begun anew`,
    );
    return new Map();
  }
  const lines = damaged === 1 ? '1 damaged line' : `${damaged} damaged lines`;
  notices.push(`${lines} of ${file} left out; the file was kept as ${basename(aside)}`);
  return records;
}

async function keepAside(file: string, text: string): Promise<string> {
  const aside = `${file}.damaged`;
  await writeFile(aside, text).catch(() => {});
  return aside;
}

async function merge<Record extends Line>(
  records: Map<string, Record>,
  journal: string,
  { isRecord }: StoreKind<Record>,
): Promise<void> {
  const text = await readFile(journal, 'utf8').catch(() => '');
  for (const record of readLines(text, isRecord).records.values()) keepLater(records, record);
}

async function compact<Record extends Line>(
  file: string,
  kind: StoreKind<Record>,
  mine: Map<string, Record>,
  own: string,
  notices: string[],
): Promise<void> {
  // Another run may have written meanwhile.
  const records = await readMain(file, kind, notices.length > 0 ? [] : notices);
  const left = (await journalsOf(file)).filter((journal) => journal !== own && !isAlive(journal));
  for (const journal of left) await merge(records, journal, kind);
  for (const record of mine.values()) keepLater(records, record);
  const kept = [...records.values()].filter((record) => !kind.isStale?.(record));
  const next = `${file}.${process.pid}.new`;
  await writeFile(next, writeLines(headOf(kind.kind, kind.version), kept));
  await rename(next, file);
  await Promise.all([own, ...left].map((journal) => rm(journal, { force: true })));
}

async function journalsOf(file: string): Promise<string[]> {
  const names = await readdir(dirname(file)).catch(() => []);
  const start = `${basename(file)}.`;
  return names
    .filter((name) => name.startsWith(start) && name.endsWith('.journal'))
    .map((name) => join(dirname(file), name));
}

/** Whether the run that writes a journal still goes on. */
function isAlive(journal: string): boolean {
  const id = Number(/\.(\d+)-\w+\.journal$/.exec(journal)?.[1]);
  if (!id) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

/** A folder is made or not made, whatever the file system: whoever makes it holds the lock. */
async function locked(file: string, work: () => Promise<void>): Promise<void> {
  const lock = `${file}.lock`;
  for (;;) {
    const taken = await mkdir(lock).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        // Nobody holds it: the folder cannot be written to.
        if (error.code !== 'EEXIST') throw error;
        return false;
      },
    );
    if (taken) break;
    const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: 0 }));
    if (mtimeMs > 0 && Date.now() - mtimeMs > lockAge) await rm(lock, { recursive: true, force: true });
    else await new Promise((resolve) => setTimeout(resolve, 20));
  }
  try {
    await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}
