import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOver } from '../../src/fix/carry-over.ts';
import { folder } from '../support/folder.ts';

const before = 'one\ntwo\nthree\nfour\nfive\n';

describe('carrying edits over to a text that went on', () => {
  it('makes them where the lines stand now', () => {
    const after = before.replace('four', 'FOUR').replace('two\n', 'two\nand a half\n');
    expect(carryOver({ before, after }, `zero\n${before.replace('five\n', '')}`)).toBe(
      'zero\none\ntwo\nand a half\nthree\nFOUR\n',
    );
  });

  it('makes none where one of them meets a change', () => {
    const after = before.replace('one', 'ONE').replace('four', 'FOUR');
    expect(carryOver({ before, after }, before.replace('four', 'vier'))).toBeUndefined();
    expect(carryOver({ before, after }, before.replace('one\n', ''))).toBeUndefined();
  });

  it('leaves a line that moved in its old place where its new one has changed', () => {
    const after = 'one\nthree\nfour\ntwo\nfive\n';
    expect(carryOver({ before, after }, before.replace('four\n', 'four\nnew\n'))).toBeUndefined();
  });

  it('does not guess which of two additions comes first', () => {
    const after = before.replace('two\n', 'two\nmine\n');
    expect(carryOver({ before, after }, before.replace('two\n', 'two\nyours\n'))).toBeUndefined();
  });

  it('counts an edit that is there already as made', () => {
    const after = before.replace('one', 'ONE').replace('four', 'FOUR');
    expect(carryOver({ before, after }, before.replace('four', 'FOUR'))).toBe(after);
  });

  it('keeps the line endings of the text, also where they are mixed', () => {
    const after = before.replace('two', 'TWO').replace('five\n', 'five\nsix\n');
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(carryOver({ before, after }, crlf(before))).toBe(crlf(after));
    const mixed = before.replace('four\n', 'four\r\n');
    expect(carryOver({ before, after }, mixed)).toBe(after.replace('four\n', 'four\r\n'));
  });

  it('adds the newline at the end that was missing', () => {
    expect(carryOver({ before: 'one\ntwo', after: 'one\ntwo\n' }, 'zero\none\ntwo')).toBe('zero\none\ntwo\n');
  });

  it('does what git does where git merges without conflict', async () => {
    const cwd = await folder();
    const lines = Array.from({ length: 12 }, (_, index) => `line ${index}`);
    // Each line stays, goes, is altered, or has another put behind it.
    const change = (name: string) =>
      fc
        .array(fc.constantFrom(...Array(14).fill('keep'), 'drop', 'alter', 'add'), {
          minLength: lines.length,
          maxLength: lines.length,
        })
        .map((acts) =>
          lines
            .flatMap((line, index) => {
              const act = acts[index];
              if (act === 'drop') return [];
              if (act === 'alter') return [`${line} by ${name}`];
              return act === 'add' ? [line, `after ${index} by ${name}`] : [line];
            })
            .map((line) => `${line}\n`)
            .join(''),
        );
    const base = lines.map((line) => `${line}\n`).join('');
    let clean = 0;
    await fc.assert(
      fc.asyncProperty(change('the fixer'), change('the author'), async (after, working) => {
        const texts = { base, after, working };
        for (const [name, text] of Object.entries(texts)) await writeFile(path.join(cwd, name), text);
        const merged = spawnSync('git', ['merge-file', '-p', 'working', 'base', 'after'], {
          cwd,
          encoding: 'utf8',
        });
        if (merged.status !== 0) return;
        clean += 1;
        expect(carryOver({ before: base, after }, working)).toBe(merged.stdout);
      }),
      { numRuns: 150, seed: 4 },
    );
    expect(clean).toBeGreaterThan(10);
  });
});
