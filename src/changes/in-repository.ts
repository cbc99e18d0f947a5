import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { attempt, type Git } from '../git/git.ts';
import { KemptError } from '../kempt-error.ts';

/**
 * The directory that holds the repository, links in its path resolved.
 * @throws {KemptError} where this is no repository
 */
export async function topOf(git: Git): Promise<string> {
  const top = (await attempt(git('rev-parse', '--show-toplevel')))?.replace(/\r?\n$/, '');
  if (top !== undefined) return top;
  throw new KemptError('this is not a git repository', {
    hint: 'leave --since and --staged out, or start kempt in one',
  });
}

/** A file as git names it: from the repository's top, with forward slashes. The file itself may be a link. */
export async function nameInRepository(file: string, top: string): Promise<string> {
  const directory = path.dirname(file);
  const real = await realpath(directory).catch(() => directory);
  return path.relative(top, path.join(real, path.basename(file))).replaceAll('\\', '/');
}

/** Paths from the repository's top, taken literally. */
export function inTop(names: readonly string[]): string[] {
  return [...new Set(names)].map((name) => `:(top,literal)${name}`);
}
