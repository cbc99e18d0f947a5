import type { LinkRule } from '../catalogue.ts';
import type { Severity } from '../message.ts';

const always = (severity: Severity | 'off') => ({ house: severity, awesome: severity, minimal: severity });
const list = (entry: string) => `# Awesome Things\n\n## Tools\n\n- ${entry}`;
const good = list('[Thing](https://example.com/thing) - A thing that is there.');

/** What the link check can report, for the catalogue, the docs and SARIF. Severities are those of a plain run. */
export const linkRules: readonly LinkRule[] = [
  {
    id: 'link-invalid',
    summary: 'Links are addresses that a client can follow',
    severity: always('error'),
    docs: {
      finds:
        'Addresses that cannot be read as a URL, run code (`javascript:`), have no host, or name a port that browsers refuse.',
      why: 'Nobody can follow such a link. It is most often a slip of the keyboard.',
      bad: list('[Thing](https://exa mple.com) - A thing nobody can reach.'),
      good,
      whenOff: 'Never; ignore a single address with `--exclude`.',
    },
  },
  {
    id: 'link-dead',
    summary: 'Links lead to pages that exist',
    severity: always('error'),
    fix: 'suggested',
    docs: {
      finds:
        'Pages that are certainly gone: 404, 410, a host name that does not exist, or redirects in a circle. Each was seen in two attempts, the second with the headers of a browser on a new connection.',
      why: 'A dead link costs every reader’s time and makes the rest of the list look neglected.',
      bad: list('[Thing](https://example.com/gone) - Answers 404, twice.'),
      good,
      whenOff: 'When the list is meant to remember what is gone. Better: link an archived copy.',
    },
  },
  {
    id: 'link-soft-dead',
    summary: 'Pages that say “not found” with a status of success are noticed',
    severity: always('warning'),
    docs: {
      finds:
        'Pages that answer 200 although they are gone: a “not found” page, a parked name, a deep link that ends on the home page. Two pieces of evidence are needed, and the finding names them.',
      why: 'For readers it is as dead as a 404, but hosts are not obliged to say so in their status.',
      bad: list(
        '[Thing](https://example.com/old/page) - Redirects to the home page, as any made-up address does.',
      ),
      good,
      whenOff: 'When the hosts of the list use such pages on purpose.',
    },
  },
  {
    id: 'link-fragment',
    summary: 'The anchor after # is on the page',
    severity: always('warning'),
    fix: 'suggested',
    docs: {
      finds:
        'Fragments that no id or name on the page answers to. Pages built by scripts, routes of scripts and pages longer than 3 MiB are unknown and not reported.',
      why: 'The link opens the page, but not at the place that was meant.',
      bad: list('[Thing](https://example.com/guide#instal) - The heading is `#install`.'),
      good,
      whenOff: 'When many links lead to pages that fill in their anchors late.',
    },
  },
  {
    id: 'link-tls',
    summary: 'Hosts have a certificate that browsers accept',
    severity: always('warning'),
    docs: {
      finds:
        'Certificates that have expired, are self-signed, belong to another host, or come without their intermediate, and servers with outdated TLS. The fault is named.',
      why: 'Readers meet a full-page warning. An incomplete chain is milder: browsers often mend it, other clients do not.',
      bad: list('[Thing](https://expired.example.com) - The certificate ran out.'),
      good,
      whenOff:
        'When the list is for an inner network with its own authority; better, give its certificate to kempt.',
    },
  },
  {
    id: 'link-unreachable',
    summary: 'Hosts answer today',
    severity: always('warning'),
    docs: {
      finds:
        'Links that could not be settled: refused or broken connections, time-outs, server errors, name servers that do not answer, after all retries and a second pass.',
      why: 'It may be the start of the end, or a bad day. It is never called dead.',
      bad: list('[Thing](https://example.com/slow) - Did not answer in time.'),
      good,
      whenOff: 'In runs where only certain findings count.',
    },
  },
  {
    id: 'link-blocked',
    summary: 'Links that only open for people in a browser are named',
    severity: always('info'),
    docs: {
      finds:
        'Hosts that answer, but not to a program: 401, 403, 429 to the end, 451, 999, a challenge page, a log-in or consent page instead of the linked one.',
      why: 'kempt cannot verify these, and says so instead of guessing. They never fail a run.',
      bad: list('[Thing](https://example.com/members) - Asks for a log-in.'),
      good,
      whenOff: 'When the notes are in the way.',
    },
  },
  {
    id: 'link-moved',
    summary: 'Links are written as the address that answers',
    severity: always('warning'),
    fix: 'safe',
    docs: {
      finds: 'Addresses that redirect for good (301 or 308 at every hop) to a page that is there.',
      why: 'Old addresses are kept up for years and then dropped. The new one saves the reader a detour and the list a dead link later.',
      bad: list('[Thing](http://example.com/thing) - Redirects for good to https.'),
      good,
      whenOff: 'When the old addresses are preferred, for example permanent identifiers such as DOIs.',
    },
  },
  {
    id: 'link-redirected',
    summary: 'Links do not redirect at all',
    severity: always('off'),
    docs: {
      finds: 'Addresses that redirect for now: by 302, 303 or 307, or by a meta refresh.',
      why: 'Mostly there is nothing to do: the redirect may depend on language, time or place. Off unless asked for.',
      bad: list('[Thing](https://example.com/latest) - Redirects to the current version.'),
      good,
      whenOff: 'It is off by default.',
    },
  },
  {
    id: 'link-insecure',
    summary: 'Links use https where the same page is there',
    severity: always('info'),
    fix: 'safe',
    docs: {
      finds: 'http addresses whose page also answers on https.',
      why: 'What is read over http can be read and changed on the way.',
      bad: list('[Thing](http://example.com/thing) - The same page is there on https.'),
      good,
      whenOff: 'When readers’ clients cannot use https.',
    },
  },
  {
    id: 'repo-archived',
    summary: 'Repositories are not archived',
    severity: always('warning'),
    docs: {
      finds:
        'Links to repositories that their owner has archived. Known only where a token allows GitHub’s interface to be asked.',
      why: 'An archived repository takes no fixes, not even for holes in its security. Readers want to know before they build on it.',
      bad: list('[Thing](https://github.com/owner/archived) - Laid down by its owner.'),
      good,
      whenOff: 'When the list is a history rather than a recommendation.',
    },
  },
  {
    id: 'repo-stale',
    summary: 'Repositories were pushed to within three years',
    severity: always('off'),
    docs: {
      finds:
        'Links to repositories that nothing was pushed to for over three years. Known only where a token allows GitHub’s interface to be asked.',
      why: 'Software that nobody tends slowly stops working. But some is simply finished.',
      bad: list('[Thing](https://github.com/owner/stale) - Last touched long ago.'),
      good,
      whenOff: 'It is off by default.',
    },
  },
];
