import { describe, expect, it } from 'vitest';
import { withoutLanguage } from '../src/input/translation.ts';
import { kempt } from './support/command-line.ts';
import { folder } from './support/folder.ts';
import { repository } from './support/repository.ts';

const entry = (name: string, url = `https://${name.toLowerCase()}.example`) => `- [${name}](${url}) - Malty.`;
const page = (title: string, ...lines: string[]) => `# Awesome ${title}\n\n${lines.join('\n')}\n`;
const many = (prefix: string, count = 12) =>
  Array.from({ length: count }, (_, index) => entry(`${prefix}${index}`));

interface Message {
  rule: string;
  severity: string;
  line: number;
  reason: string;
}

/** Duplicates by file: `line severity reason`. */
async function duplicates(cwd: string, args: string[] = []) {
  const { stdout } = await kempt(['lint', '--format', 'json', ...args], { cwd });
  const files = JSON.parse(stdout).files as { path: string; messages: Message[] }[];
  return Object.fromEntries(
    files.map(({ path, messages }) => [
      path,
      messages
        .filter(({ rule }) => rule === 'duplicate-link')
        .map(({ line, severity, reason }) => `${line} ${severity} ${reason}`),
    ]),
  );
}

describe('duplicates across the lists of a run', () => {
  it('are told of in the later one, with the place of the first, as a note', async () => {
    const cwd = await folder({
      'a.md': page('Tea', entry('Assam'), entry('Ceylon')),
      'b.md': page(
        'More Tea',
        entry('Keemun'),
        entry('Assam'),
        entry('Dimbula', 'http://www.ceylon.example/'),
      ),
    });
    expect(await duplicates(cwd, ['a.md', 'b.md'])).toEqual({
      'a.md': [],
      'b.md': [
        '4 info “Assam” is also listed in a.md:3',
        '5 info “Dimbula” is also listed as “Ceylon” in a.md:4',
      ],
    });
    expect(await duplicates(cwd, ['b.md', 'a.md'])).toMatchObject({
      'a.md': [expect.stringContaining('b.md:4'), expect.stringContaining('b.md:5')],
    });
    expect(await duplicates(cwd, ['a.md'])).toEqual({ 'a.md': [] });
  });

  it('are faults, or nothing, where the option says so', async () => {
    const files = (acrossFiles: string) => ({
      'a.md': page('Tea', entry('Assam')),
      'b.md': page('More Tea', entry('Assam')),
      '.kemptrc': `rules: { duplicate-link: [on, { acrossFiles: ${acrossFiles} }] }`,
    });
    const found = async (option: string) => (await duplicates(await folder(files(option)), ['*.md']))['b.md'];
    expect(await found('fault')).toEqual([expect.stringContaining('3 warning')]);
    expect(await found('off')).toEqual([]);
  });

  it('are none between translations of one list, wherever these are kept', async () => {
    const list = page('Tea', ...many('Tea', 4));
    const paths = ['README.md', 'README-zh.md', 'readme.pt_BR.md', 'i18n/ja.md', 'docs/ko/README.md'];
    const cwd = await folder(Object.fromEntries(paths.map((path) => [path, list])));
    for (const found of Object.values(await duplicates(cwd, paths))) expect(found).toEqual([]);
  });

  it('are none between the readmes of folders beside each other: these are lists of their own', async () => {
    const cwd = await folder({
      'tea/README.md': page('Tea', ...many('Tea'), entry('Assam')),
      'coffee/readme.md': page('Coffee', ...many('Coffee'), entry('Assam')),
    });
    const found = await duplicates(cwd, ['tea/README.md', 'coffee/readme.md']);
    expect(found['coffee/readme.md']).toEqual([]);
  });

  it('are none between versions of one list, nor of what stands in most lists', async () => {
    const cwd = await folder({
      'all.md': page('Tea', ...many('Tea', 20), entry('Home')),
      'best.md': page('Best Tea', ...many('Tea', 12), ...many('Best', 3), entry('Home')),
      'c.md': page('Cups', ...many('Cup'), entry('Home')),
      'd.md': page('Kettles', ...many('Kettle'), entry('Home')),
    });
    const found = await duplicates(cwd, ['*.md']);
    expect(found['best.md']).toEqual([]);
    expect(found['d.md']).toEqual([]);
  });

  it('are those of lists that the readme links to as well', async () => {
    const cwd = await folder({
      'README.md': page('Tea', '[Cups](lists/cups.md)', '', entry('Assam')),
      'lists/cups.md': page('Cups', ...many('Cup'), entry('Assam')),
    });
    expect(await duplicates(cwd)).toEqual({
      'README.md': [],
      'lists/cups.md': ['15 info “Assam” is also listed in README.md:5'],
    });
  });

  it('stay told of while other things are fixed, and where only a change is judged', async () => {
    const { root, commit } = await repository({
      'a.md': page('Tea', entry('Assam')),
      'b.md': page('More Tea', entry('Keemun')),
    });
    const { writeFile } = await import('node:fs/promises');
    await writeFile(`${root}/a.md`, page('Tea', entry('Assam'), entry('Ceylon')));
    await writeFile(`${root}/b.md`, page('More Tea', entry('Keemun'), `${entry('Assam')} `));
    commit('add Assam');
    expect((await duplicates(root, ['a.md', 'b.md', '--since', 'HEAD~1']))['b.md']).toHaveLength(1);
    expect((await duplicates(root, ['a.md', 'b.md', '--fix']))['b.md']).toHaveLength(1);
  });

  it('leave each list its own habits', async () => {
    const colons = many('Cup').map((line) => line.replace(' - ', ': '));
    const cwd = await folder({ 'a.md': page('Tea', ...many('Tea')), 'b.md': page('Cups', ...colons) });
    expect((await kempt(['lint', '*.md'], { cwd })).stdout).toBe('✓ 2 lists: nothing to mend\n');
  });
});

describe('the path of a list without its language', () => {
  it.each([
    'README-zh.md',
    'README.zh-CN.md',
    'README_ja.md',
    'readme-pt_BR.md',
    'README-Chinese.md',
    'README.zh-Hans.md',
    'README_CN.md',
    'i18n/zh.md',
    'i18n/README.de.md',
    'translations/fr/README.md',
    'docs/ko/README.md',
    'docs/README-es.md',
    'ru/readme.md',
  ])('is that of the readme for %s', (path) => {
    expect(withoutLanguage(path)).toBe('readme.md');
  });

  it.each([
    ['lists/tools.zh.md', 'lists/tools.md'],
    ['zh/lists/tools.md', 'lists/tools.md'],
    ['README-old.md', 'readme-old.md'],
    ['docs/tools.md', 'docs/tools.md'],
    ['awesome-go/README.md', 'awesome-go/readme.md'],
    ['README.md', 'readme.md'],
    ['Makefile', 'makefile'],
  ])('of %s is %s', (path, expected) => {
    expect(withoutLanguage(path)).toBe(expected);
  });
});
