import { readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { kempt } from './support/command-line.ts';
import { folder } from './support/folder.ts';
import { repository } from './support/repository.ts';
import { callsIn, scriptsIn, snippetsIn } from './support/snippets.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = [
  'README.md',
  ...readdirSync(`${root}docs`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
/** Every call of kempt that stands in a fence, once. */
const calls = new Map(
  pages.flatMap((page) =>
    snippetsIn(readFileSync(path.join(root, page), 'utf8'))
      .filter(({ lang }) => lang !== '')
      .flatMap((snippet) => scriptsIn(snippet).flatMap(callsIn))
      .map((call) => [call.join(' '), call] as const),
  ),
);

// Private addresses are refused unasked, so that nothing here reaches for the network.
const list =
  '# Awesome Teas\n\n> Leaves in water.\n\n## Teas\n\n- [Sencha](http://127.0.0.1:9/sencha) - Steamed.\n';
const surroundings: { cwd: string; env: Record<string, string> } = { cwd: '', env: {} };

/** A repository as the pages speak of it: a list, some in a folder, a remote, a change that is staged. */
async function teas() {
  const made = await repository({
    'README.md': list,
    'lists/green.md': list,
    'fixtures/sample/awesome-kites.md': list,
    'before.md': '',
  });
  const server = await folder();
  await mkdir(path.join(server, 'owner'));
  made.run('clone', '-q', '--bare', made.root, path.join(server, 'owner/name'));
  made.run('remote', 'add', 'origin', path.join(server, 'owner/name'));
  made.run('fetch', '-q', 'origin');
  made.run('mv', 'lists/green.md', 'lists/teas.md');
  return { cwd: made.root, env: { GITHUB_SERVER_URL: `file://${server}`, XDG_CACHE_HOME: server } };
}

describe('a command in the documentation', () => {
  beforeAll(() => expect(calls.size).toBeGreaterThan(15));

  it.each([...calls])('kempt %s runs', async (_, call) => {
    Object.assign(surroundings, await teas());
    const argv = call.map((word) => word.replaceAll('$RUNNER_TEMP/', ''));
    const { code, stdout, stderr } = await kempt(argv, surroundings);
    expect(code, `${stdout}${stderr}`).toBeLessThan(2);
    expect(stdout + stderr).not.toMatch(/^\s+at .+:\d+:\d+/m);
  });
});
