import { readFile, writeFile } from 'node:fs/promises';
import { transform } from 'esbuild';

/** Makes an ES module that esbuild has cut one of the command's pieces, as `src/pieces.ts` loads them. */
export async function toPiece(file: string): Promise<void> {
  const source = await readFile(file, 'utf8');
  // Pieces are loaded by `require`, lazily too; an import of anything else (a user's configuration) stays one.
  const required = source
    .replace(/\bimport\(("\.\/[^"]+")\)/g, 'Promise.resolve().then(()=>require($1))')
    .replace(/(?<![.\w$])import\(/g, 'pieceImport(');
  const { code } = await transform(required, {
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    supported: { 'regexp-unicode-property-escapes': true },
    minify: true,
    legalComments: 'none',
    define: { 'import.meta.url': 'pieceUrl' },
  });
  await writeFile(file, ascii(code));
}

/**
 * Regular expressions are all that esbuild leaves unescaped; there `\uXXXX` means the same. V8 takes half the
 * time for a text of one-byte letters.
 */
function ascii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
