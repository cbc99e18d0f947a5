import { chmod, mkdir, symlink } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { findFiles } from '../src/input/find.ts';
import { readList, readStream } from '../src/input/read.ts';
import { folder } from './support/folder.ts';

const megabytes = 5_000_000;

describe('finding lists', () => {
  it('takes the readme of a directory, in any case', async () => {
    const cwd = await folder({ 'lists/ReadMe.MD': '# A', 'lists/other.md': '# B' });
    expect(await findFiles(['lists'], cwd)).toMatchObject({ paths: ['lists/ReadMe.MD'], faults: [] });
  });

  it('takes the readme of the current directory where nothing is named', async () => {
    const cwd = await folder({ 'README.md': '# A' });
    expect((await findFiles([], cwd)).paths).toEqual(['README.md']);
  });

  it('takes translations of the readme beside it, and no other files', async () => {
    const cwd = await folder(
      Object.fromEntries(
        ['README.md', 'README-zh.md', 'readme.pt-BR.md', 'README_ja.md', 'README-Chinese.md']
          .concat(['README-old.md', 'CONTRIBUTING.md', 'notes-zh.md', 'README-zh.txt'])
          .map((name) => [name, '# A']),
      ),
    );
    expect((await findFiles(['.'], cwd)).paths).toEqual([
      'README.md',
      'README-Chinese.md',
      'README-zh.md',
      'README_ja.md',
      'readme.pt-BR.md',
    ]);
  });

  it('takes the lists in a directory that its readme links to, and those that they link to', async () => {
    const part = Array.from({ length: 12 }, (_, index) => `- [${index}](https://${index}.example)`).join(
      '\n',
    );
    const cwd = await folder({
      'a/README.md':
        '# A\n\n[Tools](lists/tools.md) [Work](CONTRIBUTING.md) [Out](../out.md) [Notes](notes.md)\n\n- <a href="/i18n/zh.md">中文</a>\n- [None](lists/none.md) [Site](https://a.example/b.md)\n',
      'a/lists/tools.md': `# Tools\n\n[Up](../README.md) [More](./more%20tools.md#more)\n\n${part}\n`,
      'a/lists/more tools.md': `# More\n\n[Back](tools.md)\n\n${part}\n`,
      'a/lists/unlinked.md': part,
      'a/i18n/zh.md': part,
      'a/CONTRIBUTING.md': part,
      'a/notes.md': `${'Much text.\n'.repeat(50)}\n${part}`,
      'out.md': part,
    });
    expect((await findFiles(['a'], cwd)).paths).toEqual([
      'a/README.md',
      'a/lists/tools.md',
      'a/i18n/zh.md',
      'a/lists/more tools.md',
    ]);
  });

  it('passes by links that lead to no file, in circles, or to what is no file', async () => {
    const cwd = await folder({
      'README.md': '# A\n\n[a](README.md) [b](no.md) [c](%ZZ.md) [d](folder.md) [e](//a.md) [f](a\0.md)\n',
      'folder.md/x': '',
    });
    expect((await findFiles([], cwd)).paths).toEqual(['README.md']);
  });

  it('expands a pattern, without node_modules', async () => {
    const cwd = await folder({ 'b.md': '', 'a.md': '', 'node_modules/x/c.md': '' });
    expect((await findFiles(['**/*.md'], cwd)).paths).toEqual(['a.md', 'b.md']);
  });

  it('takes a file that exists for a file, though its name looks like a pattern', async () => {
    const cwd = await folder({ 'a[1].md': '', 'a1.md': '' });
    expect((await findFiles(['a[1].md'], cwd)).paths).toEqual(['a[1].md']);
  });

  it('names no file twice', async () => {
    const cwd = await folder({ 'a.md': '' });
    expect((await findFiles(['a.md', '*.md', './a.md'], cwd)).paths).toEqual(['a.md']);
  });

  it('says what is not there, guesses what was meant, and still finds the others', async () => {
    const cwd = await folder({ 'README.md': '' });
    const { paths, faults } = await findFiles(['REDME.md', 'README.md', 'lists/*.md'], cwd);
    expect(paths).toEqual(['README.md']);
    expect(faults.map(({ message, where, hint }) => [message, where, hint])).toEqual([
      ['no such file', 'REDME.md', 'did you mean README.md?'],
      ['no file matches', 'lists/*.md', 'quote the pattern, and mind that case counts'],
    ]);
  });

  it('says of a symbolic link that leads nowhere where it leads', async () => {
    const cwd = await folder();
    await symlink('gone.md', `${cwd}/README.md`);
    expect((await findFiles(['README.md'], cwd)).faults[0]).toMatchObject({
      message: 'this symbolic link leads nowhere',
      where: 'README.md',
      hint: 'it leads to gone.md: mend the link, or name another file',
    });
  });

  it('says of a directory without a readme that it has none', async () => {
    const cwd = await folder();
    await mkdir(`${cwd}/empty`);
    expect((await findFiles(['empty'], cwd)).faults[0]).toMatchObject({
      message: 'no readme in this directory',
      where: 'empty',
    });
  });
});

