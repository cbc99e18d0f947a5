import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { VFile } from 'vfile';
import { type Document, parse, sourceOf } from '../../src/document.ts';
import type { Entry, List } from '../../src/list/types.ts';

/** Reads the text of a list. */
export function read(text: string): Document & { source: string } {
  const file = new VFile({ path: 'README.md', value: text });
  return { ...parse(file), source: sourceOf(file) };
}

/** The model of a list. */
export function listFrom(text: string): List {
  return read(text).list;
}

/** The entries of a list of one section that holds `body`. */
export function entriesFrom(body: string): Entry[] {
  return listFrom(`# Awesome Tea\n\n## Green\n\n${body}\n`).entries;
}

/** The first entry of such a list. */
export function entryFrom(body: string): Entry {
  return entriesFrom(body)[0]!;
}

/** A file that holds a list. */
export interface ListFile {
  name: string;
  text: string;
}

/** The lists of the fixtures. */
export function fixtureLists(): ListFile[] {
  return listsIn(new URL('../../fixtures/lists/', import.meta.url));
}

/** Real lists, where they are at hand. */
export function realLists(): ListFile[] {
  const shared = new URL('../../../shared/', import.meta.url);
  if (!existsSync(shared)) return [];
  const corpus = new URL('corpus/', shared);
  const directories = existsSync(corpus)
    ? readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  const folders = [new URL('seed/', shared), ...directories.map(({ name }) => new URL(`${name}/`, corpus))];
  return folders.filter((folder) => existsSync(folder)).flatMap(listsIn);
}

function listsIn(folder: URL): ListFile[] {
  const directory = fileURLToPath(folder);
  const names = readdirSync(directory).filter((name) => name.endsWith('.md'));
  return names.map((name) => ({
    name: `${directory.split('/').at(-2)}/${name}`,
    text: readFileSync(new URL(name, folder), 'utf8').replace(/^\uFEFF/, ''),
  }));
}
