import type { VFile } from 'vfile';
import type { Settings } from './config/settings.ts';
import { type Document, parse, sourceOf } from './document.ts';
import type { Facts } from './facts/facts.ts';
import type { CheckerOptions, Progress, Verdict } from './links/types.ts';
import { lint } from './lint.ts';
import { createReport, type Fault, type FileReport, type Report } from './report/report.ts';
import { type Baseline, newFindings } from './suppress/baseline.ts';
import { suppress } from './suppress/suppress.ts';
import { addFindings, linkUses, pathOf } from './verify.ts';

/** What a run works on and with. Files and settings are gathered before; the run itself reads nothing. */
export interface RunInput {
  inputs: { file: VFile; settings: Settings }[];
  /** Gathers what rules may know of the world around a document. */
  facts: (document: Document) => Promise<Facts>;
  /** What could not be read; goes into the report as it is. */
  faults?: Fault[];
  /** Run the rules. */
  lint: boolean;
  /** Ask the network. */
  links: boolean;
  /** Ids of everything the link check can report. */
  linkRules: readonly string[];
  /** Findings that are known already. */
  baseline?: Baseline | undefined;
  checker?: CheckerOptions;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

interface Running extends RunInput {
  documents: (Document & { settings: Settings })[];
}

/** The whole way: parse, rules, links, suppression, report. A signal ends it early with what is known. */
export async function run(input: RunInput): Promise<Report> {
  const running: Running = { ...input, documents: [] };
  for (const { file, settings } of input.inputs) {
    if (input.signal?.aborted) break;
    const document = { ...parse(file), settings };
    if (input.lint) await lint(document, settings, await input.facts(document));
    running.documents.push(document);
    // Between two lists, so that a Ctrl-C is heard.
    await new Promise(setImmediate);
  }
  const verdicts = input.links ? await verify(running) : [];
  for (const document of running.documents) suppressIn(document, running);
  const files = running.documents.map((document) => filtered(document, input.baseline));
  return createReport({
    files: files.map(({ file }) => file),
    baselined: files.reduce((sum, { known }) => sum + known, 0),
    verdicts,
    faults: input.faults ?? [],
    interrupted: input.signal?.aborted ?? false,
  });
}

/** A file's findings without those that the baseline knows, and how many these are. */
function filtered(document: Document, baseline: Baseline | undefined): { file: FileReport; known: number } {
  const { messages } = document.file;
  const all = { path: pathOf(document), source: sourceOf(document.file), messages };
  const left = baseline ? newFindings(all, baseline) : messages;
  return { file: { ...all, messages: left }, known: messages.length - left.length };
}

async function verify({ documents, checker: options, signal, onProgress }: Running): Promise<Verdict[]> {
  // The checker and undici are loaded here and nowhere before: `kempt lint` does without.
  const { createChecker } = await import('./links/checker.ts');
  const { findingsOf } = await import('./links/findings.ts');
  const checker = createChecker(options ?? {});
  const verdicts: Verdict[] = [];
  try {
    const run = { ...(signal && { signal }), ...(onProgress && { onProgress }) };
    for await (const verdict of checker.check(linkUses(documents), run)) verdicts.push(verdict);
  } finally {
    await checker.close();
  }
  addFindings(documents, verdicts, (verdict) => findingsOf(verdict, 'plain'));
  return verdicts;
}

function suppressIn(document: Running['documents'][number], { lint, links, linkRules }: Running): void {
  const { settings } = document;
  if (!settings.inlineConfig) return;
  const ran = lint ? [...settings.rules.map(({ rule }) => rule.id), ...Object.keys(settings.bundled)] : [];
  if (links) ran.push(...linkRules);
  suppress(document, {
    known: settings.known,
    ran: new Set(ran),
    unused: lint ? settings.unusedDisable : 'off',
  });
}
