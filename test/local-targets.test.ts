import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../src/document.ts';
import { localTargets } from '../src/facts/local-targets.ts';
import { readList } from '../src/input/read.ts';
import { folder } from './support/folder.ts';
import { repository } from './support/repository.ts';

async function targets(root: string, name = 'README.md') {
  return await localTargets(parse(await readList(name, { cwd: root })));
}

const list = (...urls: string[]) => `# A\n\n${urls.map((url) => `- [a](${url})`).join('\n')}\n`;

describe('where relative links lead', () => {
  it('is a file, a directory, or nothing', async () => {
    const { root } = await repository({
      'README.md': list(
        'docs/guide.md',
        'docs',
        'docs/a%20b.png?raw=true',
        'nope.md',
        '#here',
        'https://a.example',
      ),
      'docs/guide.md': '# Guide',
      'docs/a b.png': '',
    });
    expect(await targets(root)).toEqual(
      new Map<string, unknown>([
        ['docs/guide.md', { exists: true, kind: 'file' }],
        ['docs', { exists: true, kind: 'directory' }],
        ['docs/a%20b.png', { exists: true, kind: 'file' }],
        ['nope.md', { exists: false }],
      ]),
    );
  });

  it('is told with the anchors of a Markdown file where the list asks for one', async () => {
    const { root } = await repository({
      'README.md': list('guide.md#set-up'),
      'guide.md': '# Guide\n\n## Set up\n\n<a id="old"></a>\n',
    });
    expect((await targets(root)).get('guide.md')).toEqual({
      exists: true,
      kind: 'file',
      anchors: new Set(['guide', 'set-up', 'old']),
    });
  });

  it('minds case, as GitHub does, and knows the right one', async () => {
    const { root } = await repository({ 'README.md': list('Contributing.md'), 'CONTRIBUTING.md': '' });
    expect((await targets(root)).get('Contributing.md')).toEqual({
      exists: false,
      otherCase: 'CONTRIBUTING.md',
    });
  });

  it('is read from the repository’s root with a leading slash, and never outside of it', async () => {
    const { root } = await repository({ 'lists/README.md': list('/a.md', '../../x.md'), 'a.md': '' });
    const found = await targets(root, path.join('lists', 'README.md'));
    expect(found.get('/a.md')).toMatchObject({ exists: true });
    expect(found.get('../../x.md')).toEqual({ exists: false, outside: true });
  });

  it('is unknown for a list that lies alone, without a repository or anything it links to', async () => {
    expect((await targets(await folder({ 'README.md': list('a.md', 'b.md') }))).size).toBe(0);
    const beside = await folder({ 'README.md': list('a.md', 'b.md'), 'a.md': '' });
    expect((await targets(beside)).get('b.md')).toEqual({ exists: false });
  });
});
