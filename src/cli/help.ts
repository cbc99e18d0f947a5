import { homepage } from '../project.ts';
import { wrap } from '../report/columns.ts';
import { type CommandName, type CommandSpec, commands } from './commands.ts';
import { type OptionSpec, optionSpecs } from './option-specs.ts';

const intro = `kempt keeps awesome lists kempt: it checks a list's structure and formatting,
and whether its links are alive.

Usage
  kempt [paths…]            lint the lists and check their links
  COMMANDS

  A path is a Markdown file, a directory (its readme, translations of it, and
  lists in the directory that these link to), a pattern such as "lists/*.md",
  or - for standard input. Without a path: this directory.

Examples
  kempt                     the list in this directory, everything
  kempt lint README.md      without the network, as before a commit
  kempt fix --dry-run       what would be mended, as a diff
  kempt fix - < README.md   the mended list to standard output
  kempt --format json -o report.json
`;

const outro = `Exit code: 0 nothing found, 1 findings at or over --fail-on, 2 kempt could not
do its work (a wrong option, an unreadable file or configuration).

More: ${homepage}#readme
`;

/** The help at 80 columns: all of it for newcomers, or what there is to say of one command. */
export function helpText(command?: CommandName): string {
  if (command) return commandHelp(command);
  const lines = Object.values(commands).map(({ usage, about }) => row(usage, about, 26));
  return [intro.replace('  COMMANDS', lines.join('\n')), ...groups(), outro].join('\n');
}

function commandHelp(command: CommandName): string {
  const { usage, about, options, formats }: CommandSpec = commands[command];
  return [
    `${usage}\n\n${wrap(`${about[0]!.toUpperCase()}${about.slice(1)}.`, 78).join('\n')}\n`,
    ...groups({ command, only: [...options, 'General'], formats }),
    '`kempt --help` tells of the other commands.\n',
  ].join('\n');
}

interface Shown {
  command?: CommandName;
  only?: readonly string[];
  formats?: string | undefined;
}

/** The options by group: all, or those that are named, by themselves or by their group. */
function groups({ command, only, formats }: Shown = {}): string[] {
  const byGroup = new Map<string, string[]>();
  for (const [name, spec] of Object.entries<OptionSpec>(optionSpecs)) {
    if (command && spec.only !== undefined && spec.only !== command) continue;
    if (spec.hidden || (only && !only.includes(spec.group) && !only.includes(name))) continue;
    const isFormat = name === 'format' && formats !== undefined;
    const short = spec.short === undefined ? '    ' : `-${spec.short}, `;
    const value = spec.value === undefined ? '' : ` ${isFormat ? 'NAME' : spec.value}`;
    const known = byGroup.get(spec.group) ?? [];
    known.push(row(`${short}--${name}${value}`, isFormat ? formats : spec.about, 34));
    byGroup.set(spec.group, known);
  }
  return [...byGroup].map(([group, rows]) => `${group}\n${rows.join('\n')}\n`);
}

function row(left: string, right: string, width: number): string {
  const lines = wrap(right, 78 - width);
  const first = left.length < width ? `  ${left.padEnd(width)}` : `  ${left}\n  ${' '.repeat(width)}`;
  return first + lines.join(`\n  ${' '.repeat(width)}`);
}
