import type { SecondSource } from './adapters/adapter.ts';
import { archivedCopy } from './adapters/wayback.ts';
import type { Case } from './inquiry.ts';
import type { ProbeContext } from './probe.ts';
import type { Permit } from './scheduler.ts';
import { all } from './several.ts';
import { createAskSite } from './site-requests.ts';
import type { Cache } from './store/cache.ts';
import type { Attempt, Outcome } from './types.ts';

/** Who else may know of a page: its site's interface, and the archive. */
export interface SecondOpinion {
  /** Asks an official source about a page that opens, where its site opens a page for everything. */
  doubt(one: Case, permit: Permit): Promise<void>;
  /** Asks an official source about a page that is walled or fails. */
  seek(one: Case, permit: Permit): Promise<void>;
  /** Asks over https for a page that is fine over http. */
  secure(one: Case, permit: Permit): Promise<void>;
  /** Looks for an archived copy of what is dead. */
  archive(one: Case, permit: Permit): Promise<void>;
}

export function createSecondOpinion(
  context: ProbeContext,
  sources: readonly SecondSource[],
  wayback: string | undefined,
  cache: Cache | undefined,
): SecondOpinion {
  async function ask(
    one: Case,
    permit: Permit,
    asked: readonly SecondSource[],
  ): Promise<Opinion | undefined> {
    const url = new URL(one.target.url);
    for (const source of asked) {
      const question = source.question(url);
      if (!question) continue;
      const began = performance.now();
      const reply = await createAskSite(permit, context)(question).catch(() => undefined);
      const says = reply && source.read(reply);
      const durationMs = Math.round(performance.now() - began);
      const hops = [{ url: question.url, status: reply?.status ?? 0, headers: {}, durationMs }];
      return says && { name: source.name, says, attempt: { method: 'GET', pass: 2, hops, durationMs } };
    }
    return undefined;
  }

  return {
    async doubt(one, permit) {
      if (!one.attempts.some(isFine)) return;
      const opinion = await ask(
        one,
        permit,
        sources.filter(({ always }) => always),
      );
      if (opinion?.says === 'gone') contradict(one, opinion);
      else await this.secure(one, permit);
    },
    async seek(one, permit) {
      const last = one.attempts.at(-1);
      if (
        !last ||
        one.attempts.some(isFine) ||
        last.outcome?.says === 'gone' ||
        last.outcome?.says === 'soft'
      )
        return;
      const opinion = await ask(one, permit, sources);
      if (opinion?.says === 'there') vouch(one, opinion);
      else if (opinion && last.outcome) last.outcome = { ...last.outcome, note: unknownTo(opinion) };
    },
    async secure(one, permit) {
      const shown = one.attempts.at(-1)?.hops;
      // A redirect to https is `moved` already, and a port of its own seldom has a twin.
      if (!one.target.url.startsWith('http:') || shown?.length !== 1 || !one.attempts.some(isFine)) return;
      const url = new URL(one.target.url);
      if (url.port !== '') return;
      url.protocol = 'https:';
      const question = { url: url.href, method: 'HEAD', headers: { accept: '*/*' } } as const;
      const reply = await createAskSite(permit, context)(question).catch(() => undefined);
      if (reply?.status === 200 && isAlike(reply.headers, shown[0]!.headers)) one.secure = url.href;
    },
    async archive(one, permit) {
      if (wayback === undefined) return;
      for (const { href, added } of all(one.target.asked).slice(0, 1)) {
        const copy =
          cache?.archived(href) ??
          (await archivedCopy(one.target.url, createAskSite(permit, context), wayback, added));
        if (copy !== undefined) one.archived = copy;
      }
    },
  };
}

interface Opinion {
  name: string;
  says: 'there' | 'gone';
  attempt: Attempt;
}

/** Whether two answers are of one page, as far as headers tell: of a type, and of whatever both have alike. */
function isAlike(one: Record<string, string>, other: Record<string, string>): boolean {
  const type = (headers: Record<string, string>) =>
    headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const agree = (name: string) => !one[name] || !other[name] || one[name] === other[name];
  return type(one) === type(other) && agree('etag') && agree('last-modified');
}

function isFine({ outcome }: Attempt): boolean {
  return outcome?.says === 'fine';
}

function unknownTo({ name }: Opinion): string {
  return `The interface of ${name} does not know it: it is gone, or not public`;
}

function vouch(one: Case, { name, attempt }: Opinion): void {
  const reason = `its page is not for programs, but the interface of ${name} knows it`;
  one.attempts.push({ ...attempt, outcome: { says: 'fine', row: `${name}: found`, reason } });
  one.via = name;
}

/** The page opens, but its own site says that there is nothing: both together are the evidence. */
function contradict(one: Case, opinion: Opinion): void {
  const outcome: Outcome = {
    says: 'soft',
    row: `${opinion.name}: not found`,
    reason: 'its page opens, but what it should show is not there',
    note: unknownTo(opinion),
  };
  for (const attempt of one.attempts) attempt.outcome = outcome;
  one.attempts.push({ ...opinion.attempt, outcome });
  one.via = opinion.name;
}
