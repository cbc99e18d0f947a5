import { STATUS_CODES } from 'node:http';
import { isIP } from 'node:net';
import { bounceOf } from './bounces.ts';
import { faultOf } from './faults.ts';
import { hostOf } from './normalise.ts';
import { parkedSigns } from './parked.ts';
import { ownFragment } from './redirects.ts';
import { isSuspect, softSigns } from './soft.ts';
import { acceptsStatus, statusRow } from './statuses.ts';
import type { AnchorAnswer, Attempt, Evidence, Hop, Outcome, Verdict, VerdictName } from './types.ts';
import { wallOf } from './walls.ts';

export interface Policy {
  /** Statuses that the user takes for ok. */
  accepts(status: number): boolean;
}

export function createPolicy(accept: readonly string[] = []): Policy {
  return { accepts: acceptsStatus(accept) };
}

/** A row reads an attempt; the first that has something to say decides. */
type Row = (attempt: Attempt, policy: Policy) => Outcome | undefined;

/**
 * The policy for one attempt, from what overrules everything to what is left. Bounces and walls come before
 * statuses: what a wall answers says nothing about the page behind it. The tables are in `faults.ts`,
 * `statuses.ts`, `walls.ts`, `bounces.ts` and `soft.ts`.
 */
const rows: readonly Row[] = [
  privateAddress,
  localName,
  accepted,
  bounced,
  walled,
  transportFault,
  scriptRedirect,
  parked,
  soft,
  byStatus,
];

/** What one attempt comes to. Pure. */
export function outcomeOf(attempt: Attempt, policy: Policy): Outcome {
  for (const row of rows) {
    const outcome = row(attempt, policy);
    if (outcome) return outcome;
  }
  return { says: 'unsettled', row: 'nothing', reason: 'no request was made' };
}

function privateAddress({ code, hops }: Attempt): Outcome | undefined {
  if (code !== 'KEMPT_PRIVATE_ADDRESS' || hops.length > 1) return undefined;
  const host = new URL(hops[0]?.url ?? 'http://localhost').hostname.replace(/^\[|\]$/g, '');
  if (!isIP(host) && !/(^|\.)localhost\.?$/.test(host)) return undefined;
  return { says: 'private', row: 'private address', reason: `${host} is not a public address` };
}

/** Names for networks of one's own (RFC 6761, RFC 6762, RFC 8375, and the one that ICANN keeps free): that the DNS does not know them says nothing. */
function localName({ code, hops }: Attempt): Outcome | undefined {
  if (code !== 'ENOTFOUND' || hops.length > 1) return undefined;
  const host = new URL(hops[0]?.url ?? 'http://localhost').hostname;
  if (!/\.(local|localhost|internal|home\.arpa|lan|localdomain)\.?$/.test(host)) return undefined;
  return { says: 'private', row: 'local name', reason: `${host} is a name of a local network` };
}

function accepted({ code, hops }: Attempt, policy: Policy): Outcome | undefined {
  const status = hops.at(-1)?.status;
  if (code !== undefined || status === undefined || !policy.accepts(status)) return undefined;
  return { says: 'fine', row: 'accepted status', reason: `${answers(hops)}, which is accepted` };
}

function bounced({ hops }: Attempt): Outcome | undefined {
  const what = bounceOf(hops);
  if (!what) return undefined;
  const to = hostAndPath(hops.at(-1));
  return {
    says: 'walled',
    row: `${what} bounce`,
    reason: `it leads to a ${what} page (${to})`,
    note: 'Whether the page behind it is there cannot be seen from outside',
  };
}

function walled(attempt: Attempt): Outcome | undefined {
  const last = attempt.hops.at(-1);
  const vendor = last && wallOf(last, attempt);
  if (!vendor) return undefined;
  return {
    says: 'walled',
    row: `wall of ${vendor}`,
    reason: `${answers(attempt.hops)} with a challenge by ${vendor}`,
    note: 'The host is up but only lets browsers in: open it in one',
  };
}

function transportFault({ code, detail, hops }: Attempt): Outcome | undefined {
  if (code === undefined) return undefined;
  const { says, row, reason, note } = faultOf(code);
  const where = hops.length > 1 ? `after a redirect to ${hostAndPath(hops.at(-1))}, ` : '';
  const why = note ?? (detail && row === 'other fault' ? detail : undefined);
  return { says, row, reason: where + reason, ...(why ? { note: why } : {}) };
}

