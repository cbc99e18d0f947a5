import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Catalogue } from '../catalogue.ts';
import { pinsFor } from '../config/pins.ts';
import { pinsAsCode, withPins } from '../config/write-pins.ts';
import { parse } from '../document.ts';
import { unifiedDiff } from '../fix/diff.ts';
import { writeAtomically } from '../fix/write-atomically.ts';
import { listsIn } from '../input/lists-in.ts';
import { KemptError } from '../kempt-error.ts';
import type { ConfigSource } from './config-source.ts';
import { type Gathered, gather } from './gather.ts';
import type { Io, Output } from './io.ts';
import type { CliOptions } from './option-specs.ts';
import { conventionsIn } from './style.ts';
import { writeWhole } from './write-file.ts';

interface Pinning {
  options: CliOptions;
  io: Io;
  catalogue: Catalogue;
  source: ConfigSource;
  colour: boolean;
  /** Where it is told what was written. */
  out: Output;
}

const newFile = 'kempt.config.json';

/** Binds lists to their own conventions, by their configuration. */
export async function pinAll(inputs: readonly Gathered[], pinning: Pinning): Promise<void> {
  const { options, io, catalogue, source } = pinning;
  let hasPinned = false;
  for (const { file } of inputs) {
    if (file.path === undefined)
      throw new KemptError('standard input has no place to be configured for', {
        hint: 'name the file: kempt style --pin README.md',
      });
    // Read anew, for the list before may have changed the configuration.
    const { inputs: fresh } = await gather([file.path], options, io, catalogue, { source });
    for (const input of fresh) hasPinned = (await pinOne(input, inputs, pinning)) || hasPinned;
  }
  if (!hasPinned)
    pinning.out.write('\nNothing to pin: there is no habit that the configuration leaves open.\n');
}

async function pinOne(
  input: Gathered,
  others: readonly Gathered[],
  { io, catalogue, colour, out }: Pinning,
): Promise<boolean> {
  const list = path.resolve(io.cwd, input.file.path!);
  const pins = pinsFor(conventionsIn(parse(input.file)), { ...input, catalogue });
  if (pins.size === 0) return false;
  const file = input.from.at(-1) ?? path.join(homeOf(list, io), newFile);
  const only = (await isAlone(list, path.dirname(file), others, input, pins.keys()))
    ? undefined
    : forward(path.relative(path.dirname(file), list));
  const shown = forward(path.relative(io.cwd, file));
  if (/\.[cm]?[jt]s$/.test(file)) {
    out.write(
      `\n${shown} is code, which kempt does not edit. Add this to it:\n\n${pinsAsCode(pins, { only })}`,
    );
    return true;
  }
  const before = input.from.length > 0 ? await readFile(file, 'utf8') : undefined;
  const after = withPins(file, before ?? (await emptyConfig(file)), pins, { only });
  if (before === undefined) await writeWhole(file, after, { shown, isNew: true });
  else await writeAtomically(file, after, { shown, was: before });
  out.write(`\nWrote ${shown}:\n\n${unifiedDiff(before ?? '', after, { path: shown, colour })}`);
  return true;
}

/** Where a new configuration goes: beside what kempt was started in, if the list is under it. */
function homeOf(list: string, { cwd }: Io): string {
  const relative = path.relative(cwd, list);
  return relative.startsWith('..') || path.isAbsolute(relative) ? path.dirname(list) : cwd;
}

/** Whether the configuration is of this list alone, and says nothing of some files that would weigh more. */
async function isAlone(
  list: string,
  directory: string,
  others: readonly Gathered[],
  { config, file: { cwd } }: Gathered,
  keys: Iterable<string>,
): Promise<boolean> {
  const rules = new Set(keys);
  if (config.overrides?.some((override) => Object.keys(override.rules ?? {}).some((key) => rules.has(key))))
    return false;
  const known = others.map(({ file }) => path.resolve(cwd, file.path!));
  const beside = (await listsIn(directory).catch(() => [])).map((name) => path.join(directory, name));
  return [...known, ...beside].every((one) => one === list);
}

/** A new configuration, for an editor that can check it where the schema is at hand. */
async function emptyConfig(file: string): Promise<string> {
  const schema = './node_modules/kempt/schema/config.schema.json';
  const isThere = await access(path.join(path.dirname(file), schema)).then(
    () => true,
    () => false,
  );
  return isThere ? `{\n  "$schema": ${JSON.stringify(schema)}\n}\n` : '{\n}\n';
}

function forward(file: string): string {
  return file.replaceAll('\\', '/');
}
