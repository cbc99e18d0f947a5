import { VFile } from 'vfile';
import type { Audit } from './audit/audit.ts';
import { blamed } from './changes/blame.ts';
import type { FileChange } from './changes/changes.ts';
import type { Settings } from './config/settings.ts';
import { type Document, parse, sourceOf } from './document.ts';
import { asOther, type OtherList, strangersTo } from './duplicates/other-lists.ts';
import type { Gather } from './facts/gather.ts';
import type { FixOptions } from './fix/fix-document.ts';
import { KemptError } from './kempt-error.ts';
import { slowestNotice } from './links/slowest.ts';
import type { History } from './links/store/history.ts';
import type { CheckerOptions, LinkUse, Progress, Verdict } from './links/types.ts';
import { unaskedNotice } from './links/unasked.ts';
import { lint } from './lint.ts';
import type { List } from './list/types.ts';
import type { Trees } from './parse/parse-tree.ts';
import { createReport, type Fault, type FixedList, type Report } from './report/report.ts';
import { type Baseline, baselineOf, exact, newFindings } from './suppress/baseline.ts';
import { suppress } from './suppress/suppress.ts';
import { addFindings, type Checked, type LineDates, linkUses, pathOf } from './verify.ts';

/** What a run works on and with. Files and settings are gathered before; the run itself reads nothing. */
export interface RunInput {
  inputs: {
    file: VFile;
    settings: Settings;
    change?: FileChange | undefined;
    /** The list that it is part of, where that was fetched. */
    fetched?: { list: string };
  }[];
  /** Gathers what the rules of a document need to know of the world around it. */
  facts: Gather;
  /** What could not be read; goes into the report as it is. */
  faults?: Fault[];
  /** What is known of a list's trees from before. */
  trees?: (file: VFile) => Promise<Trees>;
  /** Run the rules. */
  lint: boolean;
  /** Ask the network. */
  links: boolean;
  /** Ids of everything the link check can report. */
  linkRules: readonly string[];
  /** What to fix; the report is of what is left then, in the fixed text. Nothing is written. */
  fix?: Pick<FixOptions, 'kinds' | 'rules'> | undefined;
  /** Findings that are known already. */
  baseline?: Baseline | undefined;
  checker?: CheckerOptions;
  /** What earlier runs saw of the links: troubles weigh by how long they last. Who opened it closes it. */
  history?: History | undefined;
  /** With a history: tell what has changed since the runs before, and keep apart what is acknowledged. */
  audit?: boolean;
  /** When the lines of a list came into it. */
  added?: ((document: Document) => Promise<LineDates>) | undefined;
  now?: Date;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

interface Running extends RunInput {
  documents: Judged[];
  /** What each list holds, in order, where there are several. */
  holdings: OtherList[];
  notices: string[];
  faults: Fault[];
}

/** A document and, where only a change is judged, the list before it and what was found in that. */
type Judged = Checked & { before?: { list: List; findings: Baseline } | undefined };

/** The whole way: parse, rules, links, suppression, report. A signal ends it early with what is known. */
export async function run(input: RunInput): Promise<Report> {
  const running: Running = {
    ...input,
    documents: [],
    holdings: [],
    notices: [],
    faults: [...(input.faults ?? [])],
  };
  for (const { file, settings, change } of input.inputs) {
    if (input.signal?.aborted) break;
    const before = await readBefore(file, settings, change, running);
    const document = { ...parse(file, await input.trees?.(file)), settings, change, before };
    if (input.inputs.length > 1) running.holdings.push(asOther(pathOf(document), document.list));
    // What is to be fixed is linted by the fixing, round by round.
    if (!input.fix) await lintIn(document, running);
    running.documents.push(document);
    // Between two lists, so that a Ctrl-C is heard.
    await new Promise(setImmediate);
  }
  const verdicts = input.links ? await verify(running) : [];
  const audit = input.audit && input.history ? await auditOf(verdicts, running) : undefined;
  const fixed: FixedList[] = [];
  let baselined = 0;
  for (const [index, document] of running.documents.entries()) {
    if (input.fix) {
      const result = await fix(document, verdicts, running);
      running.documents[index] = result.document;
      fixed.push(result.fixed);
      baselined += result.baselined;
    } else {
      baselined += withoutKnown(document, running);
    }
  }
  return createReport({
    files: running.documents.map(({ file, ...document }, index) => ({
      path: pathOf({ file, ...document }),
      ...(input.inputs[index]?.fetched && { list: input.inputs[index].fetched.list }),
      source: sourceOf(file),
      messages: file.messages,
      sections: document.list.allSections.map(({ title, place }) => ({ title, line: place.start.line })),
    })),
    ...(input.fix && { fixed }),
    baselined,
    verdicts,
    ...(audit && { audit }),
    notices: running.notices,
    faults: running.faults,
    interrupted: input.signal?.aborted ?? false,
  });
}

/** What the rules found in the list before a change; nothing is asked of the network for it. */
async function readBefore(file: VFile, settings: Settings, change: FileChange | undefined, running: Running) {
  if (change?.before === undefined) return undefined;
  const old = new VFile({ value: change.before, path: file.path, cwd: file.cwd });
  const document: Judged = { ...parse(old), settings };
  await lintIn(document, running);
  suppressIn(document, running);
  const { messages } = old;
  const findings = baselineOf([{ path: pathOf(document), source: change.before, messages }], exact);
  return { list: document.list, findings };
}

async function lintIn(document: Judged, { lint: wanted, facts, holdings }: Running): Promise<void> {
  if (!wanted) return;
  const { settings, before } = document;
  const needs = new Set(settings.rules.flatMap(({ rule }) => rule.needs ?? []));
  await lint(document, settings, {
    ...(await facts(document, needs)),
    before: before?.list,
    others: holdings.length > 0 ? othersBefore(document, holdings) : undefined,
  });
}

/** Lists that are looked at before this one: where a thing is in two, the second is told of the first. */
function othersBefore(document: Document, holdings: readonly OtherList[]): OtherList[] {
  const own = asOther(pathOf(document), document.list);
  const at = holdings.findIndex(({ path }) => path === own.path);
  return strangersTo(own, at < 0 ? holdings : holdings.slice(0, at));
}

/** Fixes a list in memory. Whoever interrupted the run gets the findings and nothing fixed. */
async function fix(checked: Judged, verdicts: readonly Verdict[], running: Running) {
  const { fixDocument } = await import('./fix/fix-document.ts');
  const { relocate } = await import('./fix/relocate.ts');
  const { settings, before, change } = checked;
  const verdictsIn = relocate(verdicts, checked);
  let baselined = 0;
  const { document, ...result } = await fixDocument(checked, {
    ...running.fix!,
    ...(running.signal?.aborted && { kinds: [] }),
    lint: async (read) => {
      const document = { ...read, settings, before, change: await changeIn(read, checked) };
      await lintIn(document, running);
      if (running.links) await addLinkFindings([document], verdictsIn(document), running);
      baselined = withoutKnown(document, running);
    },
  });
  return {
    document: { ...document, settings, before, change },
    fixed: { path: pathOf(checked), before: sourceOf(checked.file), ...result },
    baselined,
  };
}

/** The change as it stands in a text that fixes have altered: its lines may have moved, and fixed ones belong to it. */
async function changeIn(document: Document, { file, change }: Judged): Promise<FileChange | undefined> {
  const text = sourceOf(document.file);
  if (!change || change.before === undefined || text === sourceOf(file)) return change;
  const { changedLines } = await import('./changes/changed-lines.ts');
  return { ...change, lines: changedLines(change.before, text) };
}

/**
 * Takes the findings away that a comment silences, that a change is not to blame for, or that the baseline knows;
 * how many the baseline knows.
 */
function withoutKnown(document: Judged, running: Running): number {
  suppressIn(document, running);
  const { file, change, before } = document;
  const findings = () => ({ path: pathOf(document), source: sourceOf(file), messages: file.messages });
  if (change) file.messages = blamed(findings(), change, before?.findings ?? { version: 1, files: {} });
  if (!running.baseline) return 0;
  const left = newFindings(findings(), running.baseline);
  const known = file.messages.length - left.length;
  file.messages = left;
  return known;
}

async function verify(running: Running): Promise<Verdict[]> {
  const { documents, checker: options, signal, onProgress } = running;
  // The checker and undici are loaded here and nowhere before: `kempt lint` does without.
  const { createChecker } = await import('./links/checker.ts');
  const checker = createChecker(options ?? {});
  const verdicts: Verdict[] = [];
  try {
    const run = { ...(signal && { signal }), ...(onProgress && { onProgress }) };
    const dates = await datesOf(running);
    for await (const verdict of checker.check(auditedUses(running, dates), run)) {
      running.history?.note(verdict.url, verdict);
      verdicts.push(verdict);
    }
    await noteRun(verdicts, running);
    running.notices.push(
      ...checker.notices(),
      ...slowestNotice(checker.slowestHosts(3)),
      ...unaskedNotice(verdicts, options?.offline),
    );
  } catch (error) {
    // A machine that is offline cannot say anything of links; what the rules found stands.
    if (!(error instanceof KemptError)) throw error;
    running.faults.push({ what: error.message, where: error.where, hint: error.hint });
    return [];
  } finally {
    await checker.close();
  }
  if (!running.fix) await addLinkFindings(documents, verdicts, running);
  return verdicts;
}

/** The links to ask; an audit leaves some out. */
function* auditedUses({ documents, audit }: Running, dates: Map<Checked, LineDates>): Generator<LinkUse> {
  for (const document of documents) {
    for (const use of linkUses([document], dates))
      if (!audit || !document.settings.audit.excludes(use.url)) yield use;
  }
}

/** A run that was stopped, or that judged a change only, says nothing of the lists as a whole. */
async function noteRun(verdicts: readonly Verdict[], { history, documents, signal }: Running): Promise<void> {
  if (!history || signal?.aborted || documents.some(({ change }) => change)) return;
  const { countsOf } = await import('./audit/audit.ts');
  history.noteRun(countsOf(verdicts));
}

async function auditOf(verdicts: readonly Verdict[], running: Running): Promise<Audit> {
  const { acknowledgementNotices, createAudit } = await import('./audit/audit.ts');
  const { documents, history, now = new Date(), signal } = running;
  const lists = documents.map((document) => ({ path: pathOf(document), rules: document.settings.audit }));
  if (!signal?.aborted) running.notices.push(...acknowledgementNotices(lists, verdicts, now));
  return createAudit(lists, verdicts, { history: history!, now });
}

async function datesOf({ documents, added }: Running): Promise<Map<Checked, LineDates>> {
  if (!added) return new Map();
  return new Map(
    await Promise.all(documents.map(async (document) => [document, await added(document)] as const)),
  );
}

async function addLinkFindings(
  documents: readonly Judged[],
  verdicts: readonly Verdict[],
  { history, audit, now = new Date() }: Running,
): Promise<void> {
  const [{ findingsOf }, { answeringHosts }, { acknowledgementOf }] = await Promise.all([
    import('./links/findings.ts'),
    import('./links/lasting.ts'),
    import('./audit/acknowledged.ts'),
  ]);
  const hostAnswers = answeringHosts(verdicts);
  // Where only a change is judged, it answers for what it brought and no more.
  const mode = documents.some(({ change }) => change) ? 'pr' : history ? 'audit' : 'plain';
  const old = new Map(
    documents.map((document) => [
      pathOf(document),
      new Set(document.before?.list.links.map(({ url }) => url)),
    ]),
  );
  addFindings(documents, verdicts, (verdict, document) => {
    const { audit: rules } = document.settings;
    if (audit && acknowledgementOf(verdict.url, rules.acknowledged, now)) return [];
    const seen = history?.past(verdict.url);
    const past = seen && { ...seen, hostAnswers: hostAnswers(verdict.url) };
    // An address that stood there before died without the change, even where its entry was reworded.
    const isOld = old.get(pathOf(document))!.has(verdict.url);
    return findingsOf(verdict, mode, { past, lasting: rules.lasting, now }).map((one) => ({ ...one, isOld }));
  });
}

function suppressIn(document: Checked, { lint, links, linkRules }: Running): void {
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
