import { VFile } from 'vfile';
import { type Asking, addLinkFindings, auditOf, startAsking } from './ask-links.ts';
import { blamed } from './changes/blame.ts';
import type { FileChange } from './changes/changes.ts';
import type { Settings } from './config/settings.ts';
import { type Document, parse, parseTelling, sourceOf } from './document.ts';
import { asOther, type OtherList, strangersTo } from './duplicates/other-lists.ts';
import type { Verdict } from './links/types.ts';
import { lint } from './lint.ts';
import type { List } from './list/types.ts';
import { createReport, type FixedList, type Report } from './report/report.ts';
import type { Judged, RunInput, Running } from './running.ts';
import { baselineOf, exact, newFindings } from './suppress/baseline.ts';
import { suppress } from './suppress/suppress.ts';
import { type Checked, pathOf } from './verify.ts';

/** The whole way: parse, rules, links, suppression, report. A signal ends it early with what is known. */
export async function run(input: RunInput): Promise<Report> {
  const running: Running = {
    ...input,
    documents: [],
    holdings: [],
    notices: [],
    faults: [...(input.faults ?? [])],
  };
  // The network is asked while lists are still read and linted: its answers take longer than both.
  const asking = input.links ? startAsking(running) : undefined;
  await readAll(running, asking).then(asking?.close, (fault) => {
    asking?.close(fault);
    throw fault;
  });
  const verdicts = (await asking?.verdicts) ?? [];
  if (input.links && !input.fix) await addLinkFindings(running.documents, verdicts, running);
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
      ...generatedFrom(file, document.list),
      get sections() {
        return document.list.allSections.map(({ title, place }) => ({ title, line: place.start.line }));
      },
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

/** Asked only where there are fixes: a list that has none need not be understood. */
function generatedFrom({ messages }: VFile, list: Pick<List, 'generatedFrom'>) {
  const from = messages.some(({ fix }) => fix !== undefined) ? list.generatedFrom : undefined;
  return from === undefined ? {} : { generatedFrom: from };
}

/** Reads all lists, and lints what is not to be fixed: that is linted by the fixing, round by round. */
async function readAll(running: Running, asking: Asking | undefined): Promise<void> {
  const { inputs, trees, signal, fix, holdings, documents } = running;
  for (const { file, settings, change } of inputs) {
    if (signal?.aborted) break;
    const before = await readBefore(file, settings, change, running);
    const known = await trees?.(file);
    const read = asking
      ? await parseTelling(file, known, {
          expect: (urls) => asking.expect(urls, { settings, change }),
          add: (links) => asking.add({ file, settings, change, links }),
        })
      : parse(file, known);
    const document = { ...read, settings, change, before };
    if (running.lint && inputs.length > 1) holdings.push(asOther(pathOf(document), document.list));
    if (!fix) await lintIn(document, running);
    documents.push(document);
    // Between two lists, so that a Ctrl-C is heard.
    await new Promise(setImmediate);
  }
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
  const at = holdings.findIndex(({ path }) => path === pathOf(document));
  if (at < 0) return strangersTo(asOther(pathOf(document), document.list), holdings);
  // What fixes have changed since makes it no other list.
  return strangersTo(holdings[at]!, holdings.slice(0, at));
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
