import path from 'node:path';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { loadCatalogue } from './catalogue.ts';
import type { Config } from './config/config.ts';
import { resolveConfig } from './config/load.ts';
import { type Settings, settingsFor } from './config/settings.ts';
import { type Facts, noFacts } from './facts/facts.ts';
import { createGather, type Gather } from './facts/gather.ts';
import { wantedRules } from './fix/wanted-rules.ts';
import type { CheckerOptions, CheckRun, LinkUse, Verdict } from './links/types.ts';
import type { FixedList, Report } from './report/report.ts';
import { run } from './run.ts';
import { wantedDictionary } from './spelling/wanted-dictionary.ts';

export { ruleById, rules } from '../rules/index.ts';
export { type Audited, type AuditOptions, audit } from './audit.ts';
export { type Config, defineConfig, type LinkSettings, type RuleSetting } from './config/config.ts';
export { type Document, parse } from './document.ts';
export type {
  CommunityFiles,
  Dictionary,
  FactName,
  Facts,
  ImageSize,
  LicenseKind,
  LocalTarget,
  RepositoryFacts,
  RepositorySettings,
} from './facts/facts.ts';
export type { AppliedCount } from './fix/fix-document.ts';
export type { Left, Refused, Why } from './fix/sort-out.ts';
export { KemptError } from './kempt-error.ts';
export type * from './links/types.ts';
export type { Entry, EntryForm, Extra, Link, LinkKind, List, Part, Section, Venue } from './list/types.ts';
export { type Edit, type Fix, type Severity, severityOf } from './message.ts';
export type { JsonReport } from './report/json.ts';
export { type AnyRule, defineRule, type Finding, type Rule, type RuleContext, toPlugin } from './rule.ts';

/** What rules may know of the world around a list. */
export interface Surroundings {
  /**
   * Gather what rules ask of the file system and of git beside a file with a path: what relative links lead to, sizes
   * of images, the files of a repository. Default false. GitHub is not asked.
   */
  gather?: boolean;
  /** What is given here goes over what is gathered, and what is not given is not known: nothing is found by it. `now` is today by default. */
  facts?: Partial<Facts>;
}

/**
 * Lints one list without touching the network, nor the file system but for what the configuration or the options name.
 * @param list the Markdown, or a file with its path
 * @param config paths in it are relative to the file's `cwd`; `ignore` is for whoever looks for files
 * @returns the file; its findings are in `messages`, each with `ruleId`, `place` and, where there is one, `fix`
 * @throws {KemptError} for what is no configuration, or a dictionary that is asked for and not installed
 */
export async function lint(
  list: string | VFile,
  config: Config = {},
  surroundings: Surroundings = {},
): Promise<VFile> {
  const file = typeof list === 'string' ? new VFile(list) : list;
  const { bare } = withoutBom(file);
  await runOn(bare, config, surroundings);
  if (bare !== file) for (const message of bare.messages) file.messages.push(message);
  return file;
}

/** A file as remark counts in it, which plugins that look into the text do not know. */
function withoutBom(file: VFile): { bom: string; bare: VFile } {
  const text = String(file.value);
  if (!text.startsWith('\uFEFF')) return { bom: '', bare: file };
  return { bom: '\uFEFF', bare: new VFile({ ...whereabouts(file), value: text.slice(1) }) };
}

/** What `fix` is to mend besides what is safe, or of that. */
export interface FixRequest extends Surroundings {
  /** Also what a person should look at afterwards. */
  suggested?: boolean;
  /** Only findings of these rules. */
  rules?: readonly string[];
}

/** A mended list. */
export interface Fixed extends Omit<FixedList, 'path' | 'before'> {
  /** What is left to find in the mended text, as `lint` would. */
  messages: VFileMessage[];
}

/**
 * Mends one list without touching network or file system: only the places that findings name are edited, and a fix
 * that would change more than it declares is refused. Nothing is written.
 * @param list the Markdown, or a file with its path; it is left as it is
 * @throws {KemptError} for a configuration or a request that names a rule that does not exist
 */
export async function fix(
  list: string | VFile,
  config: Config = {},
  { suggested = false, rules, ...surroundings }: FixRequest = {},
): Promise<Fixed> {
  const { value, ...where } =
    typeof list === 'string' ? { value: list } : { ...whereabouts(list), value: list.value };
  const { bom, bare } = withoutBom(new VFile({ ...where, value }));
  const { files, fixed } = await runOn(bare, config, surroundings, { suggested, ...(rules && { rules }) });
  const { path: _path, before: _before, ...result } = fixed![0]!;
  return { ...result, text: bom + result.text, messages: files[0]!.messages };
}

function whereabouts({ path, cwd }: VFile) {
  return { cwd, ...(path === undefined ? {} : { path }) };
}

/** Runs the rules over a file. */
async function runOn(
  file: VFile,
  config: Config,
  surroundings: Surroundings,
  wanted?: Omit<FixRequest, keyof Surroundings>,
): Promise<Report> {
  const catalogue = await loadCatalogue();
  const full = file.path ? path.resolve(file.cwd, file.path) : undefined;
  const settings = await settingsFor(await resolveConfig(config, file.cwd), full, catalogue);
  return await run({
    inputs: [{ file, settings }],
    facts: await factsFrom(surroundings, settings),
    lint: true,
    links: false,
    linkRules: catalogue.links.map(({ id }) => id),
    fix: wanted && {
      kinds: wanted.suggested ? ['safe', 'suggested'] : ['safe'],
      rules: wanted.rules && wantedRules(wanted.rules, settings.known, 'rules'),
    },
  });
}

async function factsFrom({ gather = false, facts = {} }: Surroundings, settings: Settings): Promise<Gather> {
  const now = facts.now ?? new Date();
  const dictionary = facts.dictionary ?? (await wantedDictionary([settings]));
  const gathered = createGather({ now, dictionary });
  return async (document, needs) => ({
    ...(gather ? await gathered(document, needs) : { ...noFacts, now, dictionary }),
    ...facts,
  });
}

/**
 * Checks addresses and gives a verdict for each distinct one as it is reached.
 * @throws {KemptError} for an option that cannot be
 */
export async function* check(
  links: Iterable<LinkUse> | AsyncIterable<LinkUse>,
  options: CheckerOptions & CheckRun = {},
): AsyncIterable<Verdict> {
  const { createChecker } = await import('./links/checker.ts');
  const checker = createChecker(options);
  try {
    yield* checker.check(links, options);
  } finally {
    await checker.close();
  }
}