/** Sites on static hosts that answer 404 with a script which then shows the page. */
function scriptRedirect({ hops, body }: Attempt): Outcome | undefined {
  if (hops.at(-1)?.status !== 404 || !body) return undefined;
  if (!/Single Page Apps for GitHub Pages|pathSegmentsToKeep|sessionStorage\.redirect\s*=/.test(body))
    return undefined;
  return {
    says: 'unsettled',
    row: 'page shown by scripts',
    reason: 'it answers 404, but with a script that may show the page',
    note: 'Open it in a browser',
  };
}

function parked(attempt: Attempt): Outcome | undefined {
  return softly(attempt, 'parked', 'it seems that no site is behind the name any more', parkedSigns(attempt));
}

function soft(attempt: Attempt): Outcome | undefined {
  return softly(
    attempt,
    'soft 404',
    'it answers as if all were well, but the page is gone',
    softSigns(attempt),
  );
}

function softly({ hops, code }: Attempt, row: string, reason: string, signs: string[]): Outcome | undefined {
  const status = hops.at(-1)?.status ?? 0;
  if (code !== undefined || status < 200 || status > 299 || signs.length < 2) return undefined;
  return { says: 'soft', row, reason, note: capitalised(signs.join(', and ')) };
}

function byStatus({ hops }: Attempt): Outcome | undefined {
  const last = hops.at(-1);
  if (last?.status === undefined) return undefined;
  const { says, row, note } = statusRow(last.status);
  const without = row === 'redirect without target' ? ' without a target' : '';
  return { says, row, reason: answers(hops) + without, ...(note ? { note } : {}) };
}

/** Whether one pass is enough. `dead` never is reached in one. */
export function isSettled(attempt: Attempt): boolean {
  const says = attempt.outcome?.says;
  if (says === 'private' || says === 'invalid') return true;
  if (says !== 'fine' || isSuspect(attempt)) return false;
  return Object.values(attempt.anchors ?? {}).every(({ state }) => state !== 'missing');
}

type Conclusion = Pick<Verdict, 'verdict' | 'also' | 'status' | 'code' | 'target' | 'reason' | 'note'>;

/** Where attempts differ and none is fine, the mildest thing said wins: `dead` has to be unanimous. */
const mildestFirst: readonly [Outcome['says'], VerdictName][] = [
  ['private', 'skipped'],
  ['invalid', 'invalid'],
  ['walled', 'blocked'],
  ['insecure', 'insecure'],
  ['soft', 'soft-dead'],
  ['unsettled', 'unreachable'],
];

/** What all attempts come to together. Pure; every attempt has its outcome. */
export function conclude(evidence: Evidence, fragment: string | undefined): Conclusion {
  const { attempts } = evidence;
  const fine = bestFine(attempts, fragment);
  if (fine) return concludeFine(fine, fragment);
  if (isDead(attempts)) return conclusion('dead', attempts.at(-1) as Attempt);
  for (const [says, verdict] of mildestFirst) {
    const attempt = attempts.findLast(({ outcome }) => outcome?.says === says);
    if (attempt) return conclusion(verdict, attempt);
  }
  // Gone in the only attempt there was: seen, not confirmed.
  const only = attempts.at(-1);
  if (only) return { ...conclusion('unreachable', only), note: 'Seen once, not confirmed' };
  return { verdict: 'unreachable', also: [], reason: 'nothing was asked' };
}

function bestFine(attempts: readonly Attempt[], fragment: string | undefined): Attempt | undefined {
  const fine = attempts.filter(({ outcome }) => outcome?.says === 'fine');
  const stateOf = (attempt: Attempt) => anchorOf(attempt, fragment)?.state;
  return (
    fine.find((attempt) => stateOf(attempt) === 'found') ??
    fine.find((attempt) => stateOf(attempt) !== 'missing') ??
    fine.at(-1)
  );
}

/**
 * The last two attempts say the same kind of gone (a page that is not there, or a host that is not), the last of
 * them as a browser; those before may have failed, but said nothing else.
 */
