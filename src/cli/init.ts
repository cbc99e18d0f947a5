import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Adopted, adopt, type OtherTool } from '../adopt/tool.ts';
import { otherTools } from '../adopt/tools.ts';
import { type Catalogue, loadCatalogue } from '../catalogue.ts';
import type { Config } from '../config/config.ts';
import { findConfig } from '../config/load.ts';
import { pinsFor } from '../config/pins.ts';
import { settingsFor } from '../config/settings.ts';
import { type Document, parse } from '../document.ts';
import { noFacts } from '../facts/facts.ts';
import { localTargets } from '../facts/local-targets.ts';
import { writeAtomically } from '../fix/write-atomically.ts';
import { attempt, gitIn } from '../git/git.ts';
import { configuration } from '../init/configuration.ts';
import { type Plan, plan, type Wishes } from '../init/plan.ts';
import { type Files, type Survey, type SurveyedList, survey } from '../init/survey.ts';
import { findFiles } from '../input/find.ts';
import { readList } from '../input/read.ts';
import { KemptError } from '../kempt-error.ts';
import { nearest } from '../nearest.ts';
import { planText, surveyText } from '../report/init.ts';
import { count } from '../report/summary.ts';
import { run } from '../run.ts';
import { baselineOf } from '../suppress/baseline.ts';
import { shellWord } from '../text/shell-word.ts';
import { baselineName } from './baseline.ts';
import { type Io, wantsColour, widthOf } from './io.ts';
import type { CliOptions } from './option-specs.ts';
import { conventionsIn } from './style.ts';
import { writeWhole } from './write-file.ts';

/** `kempt init [lists…]`: what a repository lacks to be kept kempt, shown first, and written where it is wanted. */
export async function initCommand(args: string[], options: CliOptions, io: Io): Promise<number> {
  const tool = options.from === undefined ? undefined : toolOf(options.from);
  const files = filesIn(io.cwd);
  const lists = await listsIn(args, io);
  const surveyed = await surveyOf(lists, files, io);
  const adopted = tool && (await adoptedFrom(tool, files));
  const wishes = await wishesFor(lists, surveyed, adopted, io);
  const made = await plan(surveyed, wishes, files);
  const colour = wantsColour(io.stdout, io, { noColor: options['no-color'], color: options.color });
  io.stdout.write(`${surveyText(surveyed)}\n${planText(made, { colour, width: widthOf(io.stdout, io) })}`);
  for (const note of adopted?.notes ?? []) io.stdout.write(`- ${note}.\n`);
  if (adopted && adopted.flags.length > 0)
    io.stdout.write(
      `- On the command line, where only you can set it: \`${adopted.flags.map(shellWord).join(' ')}\`.\n`,
    );
  if (made.steps.length === 0) return say(io, 'Nothing is missing.');
  if (options['dry-run']) return say(io, 'Nothing was written.');
  if (!options.yes && !(await agreed(io)))
    return say(io, 'Nothing was written; `kempt init --yes` writes it.');
  await write(made, io.cwd);
  return say(io, `${count(made.steps.length, 'file')} written. Look at them, and commit.`);
}

function say(io: Io, text: string): number {
  io.stdout.write(`\n${text}\n`);
  return 0;
}

function toolOf(name: string): OtherTool {
  const tool = otherTools.find((one) => one.name === name);
  if (tool) return tool;
  const names = otherTools.map((one) => one.name);
  const near = nearest(name, names);
  throw new KemptError(`--from is ${name}`, {
    hint: near ? `did you mean ${near}?` : `expected one of ${names.join(', ')}`,
  });
}

async function adoptedFrom(tool: OtherTool, files: Files): Promise<Adopted> {
  const adopted = tool.start?.() ?? { config: {}, flags: [], notes: [] };
  let found = 0;
  for (const file of tool.files) {
    const text = await files.text(file);
    if (text === undefined) continue;
    found += 1;
    try {
      adopt(tool, await tool.read(text, file), adopted);
    } catch (error) {
      throw new KemptError(`this is no configuration of ${tool.name}`, {
        where: file,
        hint: (error as Error).message.split('\n')[0],
        cause: error,
      });
    }
  }
  if (found > 0 || tool.files.length === 0) return adopted;
  throw new KemptError(`there is no configuration of ${tool.name} here`, {
    hint: `it would be ${tool.files.join(' or ')}`,
  });
}

