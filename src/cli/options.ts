import { parseArgs } from 'node:util';
import { KemptError } from '../kempt-error.ts';
import { nearest } from '../nearest.ts';
import { type CliOptions, type OptionName, type OptionSpec, optionSpecs } from './option-specs.ts';

/**
 * Reads the command line.
 * @throws {KemptError} for an option that does not exist or lacks its value
 */
export function parseCommandLine(argv: readonly string[]): { options: CliOptions; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: optionSpecs,
      allowPositionals: true,
      strict: true,
    });
    return { options: values as CliOptions, positionals };
  } catch (error) {
    throw usageFault(error as NodeJS.ErrnoException, argv);
  }
}

function usageFault(error: NodeJS.ErrnoException, argv: readonly string[]): unknown {
  if (!error.code?.startsWith('ERR_PARSE_ARGS')) return error;
  const quoted = /'([^']+)'/.exec(error.message)?.[1] ?? argv[0] ?? '';
  const where = quoted.split(/[ =,<]/).find((word) => word.startsWith('--')) ?? quoted;
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = nearest(where.replace(/^-+/, ''), Object.keys(optionSpecs));
    return new KemptError(`there is no option ${where}`, {
      hint: near ? `did you mean --${near}?` : '`kempt --help` lists them all',
    });
  }
  const spec = optionSpecs[where.replace(/^-+/, '') as OptionName] as OptionSpec | undefined;
  return new KemptError(spec?.value ? `${where} needs a value` : `${where} takes no value`, {
    hint: spec?.value ? `write ${where} ${spec.value}` : `write ${where} alone`,
  });
}

/**
 * A whole number from the command line.
 * @throws {KemptError} where it is none, or less than `least`
 */
export function numberOption(options: CliOptions, name: OptionName, least = 1): number | undefined {
  const written = options[name];
  if (written === undefined) return undefined;
  const value = Number(written);
  if (!Number.isInteger(value) || value < least) {
    throw new KemptError(`--${name} is ${String(written)}`, {
      hint: `expected a whole number from ${least} on`,
    });
  }
  return value;
}

/**
 * A stretch of time in milliseconds: `10`, `2.5` and `10s` are seconds, `500ms` milliseconds.
 * @throws {KemptError} where it is none
 */
export function durationOption(options: CliOptions, name: OptionName): number | undefined {
  const written = options[name];
  if (written === undefined) return undefined;
  const match = /^(\d+(?:\.\d+)?)(ms|s)?$/.exec(String(written));
  const value = match ? Number(match[1]) * (match[2] === 'ms' ? 1 : 1000) : 0;
  if (value <= 0)
    throw new KemptError(`--${name} is ${String(written)}`, { hint: 'expected seconds, such as 10 or 2.5' });
  return Math.round(value);
}

/**
 * An option with few values.
 * @throws {KemptError} where it is none of them
 */
export function choiceOption<const Value extends string>(
  options: CliOptions,
  name: OptionName,
  values: readonly Value[],
): Value | undefined {
  return oneOf(values, options[name], name);
}

/**
 * The last `--format` of a command that writes no report.
 * @throws {KemptError} where it is none of those it can be
 */
export function formatOption<const Value extends string>(
  { format }: CliOptions,
  values: readonly Value[],
): Value | undefined {
  return oneOf(values, format?.at(-1), 'format');
}

function oneOf<Value extends string>(
  values: readonly Value[],
  written: unknown,
  name: OptionName,
): Value | undefined {
  const found = values.find((value) => value === written);
  if (found !== undefined || written === undefined) return found;
  const near = nearest(String(written), values);
  throw new KemptError(`--${name} is ${String(written)}`, {
    hint: `${near === undefined ? '' : `did you mean ${near}? `}expected one of ${values.join(', ')}`,
  });
}
