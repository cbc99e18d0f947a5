import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Catalogue } from '../catalogue.ts';
import type { AuditedListSettings, AuditSettings, Config } from '../config/config.ts';
import { mergeAudits } from '../config/load.ts';
import { settingsFor } from '../config/settings.ts';
import type { CheckerOptions } from '../links/types.ts';
import type { ConfigSource } from './config-source.ts';
import { configurations, type Gathering, gather } from './gather.ts';
import type { Io } from './io.ts';
import type { CliOptions } from './option-specs.ts';
import { numberOption } from './options.ts';

/** Nobody waits for an audit, so slow hosts get their time, and those that ask for a pause get it. In milliseconds. */
export const patient: CheckerOptions = { timeout: 30_000, maxRetryAfter: 600_000 };

/**
 * Reads the lists of an audit: those that the command line names, or else those of the configuration, or else the
 * readme here; each with what the configuration says of that list.
 */
export async function auditLists(
  names: readonly string[],
  options: CliOptions,
  io: Io,
  catalogue: Catalogue,
  source: ConfigSource,
): Promise<Gathering> {
  const { config } = await configurations(options, source)(io.cwd);
  const overlays = config.audit?.lists ?? {};
  const wanted = names.length > 0 ? names : Object.keys(overlays);
  const remote = await repositoriesIn(wanted, io);
  const local = wanted.filter((name) => !remote.includes(name));
  const isHere = local.length > 0 || remote.length === 0;
  const gathering: Gathering = isHere
    ? await gather(local, options, io, catalogue, { source })
    : { inputs: [], leftOut: [], faults: [] };
  const numbers = fromCommandLine(options);
  const resolved = gathering.inputs.map(async (input) => {
    const overlay = await overlayOf(input.file.path, overlays);
    const over = overlaid(input.config, overlay, numbers);
    const full = input.file.path === undefined ? undefined : path.resolve(io.cwd, input.file.path);
    const base = input.from.length > 0 ? path.dirname(input.from.at(-1)!) : io.cwd;
    const settings = await settingsFor({ config: over, from: input.from, base }, full, catalogue);
    return { ...input, config: over, settings };
  });
  const inputs = await Promise.all(resolved);
  if (remote.length === 0) return { ...gathering, inputs };
  const { fetchLists } = await import('./fetched-lists.ts');
  const named = remote.map((name) => ({ name, overlay: overlays[name] }));
  const fetched = await fetchLists(named, { config, numbers, options, io, catalogue });
  return {
    ...gathering,
    inputs: [...inputs, ...fetched.inputs],
    faults: [...gathering.faults, ...fetched.faults],
  };
}

/** The names that are `owner/name` of a repository; what is here by that name comes first. */
async function repositoriesIn(names: readonly string[], { cwd }: Io): Promise<string[]> {
  const { isRepositoryName } = await import('./fetched-lists.ts');
  const all = names.filter(isRepositoryName);
  const here = await Promise.all(
    all.map((name) =>
      stat(path.resolve(cwd, name)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return all.filter((_, index) => !here[index]);
}

/** What the configuration says of one list: by its path as it is written, or by the last pattern that matches. */
async function overlayOf(
  file: string | undefined,
  overlays: Record<string, AuditedListSettings>,
): Promise<AuditedListSettings | undefined> {
  if (file === undefined) return undefined;
  const { default: picomatch } = await import('picomatch');
  const written = file.replaceAll('\\', '/');
  const fitting = Object.entries(overlays).filter(([name]) => {
    const plain = path.posix.normalize(name);
    return plain === written || path.posix.dirname(written) === plain || picomatch(plain)(written);
  });
  return (fitting.find(([name]) => path.posix.normalize(name) === written) ?? fitting.at(-1))?.[1];
}

/** The command line wins over what is said of the list, and that over the rest of the configuration. */
export function overlaid(
  config: Config,
  { files: _, ref: __, rules, ...audit }: AuditedListSettings = {},
  numbers: AuditSettings = {},
): Config {
  return {
    ...config,
    ...(rules && { rules: { ...config.rules, ...rules } }),
    audit: mergeAudits(mergeAudits(config.audit, audit), numbers),
  };
}

function fromCommandLine(options: CliOptions): AuditSettings {
  const given: [keyof AuditSettings, number | undefined][] = [
    ['runs', numberOption(options, 'runs')],
    ['days', numberOption(options, 'days', 0)],
    ['notFoundRuns', numberOption(options, 'not-found-runs')],
    ['blockedDays', numberOption(options, 'blocked-days', 0)],
  ];
  return Object.fromEntries(given.filter(([, value]) => value !== undefined)) as AuditSettings;
}
