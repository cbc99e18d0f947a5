import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/index.ts';
import { nameFinder } from '../src/spelling/find-names.ts';
import { names } from '../src/spelling/names.ts';
import { kempt } from './support/command-line.ts';
import { folder } from './support/folder.ts';

const only = { extends: 'minimal', rules: { spelling: 'warning' as const } };

describe('the table of names', () => {
  it('has each name once, with a page that shows its form', () => {
    expect(names.length).toBeGreaterThan(200);
    expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
    for (const { name, source } of names) expect(source, name).toMatch(/^https?:\/\/[\w.-]+\.\w+/);
  });

  it('has no wrong spelling for two names', () => {
    const spellings = names.flatMap(({ name, also = [] }) => [name, ...also].map((one) => one.toLowerCase()));
    const twice = spellings.filter((one, index) => spellings.indexOf(one) !== index);
    expect(twice).toEqual([]);
  });

  it('finds nothing in the proper forms, and in none of what it keeps', () => {
    const find = nameFinder(names);
    for (const { name, keep = [] } of names) {
      for (const spelling of [name, ...keep]) expect(find(`Uses ${spelling} here.`), spelling).toEqual([]);
    }
  });

  it('finds every wrong spelling, at the end of a sentence too', () => {
    const find = nameFinder(names);
    for (const { name, also = [], keep = [] } of names) {
      for (const wrong of also.filter((one) => one !== name && !keep.includes(one))) {
        const text = `It is made with ${wrong}.`;
        expect(find(text), wrong).toMatchObject([{ start: 16, end: 16 + wrong.length, expected: name }]);
      }
    }
  });
});

describe('spelling', () => {
  it('puts a name right wherever it stands in a clean list', async () => {
    const words = 'This tea is made by hand with great care and much patience'.split(' ');
    for (let index = 0; index <= words.length; index++) {
      const text = [...words.slice(0, index), 'Javascript', ...words.slice(index)].join(' ');
      const { messages } = await lint(`# Tea\n\n- [Kettle](https://kettle.example) - ${text}.\n`, only);
      expect(messages.map(({ ruleId, line, column }) => ({ ruleId, line, column }))).toEqual([
        { ruleId: 'spelling', line: 3, column: 38 + text.indexOf('Javascript') },
      ]);
    }
  });

  it('reads a list of 2,000 entries with a wrong name in each', async () => {
    const entries = Array.from(
      { length: 2000 },
      (_, n) => `- [A${n}](https://a.example/${n}) - Uses Github.`,
    );
    const { messages } = await lint(`# Tea\n\n${entries.join('\n')}\n`, only);
    expect(messages).toHaveLength(2000);
  });

  it('does not stumble over unclosed HTML and lone marks', async () => {
    const hostile = ['<!--'.repeat(2000), '<code>'.repeat(2000), 'Github/'.repeat(2000), 'the '.repeat(2000)];
    for (const text of hostile) await lint(`# Tea\n\n${text}\n`, only);
  });

  it('has no dictionary unless it is asked for', async () => {
    const file = new VFile('# Tea\n\n- [Kettle](https://kettle.example) - Boils the wather.\n');
    expect((await lint(file, only)).messages).toEqual([]);
  });
});

describe('kempt lint with a dictionary', () => {
  const configuration = JSON.stringify({
    extends: 'minimal',
    rules: { spelling: ['warning', { dictionary: true, ignore: ['brewlike'] }] },
  });
  const list = `# Awesome Tea

- [Wobblepot](https://pot.example) - A pot that recieves the wather, brewlike as it is.
- [Steepery](https://steep.example) - Another wobblepot with a gongfu lid and the \`qwertz\` key.
- [Cups](https://cups.example) - For gongfu, and for the gongfu table of Yixing, yixing clay too.
- [Tasse](https://tasse.example) - Eine Tasse aus gutem Porzellan.
`;

  it('finds words that neither the dictionary nor the list knows', async () => {
    const cwd = await folder({ 'README.md': list, '.kemptrc': configuration });
    const { stdout } = await kempt(['lint', '--format', 'json'], { cwd });
    const found = JSON.parse(stdout).files[0].messages;
    expect(found.map(({ line, column, actual }: Record<string, unknown>) => [line, column, actual])).toEqual([
      [3, 49, 'recieves'],
      [3, 62, 'wather'],
    ]);
    expect(found[0].expected).toContain('receives');
    expect(found[0].reason).toMatch(/^“recieves” is not in the dictionary: “receives”/);
  });
});
