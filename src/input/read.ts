import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { VFile } from 'vfile';
import { KemptError } from '../kempt-error.ts';

/** 5 MB: remark needs about 27 KB of memory a link. */
export const defaultMaxFileSize = 5_000_000;

/** In characters: on some lines remark's time grows with the square of their length. The longest in real lists has 5 300. */
export const maxLineLength = 250_000;

export interface ReadOptions {
  cwd: string;
  /** In bytes. */
  maxFileSize?: number | undefined;
  /** Read this instead of what is on disk: what is staged. */
  bytes?: Uint8Array | undefined;
}

/**
 * Reads one list. The text is kept without BOM; `data.bom` remembers that there was one.
 * @throws {KemptError} for a file that is not there, too large, binary, not UTF-8, empty, or with an endless line.
 */
export async function readList(
  file: string,
  { cwd, maxFileSize = defaultMaxFileSize, bytes }: ReadOptions,
): Promise<VFile> {
  if (bytes !== undefined) {
    if (bytes.length > maxFileSize) throw tooLarge(file, bytes.length, maxFileSize);
    return toFile(Buffer.from(bytes), { path: file, cwd });
  }
  const full = path.resolve(cwd, file);
  try {
    // Asked first, so that a file of gigabytes is never read.
    const { size } = await stat(full);
    if (size > maxFileSize) throw tooLarge(file, size, maxFileSize);
    return toFile(await readFile(full), { path: file, cwd, maxFileSize });
  } catch (error) {
    throw error instanceof KemptError ? error : unreadable(error, file);
  }
}

/** Reads a list from a stream, such as standard input; the file gets no path. */
export async function readStream(
  stream: AsyncIterable<Uint8Array | string>,
  options: ReadOptions,
): Promise<VFile> {
  const { cwd, maxFileSize = defaultMaxFileSize } = options;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > maxFileSize) throw tooLarge('standard input', size, maxFileSize);
    chunks.push(bytes);
  }
  return toFile(Buffer.concat(chunks), { path: undefined, cwd, maxFileSize });
}

function toFile(bytes: Buffer, { path: file, cwd }: ReadOptions & { path: string | undefined }): VFile {
  const where = file ?? 'standard input';
  if (isUtf16(bytes))
    throw new KemptError('this file is in UTF-16', { where, hint: 'save it as UTF-8, which GitHub reads' });
  if (bytes.subarray(0, 8192).includes(0)) {
    throw new KemptError('this is a binary file, not a Markdown list', {
      where,
      hint: 'name the Markdown file',
    });
  }
  const text = decode(bytes, where);
  const bom = text.startsWith('\uFEFF');
  const value = bom ? text.slice(1) : text;
  if (value.trim() === '')
    throw new KemptError('the file is empty', { where, hint: 'there is nothing to check in it' });
  refuseLongLine(value, where);
  return new VFile({ value, cwd, data: { bom }, ...(file === undefined ? {} : { path: file }) });
}

/** By the mark that editors begin such a file with. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function refuseLongLine(text: string, where: string): void {
  let start = 0;
  for (let line = 1; start <= text.length; line++) {
    const end = text.indexOf('\n', start);
    const length = (end < 0 ? text.length : end) - start;
    if (length > maxLineLength) {
      throw new KemptError(`line ${line} is ${length} characters long, the limit is ${maxLineLength}`, {
        where,
        hint: 'break the line: a paragraph may go on in the next one',
      });
    }
    if (end < 0) return;
    start = end + 1;
  }
}

function decode(bytes: Buffer, where: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new KemptError(`this file is not valid UTF-8: ${firstFault(bytes)}`, {
      where,
      hint: 'save it as UTF-8 (it may be Windows-1252 or Latin-1)',
    });
  }
}

/** Line and byte of the first sequence that is not UTF-8. */
function firstFault(bytes: Buffer): string {
  let good = 0;
  let bad = bytes.length;
  // The longest valid beginning by bisection; one that is cut off within a sequence counts as valid here…
  while (good + 1 < bad) {
    const middle = (good + bad) >> 1;
    if (isUtf8(bytes.subarray(0, middle), { cutOff: true })) good = middle;
    else bad = middle;
  }
  // …so the sequence at fault may begin up to three bytes before.
  while (good > 0 && !isUtf8(bytes.subarray(0, good), { cutOff: false })) good--;
  let line = 1;
  for (const byte of bytes.subarray(0, good)) if (byte === 0x0a) line++;
  const hex = bytes[good]?.toString(16).toUpperCase().padStart(2, '0');
  return `line ${line} has the byte 0x${hex}`;
}

function isUtf8(bytes: Buffer, { cutOff }: { cutOff: boolean }): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cutOff });
    return true;
  } catch {
    return false;
  }
}

function tooLarge(where: string, size: number, limit: number): KemptError {
  const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;
  return new KemptError(`the file is too large: ${megabytes(size)}, the limit is ${megabytes(limit)}`, {
    where,
    hint: 'split the list, or raise the limit with `--max-size`',
  });
}

const faults: Record<string, string> = {
  ENOENT: 'no such file',
  EACCES: 'no permission to read the file',
  EPERM: 'no permission to read the file',
  EISDIR: 'this is a directory',
};

function unreadable(error: unknown, where: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (!code) return error;
  return new KemptError(faults[code] ?? `the file cannot be read (${code})`, {
    where,
    hint: 'check the path and its permissions',
    cause: error,
  });
}
