import type { Nodes, Root } from 'mdast';
import { lintRule } from 'unified-lint-rule';
import type { Node, Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { listOf, sourceOf } from './document.ts';
import { type FactName, type Facts, noFacts } from './facts/facts.ts';
import { expectedAt } from './fix/expected.ts';
import type { Entry, Link, List, Section } from './list/types.ts';
import { type Fix, reaches, type Severity, setSeverity } from './message.ts';
import { docsUrl } from './project.ts';
import { Source } from './source.ts';
import { walk } from './walk.ts';

/** One option of a rule: its default says its type. */
export interface RuleOption<Value = unknown> {
  default: Value;
  about: string;
  /** All values that are allowed, where they are few. */
  values?: readonly Value[];
}

/** What a rule finds: what, where, and how to mend it. */
export interface Finding {
  /** One sentence without a full stop: what is wrong, naming the value found and the value expected. */
  reason: string;
  /** Where; left out for findings about the file or the repository as a whole. */
  at?: Node | Position | Point | undefined;
  /** Evidence, or what to do about it. */
  note?: string | undefined;
  actual?: string | undefined;
  /** What may stand in the place of `at` instead, word for word; taken from the fix where there is one. */
  expected?: string[] | undefined;
  fix?: Fix | undefined;
  /** Lowers the configured severity: a rule may say `info` for a weak habit, never raise. */
  severity?: Severity | undefined;
  /** All places, where the finding has several; `at` is the first. */
  places?: Position[] | undefined;
  /** The address, for a finding about a link. */
  link?: string | undefined;
}

/** The type of each option's value: one of `values` where they are few, else whatever the default is an example of. */
export type OptionValues<Options> = {
  -readonly [Name in keyof Options]: Options[Name] extends { values: readonly (infer Value)[] }
    ? Value
    : Options[Name] extends { default: infer Value }
      ? Widened<Value>
      : never;
};

type Widened<Value> = Value extends string
  ? string
  : Value extends number
    ? number
    : Value extends boolean
      ? boolean
      : Value extends readonly (infer Item)[]
        ? readonly Widened<Item>[]
        : Value;

/** What a visitor is given beside the thing it visits. */
export interface RuleContext<Options = Record<string, RuleOption>> {
  options: OptionValues<Options>;
  list: List;
  tree: Root;
  source: Source;
  /** Path of the file, with forward slashes; absent for standard input. */
  path: string | undefined;
  /** What was gathered outside (files, git, GitHub) before the rules ran. */
  facts: Facts;
  report(finding: Finding): void;
}

type Visitor<Thing, Options> = (thing: Thing, context: RuleContext<Options>) => void;

/** Documentation in fixed sections, Markdown. `bad` and `good` are whole lists and are run as tests. */
export interface RuleDocs {
  finds: string;
  why: string;
  bad: string;
  good: string;
  whenOff: string;
}

export type PresetName = 'house' | 'awesome' | 'minimal';
export type RuleCategory = 'list' | 'entry' | 'text' | 'link';

export interface Rule<Options extends object = Record<string, RuleOption>, Id extends string = string> {
  /** Without prefix; the file's name. */
  id: Id;
  /** One sentence without a full stop. */
  summary: string;
  category: RuleCategory;
  severity: Record<PresetName, Severity | 'off'>;
  /** The kind of fix that its findings carry, if any. */
  fix: Fix['kind'] | 'none';
  options: Options;
  /** Values that a preset sets where they are not the defaults. */
  presetOptions?: Partial<Record<PresetName, Partial<OptionValues<Options>>>>;
  /** The version that brought it. */
  since: string;
  /** Facts that it asks for; those that no rule of a run needs are not gathered. */
  needs?: readonly FactName[];
  docs: RuleDocs;
  /** Called once with the whole model: for rules that compare entries with each other. */
  list?: Visitor<List, Options>;
  section?: Visitor<Section, Options>;
  entry?: Visitor<Entry, Options>;
  link?: Visitor<Link, Options>;
  /** By mdast type; ancestors from the root down. */
  nodes?: {
    [Type in Nodes['type']]?: (
      node: Extract<Nodes, { type: Type }>,
      context: RuleContext<Options>,
      ancestors: readonly Nodes[],
    ) => void;
  };
}

/** Declares a rule; the types of its options follow from their defaults. */
export function defineRule<const Options extends object, const Id extends string>(
  rule: Rule<Options, Id>,
): Rule<Options, Id> {
  return rule;
}

// A list of rules holds rules of all option types.
// biome-ignore lint/suspicious/noExplicitAny: the options of one rule are no concern of another
export type AnyRule = Rule<any>;

/** A rule with what the configuration says of it. */
export interface ActiveRule {
  rule: AnyRule;
  severity: Severity;
  options: Record<string, unknown>;
}

/** The defaults of a rule's options, overlaid with what `preset` says, and that with `given`. */
export function optionsOf(
  rule: AnyRule,
  given: Record<string, unknown> = {},
  preset: PresetName = 'house',
): Record<string, unknown> {
  const defaults = Object.entries(rule.options as Record<string, RuleOption>);
  return {
    ...Object.fromEntries(defaults.map(([name, option]) => [name, option.default])),
    ...rule.presetOptions?.[preset],
    ...given,
  };
}

/**
 * Runs rules over one tree in one walk. Findings become messages of the file, with `source` kempt and the
 * severity that the configuration says.
 */
export function runRules(rules: readonly ActiveRule[], tree: Root, file: VFile, facts: Facts): void {
  const list = listOf(tree, file);
  const source = new Source(sourceOf(file));
  const contexts = rules.map(({ rule, severity, options }) => ({
    rule,
    context: {
      options,
      list,
      tree,
      source,
      path: file.path?.replaceAll('\\', '/'),
      facts,
      report: (finding: Finding) => report(file, rule.id, severity, finding),
    } as RuleContext<never>,
  }));
  walk(contexts, tree, list);
}

function report(file: VFile, id: string, severity: Severity, finding: Finding): void {
  const message = file.message(finding.reason, {
    place: placeOf(finding.at),
    ruleId: id,
    source: 'kempt',
  });
  const own = finding.severity;
  setSeverity(message, own && reaches(severity, own) ? own : severity);
  message.url = docsUrl(id);
  message.note = finding.note;
  message.actual = finding.actual;
  message.expected = finding.expected;
  if (finding.fix) {
    message.fix = finding.fix;
    message.expected = expectedAt(message.place, finding.fix, {
      text: sourceOf(file),
      several: finding.places !== undefined,
    });
  }
  if (finding.link !== undefined) message.link = finding.link;
  if (finding.places) message.places = finding.places;
}

function placeOf(at: Finding['at']): Position | Point | undefined {
  if (!at) return undefined;
  if ('type' in at) return at.position;
  return at as Position | Point;
}

/** The same rule as an ordinary remark-lint plugin, for anyone's own remark configuration. */
export function toPlugin(rule: AnyRule) {
  return lintRule<Root, Record<string, unknown> | undefined>(
    { origin: `kempt:${rule.id}`, url: docsUrl(rule.id) },
    (tree, file, options) => {
      const severity = rule.severity.house === 'off' ? 'warning' : rule.severity.house;
      runRules([{ rule, severity, options: optionsOf(rule, options ?? {}) }], tree, file, noFacts);
    },
  );
}
