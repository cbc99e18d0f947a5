import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { KemptError } from '../kempt-error.ts';
import { nearest } from '../nearest.ts';

/** What the command line named: files to read, and what could not be found. */
export interface Found {
  /** Paths as the user would write them, with forward slashes; `-` is standard input. No path twice. */
  paths: string[];
  faults: KemptError[];
}

/** Names that a list goes by, in the order they are looked for. Case is ignored. */
const readmeNames = ['readme.md', 'readme.markdown', 'readme.mdown', 'readme.mkd'];

/**
 * Finds the files that paths, globs and directories stand for. A path that exists is never taken for a glob.
 * What is not there is a fault of its own; the others are still found.
 */
export async function findFiles(patterns: readonly string[], cwd: string): Promise<Found> {
  const paths = new Set<string>();
  const faults: KemptError[] = [];
  for (const pattern of patterns.length > 0 ? patterns : ['.']) {
    try {
      for (const found of await findOne(pattern, cwd)) paths.add(found);
    } catch (error) {
      if (!(error instanceof KemptError)) throw error;
      faults.push(error);
    }
  }
  return { paths: [...paths], faults };
}

async function findOne(pattern: string, cwd: string): Promise<string[]> {
  if (pattern === '-') return ['-'];
  const full = path.resolve(cwd, pattern);
  const stats = await stat(full).catch(() => undefined);
  if (stats?.isDirectory()) return [await readmeIn(pattern, full)];
  if (stats) return [forward(path.normalize(pattern))];
  if (/[*?[\]{}]/.test(pattern)) return await filesOf(pattern, cwd);
  throw new KemptError('no such file', { where: pattern, hint: await didYouMean(full) });
}

async function readmeIn(pattern: string, directory: string): Promise<string> {
  const names = await readdir(directory);
  for (const wanted of readmeNames) {
    const name = names.find((candidate) => candidate.toLowerCase() === wanted);
    if (name) return forward(path.join(pattern, name));
  }
  throw new KemptError('no readme in this directory', {
    where: pattern,
    hint: 'name the file that holds the list, such as `kempt lists/tools.md`',
  });
}

async function filesOf(pattern: string, cwd: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const found = await glob([forward(pattern)], {
    cwd,
    ignore: ['**/node_modules/**', '**/.git/**'],
    expandDirectories: false,
  });
  if (found.length === 0) {
    throw new KemptError('no file matches', {
      where: pattern,
      hint: 'quote the pattern, and mind that case counts',
    });
  }
  return found.sort();
}

async function didYouMean(full: string): Promise<string> {
  const names = await readdir(path.dirname(full)).catch(() => [] as string[]);
  const near = nearest(path.basename(full), names);
  return near ? `did you mean ${near}?` : 'check the path; it is read from the current directory';
}

function forward(file: string): string {
  return file.replaceAll('\\', '/');
}
