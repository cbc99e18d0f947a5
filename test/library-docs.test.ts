import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folder } from './support/folder.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = await readFile(path.join(root, 'docs/library.md'), 'utf8');
const snippets = [...page.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code!);

/** A project that has kempt and the unified packages installed, with these files. */
async function project(files: Record<string, string>): Promise<string> {
  const cwd = await folder(files);
  await mkdir(path.join(cwd, 'node_modules'));
  for (const name of ['remark-parse', 'unified', 'vfile'])
    await symlink(path.join(root, 'node_modules', name), path.join(cwd, 'node_modules', name));
  await symlink(root, path.join(cwd, 'node_modules/kempt'));
  return cwd;
}

async function run(code: string): Promise<string> {
  const cwd = await project({ 'snippet.mjs': code });
  return (
    await promisify(execFile)(process.execPath, ['snippet.mjs'], {
      cwd,
      env: { ...process.env, FORCE_COLOR: '0' },
    })
  ).stdout;
}

const having = (text: string) => snippets.find((code) => code.includes(text))!;

describe('the page on the library', () => {
  it('shows how a list is linted', async () => {
    expect(await run(having("lint('"))).toMatch(/^\d+ \d+ \S+ .+$/m);
  });

  it('shows how a list is mended', async () => {
    expect(await run(having('await fix('))).toContain('[Sencha](https://example.com) - Steamed.\n 1 0');
  });

  it('shows how links are checked', async () => {
    const server = createServer((_, response) => response.end('tea'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const code = having('check([')
      .replace('https://example.com/', address)
      .replace('{ timeout', '{ allowPrivate: true, timeout');
    expect(await run(code)).toContain(`ok ${address}`);
  });

  it('shows how one rule is used in remark', async () => {
    expect(await run(having('toPlugin('))).toContain('keeps this from being a link');
  });

  it('shows how a rule of one’s own is made', async () => {
    const list = `# Awesome Teas

- [A Very Long Name Indeed](https://tea.example) - A tea.
`;
    const cwd = await project({ 'kempt.config.mjs': having('defineRule({'), 'README.md': list });
    await writeFile(path.join(cwd, 'package.json'), '{ "type": "module" }');
    const bin = path.join(root, 'dist/cli.cjs');
    const { stdout } = await promisify(execFile)(process.execPath, [bin, 'lint', '--no-since'], { cwd });
    expect(stdout).toContain('A long name');
  });

  it('has no snippet that is not run here', () => {
    expect(snippets).toHaveLength(5);
  });
});
