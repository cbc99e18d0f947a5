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

interface FindingRow {
  rule: string;
  severity: Record<FindingMode, Severity | 'off'>;
  /** What the reader can do. */
  advice: string;
}

/** Severities by verdict. An audit raises some of them by what the history says: see `hasLasted`. */
const table: Record<Exclude<VerdictName, 'ok' | 'skipped'>, FindingRow> = {
  invalid: {
    rule: 'link-invalid',
    severity: { plain: 'error', pr: 'error', audit: 'error' },
    advice: 'Correct the address',
  },
  dead: {
    rule: 'link-dead',
    severity: { plain: 'error', pr: 'error', audit: 'warning' },
    advice: 'Look for its new address, link an archived copy, or remove it',
  },
  'soft-dead': {
    rule: 'link-soft-dead',
    severity: { plain: 'warning', pr: 'info', audit: 'warning' },
    advice: 'Open it, and treat it as dead if it is',
  },
  'broken-fragment': {
    rule: 'link-fragment',
    severity: { plain: 'warning', pr: 'warning', audit: 'warning' },
    advice: 'Correct the part after #, or leave it out',
  },
  insecure: {
    rule: 'link-tls',
    severity: { plain: 'warning', pr: 'info', audit: 'warning' },
    advice: 'Tell the site’s owner; the page itself may be fine',
  },
  unreachable: {
    rule: 'link-unreachable',
    severity: { plain: 'warning', pr: 'info', audit: 'warning' },
    advice: 'It may pass: check again later before removing anything',
  },
  blocked: {
    rule: 'link-blocked',
    severity: { plain: 'info', pr: 'info', audit: 'info' },
    advice: 'It cannot be verified from here, which says nothing against the link',
  },
  moved: {
    rule: 'link-moved',
    severity: { plain: 'warning', pr: 'info', audit: 'warning' },
    advice: 'Write the new address',
  },
  redirected: {
    rule: 'link-redirected',
    severity: { plain: 'off', pr: 'off', audit: 'off' },
    advice: 'Temporary redirects are best left as they are',
  },
};

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
  const ofVerdict = [verdict.verdict, ...verdict.also].flatMap((name) => {
    if (name === 'ok' || name === 'skipped') return [];
    return [finding(verdict, name, mode, { past, lasting })];
  });
  return [...ofVerdict, ...besides(verdict, mode, now)];
}

/** Without a push for so many years a repository is stale. */
const staleYears = 3;

/** What there is to say of a link that leads where it should. */
function besides({ url, secure, repository }: Verdict, mode: FindingMode, now: Date): LinkFinding[] {
  const found: LinkFinding[] = [];
  if (secure !== undefined) {
    found.push({
      rule: 'link-insecure',
      severity: mode === 'pr' ? 'info' : 'warning',
      reason: 'The same page is there on https',
      note: `${secure} answers as ${url} does. Write the new address`,
      link: url,
      expected: [withFragment(secure, url)],
    });
  }
  const pushed = repository?.pushedAt;
  if (repository?.archived) {
    found.push({
      rule: 'repo-archived',
      severity: mode === 'pr' ? 'info' : 'warning',
      reason: 'The repository is archived: its owner has laid it down',
      note: `${pushed ? `Last push on ${pushed.slice(0, 10)}. ` : ''}Say so in the entry, or link a successor`,
      link: url,
    });
  } else if (pushed && now.getTime() - Date.parse(pushed) > staleYears * 365.25 * 86_400_000) {
    found.push({
      rule: 'repo-stale',
      severity: 'off',
      reason: `Nothing was pushed to the repository for over ${staleYears} years`,
      note: `Last push on ${pushed.slice(0, 10)}. Some things are simply finished`,
      link: url,
    });
  }
  return found;
}

function finding(
  verdict: Verdict,
  name: keyof typeof table,
  mode: FindingMode,
  { past, lasting }: About,
): LinkFinding {
  const { rule, severity, advice } = table[name];
  const first = name === verdict.verdict;
  const aged = name === 'blocked' ? 'warning' : 'error';
  const hasAged = first && mode === 'audit' && past !== undefined && hasLasted(verdict, past, lasting);
  // An audit writes an archived copy only once there is no hope left.
  const isEarly = name === 'dead' && mode === 'audit' && !hasAged;
  const expected = isEarly ? undefined : expectedOf(verdict, name);
  return {
    rule,
    severity: hasAged ? aged : severity[mode],
    reason: first ? headline(name, verdict) : `Redirects to ${verdict.target}`,
    note: [first ? verdict.note : undefined, evidenceOf(verdict), archiveOf(verdict, name), advice]
      .filter(Boolean)
      .join('. '),
    link: verdict.url,
    ...(expected ? { expected } : {}),
  };
}

const leads: Partial<Record<VerdictName, string>> = {
  invalid: 'Not a link that can be followed',
  dead: 'Dead link',
  'soft-dead': 'Probably dead link',
  'broken-fragment': 'Broken anchor',
  insecure: 'Insecure',
  unreachable: 'Unreachable today',
  blocked: 'Cannot be verified',
  moved: 'Moved',
  redirected: 'Redirected',
};

function headline(name: VerdictName, { reason }: Verdict): string {
  return `${leads[name]}: ${reason}`;
}

/** How often and how it was asked, where that is worth saying. */
function evidenceOf({ evidence, verdict }: Verdict): string | undefined {
  const { length } = evidence.attempts;
  if (verdict === 'dead') return `Seen in ${length} attempts, the last as a browser on a new connection`;
  if (verdict === 'unreachable' && length > 1) return `Asked ${length} times`;
  return undefined;
}

function archiveOf({ archived }: Verdict, name: VerdictName): string | undefined {
  return name === 'dead' && archived ? `An archived copy: ${archived}` : undefined;
}

function expectedOf({ url, target, archived, evidence }: Verdict, name: VerdictName): string[] | undefined {
  if (name === 'dead' && archived) return [archived];
  if (name === 'moved' && target) return [withFragment(target, url)];
  if (name !== 'broken-fragment') return undefined;
  const fragment = url.slice(url.indexOf('#') + 1);
  const nearest = evidence.attempts.map(({ anchors }) => anchors?.[fragment]?.nearest).find(Boolean);
  return nearest === undefined ? undefined : [`${url.slice(0, url.indexOf('#'))}#${nearest}`];
}

/** Redirects keep the fragment of the address they come from (RFC 9110, 10.2.2). */
function withFragment(target: string, url: string): string {
  const at = url.indexOf('#');
  return at < 0 || target.includes('#') ? target : target + url.slice(at);
}
