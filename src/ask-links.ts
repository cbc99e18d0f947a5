import type { Audit } from './audit/audit.ts';
import { KemptError } from './kempt-error.ts';
import { createChannel } from './links/channel.ts';
import { slowestNotice } from './links/slowest.ts';
import type { LinkUse, Verdict } from './links/types.ts';
import { unaskedNotice } from './links/unasked.ts';
import type { Judged, Running } from './running.ts';
import { addFindings, isAsked, type Linking, linkUses, pathOf } from './verify.ts';

/** The network is being asked for the links of a run, while its lists are still read. */
export interface Asking {
  /** Addresses that a list will turn out to have. */
  expect(urls: readonly string[], list: Pick<Linking, 'settings' | 'change'>): void;
  /** All links of a list. */
  add(list: Linking): void;
  /** No more lists come. @param fault what kept the rest from being read */
  close(fault?: unknown): void;
  verdicts: Promise<Verdict[]>;
}

export function startAsking(running: Running): Asking {
  const heard = createChannel<LinkUse[] | Linking>();
  const isLeftOut = ({ settings }: Pick<Linking, 'settings'>, url: string) =>
    running.audit === true && settings.audit.excludes(url);

  /** The links to ask; an audit leaves some out. */
  async function* uses(): AsyncGenerator<LinkUse> {
    for await (const one of heard) {
      if (Array.isArray(one)) yield* one;
      else
        for (const use of linkUses(one, await running.added?.(one))) if (!isLeftOut(one, use.url)) yield use;
    }
  }

  const verdicts = askLinks(uses(), running);
  // Whoever waits for them is told; until then there is nobody.
  verdicts.catch(() => {});
  return {
    verdicts,
    expect(urls, list) {
      // Of a change, only what its lines link to is asked for.
      if (list.change) return;
      heard.push(urls.filter((url) => isAsked(url) && !isLeftOut(list, url)).map((url) => ({ url })));
    },
    add: heard.push,
    close: heard.end,
  };
}

/** Asks the network for links: the verdicts. */
async function askLinks(uses: AsyncIterable<LinkUse>, running: Running): Promise<Verdict[]> {
  const { checker: options, signal, onProgress } = running;
  // The checker and undici are loaded here and nowhere before: `kempt lint` does without.
  const { createChecker } = await import('./links/checker.ts');
  const checker = createChecker(options ?? {});
  const verdicts: Verdict[] = [];
  try {
    const run = { ...(signal && { signal }), ...(onProgress && { onProgress }) };
    for await (const verdict of checker.check(uses, run)) {
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
  return verdicts;
}

/** A run that was stopped, or that judged a change only, says nothing of the lists as a whole. */
async function noteRun(verdicts: readonly Verdict[], { history, documents, signal }: Running): Promise<void> {
  if (!history || signal?.aborted || documents.some(({ change }) => change)) return;
  const { countsOf } = await import('./audit/audit.ts');
  history.noteRun(countsOf(verdicts));
}

/** What has changed since the runs before. */
export async function auditOf(verdicts: readonly Verdict[], running: Running): Promise<Audit> {
  const { acknowledgementNotices, createAudit } = await import('./audit/audit.ts');
  const { documents, history, now = new Date(), signal } = running;
  const lists = documents.map((document) => ({ path: pathOf(document), rules: document.settings.audit }));
  if (!signal?.aborted) running.notices.push(...acknowledgementNotices(lists, verdicts, now));
  return createAudit(lists, verdicts, { history: history!, now });
}

/** What verdicts have to say of some documents, weighed by what kind of run it is. */
export async function addLinkFindings(
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
