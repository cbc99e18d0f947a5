import { acceptStatuses, links, strings } from './take.ts';
import type { OtherTool } from './tool.ts';

const none = 'nothing to set';

/** markdown-link-check, by the JSON that its `--config` names. */
export const markdownLinkCheck: OtherTool = {
  name: 'markdown-link-check',
  files: [
    '.markdown-link-check.json',
    'markdown-link-check.json',
    '.mlc_config.json',
    'mlc_config.json',
    '.github/markdown-link-check.json',
    '.github/workflows/markdown-link-check.json',
  ],
  read: async (text) => JSON.parse(text) as Record<string, unknown>,
  options: [
    {
      theirs: 'ignorePatterns',
      ours: '`links.exclude`, `--exclude`',
      adopt: (value, into) => {
        const found = objects(value).map(({ pattern }) => String(pattern));
        links(into).exclude = [...(links(into).exclude ?? []), ...found];
      },
    },
    {
      theirs: 'replacementPatterns',
      ours: '`--remap`: on the command line only',
      adopt: (value, into) => {
        for (const { pattern, replacement } of objects(value)) {
          if (String(replacement).includes('{{BASEURL}}'))
            into.notes.push(`\`${pattern}\` needs no replacement: paths are looked for in the repository`);
          else into.flags.push('--remap', `${pattern} ${replacement}`);
        }
      },
    },
    {
      theirs: 'httpHeaders',
      ours: '`--header HOST=NAME:VALUE`, or `links.headers` where it is no secret',
      adopt: (value, into) => {
        for (const { urls, headers } of objects(value))
          for (const name of Object.keys(Object(headers)))
            for (const host of strings(urls).map(hostOf))
              into.notes.push(`The header \`${name}\` goes to ${host} by \`--header ${host}=${name}:VALUE\``);
      },
    },
    {
      theirs: 'timeout',
      ours: '`links.timeout` (milliseconds), `--timeout`',
      adopt: (value, into) => {
        const time = /^(\d+(?:\.\d+)?)\s*(ms|s|m)?$/.exec(String(value).trim());
        if (time) links(into).timeout = Math.round(Number(time[1]) * (milliseconds[time[2] ?? 'ms'] ?? 1));
      },
    },
    {
      theirs: 'aliveStatusCodes',
      ours: '`links.accept`, `--accept`; 200 to 299 are fine anyway',
      adopt: (value, into) => acceptStatuses(strings(value), into),
    },
    { theirs: 'retryOn429', ours: `${none}: \`Retry-After\` is kept to` },
    { theirs: 'retryCount', ours: `${none}: what is not settled is asked again at the end` },
    { theirs: 'fallbackRetryDelay', ours: none },
    {
      theirs: 'projectBaseUrl',
      ours: `${none}: relative links are looked for in the repository; \`--base\` for addresses that begin with a slash`,
    },
  ],
};

const milliseconds: Record<string, number> = { ms: 1, s: 1000, m: 60_000 };

function objects(value: unknown): Record<string, unknown>[] {
  return [value].flat().map((one) => Object(one) as Record<string, unknown>);
}

function hostOf(url: string): string {
  return URL.parse?.(url)?.host ?? /^(?:https?:\/\/)?([^/]+)/.exec(url)?.[1] ?? url;
}
