import type { Plugin } from 'esbuild';
import { root } from './root.ts';

/**
 * undici's index loads all there is: fetch, WebSockets, caches, and Node's own copy of some of it. The command wants its
 * client and nothing else. A name that is missing here fails the build.
 */
export const lightUndici: Plugin = {
  name: 'light-undici',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^undici$/ }, ({ path }) => ({ path, namespace: 'light-undici' }));
    onLoad({ filter: /.*/, namespace: 'light-undici' }, () => ({
      contents: "export { default as Client } from 'undici/lib/dispatcher/client.js';",
      resolveDir: root,
    }));
  },
};
