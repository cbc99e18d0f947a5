import type { Plugin } from 'esbuild';

/**
 * Node's modules that are dear to import and seldom needed, by something that costs nothing until it is used:
 * importing `node:process` makes all three standard streams, `node:crypto` loads OpenSSL's tables,
 * `node:child_process` what it needs of the network.
 * A name that is missing here fails the build.
 */
const stand: Record<string, string> = {
  'node:process': 'export default process;',
  'node:crypto': onFirstCall('node:crypto', ['createHash', 'randomBytes']),
  'node:child_process': onFirstCall('node:child_process', ['execFile']),
};

function onFirstCall(module: string, names: string[]): string {
  return names
    .map(
      (name) => `export const ${name} = (...args) => process.getBuiltinModule('${module}').${name}(...args);`,
    )
    .join('\n');
}

export const lightBuiltins: Plugin = {
  name: 'light-builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:(?:process|crypto|child_process)$/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: 'light' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'light' }, ({ path }) => ({ contents: stand[path]! }));
  },
};
