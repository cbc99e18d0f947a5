import { VFile } from 'vfile';
import { loadCatalogue } from './catalogue.ts';
import type { Config } from './config/config.ts';
import { settingsFor } from './config/settings.ts';
import { noFacts } from './facts/facts.ts';
import type { CheckerOptions, CheckRun, LinkUse, Verdict } from './links/types.ts';
import { run } from './run.ts';

export { ruleById, rules } from '../rules/index.ts';
export { type Config, defineConfig, type LinkSettings, type RuleSetting } from './config/config.ts';
export { type Document, parse } from './document.ts';
export type { Facts } from './facts/facts.ts';
export { KemptError } from './kempt-error.ts';
export type * from './links/types.ts';
export type { Entry, EntryForm, Extra, Link, LinkKind, List, Part, Section, Venue } from './list/types.ts';
export { type Edit, type Fix, type Severity, severityOf } from './message.ts';
export { type AnyRule, defineRule, type Finding, type Rule, type RuleContext, toPlugin } from './rule.ts';

/**
 * Lints one list without touching network or file system.
 * @param list the Markdown, or a file with its path
 * @returns the file; its findings are in `messages`, each with `ruleId`, `place` and, where there is one, `fix`
 * @throws {KemptError} for a configuration that names a rule that does not exist
 */
export async function lint(list: string | VFile, config: Config = {}): Promise<VFile> {
  const file = typeof list === 'string' ? new VFile(list) : list;
  const catalogue = await loadCatalogue();
  const settings = await settingsFor({ config, from: [], base: file.cwd }, undefined, catalogue);
  const facts = async () => ({ ...noFacts, now: new Date() });
  const linkRules = catalogue.links.map(({ id }) => id);
  await run({ inputs: [{ file, settings }], facts, lint: true, links: false, linkRules });
  return file;
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
