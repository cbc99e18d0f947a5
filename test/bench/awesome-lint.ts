import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { VFile } from 'vfile';

const folder = fileURLToPath(new URL('peers/', import.meta.url));
const home = path.join(folder, 'node_modules/awesome-lint/');

/** Its command line. */
export const awesomeLintCli = path.join(home, 'cli.js');

/** What awesome-lint says of a list: the rule's id without prefix, where, and what. */
export interface Said {
  rule: string;
  line: number | undefined;
  reason: string;
}

type Plugin = (...args: unknown[]) => unknown;
type Config = (Plugin | [Plugin, unknown])[];
type Lint = (options: { filename: string; config: Config }) => Promise<VFile[]>;

/** Of the repository on GitHub, not of the list; spelling is but a warning. */
const leftOut = new Set(['awesome-github', 'awesome-spell-check']);

/** Installs awesome-lint where it is missing. */
export function installAwesomeLint(): void {
  if (existsSync(awesomeLintCli)) return;
  execFileSync('npm', ['ci', '--no-fund', '--no-audit', '--engine-strict=false'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** awesome-lint without the rules that ask git and GitHub, over lists that are written to a folder of their own. */
export async function awesomeLint(): Promise<(text: string) => Promise<Said[]>> {
  installAwesomeLint();
  const load = async (file: string) => (await import(pathToFileURL(path.join(home, file)).href)).default;
  const lint: Lint = await load('index.js');
  const config: Config = ((await load('config.js')) as Config).filter((plugin) => !leftOut.has(idOf(plugin)));
  return async (text) => {
    const root = await mkdtemp(path.join(tmpdir(), 'kempt-peer-'));
    try {
      await writeFile(path.join(root, 'contributing.md'), '# Contributing\n');
      await writeFile(path.join(root, 'readme.md'), text);
      const files = await lint({ filename: path.join(root, 'readme.md'), config });
      return files
        .flatMap(({ messages }) => messages)
        .map(({ ruleId, line, reason }) => ({ rule: ruleId ?? '', line, reason }));
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  };
}

function idOf(plugin: Config[number]): string {
  const { name } = Array.isArray(plugin) ? plugin[0] : plugin;
  return name.replace(/^remark-lint:/, '');
}
