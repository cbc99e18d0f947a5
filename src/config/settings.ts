import path from 'node:path';
import type { Plugin } from 'unified';
import { type AuditRules, auditRules } from '../audit/settings.ts';
import type { Catalogue } from '../catalogue.ts';
import { KemptError } from '../kempt-error.ts';
import type { BundledId } from '../markdown-consistency/plugins.ts';
import type { Severity } from '../message.ts';
import { nearest } from '../nearest.ts';
import { type ActiveRule, type AnyRule, optionsOf, type PresetName } from '../rule.ts';
import { unusedDisable } from '../suppress/rules.ts';
import type { Config, LinkSettings, RuleSetting } from './config.ts';
import type { LoadedConfig } from './load.ts';
import { isRule } from './plugins.ts';

/** What applies to one file: the configuration resolved against the catalogue of rules. */
export interface Settings {
  preset: PresetName;
  rules: ActiveRule[];
  /** remark-lint's rules that run, by id without prefix. */
  bundled: Record<string, { severity: Severity; options: unknown }>;
  /** Severities that the configuration gives to findings of the link check; the others have the checker's own. */
  linkSeverity: ReadonlyMap<string, Severity | 'off'>;
  /** Of comments that silence nothing. */
  unusedDisable: Severity | 'off';
  /** remark plugins of the user's own. */
  plugins: (Plugin | [Plugin, unknown])[];
  links: LinkSettings;
  audit: AuditRules;
  /** Ids of all rules there are, without prefix. */
  known: ReadonlySet<string>;
  inlineConfig: boolean;
}

/** The id that stands for all of remark-lint's rules together. */
const bundledGroup = 'markdown-consistency';

/**
 * Resolves what applies to a file.
 * @param file absolute path; absent for standard input
 * @throws {KemptError} for the id of a rule that does not exist
 */
export async function settingsFor(
  { config, base, from, shown }: LoadedConfig,
  file: string | undefined,
  catalogue: Catalogue,
): Promise<Settings> {
  const where = shown ?? path.basename(from.at(-1) ?? 'configuration');
  const own = (config.plugins ?? []).filter(isRule);
  const rules = [...catalogue.rules, ...own];
  const known = knownIds({ ...catalogue, rules });
  const relative = file === undefined ? '' : path.relative(base, file).replaceAll('\\', '/');
  const preset = ([config.extends ?? []].flat().at(-1) ?? 'house') as PresetName;
  const given = await rulesFor(config, relative);
  for (const id of given.keys()) if (!known.has(id)) throw await noSuchRule(id, known, where);
  await checkOptions(given, [...rules, ...withoutOptions(catalogue)], where);
  await checkBundledOptions(given, catalogue, where);
  return {
    preset,
    rules: rules.flatMap((rule) => active(rule, preset, given.get(rule.id))),
    bundled: bundledFor(catalogue, preset, given),
    linkSeverity: new Map(
      catalogue.links.flatMap(({ id, severity: byDefault }) => {
        const severity = severityIn(given.get(id));
        if (severity === undefined) return [];
        if (severity !== 'on') return [[id, severity] as const];
        return byDefault.house === 'off' ? [[id, 'warning'] as const] : [];
      }),
    ),
    unusedDisable: resolve(
      severityIn(given.get(unusedDisable.id)),
      unusedDisable.severity[preset],
      unusedDisable.severity.house,
    ),
    plugins: (config.plugins ?? []).filter((plugin) => !isRule(plugin)) as Settings['plugins'],
    links: config.links ?? {},
    audit: auditRules(config.audit),
    known,
    inlineConfig: config.inlineConfig ?? true,
  };
}

function knownIds({ rules, bundled, links, comments }: Catalogue): Set<string> {
  return new Set([
    ...[...rules, ...links, ...comments].map(({ id }) => id),
    ...Object.keys(bundled),
    bundledGroup,
  ]);
}

/** Settings by rule id without prefix: the general ones, then those of overrides that match, later ones winning. */
async function rulesFor(config: Config, relative: string): Promise<Map<string, RuleSetting>> {
  const all = Object.entries(config.rules ?? {});
  for (const { files, rules = {} } of config.overrides ?? []) {
    if (await matches(files, relative)) all.push(...Object.entries(rules));
  }
  return new Map(all.map(([id, setting]) => [id.replace(/^(?:remark-lint|kempt):/, ''), setting]));
}

