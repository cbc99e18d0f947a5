import { open, stat } from 'node:fs/promises';

/** The first bytes of a file; undefined where it is no file or cannot be read. */
export async function startOfFile(file: string, bytes: number): Promise<Buffer | undefined> {
  // Asked first: to open a pipe would wait for its other end.
  const isFile = await stat(file).then(
    (stats) => stats.isFile(),
    () => false,
  );
  const handle = isFile ? await open(file, 'r').catch(() => undefined) : undefined;
  if (!handle) return undefined;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return undefined;
  } finally {
    await handle.close();
  }
}
