import type { Severity } from '../message.ts';
import { hasLasted, type Lasting, type LinkPast } from './lasting.ts';
import type { Verdict, VerdictName } from './types.ts';

/** A plain run; one with `--since`; one with a history. */
export type FindingMode = 'plain' | 'pr' | 'audit';

/** What a verdict has to say in a report. */
export interface LinkFinding {
  /** Rule id, as in `rules.ts`. */
  rule: string;
  severity: Severity | 'off';
  /** One sentence without a full stop: what happened. */
  reason: string;
  /** The evidence in words, and what to do. */
  note: string;
  /** Addresses to write instead. */
  expected?: string[];
  /** The address as the list writes it. */
  link: string;
  /** Whether it is older than the change that is judged: then it is a note, whatever its severity. */
  isOld?: boolean;
}

type Severities = Record<FindingMode, Severity | 'off'>;

const always = (severity: Severity | 'off'): Severities => ({
  plain: severity,
  pr: severity,
  audit: severity,
});
/** What a pull request is not to blame for is no more than a note there. */
const notice: Severities = { plain: 'warning', pr: 'info', audit: 'warning' };

/** All that there is to say of a verdict. */
interface VerdictRow {
  rule: string;
  severity: Severities;
  /** What an audit raises it to once it has lasted: see `hasLasted`. */
  aged?: Severity;
  /** What the reason begins with. */
  lead: string;
  /** How it was seen, where that is worth saying. */
  seen?: (verdict: Verdict) => string | undefined;
  /** The address to write instead. */
  expected?: (verdict: Verdict) => string | undefined;
  /** What the reader can do. */
  advice: string;
}

const verdictRows: Record<Exclude<VerdictName, 'ok' | 'skipped'>, VerdictRow> = {
  invalid: {
    rule: 'link-invalid',
    severity: always('error'),
    lead: 'Not a link that can be followed',
    advice: 'Correct the address',
  },
  dead: {
    rule: 'link-dead',
    severity: { plain: 'error', pr: 'error', audit: 'warning' },
    aged: 'error',
    lead: 'Dead link',
    seen: ({ evidence, archived }) => {
      const seen = `Seen in ${evidence.attempts.length} attempts, the last as a browser on a new connection`;
      return archived ? `${seen}. An archived copy: ${archived}` : seen;
    },
    expected: ({ archived }) => archived,
    advice: 'Look for its new address, link an archived copy, or remove it',
  },
  'soft-dead': {
    rule: 'link-soft-dead',
    severity: notice,
    lead: 'Probably dead link',
    advice: 'Open it, and treat it as dead if it is',
  },
  'broken-fragment': {
    rule: 'link-fragment',
    severity: always('warning'),
    lead: 'Broken anchor',
    expected: nearestAnchor,
    advice: 'Correct the part after #, or leave it out',
  },
  insecure: {
    rule: 'link-tls',
    severity: notice,
    lead: 'Insecure',
    advice: 'Tell the site’s owner; the page itself may be fine',
  },
  unreachable: {
    rule: 'link-unreachable',
    severity: notice,
    aged: 'error',
    lead: 'Unreachable today',
    seen: ({ evidence: { attempts } }) =>
      attempts.length > 1 ? `Asked ${attempts.length} times` : undefined,
    advice: 'It may pass: check again later before removing anything',
  },
  blocked: {
    rule: 'link-blocked',
    severity: always('info'),
    aged: 'warning',
    lead: 'Cannot be verified',
    advice: 'It cannot be verified from here, which says nothing against the link',
  },
  moved: {
    rule: 'link-moved',
    severity: notice,
    lead: 'Moved',
    expected: ({ target, url }) => target && withFragment(target, url),
    advice: 'Write the new address',
  },
  redirected: {
    rule: 'link-redirected',
    severity: always('off'),
    lead: 'Redirected',
    advice: 'Temporary redirects are best left as they are',
  },
};

/** Without a push for so many years a repository is stale. */
const staleYears = 3;

/** What there is to say of a link that leads where it should. */
interface BesideRow {
  rule: string;
  severity: Severities;
  applies: (verdict: Verdict, now: Date) => boolean;
  reason: string;
  note: (verdict: Verdict) => string;
  expected?: (verdict: Verdict) => string | undefined;
}

