import type { Catalogue } from '../catalogue.ts';
import { optionsOf } from '../rule.ts';
import type { Binding, Convention } from '../style/convention.ts';
import { house } from '../style/dimension.ts';
import type { Config, RuleSetting } from './config.ts';
import type { Settings } from './settings.ts';

/** What of a convention is in the configuration. */
export type PinState =
  /** The configuration, or the preset, holds the list to it. */
  | 'pinned'
  /** Another value was chosen. */
  | 'chosen'
  /** The rule is off: nobody asked for it, or the configuration says so. */
  | 'off'
  /** Nothing was chosen: the list's habit decides. */
  | 'open'
  /** There is no habit, or more than one, and nothing to bind. */
  | 'none';

interface Applying {
  config: Config;
  settings: Settings;
  catalogue: Catalogue;
}

/** Whether the options that apply to a list bind it to a convention of its own. */
export function pinStateOf(
  { rule, binding }: Convention,
  { config, settings, catalogue }: Applying,
): PinState {
  if (!binding) return 'none';
  const isRunning = settings.rules.some(({ rule: { id } }) => id === rule) || rule in settings.bundled;
  if (!isRunning || severityIn(settingOf(rule, config)) === 'off') return 'off';
  const applying = optionsFor(rule, settings, catalogue);
  const names = Object.keys(binding);
  if (names.every((name) => same(applying[name], binding[name]))) return 'pinned';
  return names.some((name) => applying[name] === house) ? 'open' : 'chosen';
}

/** The options of a rule by name; what a rule of remark-lint takes has none. */
function optionsFor(id: string, { rules, bundled, preset }: Settings, catalogue: Catalogue): Binding {
  const active = rules.find(({ rule }) => rule.id === id);
  if (active) return active.options;
  const own = catalogue.rules.find((rule) => rule.id === id);
  if (own) return optionsOf(own, {}, preset);
  return { '': id in bundled ? bundled[id]!.options : catalogue.bundled[id]?.options };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** Settings that bind a list to its open conventions, by the key that a configuration has, or is to have, for the rule. */
export function pinsFor(conventions: readonly Convention[], applying: Applying): Map<string, RuleSetting> {
  const pins = new Map<string, RuleSetting>();
  for (const convention of conventions) {
    if (pinStateOf(convention, applying) !== 'open') continue;
    const key = keyOf(convention.rule, applying);
    const before = pins.get(key) ?? settingOf(convention.rule, applying.config);
    pins.set(key, [severityIn(before) ?? 'on', withOptions(before, convention.binding!)]);
  }
  return pins;
}

function withOptions(before: RuleSetting | undefined, binding: Binding): unknown {
  if ('' in binding) return binding[''];
  const given = Array.isArray(before) ? (before[1] as object) : {};
  return { ...given, ...binding };
}

/** As the configuration writes it already, or with the prefix that says whose rule it is. */
function keyOf(id: string, { config, catalogue }: Applying): string {
  const written = Object.keys(config.rules ?? {}).find((key) => bare(key) === id);
  return written ?? (id in catalogue.bundled ? `remark-lint:${id}` : id);
}

function settingOf(id: string, { rules = {} }: Config): RuleSetting | undefined {
  return Object.entries(rules).findLast(([key]) => bare(key) === id)?.[1];
}

function bare(key: string): string {
  return key.replace(/^(?:remark-lint|kempt):/, '');
}

function severityIn(setting: RuleSetting | undefined) {
  return Array.isArray(setting) ? setting[0] : setting;
}
