import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Adopted, adopt, type OtherTool } from '../adopt/tool.ts';
import { otherTools } from '../adopt/tools.ts';
import { type Catalogue, loadCatalogue } from '../catalogue.ts';
import type { Config } from '../config/config.ts';
import { findConfig } from '../config/load.ts';
import { pinsFor } from '../config/pins.ts';
import { type Settings, settingsFor } from '../config/settings.ts';
import { parse } from '../document.ts';
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
import { allConventions } from './style.ts';
import { writeWhole } from './write-file.ts';

/** `kempt init [lists…]`: what a repository lacks to be kept kempt, shown first, and written where it is wanted. */
export async function initCommand(args: string[], options: CliOptions, io: Io): Promise<number> {
  const tool = options.from === undefined ? undefined : toolOf(options.from);
  const files = filesIn(io.cwd);
  const surveyed = await surveyOf(args, files, io);
  const adopted = tool && (await adoptedFrom(tool, files));
  const wishes = await wishesFor(surveyed, adopted, io);
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

async function surveyOf(args: string[], files: Files, io: Io): Promise<Survey> {
  const { paths, faults } = await findFiles(args, io.cwd);
  if (faults[0]) throw faults[0];
  const lists: SurveyedList[] = [];
  for (const name of paths) {
    const file = await readList(name, io);
    const { list } = parse(file);
    lists.push({
      path: name,
      source: String(file),
      entries: list.entries.length,
      sections: list.allSections.filter(({ entries, depth }) => depth > 0 && entries.length > 0).length,
    });
  }
  const origin = await attempt(gitIn(io.cwd)('remote', 'get-url', 'origin'));
  return await survey(files, lists, origin?.trim());
}

/** The list's own style, and its findings of today under the configuration that would be written. */
async function wishesFor(surveyed: Survey, adopted: Adopted | undefined, io: Io): Promise<Wishes> {
  const catalogue = await loadCatalogue();
  const wishes: Wishes = { adopted, pinned: {}, baseline: undefined };
  const inputs = await listsUnder(surveyed, wishes, catalogue, io);
  // Several lists have several styles, and one configuration cannot be bound to all.
  if (inputs.length === 1) {
    const { config, settings, file } = inputs[0]!;
    // A habit that a good part of the list departs from is for its maintainer to choose: `kempt style --pin` does.
    const firm = allConventions({ file }).conventions.filter(
      ({ rule, habits }) => habits[0]?.strength === 'firm' && isOn(rule, settings),
    );
    wishes.pinned = Object.fromEntries(pinsFor(firm, { config, settings, catalogue }));
  }
  const report = await run({
    inputs: await listsUnder(surveyed, wishes, catalogue, io),
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

/** What nobody asked for is not switched on by the way. */
function isOn(id: string, { rules, bundled }: Settings): boolean {
  return rules.some(({ rule }) => rule.id === id) || id in bundled;
}

/** The lists under the configuration that is wished for, or the one that is there already. */
async function listsUnder(surveyed: Survey, wishes: Wishes, catalogue: Catalogue, io: Io) {
  const wished = JSON.parse(configuration(surveyed, wishes).text) as Config;
  const loaded =
    surveyed.configuration === undefined
      ? { config: wished, from: [], base: io.cwd }
      : await findConfig(io.cwd, io.cwd);
  return await Promise.all(
    surveyed.lists.map(async ({ path: name }) => ({
      file: await readList(name, io),
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
