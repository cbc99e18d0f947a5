import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../support/folder.ts';
import { repository } from '../support/repository.ts';
import { gathered } from './gathered.ts';

const list = '# Awesome Tea\n\n- [Sencha](https://sencha.example/) - Steamed.\n';
const files = async (root: string, name?: string) =>
  (await gathered(root, ['communityFiles'], name)).communityFiles;

describe('the files beside a list', () => {
  it('are found at the top, in .github and in docs, in any case', async () => {
    const { root } = await repository({
      'README.md': list,
      LICENCE: 'CC0 1.0 Universal',
      'CONTRIBUTING.rst': 'Please.',
      '.github/Contributing.md': ' \n',
      'docs/contributing.md': 'Please.',
      'docs/CODE_OF_CONDUCT.md': 'Be kind.',
    });
    expect(await files(root)).toEqual({
      licenses: [{ path: 'LICENCE', isEmpty: false, kind: { name: 'CC0', meantFor: 'content' } }],
      contributing: [
        { path: '.github/Contributing.md', isEmpty: true },
        { path: 'CONTRIBUTING.rst', isEmpty: false },
        { path: 'docs/contributing.md', isEmpty: false },
      ],
      codesOfConduct: [{ path: 'docs/CODE_OF_CONDUCT.md', text: 'Be kind.' }],
    });
  });

  it('are licences under their many names, and nothing that only looks like one', async () => {
    const { root } = await repository({
      'README.md': list,
      COPYING: '',
      'LICENSE-MIT.txt': '',
      UNLICENSE: '',
      'mit-license.md': '',
      'LICENSES/CC0-1.0.txt': '',
      'license-checker.js': '',
      'license.json': '',
      'relicensing.md': '',
      'docs/license.md': '',
      'license/readme.md': '',
    });
    expect((await files(root))?.licenses.map((license) => license.path)).toEqual([
      'COPYING',
      'LICENSE-MIT.txt',
      'UNLICENSE',
      'mit-license.md',
      'LICENSES/CC0-1.0.txt',
    ]);
  });

  it('are known to be none in a repository that has none', async () => {
    const { root } = await repository({ 'README.md': list });
    expect(await files(root)).toEqual({ licenses: [], contributing: [], codesOfConduct: [] });
  });

  it('are not known of a list that lies alone, and are without a repository once there is one of them', async () => {
    expect(await files(await folder({ 'README.md': list }))).toBeUndefined();
    const root = await folder({ 'README.md': list, 'license.md': '' });
    expect(await files(root)).toMatchObject({ licenses: [{ path: 'license.md' }], contributing: [] });
  });

  it('are told of the readme alone: not of translations, parts and other lists', async () => {
    const { root } = await repository({
      'README.md': list,
      'README-zh.md': list,
      'readme.ja.md': list,
      'docs/README.md': list,
      'lists/README.md': list,
      'teapots.md': list,
    });
    expect(await files(root)).toBeDefined();
    for (const other of ['README-zh.md', 'readme.ja.md', 'docs/README.md', 'lists/README.md', 'teapots.md'])
      expect(await files(root, other), other).toBeUndefined();
  });

  it('are told of a list at the top where there is no readme, and of a readme in .github', async () => {
    const { root } = await repository({ 'teapots.md': list });
    expect(await files(root, 'teapots.md')).toBeDefined();
    const other = await repository({ '.github/readme.md': list, 'docs/readme.md': list });
    expect(await files(other.root, '.github/readme.md')).toBeDefined();
    expect(await files(other.root, 'docs/readme.md')).toBeUndefined();
  });

  it('may be folders and pipes, which are not read', async () => {
    const { root } = await repository({ 'README.md': list, 'license.md': 'CC0' });
    await mkdir(path.join(root, 'contributing.md'));
    execFileSync('mkfifo', [path.join(root, 'code-of-conduct.md')]);
    expect(await files(root)).toMatchObject({
      contributing: [],
      codesOfConduct: [{ path: 'code-of-conduct.md', text: undefined }],
    });
  });
});
