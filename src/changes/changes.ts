import { attempt, type Git } from '../git/git.ts';
import { KemptError } from '../kempt-error.ts';
import { inTop, nameInRepository, topOf } from './in-repository.ts';

/** What a change did to one list. */
export interface FileChange {
  /** Numbers, from 1, of the lines that it added or altered; `all` for a new file. */
  lines: ReadonlySet<number> | 'all';
  /** The text before, without BOM; undefined for a new file. */
  before: string | undefined;
}

/** The difference between a commit and what is there now. */
export interface Changes {
  /** The commit that is compared with. */
  base: string;
  /** What was done to a file, by its absolute path; undefined where nothing was. */
  of(file: string): Promise<FileChange | undefined>;
}

/** Between a commit and the working tree, or, with `staged`, between HEAD and the index. */
export interface Since {
  ref: string;
  staged?: boolean;
  /** Whether the service that runs this named the commit, and nobody asked for it. */
  isFound?: boolean;
}

/**
 * What has changed since a commit: since where the history parted, so that what others did in the meantime is
 * nobody's fault here.
 * @throws {KemptError} where this is no repository, the commit is unknown, or history is too shallow to tell
 */
export async function changesSince(since: Since, git: Git): Promise<Changes> {
  const { staged = false } = since;
  const top = await topOf(git);
  const base = staged ? await headOf(git) : await forkPoint(since, git);
  const range = [...(staged ? ['--cached'] : []), base];
  const renamed = await renames(range, git);
  return {
    base,
    async of(file) {
      const name = await nameInRepository(file, top);
      const entry = renamed.get(name);
      const fresh = entry ? entry.from === undefined : !staged && (await isUntracked(name, git));
      if (fresh) return { lines: 'all', before: undefined };
      if (entry?.from === undefined) return undefined;
      const [patch, before] = await Promise.all([
        git(
          'diff',
          '-M',
          '--unified=0',
          '--ignore-cr-at-eol',
          '--no-ext-diff',
          ...range,
          '--',
          ...inTop([entry.from, name]),
        ),
        git('show', `${base}:${entry.from}`),
      ]);
      return { lines: addedLines(patch), before: before.replace(/^\uFEFF/, '') };
    },
  };
}

const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Before the first commit everything is new. */
async function headOf(git: Git): Promise<string> {
  return (await attempt(git('rev-parse', '--verify', '--quiet', 'HEAD')))?.trim() ?? emptyTree;
}

async function forkPoint({ ref, isFound = false }: Since, git: Git): Promise<string> {
  const where = isFound ? 'the base of this change' : '--since';
  const commit = (
    await attempt(git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`))
  )?.trim();
  const shallow = (await git('rev-parse', '--is-shallow-repository')).trim() === 'true';
  const deepen = 'the history here is shallow: fetch all of it (in a workflow, `fetch-depth: 0`)';
  if (!commit) {
    const name = isFound
      ? 'fetch it, or judge the whole list with --no-since'
      : 'name a branch, a tag or a commit, such as origin/main';
    throw new KemptError(`there is no commit ${ref}`, { where, hint: shallow ? deepen : name });
  }
  const parted = (await attempt(git('merge-base', commit, 'HEAD')))?.trim();
  if (parted) return parted;
  // A pull request's merge commit, fetched alone: its first parent is the base, though git cannot say so.
  const parents = (await git('rev-list', '--parents', '-n', '1', 'HEAD')).trim().split(' ').slice(1);
  if (parents.length > 1 && parents[0] === commit) return commit;
  throw new KemptError(`HEAD and ${ref} have no commit in common`, {
    where,
    hint: shallow ? deepen : 'compare with a branch of the same history',
  });
}

/** Symbolic links and submodules: no lists, whatever they lead to. */
const noFile = new Set(['120000', '160000']);

/** Files that differ, by their name now, with their name before; undefined for a file that is new. */
async function renames(range: string[], git: Git): Promise<Map<string, { from: string | undefined }>> {
  const fields = (await git('diff', '-M', '--raw', '-z', '--no-ext-diff', ...range)).split('\0');
  const changed = new Map<string, { from: string | undefined }>();
  for (let index = 0; index + 1 < fields.length; ) {
    const [, mode = '', , , state] = fields[index]!.split(' ');
    const status = state?.[0];
    const two = status === 'R' || status === 'C';
    const from = fields[index + 1]!;
    const to = two ? fields[index + 2]! : from;
    if (status !== 'D' && !noFile.has(mode)) changed.set(to, { from: status === 'A' ? undefined : from });
    index += two ? 3 : 2;
  }
  return changed;
}

/** A file outside of the repository is none of its changes, but all of it is the caller's. */
async function isUntracked(name: string, git: Git): Promise<boolean> {
  return name.startsWith('../') || (await git('ls-files', '-z', '--others', '--', ...inTop([name]))) !== '';
}

/** Lines on the new side of each hunk: `@@ -3 +3,2 @@` has 3 and 4. */
export function addedLines(patch: string): Set<number> {
  const lines = new Set<number>();
  for (const [, start, count] of patch.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)) {
    for (let line = Number(start); line < Number(start) + Number(count ?? 1); line++) lines.add(line);
  }
  return lines;
}
