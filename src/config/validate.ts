import type * as z from 'zod/mini';
import { KemptError } from '../kempt-error.ts';
import { nearest } from '../nearest.ts';

export interface Subject {
  /** The file that the value is from. */
  where: string;
  /** What the value as a whole is called: `the configuration`. */
  what: string;
  /** The keys that lead to it. */
  path?: readonly PropertyKey[];
}

/**
 * Checks a value against a schema.
 * @throws {KemptError} naming the key, the value, what was expected and the nearest valid key.
 */
export function validate(
  schema: z.ZodMiniType,
  value: unknown,
  { where, what, path = [] }: Subject,
): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = mostTelling((result.error.issues as Issue[]).map(deepest), value);
  const key = [...path, ...issue.path].join('.');
  if (issue.code === 'unrecognized_keys') {
    const unknown = issue.keys?.[0] ?? '';
    throw new KemptError(`unknown key \`${[key, unknown].filter(Boolean).join('.')}\``, {
      where,
      hint: validKeys(unknown, keysOf(schema as unknown as Node, issue.path)),
    });
  }
  const found = at(value, issue.path);
  const said = found === undefined ? 'missing' : shown(found);
  throw new KemptError(issue.path.length === 0 ? `${what} is ${said}` : `\`${key}\` is ${said}`, {
    where,
    hint: hintFor(issue, found) + keysHint(issue, keysOf(schema as unknown as Node, issue.path)),
  });
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((part, step) => (part as Record<PropertyKey, unknown>)?.[step], value);
}

/** A key that is missing may only be misspelt: then the key that nobody knows says more. */
function mostTelling(issues: readonly Issue[], value: unknown): Issue {
  const first = issues[0]!;
  if (at(value, first.path) !== undefined) return first;
  return issues.find(({ code }) => code === 'unrecognized_keys') ?? first;
}

interface Issue {
  code: string;
  path: PropertyKey[];
  message: string;
  keys?: string[];
  expected?: string;
  format?: string;
  origin?: string;
  values?: unknown[];
  minimum?: number;
  inclusive?: boolean;
  errors?: Issue[][];
}

/** Of a union's complaints the one that got furthest into the value says most. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || !issue.errors?.length) return issue;
  const inner = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0];
  if (!inner || inner.path.length === 0) return issue;
  return deepest({ ...inner, path: [...issue.path, ...inner.path] });
}

const mostShown = 60;

function shown(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}

/** What other tools, and people in a hurry, call keys and values. */
const sameThings: Record<string, readonly string[]> = {
  extends: ['preset', 'presets', 'base', 'extend', 'style'],
  rules: ['severity', 'severities', 'settings', 'linters'],
  ignore: ['exclude', 'excludes', 'ignorePatterns', 'ignoreFiles', 'skip'],
  exclude: ['ignore', 'ignores', 'ignorePatterns', 'skip'],
  files: ['file', 'path', 'paths', 'include', 'pattern', 'patterns', 'glob', 'globs'],
  accept: ['statuses', 'statusCodes', 'aliveStatusCodes', 'acceptedStatusCodes'],
  hosts: ['perHosts', 'domains'],
  host: ['name', 'domain', 'url'],
  maxFileSize: ['maxSize', 'max-size'],
  inlineConfig: ['comments', 'noInlineConfig'],
  failOn: ['fail-on', 'level'],
  off: ['0', 'false', 'disable', 'disabled', 'none', 'ignore'],
  warning: ['1', 'warn'],
  error: ['2', 'fatal'],
  on: ['true', 'enable', 'enabled'],
};

/** How to begin an object that is expected, where it can only hold little. */
function keysHint({ expected }: Issue, keys: readonly string[]): string {
  const [first, ...others] = keys;
  return expected === 'object' && first !== undefined && others.length < 5
    ? `, such as { "${first}": … }`
    : '';
}

function validKeys(unknown: string, keys: readonly string[]): string {
  const meant = keys.filter((key) => sameThings[key]?.includes(unknown));
  const near = nearest(unknown, keys) ?? (meant.length === 1 ? meant[0] : undefined);
  if (near) return `did you mean \`${near}\`?`;
  return keys.length > 0 ? `valid keys are ${keys.join(', ')}` : 'it takes none';
}

function hintFor(issue: Issue, found: unknown): string {
  if (issue.code === 'invalid_union')
    return `expected ${alternatives(issue)}${guess(found, valuesOf(issue))}`;
  if (issue.values) return `expected one of ${quoted(issue.values)}${guess(found, issue.values)}`;
  return `expected ${expectation(issue)}`;
}

function guess(found: unknown, values: readonly unknown[]): string {
  const meant = values.find((value) => sameThings[String(value)]?.includes(String(found)));
  const near = meant ?? (typeof found === 'string' ? nearest(found, values.map(String)) : undefined);
  return near === undefined ? '' : `; did you mean "${near}"?`;
}

function quoted(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ');
}

function valuesOf({ errors = [] }: Issue): unknown[] {
  return errors.flatMap(([first]) => first?.values ?? []);
}

/** What each part of a union takes, in a row. */
function alternatives({ errors = [] }: Issue): string {
  return errors
    .flatMap(([first]) => (first ? [first.values ? quoted(first.values) : expectation(first)] : []))
    .map((one) => (one === expectations.tuple ? `${one}: ["warning", {}]` : one))
    .join(', or ');
}

const expectations: Record<string, string> = {
  int: 'a whole number',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  tuple: 'one of them and options',
  boolean: 'true or false',
};

function expectation({ code, expected = '', format, origin, message, minimum, inclusive }: Issue): string {
  if (code === 'too_small' && origin === 'string') return 'some words';
  if (origin === 'array') return expectations.tuple!;
  if (format === 'date') return 'a day, such as "2027-01-31"';
  if (code === 'too_small') return `a number ${inclusive ? `from ${minimum} on` : `over ${minimum}`}`;
  // The checks of kempt's own say themselves what they expect.
  if (code === 'custom') return message;
  return expectations[expected] ?? `a ${expected || 'different value'}`;
}

/** What of a schema's insides says which keys there are. */
interface Node {
  _zod: {
    def: {
      type: string;
      shape?: Record<string, Node>;
      innerType?: Node;
      element?: Node;
      valueType?: Node;
      options?: Node[];
      items?: Node[];
    };
  };
}

/** The keys that the schema knows where a path leads to. */
function keysOf(schema: Node, path: readonly PropertyKey[]): string[] {
  const { def } = schema._zod;
  if (def.innerType) return keysOf(def.innerType, path);
  if (def.options) return def.options.flatMap((one) => keysOf(one, path));
  const [step, ...rest] = path;
  if (step === undefined) return Object.keys(def.shape ?? {});
  const next = def.shape?.[String(step)] ?? def.element ?? def.valueType ?? def.items?.[Number(step)];
  return next ? keysOf(next, rest) : [];
}
