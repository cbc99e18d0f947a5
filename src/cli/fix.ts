import path from 'node:path';
import type { VFile } from 'vfile';
import type { Catalogue } from '../catalogue.ts';
import type { Settings } from '../config/settings.ts';
import type { FixOptions } from '../fix/fix-document.ts';
import { wantedRules } from '../fix/wanted-rules.ts';
import { KemptError } from '../kempt-error.ts';
import type { Fault, FixedList } from '../report/report.ts';
import { type ActiveRule, optionsOf } from '../rule.ts';
import { faultOf } from './fault.ts';
import { type Io, wantsColour } from './io.ts';
import type { CliOptions } from './option-specs.ts';
import type { StagedFiles } from './since.ts';

/**
 * What the command line asks to be fixed; undefined where it asks for nothing.
 * @param known ids of all rules there are, without prefix
 * @throws {KemptError} for a rule that does not exist
 */
export function fixRequest(
  options: CliOptions,
  known: ReadonlySet<string>,
): Pick<FixOptions, 'kinds' | 'rules'> | undefined {
  const asked = options['fix-rule'];
  if (options.contents) {
    if (asked)
      throw new KemptError('--contents and --fix-rule exclude each other', { hint: 'leave one of them out' });
    return { kinds: ['safe', 'suggested'], rules: new Set([contentsRule]) };
  }
  const suggested = options['fix-suggested'] ?? false;
  if (!options.fix && !suggested && !asked && !options['dry-run']) return undefined;
  return {
    kinds: suggested ? ['safe', 'suggested'] : ['safe'],
    ...(asked && { rules: wantedRules(asked, known, '--fix-rule') }),
  };
}

const contentsRule = 'contents';

/** The settings of a list whose contents are to be written anew: with the rule that does it, though it may be off. */
export function withContentsAnew(settings: Settings, { rules }: Catalogue): Settings {
  const rule = rules.find(({ id }) => id === contentsRule)!;
  const active = settings.rules.find((one) => one.rule === rule) ?? {
    rule,
    severity: 'warning',
    options: optionsOf(rule, {}, settings.preset),
  };
  const anew: ActiveRule = { ...active, options: { ...active.options, anew: true } };
  return { ...settings, rules: [...settings.rules.filter((one) => one.rule !== rule), anew] };
}

/** Whether standard output is for the fixed text or the diff, so that reports must go elsewhere. */
export function fixesTakeStdout(options: CliOptions, files: readonly VFile[]): boolean {
  return Boolean(options['dry-run']) || files.some(({ path: name }) => name === undefined);
}

/** What became of writing: what could not be written, and what a reader should know, as in a report. */
interface Delivered {
  faults: Fault[];
  notices: string[];
}

/**
 * Puts fixed lists where they belong: the file, the index where what is staged was judged, standard output for standard
 * input, or a diff for `--dry-run`. A list that cannot be written is a fault, and the others are still written.
 */
export async function deliver(
  fixed: readonly FixedList[],
  files: readonly VFile[],
  options: CliOptions,
  { io, staged }: { io: Io; staged?: StagedFiles | undefined },
): Promise<Delivered> {
  const delivered: Delivered = { faults: [], notices: [] };
  for (const [index, list] of fixed.entries()) {
    const { before, text, path: shown } = list;
    const file = files[index]!;
    const bom = file.data.bom === true;
    if (options['dry-run']) await writeDiff(before, text, shown, options, io);
    else if (file.path === undefined) io.stdout.write((bom ? '\uFEFF' : '') + text);
    else if (text !== before)
      await write(path.resolve(file.cwd, file.path), { ...list, bom, staged }, delivered);
  }
  return delivered;
}

async function writeDiff(before: string, after: string, shown: string, options: CliOptions, io: Io) {
  if (before === after) return;
  const { unifiedDiff } = await import('../fix/diff.ts');
  const colour = wantsColour(io.stdout, io, { noColor: options['no-color'], color: options.color });
  io.stdout.write(unifiedDiff(before, after, { path: shown, colour }));
}

async function write(
  full: string,
  { before, text, bom, path: shown, staged }: FixedList & { bom: boolean; staged: StagedFiles | undefined },
  { faults, notices }: Delivered,
): Promise<void> {
  try {
    if (staged) {
      const left = await staged.mend(full, { before, after: text, bom });
      if (left) notices.push(`${shown}: what is staged is mended; the file itself is left as it is: ${left}`);
      if (staged.isPassing)
        notices.push(`${shown}: git commits it from an index of its own; stage it again afterwards`);
    } else {
      const { writeAtomically } = await import('../fix/write-atomically.ts');
      await writeAtomically(full, text, { was: before, bom, shown });
    }
  } catch (error) {
    if (!(error instanceof KemptError)) throw error;
    faults.push(faultOf(error));
  }
}
