import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { withoutLanguage } from './translation.ts';

/** Names that a list goes by, in the order they are looked for. Case is ignored. */
export const readmeNames = ['readme.md', 'readme.markdown', 'readme.mdown', 'readme.mkd'];

/** Files beside lists that are none, though lists link to them. */
const noLists =
  /^(?:contribut|code[-_]?of[-_]?conduct|licen[cs]e|changelog|changes|history|security|support|governance|authors|maintainers|pull_request_template|issue_template)/i;

/** Files with fewer entries are pages with some links. */
const fewestEntries = 10;
/** Of the lines of a list at least one in so many is an entry. */
const sparsest = 4;
/** In bytes; what is larger is not looked into. */
const largest = 50_000_000;
/** More lists than this are named by a pattern. */
const mostLists = 1_000;

/**
 * The lists of a directory, relative to it: its readme, translations of that beside it, and what these link to within
 * the directory that is a list as well. Empty where there is no readme.
 */
export async function listsIn(directory: string): Promise<string[]> {
  const names = await readdir(directory);
  const isReadme = (name: string) => readmeNames.includes(name.toLowerCase());
  const readme = readmeNames.flatMap(
    (wanted) => names.find((name) => name.toLowerCase() === wanted) ?? [],
  )[0];
  if (readme === undefined) return [];
  const translations = names.filter((name) => !isReadme(name) && readmeNames.includes(withoutLanguage(name)));
  const found = new Map<string, string>();
  const waiting = [readme, ...translations.sort()];
  for (let name = waiting.shift(); name !== undefined && found.size < mostLists; name = waiting.shift()) {
    const full = await fileAt(path.join(directory, name));
    if (full === undefined || found.has(full)) continue;
    // What cannot be read is told of when it is to be linted.
    const text = await readFile(full, 'utf8').catch(() => '');
    if (!isReadme(name) && !translations.includes(name) && !isList(text)) continue;
    found.set(full, name);
    waiting.push(...linkedFiles(text, name));
  }
  return [...found.values()];
}

/** The path of a file without symbolic links; undefined where there is none, or one that is too large for a list. */
async function fileAt(file: string): Promise<string | undefined> {
  try {
    const full = await realpath(file);
    const stats = await stat(full);
    return stats.isFile() && stats.size <= largest ? full : undefined;
  } catch {
    return undefined;
  }
}

/** Markdown files that a text links to, relative to where the paths of files are; those outside are left out. */
function linkedFiles(text: string, from: string): string[] {
  const targets = text.matchAll(
    /(?:\]\(\s{0,2}<?|href=["']|^\[[^\]\n]{1,200}\]:\s)([^()<>"'\s#?:]{1,300}\.(?:md|markdown|mdown|mkd))\b/gim,
  );
  return [...targets].flatMap(([, target = '']) => {
    const file = decoded(target);
    const where = file.startsWith('/') ? file.slice(1) : path.posix.join(path.posix.dirname(from), file);
    const isOutside = where.startsWith('../') || noLists.test(path.posix.basename(where));
    return isOutside ? [] : [path.posix.normalize(where)];
  });
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** Whether a text is made of entries: lines of lists and tables that lead to other sites. */
function isList(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const entries = lines.filter(
    (line) => /^\s*(?:[-*+|]|\d{1,9}[.)])\s/.test(line) && /\]\(\s?<?https?:/i.test(line),
  );
  return entries.length >= fewestEntries && entries.length * sparsest >= lines.length;
}
