import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { CommunityFiles } from './facts.ts';
import { licenseKind } from './license-kind.ts';
import { startOfFile } from './start-of-file.ts';

/** Where GitHub looks for the files of a repository, and for its readme; its order. */
const places = ['.github', '', 'docs'] as const;
/** Bytes of a file that are read. */
const enough = 65_536;
/** Files of one kind that are read. */
const most = 20;

const readme = /^readme(?:\.(?:md|markdown|mdown|mkdn?|txt|rst|adoc))?$/i;
const license =
  /^(?:(?:un)?licen[cs]e|copying)(?:[-._][^/]*)?$|^[^/]*[-_]licen[cs]e(?:\.(?:md|markdown|txt|rst))?$/i;
const noText = /\.(?:[cm]?[jt]s|json|ya?ml|toml|py|rb|go|rs|sh|png|jpe?g|gif|svg|webp|pdf|bak|tmpl|hbs)$/i;
const contributing = /^contributing(?:\.[a-z]+)?$/i;
const codeOfConduct = /^code[-_. ]?of[-_. ]?conduct(?:\.(?:md|markdown|txt|rst|adoc))?$/i;

/** Whether a list is what GitHub shows of its repository: its readme or, where it has none, a list at the top. */
export async function isReadmeOf(root: string, file: string): Promise<boolean> {
  for (const place of places) {
    const directory = path.join(root, place);
    if (!(await filesIn(directory)).some((name) => readme.test(name))) continue;
    return path.dirname(file) === directory && readme.test(path.basename(file));
  }
  return path.dirname(file) === root;
}

/** The files in a repository that speak of it as a whole. */
export async function communityFiles(root: string): Promise<CommunityFiles> {
  const names = new Map<string, string[]>();
  for (const place of places) {
    for (const name of await filesIn(path.join(root, place))) push(names, place, name);
  }
  const found = (test: RegExp, where: readonly string[] = places) =>
    where.flatMap((place) =>
      (names.get(place) ?? []).filter((name) => test.test(name)).map((name) => path.posix.join(place, name)),
    );
  // REUSE keeps the texts in a folder of their own.
  const inFolder = (await filesIn(path.join(root, 'LICENSES'))).map((name) => `LICENSES/${name}`);
  const licenses = [...found(license, ['']), ...inFolder].filter((name) => !noText.test(name));
  return {
    licenses: await readAll(root, licenses, (file, text) => ({
      path: file,
      isEmpty: isEmpty(text),
      kind: text === undefined ? undefined : licenseKind(text),
    })),
    contributing: await readAll(root, found(contributing), (file, text) => ({
      path: file,
      isEmpty: isEmpty(text),
    })),
    codesOfConduct: await readAll(root, found(codeOfConduct), (file, text) => ({ path: file, text })),
  };
}

/** Of what cannot be read nothing is known. */
function isEmpty(text: string | undefined): boolean {
  return text?.trim() === '';
}

function push(names: Map<string, string[]>, place: string, name: string): void {
  const known = names.get(place);
  if (known) known.push(name);
  else names.set(place, [name]);
}

/** Names of files and links in a directory, sorted; none where it cannot be read. */
async function filesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  return entries.flatMap((entry) => (entry.isDirectory() ? [] : [entry.name])).sort();
}

async function readAll<Read>(
  root: string,
  files: readonly string[],
  made: (file: string, text: string | undefined) => Read,
): Promise<Read[]> {
  const read: Read[] = [];
  for (const file of files.slice(0, most)) read.push(made(file, await textAtStart(path.join(root, file))));
  return read;
}

async function textAtStart(file: string): Promise<string | undefined> {
  return (await startOfFile(file, enough))?.toString('utf8');
}
