import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Ignore } from 'ignore';
import { KemptError } from '../kempt-error.ts';

/** Patterns as `.gitignore` writes them, and where they are written. */
interface Patterns {
  /** What they are relative to, absolute. */
  base: string;
  /** Absolute path of the file that holds them. */
  from: string;
  ignore: Ignore;
}

/** What leaves a file out. */
export interface IgnoredBy {
  /** The pattern as written. */
  pattern: string;
  /** Absolute path of the file that holds it. */
  from: string;
  /** Its line, where the file is one of patterns. */
  line?: number;
}

export const ignoreFile = '.kemptignore';

/** What the `ignore` key of a configuration says. */
export interface IgnoreKey {
  patterns: readonly string[];
  base: string;
  from: string;
}

/**
 * Tells of files whether they are to be left out: by a `.kemptignore` beside them or above, up to the repository, or
 * by the `ignore` key of their configuration. What is nearer to the file has the last word, the key the first.
 * @param fileFor the file or directory to read in place of one; both absolute
 */
export function ignoring(
  fileFor: (file: string) => string = path.normalize,
): (file: string, key: IgnoreKey) => Promise<IgnoredBy | undefined> {
  const known = new Map<string, Promise<Patterns[]>>();
  return async (file, key) => {
    const directory = path.dirname(file);
    const above = known.get(directory) ?? ignoreFilesAbove(directory, fileFor);
    known.set(directory, above);
    let ignored: IgnoredBy | undefined;
    for (const patterns of [...(await patternsOf(key)), ...(await above)])
      ignored = judge(file, patterns, ignored);
    return ignored;
  };
}

function judge(file: string, { base, from, ignore }: Patterns, before: IgnoredBy | undefined) {
  const relative = path.relative(base, file).replaceAll(path.sep, '/');
  // What lies elsewhere is none of its business.
  if (relative.startsWith('../') || path.isAbsolute(relative)) return before;
  const { ignored, unignored, rule } = ignore.test(relative);
  if (!ignored || !rule) return unignored ? undefined : before;
  return { pattern: rule.pattern, from, ...(rule.mark !== undefined && { line: Number(rule.mark) }) };
}

async function patternsOf({ patterns, base, from }: IgnoreKey): Promise<Patterns[]> {
  return patterns.length === 0 ? [] : [{ base, from, ignore: (await newIgnore()).add(patterns) }];
}

/** Those of a directory and of the ones above it, the outermost first. */
async function ignoreFilesAbove(directory: string, fileFor: (file: string) => string): Promise<Patterns[]> {
  const found: Patterns[] = [];
  for (let at = directory; ; at = path.dirname(at)) {
    const names = await readdir(fileFor(at)).catch(() => [] as string[]);
    if (names.includes(ignoreFile)) {
      const from = path.join(at, ignoreFile);
      found.unshift(await readPatterns(from, fileFor(from)));
    }
    if (names.includes('.git') || path.dirname(at) === at) return found;
  }
}

async function readPatterns(from: string, file: string): Promise<Patterns> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new KemptError(`${ignoreFile} cannot be read (${cause.code})`, {
      where: path.dirname(from),
      hint: 'it is to be a file of patterns, as .gitignore is; --no-ignore does without',
      cause,
    });
  });
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const ignore = await newIgnore();
  for (const [index, pattern] of lines.entries()) ignore.add({ pattern, mark: String(index + 1) });
  return { base: path.dirname(from), from, ignore };
}

/** Loaded only where there is something to ignore. */
async function newIgnore(): Promise<Ignore> {
  return (await import('ignore')).default();
}
