import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from './root.ts';

/** Files by their path in the repository, with what they are to hold. */
export type Generated = ReadonlyMap<string, string>;

/**
 * Writes what is generated, and removes what else lies in the folder that is all generated; with `--check` on the
 * command line only says what is stale, and fails.
 */
export function settle(files: Generated, command: string, folder?: string): void {
  const stale = [...files].filter(([path, text]) => textAt(path) !== text);
  const left = (folder ? filesIn(folder) : []).filter((path) => !files.has(path));
  if (process.argv.includes('--check')) {
    for (const path of [...stale.map(([name]) => name), ...left]) {
      console.error(`${path} is stale: run \`${command}\``);
      process.exitCode = 1;
    }
    return;
  }
  for (const [path, text] of stale) {
    mkdirSync(dirname(root + path), { recursive: true });
    writeFileSync(root + path, text);
    console.log(`wrote ${path}`);
  }
  for (const path of left) rmSync(root + path);
}

function textAt(path: string): string | undefined {
  return existsSync(root + path) ? readFileSync(root + path, 'utf8') : undefined;
}

function filesIn(folder: string): string[] {
  return existsSync(root + folder) ? readdirSync(root + folder).map((name) => `${folder}/${name}`) : [];
}

/** Puts a text between the markers `<!-- name:start -->` and `<!-- name:end -->` of a page. */
export function between(page: string, name: string, text: string): string {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`no markers ${start} … ${end}`);
  return `${page.slice(0, from + start.length)}\n${text.trimEnd()}\n${page.slice(to)}`;
}