async function matches(patterns: readonly string[], relative: string): Promise<boolean> {
  if (patterns.length === 0 || relative === '') return false;
  const { default: picomatch } = await import('picomatch');
  return picomatch([...patterns], { dot: true })(relative);
}

function active(rule: AnyRule, preset: PresetName, setting: RuleSetting | undefined): ActiveRule[] {
  const severity = resolve(severityIn(setting), rule.severity[preset], rule.severity.house);
  if (severity === 'off') return [];
  const given = Array.isArray(setting) ? (setting[1] as Record<string, unknown>) : {};
  return [{ rule, severity, options: optionsOf(rule, { ...rule.presetOptions?.[preset], ...given }) }];
}

function bundledFor(
  { bundled }: Catalogue,
  preset: PresetName,
  given: Map<string, RuleSetting>,
): Settings['bundled'] {
  // The group's own id sets all of them; each can be set by its own.
  const group = severityIn(given.get(bundledGroup));
  const running: Settings['bundled'] = {};
  for (const [id, rule] of Object.entries(bundled)) {
    const setting = given.get(id);
    const byDefault = rule.severity[preset];
    const inGroup = byDefault === 'off' ? 'off' : resolve(group, byDefault);
    const severity = resolve(severityIn(setting), inGroup, rule.severity.house);
    if (severity === 'off') continue;
    const { options, presetOptions = {} } = rule;
    const ofPreset = preset in presetOptions ? presetOptions[preset] : options;
    running[id] = { severity, options: Array.isArray(setting) ? setting[1] : ofPreset };
  }
  return running;
}

function severityIn(setting: RuleSetting | undefined) {
  return Array.isArray(setting) ? setting[0] : setting;
}

/** `on` is the preset's severity, or the house's where the preset has the rule off, or a warning. */
function resolve(
  given: ReturnType<typeof severityIn>,
  preset: Severity | 'off',
  house: Severity | 'off' = preset,
): Severity | 'off' {
  if (given === undefined) return preset;
  if (given !== 'on') return given;
  return [preset, house].find((severity) => severity !== 'off') ?? 'warning';
}

/** What has an id but nothing to set beside its severity. */
function withoutOptions({ links, comments }: Catalogue): { id: string; options: AnyRule['options'] }[] {
  return [...links, ...comments].map(({ id }) => ({ id, options: {} }));
}

async function checkOptions(
  given: ReadonlyMap<string, RuleSetting>,
  rules: readonly { id: string; options: AnyRule['options'] }[],
  where: string,
): Promise<void> {
  const withOptions = rules.filter(({ id }) => Array.isArray(given.get(id)));
  if (withOptions.length === 0) return;
  const { validateOptions } = await import('./rule-options.ts');
  for (const rule of withOptions) validateOptions(rule, given.get(rule.id)?.[1], where);
}

async function checkBundledOptions(
  given: ReadonlyMap<string, RuleSetting>,
  { bundled }: Catalogue,
  where: string,
): Promise<void> {
  const withOptions = Object.keys(bundled).filter((id) => Array.isArray(given.get(id)));
  if (withOptions.length === 0) return;
  const { checkOption } = await import('../markdown-consistency/check-option.ts');
  for (const id of withOptions) checkOption(id as BundledId, given.get(id)?.[1], where);
}

async function noSuchRule(id: string, known: ReadonlySet<string>, where: string): Promise<KemptError> {
  const { aliases } = await import('../suppress/aliases.ts');
  return new KemptError(`there is no rule \`${id}\``, { where, hint: hintFor(id, known, aliases) });
}

/** Ids of awesome-lint's rules stand for one or several of kempt's. */
function hintFor(
  id: string,
  known: ReadonlySet<string>,
  aliases: Readonly<Record<string, readonly string[]>>,
): string {
  const stead = Object.hasOwn(aliases, id) ? aliases[id]! : [];
  if (stead.length > 0) return `in its stead kempt has ${stead.map((one) => `\`${one}\``).join(', ')}`;
  const near = nearest(id, known);
  return near ? `did you mean \`${near}\`?` : '`kempt rules` lists them all';
}
