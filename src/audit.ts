import path from 'node:path';
import { VFile } from 'vfile';
import { loadCatalogue } from './catalogue.ts';
import type { Config } from './config/config.ts';
import { resolveConfig } from './config/load.ts';
import { settingsFor } from './config/settings.ts';
import { noFacts } from './facts/facts.ts';
import { wantedRules } from './fix/wanted-rules.ts';
import type { CheckerOptions, CheckRun } from './links/types.ts';
import { type ReporterName, type ReporterOptions, reporters } from './report/index.ts';
import { type JsonReport, toJsonReport } from './report/json.ts';
import { run } from './run.ts';

/** What an audit is to go by, and where it remembers. */
export interface AuditOptions extends CheckRun {
  /** The file of what earlier runs saw, such as `.kempt/history.jsonl`; it is made where it is not there. */
  history: string;
  config?: Config;
  /** Of the link check; what `config.links` says is for the command line. */
  checker?: CheckerOptions;
  /** When the run is. Default now. */
  now?: Date;
  /** What can safely be mended is, or with `suggested` also what a person should look at afterwards; nothing is written. */
  fix?: { suggested?: boolean; rules?: readonly string[] };
}

/** An audit that is over. */
export interface Audited {
  report: JsonReport;
  /** Where fixes were asked for, the text of each list with them. */
  fixed?: { path: string; text: string }[];
  /** The same as a report of another format, such as the body of an issue (`markdown`) or of a pull request (`pr`). */
  render(format: ReporterName, options?: Partial<ReporterOptions>): Promise<string>;
}

const plain: ReporterOptions = { colour: false, width: 80, quiet: false, verbose: false, all: false };

/**
 * Checks the links of lists against what earlier runs saw of them, and takes in what this one sees.
 * @param lists files with their paths; they are left as they are
 * @throws {KemptError} for what is no configuration, or a rule that does not exist
 */
export async function audit(
  lists: readonly VFile[],
  { history: file, config = {}, checker, now = new Date(), fix, ...watching }: AuditOptions,
): Promise<Audited> {
  const { openHistory } = await import('./links/store/history.ts');
  const catalogue = await loadCatalogue();
  const inputs = await Promise.all(
    lists.map(async (list) => {
      const full = list.path ? path.resolve(list.cwd, list.path) : undefined;
      const settings = await settingsFor(await resolveConfig(config, list.cwd), full, catalogue);
      return { file: copyOf(list), settings };
    }),
  );
  const known = new Set(inputs.flatMap(({ settings }) => [...settings.known]));
  const history = await openHistory(file, () => now.getTime());
  try {
    const report = await run({
      inputs,
      facts: async () => ({ ...noFacts, now }),
      lint: false,
      links: true,
      linkRules: catalogue.links.map(({ id }) => id),
      fix: fix && {
        kinds: fix.suggested ? ['safe', 'suggested'] : ['safe'],
        rules: fix.rules && wantedRules(fix.rules, known, 'rules'),
      },
      checker: checker ?? {},
      history,
      audit: true,
      now,
      ...watching,
    });
    report.notices.push(...history.notices);
    return {
      report: toJsonReport(report),
      ...(report.fixed && { fixed: report.fixed.map(({ path, text }) => ({ path, text })) }),
      render: async (format, options) => (await reporters[format].load())(report, { ...plain, ...options }),
    };
  } finally {
    await history.close();
  }
}

/** Without BOM, which offsets do not count. */
function copyOf({ path, cwd, value }: VFile): VFile {
  return new VFile({ cwd, value: String(value).replace(/^\uFEFF/, ''), ...(path && { path }) });
}
