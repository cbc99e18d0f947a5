import {
  acceptStatuses,
  flag,
  headerWithoutHost,
  noteWhere,
  number,
  patterns,
  ruleWhere,
  text,
} from './take.ts';
import type { Adopted, OtherTool } from './tool.ts';

const none = 'nothing to set';

/** linkinator, by its `linkinator.config.json`. */
export const linkinator: OtherTool = {
  name: 'linkinator',
  files: ['linkinator.config.json', 'linkinator.config.cjson'],
  read: async (written) => {
    const { urlRewriteReplace, ...options } = JSON.parse(written) as Record<string, unknown>;
    const search = options.urlRewriteSearch;
    return search === undefined
      ? options
      : { ...options, urlRewriteSearch: `${search} ${urlRewriteReplace ?? ''}` };
  },
  options: [
    { theirs: 'skip', ours: '`links.exclude`, `--exclude`', adopt: patterns('exclude') },
    { theirs: 'linksToSkip', ours: '`links.exclude`', adopt: patterns('exclude') },
    { theirs: 'concurrency', ours: '`links.concurrency`, `--concurrency`', adopt: number('concurrency') },
    { theirs: 'timeout', ours: '`links.timeout` (milliseconds), `--timeout`', adopt: number('timeout') },
    {
      theirs: 'userAgent',
      ours: '`links.userAgent`',
      adopt: text('userAgent'),
    },
    { theirs: 'header', ours: '`--header HOST=NAME:VALUE`: never for all hosts', adopt: headerWithoutHost },
    {
      theirs: 'statusCodes',
      ours: '`links.accept`, `--accept` for `ok` and `skip`; a rule’s severity for `warn` and `error`',
      adopt: adoptStatuses,
    },
    {
      theirs: 'redirects',
      ours: 'rules `link-moved` (permanent) and `link-redirected` (temporary)',
      adopt: (value, into) => {
        ruleWhere('link-moved', { allow: 'off', error: 'error' })(value, into);
        ruleWhere('link-redirected', { warn: 'warning', error: 'error' })(value, into);
      },
    },
    {
      theirs: 'requireHttps',
      ours: 'rule `link-insecure`: found where the same page answers on https',
      adopt: ruleWhere('link-insecure', { warn: 'warning', error: 'error' }),
    },
    {
      theirs: 'checkFragments',
      ours: 'rule `link-fragment`, on unless set to `off`',
      adopt: ruleWhere('link-fragment', { false: 'off' }),
    },
    {
      theirs: 'skipFragment',
      ours: '`<!--lint disable link-fragment-->` where it stands',
      adopt: noteWhere('Fragments are not left out by pattern: pages that scripts build are never reported'),
    },
    {
      theirs: 'allowInsecureCerts',
      ours: 'rule `link-tls` set to `off`',
      adopt: ruleWhere('link-tls', { true: 'off' }),
    },
    {
      theirs: 'urlRewriteSearch',
      ours: '`--remap`, with what follows: on the command line only',
      adopt: flag('--remap'),
    },
    { theirs: 'urlRewriteReplace', ours: '`--remap`, as above' },
    { theirs: 'retry', ours: `${none}: \`Retry-After\` is kept to` },
    { theirs: 'retryErrors', ours: `${none}: what is not settled is asked again at the end` },
    { theirs: 'retryErrorsCount', ours: none },
    { theirs: 'retryErrorsJitter', ours: none },
    { theirs: 'recurse', ours: `${none}: kempt checks lists, not sites` },
    { theirs: 'sitemap', ours: `${none}: as above` },
    { theirs: 'sitemapUrl', ours: `${none}: as above` },
    { theirs: 'checkCss', ours: `${none}: as above` },
    { theirs: 'serverRoot', ours: `${none}: relative links are looked for in the repository` },
    { theirs: 'directoryListing', ours: `${none}: a directory is fine, as on GitHub` },
    { theirs: 'cleanUrls', ours: none },
    { theirs: 'markdown', ours: `${none}: it is what kempt reads` },
    { theirs: 'format', ours: '`--format json`, `junit`, `sarif`, …' },
    { theirs: 'silent', ours: '`--quiet`' },
    { theirs: 'verbosity', ours: '`--quiet`, `--verbose`' },
    { theirs: 'config', ours: '`--config`' },
  ],
};

/** `4xx` and single statuses, each with what is to be made of it. */
function adoptStatuses(value: unknown, into: Adopted): void {
  for (const [status, action] of Object.entries(Object(value) as Record<string, unknown>)) {
    if (action === 'ok' || action === 'skip') acceptStatuses([rangeOf(status)], into);
    else
      into.notes.push(
        `For \`${status}: ${String(action)}\` set the severity of the rule that reports it, such as \`link-blocked\` or \`link-unreachable\``,
      );
  }
}

function rangeOf(status: string): string {
  return /^\dxx$/i.test(status) ? `${status[0]}00-${status[0]}99` : status;
}
