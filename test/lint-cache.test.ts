import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { parse } from '../src/document.ts';
import { openStore } from '../src/lint-cache/store.ts';
import { openTrees } from '../src/lint-cache/trees.ts';
import { kempt } from './support/command-line.ts';
import { folder } from './support/folder.ts';
import { pullRequest } from './support/pull-request.ts';

/** A list of several pieces, with findings of many kinds, and words struck out, which only remark reads. */
const sections = Array.from({ length: 4 }, (_, section) => {
  const entries = Array.from(
    { length: 40 },
    (_, entry) =>
      `- [Kite ${section}-${entry}](${entry === 7 ? ' ' : ''}https://k${section}-${entry}.example) ${entry % 9 ? '-' : '–'} Flies ~~well~~ ${entry === 3 ? 'in ' : ''}in the wind.`,
  );
  return `## Section ${section}\n\n${entries.join('\n')}\n`;
});
const list = `# Awesome Kites\n\n> Kites.\n\n- [Rules](rules.md)\n\n${sections.join('\n')}`;
const changed = list.replace('[Kite 2-9]', '[Kite Two-Nine]');

async function remembering(files: Record<string, string> = {}) {
  const root = await folder({ 'README.md': list, 'other.txt': '', '.kempt/.keep': '', ...files });
  const lint = async (argv: string[] = [], now = '2026-01-01T00:00:00Z') => {
    const formats = ['--format', 'json', '--format', 'sarif=out.sarif', '--format', 'github=out.txt'];
    const ran = await kempt(['lint', ...formats, ...argv], { cwd: root, now: new Date(now) });
    const beside = ['out.sarif', 'out.txt'].map((name) => readFileSync(path.join(root, name), 'utf8'));
    return [ran.code, ran.stdout, ran.stderr, ...beside];
  };
  const anew = () => lint(['--no-cache']);
  const write = (name: string, text: string) => writeFileSync(path.join(root, name), text);
  const kept = (start: string) => {
    const name = readdirSync(path.join(root, '.kempt/lint')).find((one) => one.startsWith(start));
    return path.join(root, '.kempt/lint', name!);
  };
  /** Marks what is kept, so that it can be told whether it is what is said. */
  const mark = () => {
    const text = readFileSync(kept('results'), 'utf8');
    writeFileSync(kept('results'), text.replaceAll('Blanks around', 'MARKED around'));
  };
  const isTold = ([, stdout]: unknown[]) => String(stdout).includes('MARKED');
  return { root, lint, anew, write, kept, mark, isTold };
}

describe('what is remembered of a list', () => {
  it('is told again of one that did not change, in every format the same', async () => {
    const { lint, anew, mark, isTold } = await remembering();
    const first = await lint();
    expect(first[1]).toContain('link-syntax');
    expect(await lint()).toEqual(first);
    expect(await anew()).toEqual(first);
    mark();
    expect(isTold(await lint())).toBe(true);
    expect(isTold(await anew())).toBe(false);
  });

  it('is not told of one that changed, nor by another configuration, nor on another day', async () => {
    const { lint, anew, write, mark, isTold } = await remembering();
    const first = await lint();
    write('README.md', changed);
    const second = await lint();
    expect(second).not.toEqual(first);
    expect(second).toEqual(await anew());
    mark();
    expect(isTold(await lint())).toBe(true);
    expect(isTold(await lint([], '2026-01-02T00:00:00Z'))).toBe(false);
    mark();
    write('.kemptrc', 'rules: { spelling: off }');
    const third = await lint();
    expect(isTold(third)).toBe(false);
    expect(third).toEqual(await anew());
  });

  it('is not told where what the list links to came or went', async () => {
    const { root, lint, anew, write } = await remembering();
    // Without anything that it links to a list lies alone, and nothing is said.
    write('README.md', list.replace('(rules.md)', '(rules.md), [more](other.txt)'));
    expect((await lint())[1]).toContain('local-link');
    write('rules.md', '# Rules\n');
    const after = await lint();
    expect(after[1]).not.toContain('local-link');
    expect(after).toEqual(await anew());
    expect(existsSync(path.join(root, '.kempt/lint/.gitignore'))).toBe(true);
  });

  it('is as good as nothing where it is damaged', async () => {
    const { lint, anew, write, kept } = await remembering();
    await lint();
    const results = readFileSync(kept('results'), 'utf8');
    const trees = readFileSync(kept('trees'), 'utf8');
    for (const damage of ['', '\0\0\0', '{}', results.slice(0, 200), `${results.split('\n')[0]}\nnull`]) {
      writeFileSync(kept('results'), damage);
      writeFileSync(kept('trees'), damage === '' ? trees.replaceAll('"children"', '"child') : damage);
      write('README.md', changed);
      expect(await lint()).toEqual(await anew());
      write('README.md', list);
    }
  });

  it('is whole where several runs write it at once', async () => {
    const { lint, mark, isTold } = await remembering();
    const all = await Promise.all(Array.from({ length: 4 }, () => lint()));
    expect(new Set(all.map(([, stdout]) => stdout)).size).toBe(1);
    mark();
    expect(isTold(await lint())).toBe(true);
  });

  it('is nothing where rules of one’s own may depend on anything', async () => {
    const { root, lint } = await remembering({
      'kempt.config.mjs': 'export default { plugins: [() => () => {}] };\n',
    });
    await lint();
    expect(readdirSync(path.join(root, '.kempt/lint')).filter((name) => name.startsWith('results'))).toEqual(
      [],
    );
  });

  it('is kept only where its folder is there, or it is asked for', async () => {
    const root = await folder({ 'README.md': list });
    await kempt(['lint'], { cwd: root });
    expect(readdirSync(root)).toEqual(['README.md']);
    await kempt(['lint', '--cache'], { cwd: root });
    expect(existsSync(path.join(root, '.kempt/lint'))).toBe(true);
  });

  it('is not believed where it came with a stranger’s pull request', async () => {
    const { root, env } = await pullRequest({
      before: { 'README.md': list, '.kempt/history.jsonl': '' },
      after: { 'README.md': changed },
      fork: true,
    });
    await kempt(['lint'], { cwd: root, env });
    expect(readdirSync(path.join(root, '.kempt'))).toEqual(['history.jsonl']);
  });
});

it('parses only the piece that has changed', async () => {
  const store = await openStore(await folder());
  const first = await openTrees(store, 'trees');
  expect(parse(new VFile(list), first).tree).toEqual(parse(new VFile(list)).tree);
  await first.keep();
  const second = await openTrees(store, 'trees');
  const noted: string[] = [];
  const known = { ...second, note: (text: string) => void noted.push(text) };
  const { tree } = parse(new VFile(changed), known);
  expect(noted).toHaveLength(1);
  expect(noted[0]).toContain('[Kite Two-Nine]');
  expect(noted[0]!.length).toBeLessThan(list.length * 0.6);
  expect(JSON.stringify(tree)).toBe(JSON.stringify(parse(new VFile(changed)).tree));
});
