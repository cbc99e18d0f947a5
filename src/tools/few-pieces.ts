import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Plugin } from 'esbuild';
import { root } from './root.ts';

/**
 * How the command is cut. Left to itself esbuild makes a file of each module that is imported lazily, and one
 * more for each set of modules that two of these share; every file costs a start about a millisecond. So what
 * every run needs is imported at once, what asks the network is one file, what common runs need a few more, and all
 * the rest another.
 */
const atOnce = new Set([
  'rules/index.ts',
  'src/cli/check.ts',
  'src/links/rules.ts',
  'src/markdown-consistency/plugins.ts',
  'src/markdown-consistency/run.ts',
  'src/report/pretty.ts',
  'src/suppress/rules.ts',
]);
const ownPiece = new Map([
  ['src/cli/main.ts', 'main'],
  ['src/config/schema.ts', 'config'],
  ['src/config/yaml.ts', 'yaml'],
  ['src/facts/community-files.ts', 'facts'],
  ['src/facts/image-sizes.ts', 'facts'],
  ['src/facts/repository.ts', 'facts'],
  ['src/lint-cache/run-cached.ts', 'remembered'],
  ['src/links/adapters/github-repository.ts', 'network'],
  ['src/links/checker.ts', 'network'],
  ['src/links/findings.ts', 'network'],
  ['src/links/store/cache.ts', 'network'],
  ['src/links/store/history.ts', 'network'],
  ['src/cli/explain-link.ts', 'network'],
]);
const otherPiece = 'more';

const lazyImport = /\bimport\('(\.[^']+)'\)/g;
const sources = /[\\/](?:src|rules)[\\/].*\.ts$/;

/** Cuts the command so. */
export const fewPieces: Plugin = {
  name: 'few-pieces',
  setup({ onLoad, onResolve }) {
    const pieces = lazyModules();
    onResolve({ filter: /^piece:/ }, ({ path }) => ({
      path: path.slice('piece:'.length),
      namespace: 'piece',
    }));
    onLoad({ filter: /.*/, namespace: 'piece' }, ({ path }) => ({
      contents: pieces
        .get(path)!
        .map((module) => `export * as ${nameOf(module)} from './${module}';`)
        .join('\n'),
      resolveDir: root,
    }));
    onLoad({ filter: sources }, ({ path }) => ({ contents: recut(path), loader: 'ts' }));
  },
};

/** What the sources import lazily, by the piece it belongs to. */
function lazyModules(): Map<string, string[]> {
  const pieces = new Map<string, Set<string>>();
  for (const file of readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })) {
    const path = join(root, 'src', file);
    if (!file.endsWith('.ts') || file.startsWith('tools')) continue;
    for (const [, target] of readFileSync(path, 'utf8').matchAll(lazyImport)) {
      const module = moduleOf(path, target!);
      const piece = ownPiece.get(module) ?? otherPiece;
      if (!atOnce.has(module)) pieces.set(piece, (pieces.get(piece) ?? new Set()).add(module));
    }
  }
  return new Map([...pieces].map(([piece, modules]) => [piece, [...modules].sort()]));
}

function recut(path: string): string {
  const eager = new Set<string>();
  const text = readFileSync(path, 'utf8').replace(lazyImport, (_, target: string) => {
    const module = moduleOf(path, target);
    const name = nameOf(module);
    if (!atOnce.has(module))
      return `import('piece:${ownPiece.get(module) ?? otherPiece}').then((it) => it.${name})`;
    eager.add(`import * as ${name} from '${target}';`);
    return `Promise.resolve(${name})`;
  });
  // On one line with the first, so that lines in errors stay true.
  return text.replace(/^(#!.*\n)?/, (start) => start + [...eager].join(''));
}

function moduleOf(from: string, target: string): string {
  return relative(root, join(dirname(from), target)).replaceAll('\\', '/');
}

function nameOf(module: string): string {
  return module.replace(/\W/g, '_');
}