const besideRows: readonly BesideRow[] = [
  {
    rule: 'link-insecure',
    severity: notice,
    applies: ({ secure }) => secure !== undefined,
    reason: 'The same page is there on https',
    note: ({ secure, url }) => `${secure} answers as ${url} does. Write the new address`,
    expected: ({ secure, url }) => secure && withFragment(secure, url),
  },
  {
    rule: 'repo-archived',
    severity: notice,
    applies: ({ repository }) => repository?.archived === true,
    reason: 'The repository is archived: its owner has laid it down',
    note: (verdict) => `${lastPush(verdict)}Say so in the entry, or link a successor`,
  },
  {
    rule: 'repo-stale',
    severity: always('off'),
    applies: ({ repository }, now) => repository?.archived === false && isStale(repository.pushedAt, now),
    reason: `Nothing was pushed to the repository for over ${staleYears} years`,
    note: (verdict) => `${lastPush(verdict)}Some things are simply finished`,
  },
];

/** What findings are made from beside the verdict. */
export interface About {
  /** For an audit, what the history knows. */
  past?: LinkPast | undefined;
  lasting?: Lasting | undefined;
  /** Today, for what is stale. */
  now?: Date;
}

/**
 * The findings of one verdict: none for ok and skipped; those that ride along (`also`) come after the first. Pure.
 */
export function findingsOf(
  verdict: Verdict,
  mode: FindingMode,
  { past, lasting, now = new Date() }: About = {},
): LinkFinding[] {
  const ofVerdict = [verdict.verdict, ...verdict.also].flatMap((name) =>
    name === 'ok' || name === 'skipped' ? [] : [finding(verdict, name, mode, { past, lasting })],
  );
  const besides = besideRows
    .filter(({ applies }) => applies(verdict, now))
    .map(({ rule, severity, reason, note, expected }) => ({
      rule,
      severity: severity[mode],
      reason,
      note: note(verdict),
      link: verdict.url,
      ...instead(expected?.(verdict)),
    }));
  return [...ofVerdict, ...besides];
}

function finding(
  verdict: Verdict,
  name: keyof typeof verdictRows,
  mode: FindingMode,
  { past, lasting }: About,
): LinkFinding {
  const { rule, severity, aged, lead, seen, expected, advice } = verdictRows[name];
  const first = name === verdict.verdict;
  const hasAged = first && mode === 'audit' && past !== undefined && hasLasted(verdict, past, lasting);
  // An audit writes an archived copy only once there is no hope left.
  const isEarly = name === 'dead' && mode === 'audit' && !hasAged;
  const notes = first ? [verdict.note, seen?.(verdict), advice] : [advice];
  return {
    rule,
    severity: hasAged && aged ? aged : severity[mode],
    reason: first ? `${lead}: ${verdict.reason}` : `Redirects to ${verdict.target}`,
    note: notes.filter(Boolean).join('. '),
    link: verdict.url,
    ...(isEarly ? {} : instead(expected?.(verdict))),
  };
}

function instead(address: string | undefined): Pick<LinkFinding, 'expected'> {
  return address ? { expected: [address] } : {};
}

function nearestAnchor({ url, evidence }: Verdict): string | undefined {
  const [page = '', fragment = ''] = url.split(/#(.*)/s);
  const nearest = evidence.attempts.map(({ anchors }) => anchors?.[fragment]?.nearest).find(Boolean);
  return nearest === undefined ? undefined : `${page}#${nearest}`;
}

/** Redirects keep the fragment of the address they come from (RFC 9110, 10.2.2). */
function withFragment(target: string, url: string): string {
  const at = url.indexOf('#');
  return at < 0 || target.includes('#') ? target : target + url.slice(at);
}

function lastPush({ repository }: Verdict): string {
  return repository?.pushedAt ? `Last push on ${repository.pushedAt.slice(0, 10)}. ` : '';
}

function isStale(pushedAt: string | undefined, now: Date): boolean {
  return pushedAt !== undefined && now.getTime() - Date.parse(pushedAt) > staleYears * 365.25 * 86_400_000;
}
