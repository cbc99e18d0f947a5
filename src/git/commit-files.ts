import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runGit } from './git.ts';

/** What a commit holds of a file. */
interface CommitFile {
  /** From the repository's top, with forward slashes. */
  name: string;
  /** The blob's id. */
  id: string;
}

/**
 * Copies files of a commit into a folder, under their names in the repository. Links are left out, and no filter
 * runs: what is copied is what was committed.
 * @param top the repository's directory
 * @throws {GitError} where the commit is not there
 */
export async function copyCommitFiles(
  commit: string,
  { top, to, wanted }: { top: string; to: string; wanted: (name: string) => boolean },
): Promise<void> {
  const listed = (await runGit(top, ['ls-tree', '-r', '-z', '--full-tree', commit])).toString('utf8');
  const files = listed.split('\0').flatMap(fileOf);
  const some = files.filter(({ name }) => wanted(name));
  const contents = contentsIn(
    await runGit(top, ['cat-file', '--batch'], Buffer.from(some.map(({ id }) => `${id}\n`).join(''))),
  );
  for (const { name } of some) {
    const full = path.join(to, name);
    await mkdir(path.dirname(full), { recursive: true });
    await writeFile(full, contents.next().value ?? Buffer.alloc(0));
  }
}

function fileOf(entry: string): CommitFile[] {
  const [, id, name] = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(entry) ?? [];
  return id !== undefined && name !== undefined ? [{ id, name }] : [];
}

/** Each begins with a line `<id> blob <size>` and ends with a line break. */
function* contentsIn(batch: Buffer): Generator<Buffer, undefined> {
  for (let at = 0; at < batch.length; ) {
    const start = batch.indexOf('\n', at) + 1;
    const size = Number(batch.subarray(at, start).toString('latin1').split(' ')[2]);
    yield batch.subarray(start, start + size);
    at = start + size + 1;
  }
}
