import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { escapedName } from '../local-link/case-of.ts';
import { nearest } from '../nearest.ts';

/** Shorter names are all alike: `a.png` is not meant by `b.png`. */
const shortest = 4;
/** Where GitHub looks for a repository's own files besides its root. */
const folders = ['.github', 'docs'];

/**
 * The path that was most likely meant by one that leads nowhere: a name that is nearly the same in the same folder, or
 * the same name in one of the folders that GitHub looks in.
 * @param written as the list writes it
 * @param directory what the path starts from, absolute
 * @param own the list's own path, absolute: nobody means that
 * @returns a path to write instead; undefined where nothing is like it
 */
export async function nearPath(
  written: string,
  { directory, own }: { directory: string; own: string },
): Promise<string | undefined> {
  const parts = written.split('/');
  const names = parts.map(decoded);
  for (const [index, name] of names.entries()) {
    const parent = path.resolve(directory, ...names.slice(0, index).filter(Boolean));
    if (/^\.{0,2}$/.test(name) || (await exists(path.join(parent, name)))) continue;
    const others = (await namesIn(parent)).filter((other) => path.join(parent, other) !== own);
    const near = nearName(name, others);
    if (near !== undefined && (await exists(path.join(parent, near, ...names.slice(index + 1)))))
      return [...parts.slice(0, index), escapedName(near), ...parts.slice(index + 1)].join('/');
    break;
  }
  return parts.length === 1 ? await elsewhere(names[0]!, directory) : undefined;
}

async function elsewhere(wanted: string, directory: string): Promise<string | undefined> {
  for (const folder of folders) {
    const names = await namesIn(path.join(directory, folder));
    const name = names.find((one) => one.toLowerCase() === wanted.toLowerCase());
    if (name !== undefined) return `${folder}/${escapedName(name)}`;
  }
  return undefined;
}

/** A name with another ending, or one with the same ending that differs by a slip. */
function nearName(wanted: string, names: readonly string[]): string | undefined {
  const { name: stem, ext } = path.parse(wanted.toLowerCase());
  if (stem.length < shortest) return undefined;
  const same = names.find((name) => path.parse(name.toLowerCase()).name === stem);
  return (
    same ??
    nearest(
      wanted,
      names.filter((name) => path.extname(name).toLowerCase() === ext),
    )
  );
}

async function namesIn(directory: string): Promise<string[]> {
  return await readdir(directory).catch(() => []);
}

async function exists(full: string): Promise<boolean> {
  return (await stat(full).catch(() => undefined)) !== undefined;
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
