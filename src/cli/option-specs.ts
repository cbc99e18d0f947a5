/** Where an option stands in the help. */
export type OptionGroup =
  | 'Output'
  | 'Changes'
  | 'Fixes'
  | 'Rules'
  | 'Style'
  | 'Links'
  | 'Audits'
  | 'Init'
  | 'General';

export interface OptionSpec {
  type: 'boolean' | 'string';
  short?: string;
  multiple?: boolean;
  /** What the value is called in the help. */
  value?: string;
  about: string;
  group: OptionGroup;
  /** The one command of those with its group that has a use for it. */
  only?: string;
  /** For tests: left out of the help. */
  hidden?: true;
}

/** Every option, as the help shows them. */
export const optionSpecs = {
  format: {
    type: 'string',
    multiple: true,
    value: 'NAME[=FILE]',
    about:
      'pretty (default), compact, json, sarif, github, junit, gitlab, rdjson, markdown, html or pr (what --fix changed, and why); may be given several times, each to a file',
    group: 'Output',
  },
  output: { type: 'string', short: 'o', value: 'FILE', about: 'write the report to a file', group: 'Output' },
  'fail-on': {
    type: 'string',
    value: 'LEVEL',
    about: 'exit 1 from this severity on: error (default; warning for changes), warning, info, never',
    group: 'Output',
  },
  all: { type: 'boolean', about: 'show every finding, fold nothing', group: 'Output' },
  quiet: { type: 'boolean', short: 'q', about: 'show errors only', group: 'Output' },
  verbose: {
    type: 'boolean',
    short: 'v',
    about: 'show the evidence of every finding and link',
    group: 'Output',
  },
  color: { type: 'boolean', about: 'colour even where there is no terminal', group: 'Output' },
  'no-color': { type: 'boolean', about: 'no colour (also: NO_COLOR)', group: 'Output' },

  fix: { type: 'boolean', about: 'mend what can safely be mended', group: 'Fixes' },
  'fix-suggested': {
    type: 'boolean',
    about: 'mend also what a person should look at afterwards',
    group: 'Fixes',
  },
  'fix-rule': {
    type: 'string',
    multiple: true,
    value: 'RULE',
    about: 'mend only findings of this rule; may be given several times',
    group: 'Fixes',
  },
  contents: {
    type: 'boolean',
    about: 'write the table of contents anew as a whole, in its own shape, and mend nothing else',
    group: 'Fixes',
  },
  'dry-run': { type: 'boolean', about: 'show as a diff what would be mended, write nothing', group: 'Fixes' },

  since: {
    type: 'string',
    value: 'REF',
    about: 'judge only what has changed since a commit or branch (found by itself in a pull request)',
    group: 'Changes',
  },
  staged: { type: 'boolean', about: 'judge, and fix, only what is staged', group: 'Changes' },
  'no-since': { type: 'boolean', about: 'judge the whole list in a pull request too', group: 'Changes' },

  config: { type: 'string', short: 'c', value: 'FILE', about: 'use this configuration file', group: 'Rules' },
  'trust-config': {
    type: 'boolean',
    about: 'read the configuration of a list that is not one’s own too (a fork’s pull request), as data',
    group: 'Rules',
  },
  preset: { type: 'string', value: 'NAME', about: 'house (default), awesome or minimal', group: 'Rules' },
  baseline: {
    type: 'string',
    value: 'FILE',
    about: 'known findings (default kempt-baseline.json)',
    group: 'Rules',
  },
  'no-baseline': { type: 'boolean', about: 'report known findings too', group: 'Rules' },
  'update-baseline': {
    type: 'boolean',
    about: 'record today’s findings; later runs report only new ones',
    group: 'Rules',
  },
  'no-inline-config': { type: 'boolean', about: 'ignore comments that switch rules off', group: 'Rules' },
  'no-ignore': {
    type: 'boolean',
    about: 'check what .kemptignore and the configuration leave out too',
    group: 'Rules',
  },
  'max-size': { type: 'string', value: 'MB', about: 'the largest list to read (default 5)', group: 'Rules' },

  pin: {
    type: 'boolean',
    about: 'kempt style: write the list’s conventions into the configuration',
    group: 'Style',
  },

  offline: { type: 'boolean', about: 'ask the network nothing', group: 'Links' },
  exclude: { type: 'string', multiple: true, value: 'REGEX', about: 'leave addresses out', group: 'Links' },
  include: {
    type: 'string',
    multiple: true,
    value: 'REGEX',
    about: 'check only these addresses',
    group: 'Links',
  },
  accept: {
    type: 'string',
    multiple: true,
    value: 'STATUS',
    about: 'take a status for fine, such as 403 or 500-599',
    group: 'Links',
  },
  timeout: { type: 'string', value: 'SECONDS', about: 'for one request (default 15)', group: 'Links' },
  concurrency: { type: 'string', value: 'N', about: 'requests at once (default 64)', group: 'Links' },
  'per-host': {
    type: 'string',
    value: 'N',
    about: 'requests at once to one host (default 8)',
    group: 'Links',
  },
  'max-redirects': { type: 'string', value: 'N', about: 'hops to follow (default 10)', group: 'Links' },
  header: {
    type: 'string',
    multiple: true,
    value: 'HOST=NAME:VALUE',
    about: 'send a header to one host',
    group: 'Links',
  },
  'github-token': {
    type: 'string',
    value: 'TOKEN',
    about: 'ask GitHub’s API (also: GITHUB_TOKEN)',
    group: 'Links',
  },
  'allow-private': { type: 'boolean', about: 'allow private and loopback addresses', group: 'Links' },
  'allow-range': {
    type: 'string',
    multiple: true,
    value: 'CIDR',
    about: 'allow the private addresses of this range',
    group: 'Links',
  },
  'connect-to': {
    type: 'string',
    multiple: true,
    value: 'HOST:PORT:TO:PORT',
    about: 'connect elsewhere for this host, as curl does',
    group: 'Links',
  },

  remap: {
    type: 'string',
    multiple: true,
    value: '"REGEX TO"',
    about: 'ask another address than the one written; TO may hold $1',
    group: 'Links',
  },
  base: {
    type: 'string',
    value: 'URL',
    about: 'what addresses that begin with a slash are under',
    group: 'Links',
  },
  scheme: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    about: 'let a scheme pass unasked',
    group: 'Links',
  },
  'text-fragments': { type: 'boolean', about: 'look for the text that #:~:text= points at', group: 'Links' },
  archive: { type: 'boolean', about: 'look for archived copies of dead links', group: 'Links' },
  cache: {
    type: 'boolean',
    about: 'remember verdicts and findings in .kempt/ (by itself where that folder is there)',
    group: 'Links',
  },
  history: {
    type: 'boolean',
    about: 'remember in .kempt/ what links have been through; troubles weigh by how long they last',
    group: 'Links',
  },
  'no-cache': { type: 'boolean', about: 'ask and lint everything anew', group: 'Links' },
  explain: {
    type: 'string',
    value: 'URL',
    about: 'kempt links: all that was seen of one address',
    group: 'Links',
    only: 'links',
  },

  runs: {
    type: 'string',
    value: 'N',
    about: 'failing runs in a row that make a trouble an error (default 3)…',
    group: 'Audits',
  },
  days: {
    type: 'string',
    value: 'N',
    about: '…over at least so many days (default 7)',
    group: 'Audits',
  },
  'not-found-runs': {
    type: 'string',
    value: 'N',
    about: 'runs that are enough for a 404 from a host that otherwise answers (default 2)',
    group: 'Audits',
  },
  'blocked-days': {
    type: 'string',
    value: 'N',
    about: 'days after which a link that only opens in a browser is a warning (default 90)',
    group: 'Audits',
  },
  'previous-body': {
    type: 'string',
    value: 'FILE',
    about: 'the markdown report of the run before: what is ticked there stays ticked',
    group: 'Audits',
  },
  now: {
    type: 'string',
    value: 'TIME',
    about: 'what the clock says, as ISO 8601',
    group: 'Audits',
    hidden: true,
  },

  yes: { type: 'boolean', short: 'y', about: 'write without asking', group: 'Init' },
  from: {
    type: 'string',
    value: 'TOOL',
    about: 'take over what lychee, markdown-link-check, linkinator or awesome-lint was told',
    group: 'Init',
  },

  help: { type: 'boolean', short: 'h', about: 'show this help', group: 'General' },
  version: { type: 'boolean', short: 'V', about: 'show the version', group: 'General' },
} as const satisfies Record<string, OptionSpec>;

type Specs = typeof optionSpecs;
type ValueOf<Spec> = Spec extends { multiple: true }
  ? string[]
  : Spec extends { type: 'string' }
    ? string
    : boolean;
export type OptionName = keyof Specs;
export type CliOptions = { [Name in OptionName]?: ValueOf<Specs[Name]> };
