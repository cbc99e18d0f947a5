import * as z from 'zod/mini';
import { isStatusOrRange, statusExample } from './accepted-status.ts';
import type { Config } from './config.ts';
import { isPlugin } from './plugins.ts';
import { validate } from './validate.ts';

export const ruleSeverities = ['off', 'info', 'warning', 'error', 'on'] as const;
export type RuleSeverity = (typeof ruleSeverities)[number];

/** A key that may be left out, and what it means. */
const key = <Schema extends z.core.$ZodType>(about: string, schema: Schema) =>
  z.optional(schema).check(z.describe(about));

const strings = z.array(z.string());
const pattern = z.string().check(z.refine(isPattern, 'a regular expression'));
const count = z.int().check(z.positive());
const fromZero = z.int().check(z.nonnegative());

export const ruleSeverity = z.enum(ruleSeverities).check(z.meta({ id: 'severity' }));
const rules = z.record(z.string(), z.union([ruleSeverity, z.tuple([ruleSeverity, z.unknown()])]));
const aboutRules = 'By rule id: a severity, or a severity and options';

const acceptable = z.refine(isStatusOrRange, statusExample);
const host = z.strictObject({
  host: z.string(),
  width: key('Requests at once', count),
  interval: key('Milliseconds between two requests', fromZero),
  timeout: key('Milliseconds for one request', count),
  method: key('The method to ask with first', z.enum(['GET', 'HEAD'])),
  accept: key('Statuses taken for ok', z.array(z.string().check(acceptable))),
  headers: key('Headers for this host', z.record(z.string(), z.string())),
});

const links = z.strictObject({
  enabled: key('Whether `kempt` checks links at all; `kempt links` always does', z.boolean()),
  timeout: key('Milliseconds for one request', count),
  concurrency: key('Requests at once', count),
  perHost: key('Requests at once to one host', count),
  maxRedirects: key('Hops to follow', fromZero),
  accept: key(
    'Statuses taken for ok beside 200 to 299: 403, "500-599"',
    z.array(z.union([z.string(), z.number()]).check(acceptable)),
  ),
  include: key('Regular expressions; only addresses that one of them matches are asked', z.array(pattern)),
  exclude: key('Regular expressions; addresses that one of them matches are left out', z.array(pattern)),
  userAgent: key('What kempt calls itself', z.string()),
  cache: key('Whether verdicts are remembered in .kempt/cache.jsonl', z.boolean()),
  archive: key('Whether archived copies of dead links are looked for', z.boolean()),
  schemes: key('Schemes beside http and https that pass unasked', strings),
  textFragments: key('Whether text fragments (#:~:text=…) are looked for', z.boolean()),
  hosts: key('Limits and habits by host; the first that matches applies', z.array(host)),
  headers: key(
    'Headers for one host each',
    z.array(z.strictObject({ host: z.string(), name: z.string(), value: z.string() })),
  ),
});

const auditNumbers = {
  runs: key('Failing runs in a row after which a trouble is an error', count),
  days: key('Days between the first failing run and the last after which it is', fromZero),
  notFoundRuns: key('Runs that are enough for a 404 from a host that otherwise answers', count),
  goneRuns: key('Runs that are enough for a 410', count),
  blockedDays: key('Days after which a link that only opens in a browser becomes a warning', fromZero),
  acknowledged: key(
    'Troubles that are known: kept apart until they expire',
    z.array(
      z.strictObject({ url: z.string(), reason: z.string().check(z.minLength(1)), expires: z.iso.date() }),
    ),
  ),
  exclude: key('Regular expressions over the whole address: what audits leave out', z.array(pattern)),
};
const auditedList = z.strictObject({
  ...auditNumbers,
  files: key('For owner/name: patterns of the Markdown files to read', strings),
  ref: key('For owner/name: the branch or tag', z.string()),
  rules: key('Severities of what the link check reports', rules),
});
const audit = z.strictObject({
  ...auditNumbers,
  lists: key(
    'What holds for single lists, by path, pattern or owner/name',
    z.record(z.string(), auditedList),
  ),
});

const override = z.strictObject({
  files: strings.check(z.describe('Patterns, relative to the configuration file')),
  rules: key(aboutRules, rules),
});

const imported =
  'a rule from `defineRule`, a remark plugin, or a plugin and its options, imported in a configuration in JavaScript or TypeScript';

/** The one description of a configuration: it validates, and the JSON schema is made from it. */
export const configSchema = z.strictObject({
  $schema: z.optional(z.string()),
  extends: key(
    'A preset (house, awesome, minimal), the path of another configuration, or several; later ones win',
    z.union([z.string(), strings]),
  ),
  rules: key(aboutRules, rules),
  ignore: key('Files to leave out, as .gitignore writes them, relative to the configuration file', strings),
  links: key('The link check', links),
  audit: key('What an audit goes by', audit),
  failOn: key('The least severity that fails a run', z.enum(['error', 'warning', 'info', 'never'])),
  baseline: key('The file of known findings, relative to where kempt is started', z.string()),
  maxFileSize: key('Bytes of the largest list to read', count),
  inlineConfig: key('Whether comments such as <!--lint disable rule--> count', z.boolean()),
  overrides: key('Settings for some files; later ones win', z.array(override)),
  plugins: z.optional(z.array(z.custom<unknown>(isPlugin, imported))),
});

/**
 * Checks what a configuration file holds.
 * @throws {KemptError} naming the key, the value, what was expected and the nearest valid key.
 */
export function validateConfig(value: unknown, where: string): Config {
  return validate(configSchema, value, { where, what: 'the configuration' }) as Config;
}

function isPattern(written: string): boolean {
  try {
    return new RegExp(written, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
