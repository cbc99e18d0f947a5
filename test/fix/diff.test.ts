import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../src/fix/diff.ts';
import { folder } from '../support/folder.ts';

const before = '# A\n\none\ntwo\nthree\nfour\nfive';
const after = '# A\n\none\n2\nthree\nfour\nfive\n';

describe('the diff of a fixed list', () => {
  it('is a unified diff', () => {
    expect(unifiedDiff(before, after, { path: 'lists/a.md', colour: false })).toBe(`--- a/lists/a.md
+++ b/lists/a.md
@@ -1,7 +1,7 @@
 # A
 
 one
-two
+2
 three
 four
-five
\\ No newline at end of file
+five
`);
  });

  it('is empty where nothing changes', () => {
    expect(unifiedDiff(before, before, { path: 'a.md', colour: false })).toBe('');
  });

  it('is coloured where it is asked for, and then shows what could move the cursor', () => {
    const text = unifiedDiff('a\n', 'b\u001b[2J\n', { path: 'a.md', colour: true });
    expect(text).toContain('\u001b[31m-a\u001b[39m');
    expect(text).toContain('\u001b[32m+b<U+001B>[2J\u001b[39m');
  });

  it.runIf(spawnSync('git', ['--version']).status === 0)('is understood by git, CRLF and all', async () => {
    const old = 'one\r\ntwo\r\nthree – 3\r\n';
    const fixed = 'one\r\ntwo\r\nthree - 3\r\nfour\r\n';
    const cwd = await folder({
      'a.md': old,
      patch: unifiedDiff(old, fixed, { path: 'a.md', colour: false }),
    });
    expect(spawnSync('git', ['apply', 'patch'], { cwd }).status).toBe(0);
    expect(await readFile(`${cwd}/a.md`, 'utf8')).toBe(fixed);
  });
});
