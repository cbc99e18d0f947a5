import { randomBytes } from 'node:crypto';
import {
  access,
  constants,
  type FileHandle,
  open,
  readFile,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import path from 'node:path';
import { KemptError } from '../kempt-error.ts';

export interface WriteOptions {
  /** Puts a byte order mark before the text. */
  bom?: boolean;
  /** What the file held when it was read, without BOM: where it holds something else now, nothing is written. */
  was?: string;
  /** Permissions; those of the file that is there, where left out. */
  mode?: number;
  /** What the file is called in messages. */
  shown?: string;
}

const bomMark = '\uFEFF';

/**
 * Writes a file so that it always holds either the old text or the new one, whatever stops the machine: to a file beside
 * it first, which then takes its name. A symbolic link stays, and the file behind it is written. Nothing is written
 * where nothing would change.
 * @returns whether something was written
 * @throws {KemptError} where the file cannot be written, or was changed by someone else meanwhile
 */
export async function writeAtomically(
  file: string,
  text: string,
  options: WriteOptions = {},
): Promise<boolean> {
  const { bom = false, was, shown = file } = options;
  try {
    const target = await realpath(file);
    const content = (bom ? bomMark : '') + text;
    const present = await readFile(target, 'utf8');
    if (present === content) return false;
    if (was !== undefined && present !== (bom ? bomMark : '') + was) throw changedMeanwhile(shown);
    // A rename would replace a file that is protected against writing.
    await access(target, constants.W_OK);
    await replace(target, content, options.mode ?? (await stat(target)).mode);
    return true;
  } catch (error) {
    throw error instanceof KemptError ? error : unwritable(error, shown);
  }
}

async function replace(target: string, content: string, mode: number): Promise<void> {
  const beside = path.join(
    path.dirname(target),
    `.${path.basename(target)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  const { uid, gid } = await stat(target);
  let handle: FileHandle | undefined;
  try {
    handle = await open(beside, 'wx', 0o600);
    await handle.writeFile(content);
    // Only root may give files away; everyone else's files are their own already.
    await handle.chown(uid, gid).catch(() => {});
    await handle.chmod(mode & 0o7777);
    // Before the rename, or a crash may leave the new name on an empty file.
    await handle.sync();
    await handle.close();
    handle = undefined;
    await rename(beside, target);
  } catch (error) {
    await handle?.close().catch(() => {});
    await rm(beside, { force: true });
    throw error;
  }
}

function changedMeanwhile(where: string): KemptError {
  return new KemptError('the file was changed while kempt worked on it; it is left as it is', {
    where,
    hint: 'run kempt again',
  });
}

const faults: Record<string, string> = {
  ENOSPC: 'no space is left to write the fixed file; it is left as it was',
  EDQUOT: 'no space is left to write the fixed file; it is left as it was',
  EROFS: 'the file cannot be written: the file system is read-only',
  EACCES: 'no permission to write the file, or a new one beside it',
  EPERM: 'no permission to write the file, or a new one beside it',
};

function unwritable(error: unknown, where: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (!code) return error;
  return new KemptError(faults[code] ?? `the file cannot be written (${code}); it is left as it was`, {
    where,
    hint: '`--dry-run` shows what would be written',
    cause: error,
  });
}
