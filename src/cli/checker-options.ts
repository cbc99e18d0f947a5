import { isStatusOrRange, statusExample } from '../config/accepted-status.ts';
import type { LinkSettings } from '../config/config.ts';
import { KemptError } from '../kempt-error.ts';
import { optionsFromEnvironment } from '../links/environment.ts';
import type { CheckerOptions } from '../links/types.ts';
import type { CliOptions, OptionName } from './option-specs.ts';
import { durationOption, numberOption } from './options.ts';

/**
 * What the checker is told: the command line wins over the configuration. What only the command line and the
 * environment may say (private addresses, other connections, secrets) is taken from there alone.
 * @throws {KemptError} for a value that cannot be
 */
export function checkerOptions(
  options: CliOptions,
  env: Readonly<Record<string, string | undefined>>,
): (settings: LinkSettings) => CheckerOptions {
  const given: CheckerOptions = defined({
    timeout: durationOption(options, 'timeout'),
    concurrency: numberOption(options, 'concurrency'),
    perHost: numberOption(options, 'per-host'),
    maxRedirects: numberOption(options, 'max-redirects', 0),
    githubToken: options['github-token'] ?? (env.GITHUB_TOKEN || env.GH_TOKEN || undefined),
    allowPrivate: options['allow-private'] ?? options['allow-range'],
    connectTo: options['connect-to'],
    offline: options.offline,
    remap: options.remap?.map(remap),
    base: options.base === undefined ? undefined : absolute(options.base),
    wayback: options.archive,
    textFragments: options['text-fragments'],
    schemes: options.scheme,
  });
  const lists = {
    accept: (options.accept ?? []).map(status),
    include: patterns(options, 'include'),
    exclude: patterns(options, 'exclude'),
    headers: (options.header ?? []).map(header),
  };
  const fromEnvironment = optionsFromEnvironment(env);
  return ({ enabled: _, cache: __, archive, ...settings }) => ({
    ...settings,
    ...(archive === undefined ? {} : { wayback: archive }),
    ...fromEnvironment,
    ...given,
    accept: [...(settings.accept ?? []).map(String), ...lists.accept],
    include: [...(settings.include ?? []), ...lists.include],
    exclude: [...(settings.exclude ?? []), ...lists.exclude],
    headers: [...(settings.headers ?? []), ...lists.headers],
  });
}

function defined<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Value;
}

function patterns(options: CliOptions, name: OptionName & ('include' | 'exclude')): string[] {
  for (const pattern of options[name] ?? []) {
    try {
      new RegExp(pattern);
    } catch (error) {
      throw new KemptError(`--${name} is not a regular expression: ${pattern}`, {
        hint: (error as Error).message,
        cause: error,
      });
    }
  }
  return options[name] ?? [];
}

function status(written: string): string {
  if (isStatusOrRange(written)) return written;
  throw new KemptError(`--accept is ${written}`, { hint: `expected ${statusExample.replaceAll('"', '')}` });
}

function remap(written: string): { from: string; to: string } {
  const match = /^(\S+)\s+(\S+)$/.exec(written.trim());
  if (!match) {
    throw new KemptError('--remap has another shape', {
      where: written,
      hint: 'write --remap "https://example.com/(.*) http://localhost:8080/$1"',
    });
  }
  return { from: match[1]!, to: match[2]! };
}

function absolute(url: string): string {
  if (/^https?:\/\//i.test(url) && URL.canParse(url)) return url;
  throw new KemptError(`--base is no address: ${url}`, {
    hint: 'write it whole, such as https://example.com/',
  });
}

function header(written: string): { host: string; name: string; value: string } {
  const match = /^([^\s=:]+)=([^\s:]+):\s*(.*)$/.exec(written);
  if (!match) {
    throw new KemptError('--header has another shape', {
      where: written,
      hint: 'write --header "example.com=Authorization: Bearer …": a header is for one host, never for all',
    });
  }
  return { host: match[1]!, name: match[2]!, value: match[3]! };
}
