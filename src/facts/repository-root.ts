import { stat } from 'node:fs/promises';
import path from 'node:path';

/** The directory of the repository that a directory lies in; undefined where there is none. */
export async function repositoryRoot(directory: string): Promise<string | undefined> {
  for (let at = directory; ; at = path.dirname(at)) {
    if (await stat(path.join(at, '.git')).catch(() => undefined)) return at;
    if (path.dirname(at) === at) return undefined;
  }
}
