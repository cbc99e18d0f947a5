import { parse } from '../document.ts';
import { findFiles } from '../input/find.ts';
import { readList, readStream } from '../input/read.ts';
import { KemptError } from '../kempt-error.ts';
import { inspectJson, inspectTree } from '../report/inspect.ts';
import { type Io, wantsColour, widthOf } from './io.ts';
import type { CliOptions } from './option-specs.ts';
import { formatOption } from './options.ts';

/** `kempt inspect FILE`: what kempt understood of a list, as a tree or as JSON. */
export async function inspectCommand(args: string[], options: CliOptions, io: Io): Promise<number> {
  const format = formatOption(options, ['tree', 'pretty', 'json']);
  if (args.length > 1)
    throw new KemptError('inspect shows one list at a time', { hint: 'kempt inspect README.md' });
  const { paths, faults } = await findFiles(args, io.cwd);
  if (faults[0]) throw faults[0];
  // Of a directory its readme, which is found first.
  const name = paths[0]!;
  const file = await (name === '-' ? readStream(io.stdin, io) : readList(name, io));
  const { list } = parse(file);
  const colour = wantsColour(io.stdout, io, { noColor: options['no-color'], color: options.color });
  io.stdout.write(
    format === 'json' ? inspectJson(list) : inspectTree(list, { colour, width: widthOf(io.stdout, io) }),
  );
  return 0;
}
