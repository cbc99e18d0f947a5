import { randomUUID } from 'node:crypto';
import { appendFile, stat } from 'node:fs/promises';
import type { KeptIssue } from '../github/issue.ts';
import type { Report } from '../report/report.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What later steps may read, with what it says. */
export const outputs = {
  errors: 'how many errors',
  warnings: 'how many warnings',
  infos: 'how many notes',
  fixable: 'how many findings carry a safe fix',
  fixed: 'how many findings were fixed',
  links: 'how many distinct addresses were checked',
  dead: 'how many of them are dead',
  'exit-code': '0 nothing found, 1 a finding fails the run, 2 something could not be done',
  report: 'path of the JSON report',
  sarif: 'path of the SARIF report, where there is one',
  comment: 'address of the comment, where there is one',
  issue: 'number of the issue, where there is one',
} as const;

export type Outputs = Partial<Record<keyof typeof outputs, string | number>>;

/** What a report says in numbers. */
export function numbersOf({ summary, fixed = [] }: Report): Outputs {
  const { errors, warnings, infos, fixable, links } = summary;
  return {
    errors,
    warnings,
    infos,
    fixable,
    fixed: fixed.flatMap(({ applied }) => applied).reduce((sum, { count }) => sum + count, 0),
    links: Object.values(links).reduce((sum, count) => sum + count, 0),
    dead: links.dead ?? 0,
  };
}

/** The issue in a sentence, for the log; nothing where nothing was done. */
export function issueWords(kept: KeptIssue): string | undefined {
  if (!kept || kept.did === 'nothing') return undefined;
  if (kept.did === 'left') return `Issue #${kept.number} was closed as not planned, and is left alone`;
  return `Issue #${kept.number} ${kept.did}`;
}

/** Hands values on to later steps. */
export async function writeOutputs({ GITHUB_OUTPUT: file }: Environment, values: Outputs): Promise<void> {
  if (!file) return;
  const lines = Object.entries(values).map(([name, value]) => {
    // Nothing that a value holds can end it.
    const end = `kempt-${randomUUID()}`;
    return `${name}<<${end}\n${value}\n${end}\n`;
  });
  await appendFile(file, lines.join(''));
}

/** What GitHub takes for the summary of one step, in bytes. */
const largestSummary = 1_048_576;

/**
 * Appends to the job's summary as much as there is room for.
 * @param render the text in at most so many characters
 */
export async function writeSummary(
  { GITHUB_STEP_SUMMARY: file }: Environment,
  render: (limit: number) => string,
): Promise<void> {
  if (!file) return;
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  const room = largestSummary - size;
  let limit = room;
  let text = render(limit);
  // A character may take several bytes.
  for (let bytes = Buffer.byteLength(text); bytes > room; bytes = Buffer.byteLength(text)) {
    limit = Math.floor((limit * room) / bytes) - 1;
    if (limit < 1_000) return;
    text = render(limit);
  }
  await appendFile(file, text);
}
