import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { isCommand } from '../src/cli/commands.ts';
import { optionSpecs } from '../src/cli/option-specs.ts';
import { parseCommandLine } from '../src/cli/options.ts';
import { reportTargets } from '../src/cli/reports.ts';
import { configSchema, validateConfig } from '../src/config/schema.ts';
import { callsIn, type Snippet, scriptsIn, snippetsIn } from './support/snippets.ts';

const root = new URL('../', import.meta.url);
const docs = readdirSync(new URL('docs', root), { recursive: true, encoding: 'utf8' });
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...docs.filter((name) => name.endsWith('.md')).map((name) => `docs/${name.replaceAll('\\', '/')}`),
];
const snippets = pages.flatMap((page) =>
  snippetsIn(readFileSync(new URL(page, root), 'utf8')).map((snippet) => ({ ...snippet, page })),
);
/** Commands that a page speaks of before they are there. */
const coming = new Set(['init'].filter((name) => !isCommand(name)));
/** Options of other programs that pages speak of. */
const ofOthers = new Set(['all-files']);
/** A path, a pattern, a name that stands for one in a usage, or standard input. */
const isPath = /[./*[]|^[A-Z]+$|^-$/;
const at = ({ page, line }: { page: string; line: number }) => `${page}:${line}`;

describe('in the documentation', () => {
  const calls = snippets.flatMap((snippet) =>
    scriptsIn(snippet).flatMap((script) => callsIn(script).map((call) => [at(snippet), call] as const)),
  );

  it('kempt is called with commands, options and formats that exist', () => {
    const faults = calls.flatMap(([where, call]) => {
      if (coming.has(call[0] ?? '')) return [];
      try {
        const { options, positionals } = parseCommandLine(call);
        reportTargets(options);
        const [first] = positionals;
        if (first === undefined || isCommand(first) || isPath.test(first)) return [];
        return [`${where}: there is no command ${first}`];
      } catch (error) {
        return [`${where}: kempt ${call.join(' ')}: ${(error as Error).message}`];
      }
    });
    expect(faults).toEqual([]);
    expect(calls.length).toBeGreaterThan(15);
  });

  it('options that are named exist', () => {
    const named = snippets.flatMap((snippet) => {
      const name = snippet.lang === '' ? /^--(\w[\w-]*)/.exec(snippet.text)?.[1] : undefined;
      return name === undefined || isOfOthers(snippet.page) ? [] : [[at(snippet), name] as const];
    });
    expect(named.filter(([, name]) => !(name in optionSpecs) && !ofOthers.has(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(15);
  });

  it('what is imported from kempt is there', async () => {
    const library = Object.keys(await import('../src/index.ts'));
    const imports = snippets.flatMap((snippet) =>
      [...snippet.text.matchAll(/import \{([^}]+)\} from 'kempt'/g)].flatMap(([, names = '']) =>
        names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '' && !name.startsWith('type '))
          .map((name) => [at(snippet), name] as const),
      ),
    );
    expect(imports.filter(([, name]) => !library.includes(name))).toEqual([]);
    expect(imports.length).toBeGreaterThan(2);
  });

  it.each(ofLanguage('yaml', 'yml'))('the YAML at %s is whole', (_, { text }) => {
    expect(parseAllDocuments(text).flatMap(({ errors }) => errors.map(({ message }) => message))).toEqual([]);
  });

  it.each(ofLanguage('json', 'jsonc'))(
    'the JSON at %s is whole, and a configuration a valid one',
    (where, { text, lang }) => {
      const value = JSON.parse(lang === 'jsonc' ? withoutComments(text) : text);
      const config = value.kempt ?? value;
      const keys = Object.keys(config).filter((key) => key !== '$schema');
      const isConfig = keys.length > 0 && keys.some((key) => key in configSchema.shape && !isReport(value));
      if (isConfig) validateConfig(config, where);
    },
  );
});

/** A page that names the options of other tools beside kempt's. */
function isOfOthers(page: string): boolean {
  return page === 'docs/migrating.md';
}

function ofLanguage(...languages: string[]): [string, Snippet][] {
  return snippets.filter(({ lang }) => languages.includes(lang)).map((snippet) => [at(snippet), snippet]);
}

function isReport(value: object): boolean {
  return 'tool' in value && 'version' in value;
}

/** Comments that stand at the end of a line; none of the snippets has `//` in a string beside one. */
function withoutComments(text: string): string {
  return text.replace(/(^|[\s,{[])\/\/[^\n]*/g, '$1').replace(/,(\s*[}\]])/g, '$1');
}
