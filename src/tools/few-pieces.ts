import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Plugin } from 'esbuild';
import { root } from './root.ts';

/**
 * What gets a file of its own in the command, because it is large and not every run needs it. All else that the
 * sources import lazily is bundled together: a file costs every start about a millisecond, and esbuild makes one
 * for each set of modules that two lazy parts share.
 */
const pieces = new Set(['src/cli/main.ts', 'src/links/checker.ts', 'src/config/schema.ts']);

const lazyImport = /\bimport\('(\.[^']+)'\)/g;

/** Makes lazy imports of kempt's own modules eager, but for the pieces. */
export const fewPieces: Plugin = {
  name: 'few-pieces',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const eager: string[] = [];
      const contents = source.replace(lazyImport, (written, target: string) => {
        if (pieces.has(relative(root, join(dirname(path), target)).replaceAll('\\', '/'))) return written;
        eager.push(`import * as eager${eager.length} from '${target}';`);
        return `Promise.resolve(eager${eager.length - 1})`;
      });
      // On one line with the first, so that lines in errors stay true.
      return { contents: contents.replace(/^(#!.*\n)?/, (start) => start + eager.join('')), loader: 'ts' };
    });
  },
};
