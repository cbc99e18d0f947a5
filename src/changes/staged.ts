import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { carryOver } from '../fix/carry-over.ts';
import { writeAtomically } from '../fix/write-atomically.ts';
import { type Git, GitError, runGit } from '../git/git.ts';
import { KemptError } from '../kempt-error.ts';
import { inTop, nameInRepository } from './in-repository.ts';

/** What git's index holds of a file. */
export interface Staged {
  /** From the repository's top, with forward slashes. */
  name: string;
  /** As git writes it, such as `100644`. */
  mode: string;
  /** The blob's id. */
  id: string;
  bytes: Buffer;
}

/** A staged text and what is to stand in its place, both without BOM. */
export interface Mended {
  before: string;
  after: string;
  bom: boolean;
}

/**
 * What is staged of a file, which need not be what the working tree holds; undefined where the index does not have it.
 * @throws {KemptError} where the file has conflicts that nobody has resolved yet
 */
export async function stagedFile(file: string, top: string, git: Git): Promise<Staged | undefined> {
  const name = await nameInRepository(file, top);
  const entry = await entryOf(name, git);
  return entry && { name, ...entry, bytes: await runGit(top, ['cat-file', 'blob', entry.id]) };
}

async function entryOf(name: string, git: Git): Promise<Pick<Staged, 'mode' | 'id'> | undefined> {
  const listed = await git('ls-files', '--stage', '-z', '--', ...inTop([name]));
  const [, mode, id, stage] = /^(\d+) ([0-9a-f]+) (\d)\t/.exec(listed) ?? [];
  if (mode === undefined || id === undefined) return undefined;
  if (stage !== '0') {
    throw new KemptError('the file has conflicts', {
      where: name,
      hint: 'resolve them, then stage the file',
    });
  }
  return { mode, id };
}

/**
 * Stages a mended text in place of what is staged, mode kept, and makes the same edits in the working file. Where that
 * has changes of its own in the same lines it is left as it is.
 * @returns why the working file was left; undefined where it has all edits
 * @throws {KemptError} where something else was staged meanwhile, or cannot be
 */
export async function restage(
  staged: Staged,
  mended: Mended,
  { top, git }: { top: string; git: Git },
): Promise<string | undefined> {
  const { name, mode, id } = staged;
  if ((await entryOf(name, git))?.id !== id) {
    throw new KemptError('something else was staged while kempt worked; it is left as it is', {
      where: name,
      hint: 'run kempt again',
    });
  }
  const blob = Buffer.from((mended.bom ? '\uFEFF' : '') + mended.after);
  try {
    const written = await runGit(top, ['hash-object', '-w', '--stdin'], blob);
    await runGit(top, ['update-index', '--cacheinfo', `${mode},${written.toString().trim()},${name}`]);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new KemptError('git cannot stage the mended list', {
      where: name,
      hint: error.stderr.trim(),
      cause: error,
    });
  }
  return await mendWorkingFile(path.join(top, name), name, mended);
}

async function mendWorkingFile(full: string, shown: string, { before, after }: Mended) {
  const stats = await lstat(full).catch(() => undefined);
  if (!stats?.isFile()) return 'it is not a file any more';
  const present = decoded(await readFile(full));
  if (present === undefined) return 'it is not UTF-8';
  const bom = present.startsWith('\uFEFF');
  const was = bom ? present.slice(1) : present;
  const text = carryOver({ before, after }, was);
  if (text === undefined) return 'it has changes of its own in the same lines';
  await writeAtomically(full, text, { bom, was, shown });
  return undefined;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
