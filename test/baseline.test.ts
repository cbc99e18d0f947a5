import { readFile, rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/index.ts';
import { type Baseline, baselineOf, newFindings } from '../src/suppress/baseline.ts';
import { kempt } from './support/command-line.ts';
import { folder } from './support/folder.ts';

const list = `# Awesome Things

## Tools

- [One](https://one.example) - The first.${'  '}
- [Two]( https://two.example) - The second.
`;

async function findings(markdown: string) {
  const { messages } = await lint(markdown);
  return { path: 'README.md', source: markdown, messages };
}

describe('a baseline', () => {
  it('knows today’s findings', async () => {
    const today = await findings(list);
    expect(today.messages.length).toBeGreaterThan(0);
    expect(newFindings(today, baselineOf([today]))).toEqual([]);
  });

  it('knows them when lines have moved', async () => {
    const baseline = baselineOf([await findings(list)]);
    const later = await findings(list.replace('## Tools', 'A list of things that are tools.\n\n## Tools'));
    expect(newFindings(later, baseline)).toEqual([]);
  });

  it('reports what is new, a second of a kind too', async () => {
    const baseline = baselineOf([await findings(list)]);
    const later = await findings(`${list}- [Three]( https://three.example) - The third.\n`);
    expect(newFindings(later, baseline).map(({ ruleId, line }) => [ruleId, line])).toEqual([
      ['link-syntax', 7],
    ]);
    const twice = await findings(list.replace(/(- \[Two\].*\n)/, '$1$1'));
    expect(newFindings(twice, baseline).filter(({ ruleId }) => ruleId === 'link-syntax')).toHaveLength(1);
  });

  it('reads the same whatever order the findings came in', async () => {
    const today = await findings(list);
    const turned = { ...today, messages: today.messages.toReversed() };
    expect(JSON.stringify(baselineOf([turned]))).toBe(JSON.stringify(baselineOf([today])));
  });
});

describe('kempt --update-baseline', () => {
  const untidy = list.replace('( https', '(https');
  const known = async (cwd: string) =>
    Object.entries((JSON.parse(await readFile(`${cwd}/kempt-baseline.json`, 'utf8')) as Baseline).files).map(
      ([file, rules]) => [file, ...Object.keys(rules)],
    );
  const update = async (cwd: string, ...argv: string[]) =>
    (await kempt(['lint', '--update-baseline', ...argv], { cwd })).stdout;

  it('keeps what is known of lists that it was not about, as long as they are there', async () => {
    const cwd = await folder({ 'a.md': untidy, 'b.md': untidy.replaceAll('.example', '.example.org') });
    await update(cwd, 'a.md', 'b.md');
    expect(await update(cwd, 'a.md')).toContain(
      '1 finding recorded in kempt-baseline.json, and 1 that this run did not look for stay: ',
    );
    expect(await known(cwd)).toEqual([
      ['a.md', 'kempt:whitespace'],
      ['b.md', 'kempt:whitespace'],
    ]);
    await rm(`${cwd}/b.md`);
    await update(cwd, 'a.md');
    expect(await known(cwd)).toEqual([['a.md', 'kempt:whitespace']]);
  });

  it('forgets what is no longer found', async () => {
    const cwd = await folder({ 'a.md': untidy });
    await update(cwd, 'a.md');
    await writeFile(`${cwd}/a.md`, untidy.replace('first.  ', 'first.'));
    expect(await update(cwd, 'a.md')).toContain('0 findings recorded in kempt-baseline.json: ');
    expect(await known(cwd)).toEqual([]);
  });

  it('keeps dead links where it did not ask for them', async () => {
    const cwd = await folder({
      'a.md': untidy,
      'kempt-baseline.json': JSON.stringify({
        version: 1,
        files: { 'a.md': { 'kempt:link-dead': { abc: 1 }, 'kempt:title': { def: 1 } } },
      }),
    });
    await update(cwd, 'a.md');
    expect(await known(cwd)).toEqual([['a.md', 'kempt:link-dead', 'kempt:whitespace']]);
  });
});
