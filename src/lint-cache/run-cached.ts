import path from 'node:path';
import { VFile } from 'vfile';
import type { Document } from '../document.ts';
import { sourceOf } from '../document.ts';
import type { LocalTarget } from '../facts/facts.ts';
import { localPath } from '../facts/local-path.ts';
import { localTargets } from '../facts/local-targets.ts';
import { createReport, type FileReport, type Report } from '../report/report.ts';
import type { AnyRule } from '../rule.ts';
import { run } from '../run.ts';
import type { RunInput } from '../running.ts';
import { fingerprintOf } from './fingerprint.ts';
import { fromKept, type KeptMessage, toKept } from './kept-message.ts';
import { openStore, printOf, type Store } from './store.ts';
import { type KeptTrees, openTrees } from './trees.ts';

export interface CacheOptions {
  /** Where to keep it, absolute. */
  folder: string;
  /** Kempt's own rules, which depend on nothing else. */
  ownRules: ReadonlySet<AnyRule>;
}

/** What a run found, and what it was looked for in. */
interface Kept {
  fingerprint: string;
  /** What the local links of each list that was linted led to. */
  world: { path: string | undefined; cwd: string; links: string[]; print: string }[];
  files: (Omit<FileReport, 'source' | 'messages'> & { messages: KeptMessage[] })[];
  baselined: number;
}

/** Runs kempt, or tells again what it found in the same lists, and parses only what it has not seen before. */
export async function runCached(input: RunInput, { folder, ownRules }: CacheOptions): Promise<Report> {
  const store = await openStore(folder);
  const full = input.inputs.map(({ file }) => path.resolve(file.cwd, file.path ?? '-'));
  const name = `results-${printOf(full.join('\n')).slice(0, 16)}.json`;
  // Only what needs nothing but the lists and the files beside them can be told again.
  const isOfRules = input.lint && !input.links && !input.fix && !input.audit;
  const fingerprint = isOfRules ? fingerprintOf(input, ownRules) : undefined;
  const kept = fingerprint === undefined ? undefined : await find(store, name, fingerprint);
  if (kept) return reportOf(kept, input);
  const trees: KeptTrees[] = [];
  const world: Kept['world'] = [];
  let isKnown = fingerprint !== undefined;
  const report = await run({
    ...input,
    trees: async ({ path: list, cwd }) => {
      const print = printOf(path.resolve(cwd, list ?? '-')).slice(0, 16);
      const opened = await openTrees(store, `trees-${print}.jsonl`);
      trees.push(opened);
      return opened;
    },
    facts: async (document, needs) => {
      const facts = await input.facts(document, needs);
      const isOnlyLocal = [...needs].every((need) => need === 'localTargets');
      isKnown &&= isOnlyLocal && facts.dictionary === undefined;
      world.push(worldOf(document, facts.localTargets));
      return facts;
    },
  });
  await Promise.all(trees.map((each) => each.keep()));
  if (isKnown && !report.interrupted && report.faults.length === 0)
    await store.write(name, JSON.stringify(toKeep(fingerprint!, world, report)));
  return report;
}

function toKeep(fingerprint: string, world: Kept['world'], { files, baselined }: Report): Kept {
  const without = files.map(({ source: _, messages, ...file }) => ({
    ...file,
    messages: messages.map(toKept),
  }));
  return { fingerprint, world, files: without, baselined };
}

/** What is kept, where it is of the same lists, and what they link to beside them is as it was. */
async function find(store: Store, name: string, fingerprint: string): Promise<Kept | undefined> {
  const kept = parsed(await store.read(name));
  if (kept?.fingerprint !== fingerprint) return undefined;
  for (const { path: list, cwd, links, print } of kept.world) {
    const file = new VFile({ cwd, ...(list !== undefined && { path: list }) });
    const targets = await localTargets({ file, list: { links: links.map((url) => ({ url })) } });
    if (printOfTargets(targets) !== print) return undefined;
  }
  return kept;
}

function parsed(text: string | undefined): Kept | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Kept);
  } catch {
    return undefined;
  }
}

function reportOf({ files, baselined }: Kept, { inputs, faults = [] }: RunInput): Report {
  return createReport({
    files: files.map(({ messages, ...file }, index) => ({
      ...file,
      source: sourceOf(inputs[index]!.file),
      messages: messages.map(fromKept),
    })),
    faults: [...faults],
    baselined,
  });
}

function worldOf({ file, list }: Document, targets: ReadonlyMap<string, LocalTarget>): Kept['world'][number] {
  const links = list.links.map(({ url }) => url).filter((url) => localPath(url) !== undefined);
  return { path: file.path, cwd: file.cwd, links: [...new Set(links)], print: printOfTargets(targets) };
}

function printOfTargets(targets: ReadonlyMap<string, LocalTarget>): string {
  const plain = [...targets].map(([link, target]) => [
    link,
    target,
    'anchors' in target && target.anchors ? [...target.anchors] : [],
  ]);
  return printOf(JSON.stringify(plain));
}
