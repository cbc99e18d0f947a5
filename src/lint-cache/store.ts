import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../project.ts';

/** What earlier runs left, each text under a name. Nothing that goes wrong here keeps a run from its work. */
export interface Store {
  /** Undefined where there is none, or none of this very kempt. */
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string): Promise<void>;
}

/** Files that are kept; the oldest go first. */
const most = 60;

/** A folder of files, each written whole or not at all: two runs at once cost one of them what it wrote, no more. */
export async function openStore(folder: string): Promise<Store> {
  const stamp = await stampOf(import.meta.url);
  return {
    async read(name) {
      const text = await readFile(path.join(folder, name), 'utf8').catch(() => undefined);
      return text?.startsWith(stamp) ? text.slice(stamp.length) : undefined;
    },
    async write(name, text) {
      try {
        await prepare(folder);
        const half = path.join(folder, `.${name}.${randomBytes(6).toString('hex')}`);
        await writeFile(half, stamp + text);
        await rename(half, path.join(folder, name));
      } catch {
        // A folder that cannot be written to remembers nothing.
      }
    },
  };
}

/** The version, and for checkouts, whose version stays, when its code was written. */
async function stampOf(url: string): Promise<string> {
  const { size, mtimeMs } = await stat(fileURLToPath(url));
  return `kempt ${version} ${size} ${Math.trunc(mtimeMs)}\n`;
}

/** What is in it is nobody's to commit, and does not grow without end. */
async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch(() => {});
  const names = (await readdir(folder)).filter((name) => name !== '.gitignore');
  if (names.length < most) return;
  const dated = await Promise.all(
    names.map(async (name) => {
      const { mtimeMs } = await stat(path.join(folder, name)).catch(() => ({ mtimeMs: 0 }));
      return { name, mtimeMs };
    }),
  );
  const old = dated.sort((a, b) => b.mtimeMs - a.mtimeMs).slice(most / 2);
  await Promise.all(old.map(({ name }) => rm(path.join(folder, name), { force: true })));
}

/** A name for a text that no other text has. */
export function printOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