export function isDead(attempts: readonly Attempt[]): boolean {
  const [before, last] = attempts.slice(-2);
  if (!before || last?.pass !== 2) return false;
  const says = attempts.map(({ outcome }) => outcome?.says);
  if (says.at(-1) !== 'gone' || says.at(-2) !== 'gone') return false;
  return (
    isUnknownHost(before) === isUnknownHost(last) &&
    says.every((one) => one === 'gone' || one === 'unsettled')
  );
}

/** Whether a confirmed death rests on statuses that a host may give by turns: 410 and faults are no such thing. */
export function restsOnStatus(attempts: readonly Attempt[]): boolean {
  return (
    isDead(attempts) &&
    attempts.every(({ hops }) => hops.at(-1)?.status !== 410) &&
    attempts.at(-1)?.code === undefined
  );
}

function isUnknownHost({ code }: Attempt): boolean {
  return code === 'ENOTFOUND';
}

/** Whether the last attempt says gone for the first time, after mere trouble: then one more is needed. */
export function wantsConfirmation(attempts: readonly Attempt[]): boolean {
  const says = attempts.map(({ outcome }) => outcome?.says);
  return says.at(-1) === 'gone' && says.slice(0, -1).every((one) => one === 'unsettled');
}

function concludeFine(attempt: Attempt, fragment: string | undefined): Conclusion {
  const moved = movedVerdict(attempt.hops);
  // Whoever follows is shown another part of the page: the one that the host named.
  const anchor = ownFragment(attempt.hops) === undefined ? anchorOf(attempt, fragment) : undefined;
  if (anchor?.state === 'missing') {
    const broken = conclusion('broken-fragment', attempt);
    const nearest =
      anchor.nearest === undefined
        ? 'The page may have been rewritten'
        : `The nearest there is: #${anchor.nearest}`;
    return {
      ...broken,
      also: moved ? [moved] : [],
      reason: `the page is there, but nothing on it is named “${fragment?.slice(0, 100)}”`,
      note: nearest,
    };
  }
  const result = conclusion(moved ?? 'ok', attempt);
  if (moved)
    result.reason = `${moved === 'moved' ? 'it has moved for good' : 'it redirects for now'} to ${result.target}`;
  if (anchor?.state === 'unknown')
    result.note = `Whether #${fragment?.slice(0, 100)} is there is not known: ${anchor.why}`;
  return result;
}

function anchorOf(attempt: Attempt, fragment: string | undefined): AnchorAnswer | undefined {
  return fragment === undefined ? undefined : attempt.anchors?.[fragment];
}

/** Permanent only if every hop is; nothing at all where the chain comes back to where it began. */
function movedVerdict(hops: readonly Hop[]): 'moved' | 'redirected' | undefined {
  if (targetOf(hops) === undefined) return undefined;
  const permanent = hops.slice(0, -1).every(({ status }) => status === 301 || status === 308);
  return permanent ? 'moved' : 'redirected';
}

function targetOf(hops: readonly Hop[]): string | undefined {
  const end = hops.at(-1)?.url;
  return end === hops[0]?.url ? undefined : end;
}

function conclusion(verdict: VerdictName, attempt: Attempt): Conclusion {
  const status = attempt.code === undefined ? attempt.hops.at(-1)?.status : undefined;
  const target = targetOf(attempt.hops);
  const { reason = '', note } = attempt.outcome ?? {};
  return {
    verdict,
    also: [],
    reason,
    ...(note === undefined ? {} : { note }),
    ...(status === undefined ? {} : { status }),
    ...(attempt.code === undefined ? {} : { code: attempt.code }),
    ...(target === undefined ? {} : { target }),
  };
}

/** “it answers 404 Not Found”, with where that was said if it was not the address itself. */
function answers(hops: readonly Hop[]): string {
  const { status = 0 } = hops.at(-1) ?? {};
  const words = STATUS_CODES[status] ? `${status} ${STATUS_CODES[status]}` : String(status);
  return targetOf(hops) !== undefined
    ? `it leads to ${hostAndPath(hops.at(-1))}, which answers ${words}`
    : `it answers ${words}`;
}

function hostAndPath(hop: Hop | undefined): string {
  if (!hop) return '';
  const url = new URL(hop.url);
  const path = url.pathname === '/' ? '' : url.pathname;
  return (hostOf(url) + path).slice(0, 120);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
