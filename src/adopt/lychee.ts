import {
  acceptStatuses,
  flag,
  headerWithoutHost,
  links,
  noteWhere,
  number,
  patterns,
  ruleWhere,
  strings,
  switchWhere,
  text,
} from './take.ts';
import type { OtherTool } from './tool.ts';

const none = 'nothing to set';

/** lychee, by its `lychee.toml` and `.lycheeignore`. */
export const lychee: OtherTool = {
  name: 'lychee',
  files: ['lychee.toml', '.lychee.toml', '.lycheeignore'],
  read: async (written, file) => {
    if (file.endsWith('.lycheeignore')) return { exclude: patternsOf(written) };
    return (await import('smol-toml')).parse(written);
  },
  options: [
    { theirs: 'exclude', ours: '`links.exclude`, `--exclude`', adopt: patterns('exclude') },
    { theirs: 'include', ours: '`links.include`, `--include`', adopt: patterns('include') },
    {
      theirs: 'accept',
      ours: '`links.accept`, `--accept`; 200 to 299 are fine anyway, and a 403 or 429 is “cannot be verified”, never dead',
      adopt: (value, into) =>
        acceptStatuses(
          strings(value).flatMap((text) => text.split(',').map(statusRange)),
          into,
        ),
    },
    {
      theirs: 'timeout',
      ours: '`links.timeout` (milliseconds), `--timeout`',
      adopt: number('timeout', 1000),
    },
    { theirs: 'max_concurrency', ours: '`links.concurrency`, `--concurrency`', adopt: number('concurrency') },
    { theirs: 'host_concurrency', ours: '`links.perHost`, `--per-host`', adopt: number('perHost') },
    {
      theirs: 'host_request_interval',
      ours: '`links.hosts[].interval`; kempt slows down by itself where a host asks for it',
    },
    {
      theirs: 'hosts',
      ours: '`links.hosts[]` with `width` and `interval`',
      adopt: (value, into) => {
        for (const [host, limits] of Object.entries(Object(value) as Record<string, unknown>))
          links(into).hosts = [...(links(into).hosts ?? []), { host, ...hostLimits(limits) }];
      },
    },
    {
      theirs: 'max_redirects',
      ours: '`links.maxRedirects`, `--max-redirects`',
      adopt: number('maxRedirects'),
    },
    {
      theirs: 'max_retries',
      ours: `${none}: what is not settled is asked again, on a new connection, at the end`,
    },
    { theirs: 'retry_wait_time', ours: `${none}: \`Retry-After\` is kept to` },
    {
      theirs: 'user_agent',
      ours: '`links.userAgent`',
      adopt: text('userAgent'),
    },
    { theirs: 'header', ours: '`--header HOST=NAME:VALUE`: never for all hosts', adopt: headerWithoutHost },
    {
      theirs: 'basic_auth',
      ours: '`KEMPT_AUTH` in the environment',
      adopt: noteWhere('Passwords come from the environment: see `KEMPT_AUTH`'),
    },
    { theirs: 'cookie_jar', ours: `${none}: every chain of redirects has cookies of its own` },
    { theirs: 'method', ours: `${none}: GET decides, HEAD is never trusted alone` },
    {
      theirs: 'scheme',
      ours: '`links.schemes` lets schemes pass unasked; http and https are checked',
    },
    {
      theirs: 'insecure',
      ours: 'rule `link-tls` set to `off`',
      adopt: ruleWhere('link-tls', { true: 'off' }),
    },
    { theirs: 'min_tls', ours: `${none}: what Node takes` },
    {
      theirs: 'require_https',
      ours: 'rule `link-insecure` set to `error`: found where the same page answers on https',
      adopt: ruleWhere('link-insecure', { true: 'error' }),
    },
    {
      theirs: 'accept_timeouts',
      ours: 'rule `link-unreachable` set to `off`',
      adopt: ruleWhere('link-unreachable', { true: 'off' }),
    },
    {
      theirs: 'include_fragments',
      ours: 'rule `link-fragment`, always on; `links.textFragments` for `#:~:text=`',
      adopt: switchWhere('textFragments', ['text-only', 'full']),
    },
    { theirs: 'include_mail', ours: `${none}: mail addresses are not asked` },
    { theirs: 'include_verbatim', ours: `${none}: addresses in code are not links` },
    { theirs: 'include_wikilinks', ours: `${none}: GitHub knows no wikilinks` },
    {
      theirs: 'exclude_path',
      ours: '`ignore`, `.kemptignore`: patterns of files',
      adopt: noteWhere(
        'Paths are left out by `ignore` in the configuration, as glob patterns: write `exclude_path` anew',
      ),
    },
    {
      theirs: 'exclude_all_private',
      ours: `${none}: private addresses are refused unless \`--allow-private\``,
    },
    { theirs: 'exclude_private', ours: `${none}: as above` },
    { theirs: 'exclude_link_local', ours: `${none}: as above` },
    { theirs: 'exclude_loopback', ours: `${none}: as above` },
    {
      theirs: 'remap',
      ours: '`--remap`: on the command line only',
      adopt: flag('--remap'),
    },
    {
      theirs: 'base_url',
      ours: '`--base`: on the command line only',
      adopt: flag('--base'),
    },
    { theirs: 'base', ours: '`--base`' },
    { theirs: 'root_dir', ours: `${none}: a path that begins with a slash is under the repository’s root` },
    { theirs: 'fallback_extensions', ours: `${none}: GitHub adds none` },
    { theirs: 'index_files', ours: `${none}: a directory is fine, as on GitHub` },
    { theirs: 'extensions', ours: 'paths on the command line' },
    { theirs: 'files_from', ours: 'paths on the command line' },
    { theirs: 'hidden', ours: 'name the file' },
    { theirs: 'no_ignore', ours: '`--no-ignore`' },
    { theirs: 'skip_missing', ours: `${none}: a file that is not there is said, the others are checked` },
    { theirs: 'glob_ignore_case', ours: none },
    { theirs: 'preprocess', ours: 'pipe the list to `kempt -`' },
    {
      theirs: 'github_token',
      ours: '`GITHUB_TOKEN` in the environment, `--github-token`',
      adopt: noteWhere('A token comes from the environment (`GITHUB_TOKEN`): take it out of the file'),
    },
    {
      theirs: 'cache',
      ours: '`links.cache`, `--cache`',
      adopt: switchWhere('cache', [true]),
    },
    { theirs: 'max_cache_age', ours: `${none}: each verdict has its own time to live` },
    { theirs: 'cache_exclude_status', ours: `${none}: what failed is kept short` },
    { theirs: 'suggest', ours: '`links.archive`, `--archive`', adopt: switchWhere('archive', [true]) },
    { theirs: 'archive', ours: 'the Wayback Machine' },
    { theirs: 'offline', ours: '`--offline`, `kempt lint`' },
    { theirs: 'format', ours: '`--format pretty`, `json`, `markdown`, `junit`, …' },
    { theirs: 'output', ours: '`--output`' },
    { theirs: 'host_stats', ours: `${none}: the slowest hosts are named at the end` },
    { theirs: 'mode', ours: '`--color`, `--no-color`' },
    { theirs: 'verbose', ours: '`--verbose`' },
    { theirs: 'quiet', ours: '`--quiet`' },
    { theirs: 'no_progress', ours: `${none}: progress is shown on a terminal only` },
    { theirs: 'threads', ours: none },
  ],
};

/** One expression a line; `#` begins a comment. */
function patternsOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** `200..=204`, `500..600` and `403` as kempt writes them. */
function statusRange(text: string): string {
  const range = /^(\d*)\.\.(=?)(\d*)$/.exec(text.trim());
  if (!range) return text.trim();
  const [, from, inclusive, to] = range;
  const last = to === '' ? 999 : Number(to) - (inclusive ? 0 : 1);
  return `${from || '100'}-${last}`;
}

/** Times are written as `500ms` or `2s`. */
function hostLimits(value: unknown): { width?: number; interval?: number } {
  const { concurrency, request_interval: interval } = Object(value) as Record<string, unknown>;
  const time = /^(\d+(?:\.\d+)?)\s*(ms|s)$/.exec(String(interval));
  return {
    ...(typeof concurrency === 'number' && { width: concurrency }),
    ...(time && { interval: Math.round(Number(time[1]) * (time[2] === 's' ? 1000 : 1)) }),
  };
}
