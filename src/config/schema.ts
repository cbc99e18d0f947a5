import * as z from 'zod/mini';
import { KemptError } from '../kempt-error.ts';
import { nearest } from '../nearest.ts';
import type { Config } from './config.ts';

export const ruleSeverities = ['off', 'info', 'warning', 'error', 'on'] as const;
export type RuleSeverity = (typeof ruleSeverities)[number];

const ruleSetting = z.union([z.enum(ruleSeverities), z.tuple([z.enum(ruleSeverities), z.unknown()])]);
const rules = z.record(z.string(), ruleSetting);
const strings = z.array(z.string());
const pattern = z.string().check(z.refine(isPattern, 'pattern'));
const count = z.int().check(z.positive());

const host = z.strictObject({
  host: z.string(),
  width: z.optional(count),
  interval: z.optional(z.int().check(z.nonnegative())),
  timeout: z.optional(count),
  method: z.optional(z.enum(['GET', 'HEAD'])),
  accept: z.optional(strings),
});

const links = z.strictObject({
  enabled: z.optional(z.boolean()),
  timeout: z.optional(count),
  concurrency: z.optional(count),
  perHost: z.optional(count),
  maxRedirects: z.optional(z.int().check(z.nonnegative())),
  accept: z.optional(z.array(z.union([z.string(), z.number()]))),
  include: z.optional(strings),
  exclude: z.optional(strings),
  userAgent: z.optional(z.string()),
  cache: z.optional(z.boolean()),
  archive: z.optional(z.boolean()),
  schemes: z.optional(strings),
  textFragments: z.optional(z.boolean()),
  hosts: z.optional(z.array(host)),
  headers: z.optional(z.array(z.strictObject({ host: z.string(), name: z.string(), value: z.string() }))),
});

const countOrNone = z.int().check(z.nonnegative());
const auditNumbers = {
  runs: z.optional(count),
  days: z.optional(countOrNone),
  notFoundRuns: z.optional(count),
  goneRuns: z.optional(count),
  blockedDays: z.optional(countOrNone),
  acknowledged: z.optional(
    z.array(
      z.strictObject({ url: z.string(), reason: z.string().check(z.minLength(1)), expires: z.iso.date() }),
    ),
  ),
  exclude: z.optional(z.array(pattern)),
};
const auditedList = z.strictObject({
  ...auditNumbers,
  files: z.optional(strings),
  ref: z.optional(z.string()),
  rules: z.optional(rules),
});
const audit = z.strictObject({ ...auditNumbers, lists: z.optional(z.record(z.string(), auditedList)) });

/** The one description of a configuration: it validates, and the JSON schema is made from it. */
export const configSchema = z.strictObject({
  $schema: z.optional(z.string()),
  extends: z.optional(z.union([z.string(), strings])),
  rules: z.optional(rules),
  ignore: z.optional(strings),
  links: z.optional(links),
  audit: z.optional(audit),
  failOn: z.optional(z.enum(['error', 'warning', 'info', 'never'])),
  baseline: z.optional(z.string()),
  maxFileSize: z.optional(count),
  inlineConfig: z.optional(z.boolean()),
  overrides: z.optional(z.array(z.strictObject({ files: strings, rules: z.optional(rules) }))),
  plugins: z.optional(z.array(z.unknown())),
});

/**
 * Checks what a configuration file holds.
 * @throws {KemptError} naming the key, the value, what was expected and the nearest valid key.
 */
export function validateConfig(value: unknown, where: string): Config {
  const result = configSchema.safeParse(value);
  if (result.success) return result.data as Config;
  const issue = deepest(result.error.issues[0] as Issue);
  throw new KemptError(describe(issue, value), { where, hint: hintFor(issue) });
}

interface Issue {
  code: string;
  path: PropertyKey[];
  keys?: string[];
  expected?: string;
  values?: unknown[];
  format?: string;
  origin?: string;
  errors?: Issue[][];
}

/** Of a union's complaints the one that got furthest into the value says most. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || !issue.errors?.length) return issue;
  const inner = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0];
  if (!inner || inner.path.length === 0) return issue;
  return deepest({ ...inner, path: [...issue.path, ...inner.path] });
}

function describe(issue: Issue, value: unknown): string {
  const key = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const unknown = [...issue.path, issue.keys?.[0]].join('.');
    return `unknown key \`${unknown}\``;
  }
  const found = issue.path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown>)?.[step], value);
  const shown = JSON.stringify(found) ?? String(found);
  return key === '' ? `the configuration is ${shown}` : `\`${key}\` is ${shown.slice(0, 60)}`;
}

function hintFor(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') {
    const near = nearest(issue.keys?.[0] ?? '', keysAt(issue.path));
    return near ? `did you mean \`${near}\`?` : `valid keys are ${keysAt(issue.path).join(', ')}`;
  }
  if (issue.values) return `expected one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
  if (issue.path[0] === 'rules' && issue.code === 'invalid_union') {
    return `expected ${ruleSeverities.map((name) => `"${name}"`).join(', ')}, or one of them and options: ["warning", {}]`;
  }
  return `expected ${expectation(issue)}`;
}

const expectations: Record<string, string> = {
  int: 'a whole number',
  too_small: 'a number over zero',
  date: 'a day, such as "2027-01-31"',
  custom: 'a regular expression',
  object: 'an object',
  array: 'a list',
};

function expectation({ code, expected, format, origin }: Issue): string {
  if (code === 'too_small' && origin === 'string') return 'some words';
  const known = expectations[format ?? ''] ?? expectations[code];
  return known ?? (expected && (expectations[expected] ?? `a ${expected}`)) ?? 'something else';
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

function keysAt(path: PropertyKey[]): string[] {
  if (path[0] === 'links') return Object.keys(links.shape);
  if (path.includes('acknowledged')) return ['url', 'reason', 'expires'];
  if (path[0] === 'audit') return Object.keys(path[1] === 'lists' ? auditedList.shape : audit.shape);
  if (path[0] === 'overrides') return ['files', 'rules'];
  return Object.keys(configSchema.shape);
}
