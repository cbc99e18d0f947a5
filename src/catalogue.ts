import type { Severity } from './message.ts';
import type { AnyRule, PresetName, RuleDocs } from './rule.ts';

/** What every rule tells of itself, whoever runs it: kempt's rules, remark-lint's, and the findings of the link check. */
export interface RuleInfo {
  /** Without prefix. */
  id: string;
  source: 'kempt' | 'remark-lint';
  summary: string;
  category: string;
  severity: Record<PresetName, Severity | 'off'>;
  docs?: RuleDocs;
}

/** A rule of remark-lint's as kempt runs it. */
export interface BundledRule {
  severity: Record<PresetName, Severity | 'off'>;
  options: unknown;
  summary: string;
}

/** Everything that can be configured by an id. */
export interface Catalogue {
  rules: readonly AnyRule[];
  /** remark-lint's rules by their own ids, without prefix. */
  bundled: Readonly<Record<string, BundledRule>>;
  /** What the link check can report. */
  links: readonly { id: string; severity: Record<PresetName, Severity | 'off'> }[];
}

/** The catalogue of this version. Rules come with the CLI; what the link check needs to run does not. */
export async function loadCatalogue(): Promise<Catalogue> {
  const [{ rules }, { bundledRules }, { linkRules }] = await Promise.all([
    import('../rules/index.ts'),
    import('./markdown-consistency/plugins.ts'),
    import('./links/rules.ts'),
  ]);
  return { rules, bundled: bundledRules, links: linkRules };
}
