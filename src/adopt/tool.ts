import type { Config } from '../config/config.ts';

/** What comes of another tool's configuration: kempt's own, and what no configuration can say. */
export interface Adopted {
  config: Config;
  /** Options for the command line: what a list's configuration may not set. */
  flags: string[];
  /** What a person should know or do, one sentence each without a full stop. */
  notes: string[];
}

/** One option of another tool and what stands in for it. */
export interface OptionRow {
  /** Its key in the tool's configuration file; the command line's name is the same with dashes. */
  theirs: string;
  /** What kempt has for it, in Markdown: the migration page shows it. */
  ours: string;
  /** Takes a value over. Absent where nothing needs to be said. */
  adopt?: (value: unknown, into: Adopted) => void;
}

/** A tool that kempt can take over from. */
export interface OtherTool {
  name: string;
  /** Configuration files, relative to the repository, in the order they are looked for. */
  files: readonly string[];
  /**
   * Reads one of the files to its options.
   * @throws {Error} where it is damaged
   */
  read: (text: string, file: string) => Promise<Record<string, unknown>>;
  options: readonly OptionRow[];
  /** What holds before any file is read. */
  start?: () => Adopted;
  /** How the use of a tool without a configuration shows: a script of package.json that calls it. */
  script?: RegExp;
}

/** Takes over the options of one file, in the order they stand; what the tool's table has no row for is said. */
export function adopt(tool: OtherTool, options: Record<string, unknown>, into: Adopted): void {
  for (const [name, value] of Object.entries(options)) {
    const row = tool.options.find(({ theirs }) => theirs === name);
    if (row) row.adopt?.(value, into);
    else into.notes.push(`\`${name}\` of ${tool.name} is not known here and was left out`);
  }
}
