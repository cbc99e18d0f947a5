import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { VFile } from 'vfile';
import { parse } from '../document.ts';
import type { LocalTarget } from './facts.ts';
import { localPath } from './local-path.ts';
import { nearPath } from './near-path.ts';
import { repositoryRoot } from './repository-root.ts';

/** A Markdown file larger than this is not read for its anchors. */
const largestTarget = 2_000_000;

/** A list, as far as its links are concerned. */
interface Linking {
  file: VFile;
  list: { links: readonly { url: string }[] };
}

/**
 * What the relative links of a document lead to. Nothing is known of a list from standard input, which has no
 * place, and of one that lies alone, without a repository or anything it links to.
 */
export async function localTargets({ file, list }: Linking): Promise<Map<string, LocalTarget>> {
  const targets = new Map<string, LocalTarget>();
  if (!file.path) return targets;
  const full = path.resolve(file.cwd, file.path);
  const wanted = new Map<string, boolean>();
  for (const { url } of list.links) {
    const written = localPath(url);
    if (written !== undefined) wanted.set(written, url.includes('#') || (wanted.get(written) ?? false));
  }
  if (wanted.size === 0) return targets;
  const root = await repositoryRoot(path.dirname(full));
  for (const [written, wantsAnchors] of wanted) {
    targets.set(written, await lookUp(written, { own: full, root, wantsAnchors }));
  }
  // A list that was downloaded alone lacks all of them, and that is no fault of the list.
  const alone = root === undefined && [...targets.values()].every(({ exists }) => !exists);
  return alone ? new Map() : targets;
}

interface LookUp {
  /** The list's path, absolute. */
  own: string;
  /** The repository's directory; absent where there is none. */
  root: string | undefined;
  wantsAnchors: boolean;
}

async function lookUp(written: string, { own, root, wantsAnchors }: LookUp): Promise<LocalTarget> {
  const directory = path.dirname(own);
  const decoded = decode(written);
  // GitHub reads a leading slash from the repository's root.
  const full = decoded.startsWith('/')
    ? path.join(root ?? directory, decoded)
    : path.resolve(directory, decoded);
  const top = root ?? directory;
  const relative = path.relative(top, full);
  if (relative === '..' || relative.startsWith(`..${path.sep}`))
    return root ? { exists: false, outside: true } : { exists: true, kind: 'file' };
  const actual = await onDisk(top, relative);
  if (actual === undefined) {
    const near = await nearPath(written, { directory: decoded.startsWith('/') ? top : directory, own });
    return { exists: false, ...(near !== undefined && { near }) };
  }
  if (actual !== relative) return { exists: false, otherCase: actual.replaceAll(path.sep, '/') };
  const stats = await stat(full).catch(() => undefined);
  if (!stats) return { exists: false };
  if (stats.isDirectory()) return { exists: true, kind: 'directory' };
  const readable = wantsAnchors && /\.(?:md|markdown|mdown|mkd)$/i.test(full) && stats.size <= largestTarget;
  return { exists: true, kind: 'file', ...(readable && { anchors: await anchorsOf(full) }) };
}

/** The path as the directory entries spell it, even on a file system that ignores case; undefined where it is not there. */
async function onDisk(top: string, relative: string): Promise<string | undefined> {
  const found: string[] = [];
  for (const name of relative.split(path.sep).filter(Boolean)) {
    const names = await readdir(path.join(top, ...found)).catch(() => [] as string[]);
    const hit = names.includes(name)
      ? name
      : names.find((other) => other.toLowerCase() === name.toLowerCase());
    if (hit === undefined) return undefined;
    found.push(hit);
  }
  return found.join(path.sep);
}

async function anchorsOf(full: string): Promise<ReadonlySet<string>> {
  const { list } = parse(new VFile({ value: await readFile(full, 'utf8'), path: full }));
  return new Set([...list.headings.map(({ slug }) => slug), ...list.ids]);
}

function decode(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
