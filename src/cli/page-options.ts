import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { KemptError } from '../kempt-error.ts';
import type { ReporterOptions } from '../report/index.ts';
import type { Gathered } from './gather.ts';
import type { Io } from './io.ts';
import type { CliOptions } from './option-specs.ts';

/**
 * What a report needs that becomes a page on GitHub: what was ticked on it before, and where the lines of the lists can
 * be read.
 */
export async function pageOptions(
  options: CliOptions,
  inputs: readonly Gathered[],
  io: Io,
): Promise<Pick<ReporterOptions, 'previousBody' | 'lineUrl'>> {
  return { previousBody: await previousBody(options['previous-body'], io), lineUrl: lineUrl(inputs, io) };
}

/** Before the first report there is none, so that a file which is not there is an empty one. */
async function previousBody(file: string | undefined, io: Io): Promise<string | undefined> {
  if (file === undefined) return undefined;
  try {
    return await readFile(path.resolve(io.cwd, file), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new KemptError(`the previous body cannot be read (${code})`, {
      where: file,
      hint: 'name the file that holds the report of the run before',
      cause: error,
    });
  }
}

/** Where lines can be read: of lists that were fetched, and in a workflow of GitHub's of the repository's own. */
function lineUrl(inputs: readonly Gathered[], { cwd, env }: Io): ReporterOptions['lineUrl'] {
  const fetched = new Map(
    inputs.flatMap(({ file, fetched }) => (fetched ? [[file.path, fetched] as const] : [])),
  );
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = env;
  const root = env.GITHUB_WORKSPACE || cwd;
  return (file, line) => {
    const from = fetched.get(file);
    if (from) return lineAddress({ ...from, repository: from.list }, line);
    if (!server || !repository || !commit) return undefined;
    const inside = path.relative(root, path.resolve(cwd, file)).replaceAll('\\', '/');
    if (inside.startsWith('../') || path.isAbsolute(inside)) return undefined;
    return lineAddress({ server, repository, commit, file: inside }, line);
  };
}

/** A line of a file on GitHub; Markdown is shown as it is written. */
export function lineAddress(
  { server, repository, commit, file }: { server: string; repository: string; commit: string; file: string },
  line: number,
): string {
  const way = file.split('/').map(encodeURIComponent).join('/');
  return `${server.replace(/\/$/, '')}/${repository}/blob/${commit}/${way}?plain=1#L${line}`;
}