describe('what is no Markdown', () => {
  it('is not read as if it were', async () => {
    const cwd = await folder({ 'README.rst': 'Awesome\n=======\n', 'docs/list.adoc': '= Awesome\n' });
    const { paths, faults } = await findFiles(['.', 'README.rst', 'docs/list.adoc'], cwd);
    expect(paths).toEqual([]);
    expect(faults.map(({ message }) => message)).toEqual([
      'the readme here is README.rst, which is no Markdown',
      'this is no Markdown',
      'this is no Markdown',
    ]);
  });
});

describe('reading a list', () => {
  it('keeps the text without its BOM and remembers that there was one', async () => {
    const cwd = await folder({ 'a.md': '\uFEFF# A\r\n' });
    const file = await readList('a.md', { cwd });
    expect([String(file), file.data.bom, file.path]).toEqual(['# A\r\n', true, 'a.md']);
  });

  it('reads standard input', async () => {
    const file = await readStream(
      Readable.from([Buffer.from('# Ä').subarray(0, 3), Buffer.from('# Ä').subarray(3)]),
      {
        cwd: '/',
      },
    );
    expect(String(file)).toBe('# Ä');
  });

  const bad: [string, string | Uint8Array, RegExp][] = [
    ['a binary file', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), /binary/],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x23, 0, 0x20, 0, 0x41, 0]), /UTF-16/],
    ['an empty file', '', /the file is empty/],
    ['a file of blanks', ' \n\n', /the file is empty/],
    [
      'a file that is not UTF-8',
      new Uint8Array([0x23, 0x20, 0x41, 0x0a, 0x63, 0xe9, 0x0a]),
      /line 2 has the byte 0xE9/,
    ],
    ['a file over the limit', 'x'.repeat(1001), /too large/],
  ];
  for (const [what, content, message] of bad) {
    it(`refuses ${what} with a word on what and where`, async () => {
      const cwd = await folder({ 'a.md': content });
      await expect(readList('a.md', { cwd, maxFileSize: 1000 })).rejects.toMatchObject({
        name: 'KemptError',
        message: expect.stringMatching(message),
        where: 'a.md',
        hint: expect.any(String),
      });
    });
  }

  it('refuses a line of 5 MB, and says which', async () => {
    const cwd = await folder({ 'a.md': `# A\n\n${'x'.repeat(megabytes - 10)}\n` });
    await expect(readList('a.md', { cwd })).rejects.toMatchObject({
      name: 'KemptError',
      message: 'line 3 is 4999990 characters long, the limit is 250000',
      where: 'a.md',
    });
  });

  it('finds the first byte that is not UTF-8 in a large file', async () => {
    const bytes = Buffer.from(`${'ä line\n'.repeat(50_000)}x`);
    bytes[bytes.length - 1] = 0xff;
    const cwd = await folder({ 'a.md': bytes });
    await expect(readList('a.md', { cwd })).rejects.toThrow(/line 50001 has the byte 0xFF/);
  });

  it('says that a file may not be read', async ({ skip }) => {
    const cwd = await folder({ 'a.md': '# A' });
    await chmod(`${cwd}/a.md`, 0);
    skip(process.getuid?.() === 0 || process.platform === 'win32', 'this user may read everything');
    await expect(readList('a.md', { cwd })).rejects.toMatchObject({
      message: 'no permission to read the file',
    });
  });
});