/** A list that was read, by the path that it was found under. */
type Found = Document & { path: string };

async function listsIn(args: string[], io: Io): Promise<Found[]> {
  const { paths, faults } = await findFiles(args, io.cwd);
  if (faults[0]) throw faults[0];
  const lists: Found[] = [];
  for (const name of paths) lists.push({ ...parse(await readList(name, io)), path: name });
  return lists;
}

async function surveyOf(lists: readonly Found[], files: Files, io: Io): Promise<Survey> {
  const origin = await attempt(gitIn(io.cwd)('remote', 'get-url', 'origin'));
  return await survey(files, lists.map(asSurveyed), origin?.trim());
}

function asSurveyed({ path: name, file, list }: Found): SurveyedList {
  return {
    path: name,
    source: String(file),
    entries: list.entries.length,
    sections: list.allSections.filter(({ entries, depth }) => depth > 0 && entries.length > 0).length,
  };
}

/** The list's own style, and its findings of today under the configuration that would be written. */
async function wishesFor(
  lists: readonly Found[],
  surveyed: Survey,
  adopted: Adopted | undefined,
  io: Io,
): Promise<Wishes> {
  const catalogue = await loadCatalogue();
  const wishes: Wishes = { adopted, pinned: {}, baseline: undefined };
  const inputsNow = () => inputsUnder(lists, surveyed, wishes, { catalogue, io });
  // Several lists have several styles, and one configuration cannot be bound to all.
  const [only, ...others] = lists;
  if (only && others.length === 0) {
    const [input] = await inputsNow();
    // A habit that a good part of the list departs from is for its maintainer to choose: `kempt style --pin` does.
    const firm = conventionsIn(only).filter(({ habits }) => habits[0]?.strength === 'firm');
    wishes.pinned = Object.fromEntries(pinsFor(firm, { ...input!, catalogue }));
  }
  const report = await run({
    inputs: await inputsNow(),
    facts: async (document) => ({ ...noFacts, localTargets: await localTargets(document), now: io.now }),
    lint: true,
    links: false,
    linkRules: catalogue.links.map(({ id }) => id),
    now: io.now,
  });
  const findings = report.files.reduce((sum, { messages }) => sum + messages.length, 0);
  if (findings === 0) return wishes;
  const text = `${JSON.stringify(baselineOf(report.files), null, 1)}\n`;
  return { ...wishes, baseline: { path: baselineName, text, findings } };
}

/** The lists under the configuration that is wished for, or the one that is there already. */
async function inputsUnder(
  lists: readonly Found[],
  surveyed: Survey,
  wishes: Wishes,
  { catalogue, io }: { catalogue: Catalogue; io: Io },
) {
  const wished = JSON.parse(configuration(surveyed, wishes).text) as Config;
  const loaded =
    surveyed.configuration === undefined
      ? { config: wished, from: [], base: io.cwd }
      : await findConfig(io.cwd, io.cwd);
  return await Promise.all(
    lists.map(async ({ path: name, file }) => ({
      file,
      config: loaded.config,
      settings: await settingsFor(loaded, path.resolve(io.cwd, name), catalogue),
    })),
  );
}

function filesIn(cwd: string): Files {
  return {
    text: async (name) => await readFile(path.join(cwd, name), 'utf8').catch(() => undefined),
    names: async (name) => await readdir(path.join(cwd, name)).catch(() => []),
  };
}

/** Asks on a terminal; elsewhere nobody is there to agree. */
async function agreed({ stdin, stdout }: Io): Promise<boolean> {
  if (!(stdin as { isTTY?: boolean }).isTTY) return false;
  stdout.write('\nWrite this? [Y/n] ');
  for await (const answer of stdin) return /^\s*(y|yes)?\s*$/i.test(String(answer));
  return false;
}

async function write({ steps }: Plan, cwd: string): Promise<void> {
  for (const { path: name, before, after } of steps) {
    const full = path.join(cwd, name);
    if (before !== undefined) await writeAtomically(full, after, { was: before, shown: name });
    else await writeWhole(full, after, { shown: name, isNew: true });
  }
}
