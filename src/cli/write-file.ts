import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { KemptError } from '../kempt-error.ts';

interface Written {
  /** What the file is called in messages. */
  shown: string;
  /** What it is; a file where nothing is said. */
  what?: string;
  /** Whether it must not be there yet; its folders are made then. */
  isNew?: boolean;
}

/**
 * Writes a file as a whole.
 * @throws {KemptError} where that cannot be
 */
export async function writeWhole(
  full: string,
  text: string,
  { shown, what = 'file', isNew = false }: Written,
): Promise<void> {
  try {
    if (isNew) await mkdir(path.dirname(full), { recursive: true });
    await writeFile(full, text, { flag: isNew ? 'wx' : 'w' });
  } catch (error) {
    throw new KemptError(`the ${what} cannot be written`, {
      where: shown,
      hint: (error as Error).message,
      cause: error,
    });
  }
}
