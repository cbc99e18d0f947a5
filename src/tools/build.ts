import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { fewPieces } from './few-pieces.ts';
import { licensesOf } from './licenses.ts';
import { lightBuiltins } from './light-builtins.ts';
import { lightUndici } from './light-undici.ts';
import { plainAssert } from './plain-assert.ts';
import { root } from './root.ts';
import { toPiece } from './to-piece.ts';

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // A literal costs less than `new RegExp`, which esbuild writes for older versions of Node 20.
  supported: { 'regexp-unicode-property-escapes': true },
  splitting: true,
  logLevel: 'warning',
};

/** The command: everything it needs in one folder, in pieces that load when they are wanted. */
async function buildCli(): Promise<void> {
  const [{ metafile }] = await Promise.all([
    build({
      ...common,
      entryPoints: { main: 'src/cli/main.ts' },
      outdir: 'dist/cli',
      plugins: [fewPieces, lightBuiltins, lightUndici, plainAssert],
      // Finds files of its own beside itself; loaded for a configuration in TypeScript only.
      external: ['jiti'],
      minify: true,
      metafile: true,
      legalComments: 'none',
    }),
    build({
      ...common,
      entryPoints: ['src/bin.ts'],
      outfile: 'dist/cli.cjs',
      format: 'cjs',
      splitting: false,
      minify: true,
      define: { 'import.meta.dirname': '__dirname' },
    }),
  ]);
  await Promise.all(Object.keys(metafile.outputs).map((file) => toPiece(`${root}${file}`)));
  writeFileSync(`${root}dist/cli/package.json`, '{"type":"commonjs"}\n');
  chmodSync(`${root}dist/cli.cjs`, 0o755);
  writeFileSync(`${root}dist/licenses.txt`, licensesOf(metafile));
  noteOutputs('cli', metafile);
}

/** The library: kempt's own code, its packages left to the user's package manager. */
async function buildLibrary(): Promise<void> {
  const rules = readdirSync(`${root}rules`).filter((file) => file.endsWith('.ts') && file !== 'index.ts');
  const { metafile } = await build({
    ...common,
    entryPoints: {
      index: 'src/index.ts',
      ...Object.fromEntries(rules.map((file) => [`rules/${basename(file, '.ts')}`, `rules/${file}`])),
    },
    outdir: 'dist',
    chunkNames: 'library/[name]-[hash]',
    packages: 'external',
    metafile: true,
  });
  noteOutputs('library', metafile);
}

/** For the tests, not for the package: what the built files are made of and load. */
function noteOutputs(name: string, { outputs }: Metafile): void {
  writeFileSync(`${root}dist/${name}.meta.json`, JSON.stringify(outputs));
}

function emitDeclarations(): void {
  const tsc = `${root}node_modules/typescript/bin/tsc`;
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  // What is wrong, tsc has said.
  if (status !== 0) process.exitCode = 1;
}

/** Everything in `dist`, made anew. */
export async function buildAll(): Promise<void> {
  rmSync(`${root}dist`, { recursive: true, force: true });
  await Promise.all([buildCli(), buildLibrary()]);
  emitDeclarations();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAll().catch((error) => {
    // What is wrong with a source, esbuild has said.
    if (!('errors' in error)) throw error;
    process.exitCode = 1;
  });
}
