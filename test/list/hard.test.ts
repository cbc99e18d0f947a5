import { expect, test } from 'vitest';
import { inspectJson, inspectTree } from '../../src/report/inspect.ts';
import { listFrom } from './lists.ts';

const times = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

test('a list nested 250 deep is read to the bottom', () => {
  const { entries } = listFrom(
    times(250, (depth) => `${'  '.repeat(depth)}- [x${depth}](https://x.dev/${depth})\n`),
  );
  expect(entries).toHaveLength(250);
  expect(entries.at(-1)).toMatchObject({ name: 'x249', depth: 250 });
});

test('lists that only hold lists are seen through', () => {
  expect(listFrom(`${'- '.repeat(400)}[x](https://x.dev)`).entries.map(({ name }) => name)).toEqual(['x']);
});

test('a flat list of 5,000 entries keeps them all, in order', () => {
  const { entries } = listFrom(
    times(5_000, (index) => `- [x${index}](https://x.dev/${index}) - Does ${index}.\n`),
  );
  expect(entries).toHaveLength(5_000);
  expect(entries[4_321]).toMatchObject({ name: 'x4321', description: { text: 'Does 4321.' } });
});

test('one line of 1 MB is one entry, described by all of it', { timeout: 120_000 }, () => {
  const words = 'no end in sight '.repeat(65_000);
  const [entry, ...rest] = listFrom(`- [x](https://x.dev) - ${words}\`MIT\`\n`).entries;
  expect(rest).toEqual([]);
  expect(entry!.description!.text.length).toBe(words.length - 1);
});

test.each([
  ['brackets that are never closed', `- [x](https://x.dev) ${'(['.repeat(5_000)}`],
  ['tags that are never closed', `<div>${'<a href="https://x.dev">'.repeat(5_000)}`],
  ['quotes in tags that are never closed', `<div>\n${'<b x="'.repeat(5_000)}`],
  ['comments that are never closed', `<div>${'<!--'.repeat(5_000)}`],
  ['`<details>` that are never closed', '<details>\n\n# x\n\n'.repeat(500)],
  ['headings in HTML that are never closed', '<h2>x\n\n'.repeat(500)],
  ['block quotes 300 deep', `${'> '.repeat(300)}[x](https://x.dev)`],
  ['markup 200 deep', `- ${'*a '.repeat(200)}[x](https://x.dev)${'*'.repeat(200)}`],
  ['nothing', ''],
  ['blank lines', '\n\n \n'],
  ['front matter alone', '---\ntitle: x\n---\n'],
  ['control characters', '- [\u0000\u001B[31m](https://x.dev\u0007) \u202E\u0000- x\n'],
  ['half a surrogate pair', '- [\uD83D](https://x.dev) - \uDE00\n'],
  ['a footnote', 'x[^1]\n\n[^1]: - [y](https://y.dev)\n'],
  ['items without anything', '-\n-\n\n1.\n'],
  ['a table without rows', '| a |\n| - |\n'],
])('%s: read without a throw, and shown', (_, text) => {
  const list = listFrom(text);
  expect(() => JSON.parse(inspectJson(list))).not.toThrow();
  expect(inspectTree(list, { colour: true, width: 80 })).toContain('title');
});
