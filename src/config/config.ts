import type { Plugin } from 'unified';
import type { OwnRule } from '../../rules/index.ts';
import type { Acknowledgement } from '../audit/acknowledged.ts';
import type { HostRule } from '../links/types.ts';
import type { AnyRule, OptionValues, PresetName } from '../rule.ts';
import type { RuleSeverity } from './schema.ts';

/** How one rule is set: its severity, or its severity and options; `on` keeps the preset's severity.
 * Options of kempt's rules are an object; those of remark-lint's are whatever the rule takes. */
export type RuleSetting = RuleSeverity | [RuleSeverity, unknown];

/** Settings by rule id, kempt's own with the options that each takes; ids of remark-lint's with or without prefix. */
export type RuleSettings = Record<string, RuleSetting> & {
  [One in OwnRule as One['id']]?: RuleSeverity | [RuleSeverity, Partial<OptionValues<One['options']>>];
};

/** What a list's maintainer may say of the link check. Times in milliseconds. */
export interface LinkSettings {
  /** Whether `kempt` checks links at all; `kempt links` always does. */
  enabled?: boolean;
  timeout?: number;
  concurrency?: number;
  perHost?: number;
  maxRedirects?: number;
  /** Statuses taken for ok beside 200 to 299: `403`, `500-599`. */
  accept?: (string | number)[];
  /** Regular expressions over the whole address. */
  include?: string[];
  exclude?: string[];
  userAgent?: string;
  /** Whether verdicts are remembered in `.kempt/cache.jsonl`. By default where that folder is there. */
  cache?: boolean;
  /** Whether archived copies of dead links are looked for. Default false. */
  archive?: boolean;
  /** Whether text fragments (`#:~:text=…`) are looked for. Default false. */
  textFragments?: boolean;
  /** Schemes beside http and https that pass unasked. */
  schemes?: string[];
  /** Limits and habits by host; the first that matches applies. */
  hosts?: HostRule[];
  /** Headers for one host each; never for all. */
  headers?: { host: string; name: string; value: string }[];
}

/** What an audit goes by. */
export interface AuditSettings {
  /** Failing runs in a row, and days between the first and the last, after which a trouble is an error. Default 3 and 7. */
  runs?: number;
  days?: number;
  /** Runs that are enough for a 404 from a host that otherwise answers. Default 2. */
  notFoundRuns?: number;
  /** Runs that are enough for a 410. Default 1. */
  goneRuns?: number;
  /** Days after which a link that only opens in a browser becomes a warning. Default 90. */
  blockedDays?: number;
  /** Troubles that are known: kept apart until they expire. */
  acknowledged?: Acknowledgement[];
  /** Regular expressions over the whole address: what audits leave out. */
  exclude?: string[];
  /**
   * Lists that are audited where none is named, and what holds for each beside the rest: by path, pattern or
   * `owner/name`.
   */
  lists?: Record<string, AuditedListSettings>;
}

/** What holds for one list of an audit, which need not be one's own. */
export interface AuditedListSettings extends Omit<AuditSettings, 'lists'> {
  /** For `owner/name`: patterns of the Markdown files to read. Default the readme. */
  files?: string[];
  /** For `owner/name`: the branch or tag. Default what its server shows. */
  ref?: string;
  /** Severities of what the link check reports. */
  rules?: Record<string, RuleSetting>;
}

/** The configuration of kempt, as a file or package.json holds it. */
export interface Config {
  $schema?: string;
  /** A preset, another configuration file, or several; later ones win. Default `house`. */
  extends?: string | string[];
  /** By rule id; ids of remark-lint's rules with or without `remark-lint:`. */
  rules?: RuleSettings;
  /** Files to leave out, as .gitignore writes them, relative to the configuration file. */
  ignore?: string[];
  links?: LinkSettings;
  audit?: AuditSettings;
  /** The least severity that fails a run. Default `error`. */
  failOn?: 'error' | 'warning' | 'info' | 'never';
  /** The file of known findings, relative to where kempt is started. Default `kempt-baseline.json`, where it is there. */
  baseline?: string;
  /** In bytes. Default 5 000 000. */
  maxFileSize?: number;
  /** Whether comments such as `<!--lint disable rule-->` count. Default true. */
  inlineConfig?: boolean;
  /** Settings for some files; later ones win. */
  overrides?: { files: string[]; rules?: RuleSettings }[];
  /** Own rules (from `defineRule`) and remark-lint plugins; only in a configuration that is code. */
  plugins?: (AnyRule | Plugin | [Plugin, unknown])[];
}

export type { PresetName };

/** Types a configuration that is code. */
export function defineConfig(config: Config): Config {
  return config;
}
