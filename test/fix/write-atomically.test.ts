import { spawn, spawnSync } from 'node:child_process';
import { chmod, lstat, mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeAtomically } from '../../src/fix/write-atomically.ts';
import { folder } from '../support/folder.ts';

const writer = fileURLToPath(new URL('../support/write-over-and-over.ts', import.meta.url));
const isRoot = process.getuid?.() === 0;

describe('writing a fixed list', () => {
  it('replaces the text and leaves nothing beside the file', async () => {
    const cwd = await folder({ 'README.md': 'old' });
    expect(await writeAtomically(`${cwd}/README.md`, 'new\r\n')).toBe(true);
    expect(await readFile(`${cwd}/README.md`, 'utf8')).toBe('new\r\n');
    expect(await readdir(cwd)).toEqual(['README.md']);
  });

  it('puts the byte order mark back', async () => {
    const cwd = await folder({ 'README.md': '\uFEFFold' });
    await writeAtomically(`${cwd}/README.md`, 'new', { bom: true, was: 'old' });
    expect(await readFile(`${cwd}/README.md`, 'utf8')).toBe('\uFEFFnew');
  });

  it('keeps the permissions', async () => {
    const cwd = await folder({ 'README.md': 'old' });
    await chmod(`${cwd}/README.md`, 0o640);
    await writeAtomically(`${cwd}/README.md`, 'new');
    expect((await stat(`${cwd}/README.md`)).mode & 0o777).toBe(0o640);
  });

  it('writes the file behind a symbolic link and keeps the link', async () => {
    const cwd = await folder({ 'docs/list.md': 'old' });
    await symlink('docs/list.md', `${cwd}/README.md`);
    await writeAtomically(`${cwd}/README.md`, 'new');
    expect((await lstat(`${cwd}/README.md`)).isSymbolicLink()).toBe(true);
    expect(await readlink(`${cwd}/README.md`)).toBe('docs/list.md');
    expect(await readFile(`${cwd}/docs/list.md`, 'utf8')).toBe('new');
    expect(await readdir(`${cwd}/docs`)).toEqual(['list.md']);
  });

  it('does not touch a file that holds the text already', async () => {
    const cwd = await folder({ 'README.md': 'same' });
    const before = await stat(`${cwd}/README.md`);
    expect(await writeAtomically(`${cwd}/README.md`, 'same')).toBe(false);
    const after = await stat(`${cwd}/README.md`);
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  it('leaves a file alone that someone else changed meanwhile', async () => {
    const cwd = await folder({ 'README.md': 'edited in an editor' });
    await expect(
      writeAtomically(`${cwd}/README.md`, 'new', { was: 'old', shown: 'README.md' }),
    ).rejects.toMatchObject({
      name: 'KemptError',
      where: 'README.md',
      message: expect.stringContaining('changed'),
    });
    expect(await readFile(`${cwd}/README.md`, 'utf8')).toBe('edited in an editor');
  });

  it.skipIf(isRoot)('says that a directory cannot be written to, and leaves the file whole', async () => {
    const cwd = await folder({ 'README.md': 'old' });
    await chmod(cwd, 0o500);
    onTestFinished(() => chmod(cwd, 0o700));
    await expect(writeAtomically(`${cwd}/README.md`, 'new')).rejects.toMatchObject({ name: 'KemptError' });
    expect(await readFile(`${cwd}/README.md`, 'utf8')).toBe('old');
  });

  it.skipIf(isRoot)('does not replace a file that is protected against writing', async () => {
    const cwd = await folder({ 'README.md': 'old' });
    await chmod(`${cwd}/README.md`, 0o400);
    await expect(writeAtomically(`${cwd}/README.md`, 'new')).rejects.toMatchObject({ name: 'KemptError' });
    expect(await readFile(`${cwd}/README.md`, 'utf8')).toBe('old');
  });
});

describe('when something stops the writing', () => {
  it.runIf(isRoot && process.platform === 'linux')(
    'leaves the file whole on a full disk',
    async ({ skip }) => {
      const cwd = await folder();
      await mkdir(`${cwd}/small`);
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', `${cwd}/small`]);
      if (mounted.status !== 0) return skip('no right to mount');
      onTestFinished(() => void spawnSync('umount', [`${cwd}/small`]));
      const old = 'old '.repeat(8_000);
      await writeFile(`${cwd}/small/README.md`, old);
      await expect(writeAtomically(`${cwd}/small/README.md`, 'new '.repeat(15_000))).rejects.toMatchObject({
        name: 'KemptError',
        message: expect.stringContaining('no space'),
      });
      expect(await readFile(`${cwd}/small/README.md`, 'utf8')).toBe(old);
      expect(await readdir(`${cwd}/small`)).toEqual(['README.md']);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'leaves the file whole where files may not grow so large',
    async () => {
      const cwd = await folder({ 'README.md': 'old' });
      const command = `ulimit -f 64; exec "$0" --import tsx "$1" README.md 1000000`;
      const ran = spawnSync('bash', ['-c', command, process.execPath, writer], { cwd, encoding: 'utf8' });
      expect(ran.status).not.toBe(0);
      expect(ran.stdout).toBe('');
      expect(await readFile(`${cwd}/README.md`, 'utf8')).toBe('old');
    },
  );

  it('leaves one of the two texts whole, whenever the process is killed', async () => {
    const size = 300_000;
    const cwd = await folder({ 'README.md': 'a'.repeat(size) });
    for (const writes of [1, 2, 3, 5, 8, 13]) {
      await killAfter(writes, path.join(cwd, 'README.md'), size);
      const text = await readFile(`${cwd}/README.md`, 'utf8');
      expect([text.length, new Set(text).size]).toEqual([size, 1]);
    }
  });
});

/** Runs the writer and kills it the hard way, in the midst of the write that follows this many. */
function killAfter(writes: number, file: string, size: number): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, file, String(size)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let written = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    written += String(chunk).split('written').length - 1;
    if (written >= writes) child.kill('SIGKILL');
  });
  return new Promise((resolve) => {
    child.on('close', () => resolve());
  });
}
