import { type Catalogue, loadCatalogue } from '../catalogue.ts';
import { pinStateOf } from '../config/pins.ts';
import { type Document, parse } from '../document.ts';
import { KemptError } from '../kempt-error.ts';
import { markdownConventions } from '../markdown-consistency/conventions.ts';
import { type StyleOfList, styleJson, styleText } from '../report/style.ts';
import type { Convention } from '../style/convention.ts';
import { conventionsOf } from '../style/conventions.ts';
import { configSource } from './config-source.ts';
import { type Gathered, gather, leftOutNotices } from './gather.ts';
import { type Io, wantsColour, widthOf } from './io.ts';
import type { CliOptions } from './option-specs.ts';
import { formatOption } from './options.ts';

/** Longer lines are hard to read. */
const widest = 110;

/** `kempt style [paths…]`: the conventions of lists; with `--pin` they are written into the configuration. */
export async function styleCommand(args: string[], options: CliOptions, io: Io): Promise<number> {
  const format = formatOption(options, ['pretty', 'json']);
  const catalogue = await loadCatalogue();
  const source = await configSource(options, io);
  const gathering = await gather(args, options, io, catalogue, { source });
  const { inputs, faults } = gathering;
  if (faults[0]) throw new KemptError(faults[0].what, faults[0]);
  for (const notice of leftOutNotices(gathering, io)) io.stderr.write(`${notice}\n`);
  if (inputs.length === 0 && format !== 'json') return 0;
  const colour = wantsColour(io.stdout, io, { noColor: options['no-color'], color: options.color });
  const lists = inputs.map((input) => styleOf(input, catalogue));
  const width = Math.min(widthOf(io.stdout, io), widest);
  if (format === 'json') io.stdout.write(styleJson(lists));
  else
    io.stdout.write(
      styleText(lists, { colour, width, all: options.all ?? false, isPinning: options.pin ?? false }),
    );
  if (!options.pin) return 0;
  const { pinAll } = await import('./pin.ts');
  // What was written is told beside a report for machines, not in it.
  await pinAll(inputs, {
    options,
    io,
    catalogue,
    source,
    colour,
    out: format === 'json' ? io.stderr : io.stdout,
  });
  return 0;
}

/** All conventions of a list. */
export function conventionsIn(document: Document): Convention[] {
  return [...conventionsOf(document), ...markdownConventions(document)];
}

function styleOf(input: Gathered, catalogue: Catalogue): StyleOfList {
  const document = parse(input.file);
  return {
    path: input.file.path?.replaceAll('\\', '/') ?? '<stdin>',
    entries: document.list.entries.length,
    conventions: conventionsIn(document).map((one) => ({
      ...one,
      state: pinStateOf(one, { ...input, catalogue }),
    })),
  };
}
