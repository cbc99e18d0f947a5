import type { Fix, Severity } from './message.ts';
import { docsUrl, remarkLintUrl } from './project.ts';
import type { AnyRule, PresetName, RuleDocs, RuleOption } from './rule.ts';

type Severities = Record<PresetName, Severity | 'off'>;

/** A rule of remark-lint's as kempt runs it. */
export interface BundledRule {
  severity: Severities;
  options: unknown;
  /** Options of presets that have others. */
  presetOptions?: Partial<Record<PresetName, unknown>>;
  summary: string;
  /** The best fix that a finding has; `safe` unless said. */
  fix?: 'suggested' | 'none';
}

/** A finding that no rule makes but a step of the run, such as the link check; described as rules describe themselves. */
export interface LinkRule {
  id: string;
  summary: string;
  severity: Severities;
  /** The best fix that a finding has; none unless said. */
  fix?: Fix['kind'];
  docs: RuleDocs;
}

/** Everything that can be configured by an id. */
export interface Catalogue {
  rules: readonly AnyRule[];
  /** remark-lint's rules by their own ids, without prefix. */
  bundled: Readonly<Record<string, BundledRule>>;
  /** What the link check can report. */
  links: readonly LinkRule[];
  /** What is reported of comments. */
  comments: readonly LinkRule[];
}

/** What every rule tells of itself, whoever runs it. */
export interface RuleInfo {
  /** Without prefix. */
  id: string;
  source: 'kempt' | 'remark-lint';
  summary: string;
  category: string;
  severity: Severities;
  fix: Fix['kind'] | 'none';
  options: Record<string, RuleOption>;
  presetOptions: Partial<Record<PresetName, Record<string, unknown>>>;
  since: string | undefined;
  docs: RuleDocs | undefined;
  /** For a rule of remark-lint's, which takes no object: its option, and that of presets that have another. */
  option?: { default: unknown; presets: Partial<Record<PresetName, unknown>> };
  /** The page that explains it. */
  url: string;
}

/** The catalogue of this version. Rules come with the CLI; what the link check needs to run does not. */
export async function loadCatalogue(): Promise<Catalogue> {
  const [{ rules }, { bundledRules }, { linkRules }, { unusedDisable }] = await Promise.all([
    import('../rules/index.ts'),
    import('./markdown-consistency/plugins.ts'),
    import('./links/rules.ts'),
    import('./suppress/rules.ts'),
  ]);
  return { rules, bundled: bundledRules, links: linkRules, comments: [unusedDisable] };
}

/** All of them as one list, kempt's own by id, then remark-lint's by id. */
export function ruleInfos({ rules, bundled, links, comments }: Catalogue): RuleInfo[] {
  const own = rules.map(
    ({ id, summary, category, severity, fix, options, presetOptions = {}, since, docs }): RuleInfo => {
      const told = { id, summary, category, severity, fix, options, presetOptions, since, docs };
      return { ...told, source: 'kempt', url: docsUrl(id) };
    },
  );
  const bare = { fix: 'none', options: {}, presetOptions: {} } as const;
  const described =
    (category: string) =>
    (rule: LinkRule): RuleInfo => {
      return { ...bare, ...rule, source: 'kempt', category, since: '0.1.0', url: docsUrl(rule.id) };
    };
  const ofLinks = links.map(described('network'));
  const ofComments = comments.map(described('comment'));
  const others = Object.entries(bundled).map(([id, { severity, summary, fix, ...rule }]): RuleInfo => {
    const option = { default: rule.options, presets: rule.presetOptions ?? {} };
    return {
      ...bare,
      fix: fix ?? 'safe',
      id,
      source: 'remark-lint',
      summary,
      category: 'markdown',
      severity,
      since: undefined,
      docs: undefined,
      ...(option.default !== undefined && { option }),
      url: remarkLintUrl(id),
    };
  });
  const byId = (a: RuleInfo, b: RuleInfo) => (a.id < b.id ? -1 : 1);
  return [...[...own, ...ofLinks, ...ofComments].sort(byId), ...others.sort(byId)];
}
