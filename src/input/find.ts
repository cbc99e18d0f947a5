import { readdir, readlink, stat } from 'node:fs/promises';
import path from 'node:path';
import { KemptError } from '../kempt-error.ts';
import { nearest } from '../nearest.ts';
import { listsIn } from './lists-in.ts';

/** What the command line named: files to read, and what could not be found. */
export interface Found {
  /** Paths as the user would write them, with forward slashes; `-` is standard input. No path twice. */
  paths: string[];
  /** Those of them that were named by themselves, not found by a pattern or in a directory. */
  named: ReadonlySet<string>;
  faults: KemptError[];
}

/** Readmes that GitHub shows as well, in languages that would be misread as Markdown. */
const otherMarkup = /\.(?:rst|adoc|asciidoc|asc|org|textile|rdoc|mediawiki|creole|pod)$/i;

/**
 * Finds the files that paths, globs and directories stand for. A path that exists is never taken for a glob.
 * What is not there is a fault of its own; the others are still found.
 */
export async function findFiles(patterns: readonly string[], cwd: string): Promise<Found> {
  const paths = new Set<string>();
  const named = new Set<string>();
  const faults: KemptError[] = [];
  for (const pattern of patterns.length > 0 ? patterns : ['.']) {
    try {
      const { found, isNamed = false } = await findOne(pattern, cwd);
      for (const one of found) paths.add(one);
      if (isNamed) named.add(found[0]!);
    } catch (error) {
      if (!(error instanceof KemptError)) throw error;
      faults.push(error);
    }
  }
  return { paths: [...paths], named, faults };
}

async function findOne(pattern: string, cwd: string): Promise<{ found: string[]; isNamed?: boolean }> {
  if (pattern === '-') return { found: ['-'] };
  const full = path.resolve(cwd, pattern);
  const stats = await stat(full).catch(() => undefined);
  if (stats?.isDirectory()) return { found: await filesIn(pattern, full) };
  if (stats && otherMarkup.test(pattern))
    throw new KemptError('this is no Markdown', {
      where: pattern,
      hint: 'kempt reads lists in Markdown only',
    });
  if (stats) return { found: [forward(path.normalize(pattern))], isNamed: true };
  if (/[*?[\]{}]/.test(pattern)) return { found: await filesOf(pattern, cwd) };
  const leadsTo = await readlink(full).catch(() => undefined);
  if (leadsTo !== undefined)
    throw new KemptError('this symbolic link leads nowhere', {
      where: pattern,
      hint: `it leads to ${leadsTo}: mend the link, or name another file`,
    });
  throw new KemptError('no such file', { where: pattern, hint: await didYouMean(full) });
}

async function filesIn(pattern: string, directory: string): Promise<string[]> {
  const found = await listsIn(directory);
  if (found.length > 0) return found.map((name) => forward(path.join(pattern, name)));
  const other = (await readdir(directory)).find((name) => /^readme\./i.test(name) && otherMarkup.test(name));
  if (other !== undefined)
    throw new KemptError(`the readme here is ${other}, which is no Markdown`, {
      where: pattern,
      hint: 'kempt reads lists in Markdown only',
    });
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
