import type { Report } from './report.ts';

/** What a reporter may ask of the place it prints to, and of what the reader wants to see. */
export interface ReporterOptions {
  /** Whether ANSI colours are understood. */
  colour: boolean;
  /** Columns. */
  width: number;
  /** Only errors, and no word where there are none. */
  quiet: boolean;
  /** Everything known: notes of every finding, links that are fine. */
  verbose: boolean;
  /** Nothing folded. */
  all: boolean;
  /** The markdown report of the run before: what is ticked there stays ticked. */
  previousBody?: string | undefined;
  /** The address of a line, to link places to. */
  lineUrl?: ((path: string, line: number) => string | undefined) | undefined;
}

/** A report as text, final newline included; empty where there is nothing to say. */
export type Reporter = (report: Report, options: ReporterOptions) => string;

interface ReporterEntry {
  /** Of a file that holds this format, without dot. */
  extension: string;
  /** Whether it is meant for eyes: for these colour and width matter. */
  forPeople: boolean;
  load: () => Promise<Reporter>;
}

/** Every format by its name; loaded when asked for, so that a run pays for the one it prints. */
export const reporters = {
  pretty: {
    extension: 'txt',
    forPeople: true,
    load: async () => (await import('./pretty.ts')).pretty,
  },
  json: {
    extension: 'json',
    forPeople: false,
    load: async () => (await import('./json.ts')).json,
  },
  compact: {
    extension: 'txt',
    forPeople: false,
    load: async () => (await import('./compact.ts')).compact,
  },
  sarif: {
    extension: 'sarif',
    forPeople: false,
    load: async () => {
      const [{ sarif }, { loadCatalogue, ruleInfos }] = await Promise.all([
        import('./sarif.ts'),
        import('../catalogue.ts'),
      ]);
      return sarif(ruleInfos(await loadCatalogue()));
    },
  },
  github: {
    extension: 'txt',
    forPeople: false,
    load: async () => (await import('./github.ts')).github,
  },
  junit: {
    extension: 'xml',
    forPeople: false,
    load: async () => (await import('./junit.ts')).junit,
  },
  gitlab: {
    extension: 'json',
    forPeople: false,
    load: async () => (await import('./gitlab.ts')).gitlab,
  },
  rdjson: {
    extension: 'json',
    forPeople: false,
    load: async () => (await import('./rdjson.ts')).rdjson,
  },
  markdown: {
    extension: 'md',
    forPeople: false,
    load: async () => (await import('./markdown.ts')).markdown,
  },
  pr: {
    extension: 'md',
    forPeople: false,
    load: async () => (await import('./pr.ts')).pr,
  },
  html: {
    extension: 'html',
    forPeople: false,
    load: async () => (await import('./html.ts')).html,
  },
} as const satisfies Record<string, ReporterEntry>;

export type ReporterName = keyof typeof reporters;

export const reporterNames = Object.keys(reporters) as ReporterName[];
