import { homepage } from '../project.ts';
import { wrap } from '../report/columns.ts';
import { commands } from './commands.ts';
import { optionSpecs } from './options.ts';

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

/** The help for newcomers, at 80 columns. */
export function helpText(): string {
  const lines = Object.values(commands).map(({ usage, about }) => row(usage, about, 26));
  return [intro.replace('  COMMANDS', lines.join('\n')), ...groups(), outro].join('\n');
}

function groups(): string[] {
  const byGroup = new Map<string, string[]>();
  for (const [name, spec] of Object.entries(optionSpecs)) {
    if ('hidden' in spec) continue;
    const short = 'short' in spec ? `-${spec.short}, ` : '    ';
    const value = 'value' in spec ? ` ${spec.value}` : '';
    const known = byGroup.get(spec.group) ?? [];
    known.push(row(`${short}--${name}${value}`, spec.about, 34));
    byGroup.set(spec.group, known);
  }
  return [...byGroup].map(([group, rows]) => `${group}\n${rows.join('\n')}\n`);
}

function row(left: string, right: string, width: number): string {
  const lines = wrap(right, 78 - width);
  const first = left.length < width ? `  ${left.padEnd(width)}` : `  ${left}\n  ${' '.repeat(width)}`;
  return first + lines.join(`\n  ${' '.repeat(width)}`);
}
