import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { kempt } from './support/command-line.ts';
import { folder } from './support/folder.ts';

const configuration = JSON.stringify({ extends: 'minimal', rules: { 'local-link': 'error' } });

/** Line, column and reason of what is found in a readme among these files of a repository. */
async function found(
  readme: string,
  files: Record<string, string> = {},
  path = 'README.md',
): Promise<string[]> {
  const cwd = await folder({ '.git/HEAD': '', '.kemptrc': configuration, [path]: readme, ...files });
  const { stdout } = await kempt(['lint', path, '--format', 'json'], { cwd });
  const { messages } = JSON.parse(stdout).files[0];
  return messages
    .filter(({ rule }: { rule: string }) => rule === 'local-link')
    .map((one: Record<string, unknown>) => `${one.line}:${one.column} ${one.reason}`);
}

describe('local-link', () => {
  it('finds nothing where files, folders and headings are there', async () => {
    const readme = `# Tea

[a](docs/brewing.md), [b](./docs/brewing.md#in-a-pot), [c](docs), [d](docs/), [e](/docs/brewing.md#über-tea),
[f](images/green%20tea.png), [g](../../issues), [h](../../wiki/Home), [i](docs/brewing.md#anchor), [j](LICENSE), [k](茶/绿茶.md#绿茶)
`;
    const files = {
      'docs/brewing.md': '# Brewing\n\n## In a pot\n\n## Über Tea\n\n<a id="anchor"></a>\n',
      'images/green tea.png': '',
      '茶/绿茶.md': '# 绿茶\n',
      LICENSE: '',
    };
    expect(await found(readme, files)).toEqual([]);
  });

  it('finds what is not there, at the address', async () => {
    expect(await found('# Tea\n\n[a](docs/brewing.md) and ![b](x.png)\n')).toEqual([
      '3:5 There is no “docs/brewing.md” in the repository',
      '3:31 There is no “x.png” in the repository',
    ]);
  });

  it('says which file is the nearest, and mends the link where that is asked for', async () => {
    const readme = `# Tea

[a](docs/brewng.md#in-a-pot), [b](dokumentation/x.md), [c](contributing.md), [d](/license.txt), [e](images/a.png), [f](docs/green%20tee.md)
`;
    const files = {
      'docs/brewing.md': '# Brewing\n\n## In a pot\n',
      'docs/green tea.md': '# Green Tea\n',
      '.github/CONTRIBUTING.md': '# Contributing\n',
      'images/b.png': '',
      LICENSE: '',
    };
    expect(await found(readme, files)).toEqual([
      '3:5 There is no “docs/brewng.md” in the repository; “docs/brewing.md” is the nearest',
      '3:35 There is no “dokumentation/x.md” in the repository',
      '3:60 There is no “contributing.md” in the repository; “.github/CONTRIBUTING.md” is the nearest',
      '3:82 There is no “/license.txt” in the repository; “/LICENSE” is the nearest',
      '3:101 There is no “images/a.png” in the repository',
      '3:120 There is no “docs/green%20tee.md” in the repository; “docs/green%20tea.md” is the nearest',
    ]);
    const cwd = await folder({ '.git/HEAD': '', '.kemptrc': configuration, 'README.md': readme, ...files });
    await kempt(['lint', '--fix-suggested'], { cwd });
    expect(await readFile(path.join(cwd, 'README.md'), 'utf8')).toContain(
      '[a](docs/brewing.md#in-a-pot), [b](dokumentation/x.md), [c](.github/CONTRIBUTING.md), [d](/LICENSE), [e](images/a.png), [f](docs/green%20tea.md)',
    );
  });

  it('minds the case, as GitHub does', async () => {
    expect(await found('# Tea\n\n[a](Contributing.md#rules)\n', { 'CONTRIBUTING.md': '# Rules\n' })).toEqual([
      '3:5 There is no “Contributing.md” in the repository, but “CONTRIBUTING.md”: case counts',
    ]);
  });

  it('says which heading of the other file is the nearest', async () => {
    const files = { 'docs/brewing.md': '# Brewing\n\n## In a pot\n' };
    expect(await found('# Tea\n\n[a](docs/brewing.md#in-the-pot)\n', files)).toEqual([
      '3:5 “docs/brewing.md” has no heading or anchor “#in-the-pot”; “#in-a-pot” is the nearest',
    ]);
  });

  it('finds what leads out of the repository', async () => {
    expect(await found('# Tea\n\n[a](../other/readme.md)\n')).toEqual([
      '3:5 “../other/readme.md” leads out of the repository',
    ]);
  });

  it('reads paths from the folder of the list', async () => {
    const files = { 'README.md': '# Tea\n' };
    expect(await found('# 茶\n\n[a](../README.md) [b](README.md)\n', files, 'docs/README-zh.md')).toEqual([
      '3:23 There is no “README.md” in the repository',
    ]);
  });

  it('puts the case right on request', async () => {
    const cwd = await folder({
      '.git/HEAD': '',
      '.kemptrc': configuration,
      'README.md': '# Tea\n\n[a](./Docs/Green%20tea.md#top) [b](docs/Images/A.png)\n',
      'docs/green tea.md': '',
      'docs/images/a.png': '',
    });
    await kempt(['lint', '--fix-suggested'], { cwd });
    expect(await readFile(path.join(cwd, 'README.md'), 'utf8')).toBe(
      '# Tea\n\n[a](./docs/green%20tea.md#top) [b](docs/images/a.png)\n',
    );
  });

  it('says nothing of a list from standard input', async () => {
    const cwd = await folder({ '.kemptrc': configuration });
    const { code } = await kempt(['lint', '-'], { cwd, stdin: '# Tea\n\n[a](nowhere.md)\n' });
    expect(code).toBe(0);
  });
});
