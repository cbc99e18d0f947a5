import type { Plugin } from 'esbuild';

/**
 * `assert(value, message)` without what Node does for a message that is missing: it reads and parses the file that
 * calls, which takes minutes where that is one long line. undici asserts much, and servers make some of it fail.
 */
const contents = `
module.exports = (value, message) => {
  if (value) return;
  if (message instanceof Error) throw message;
  throw Object.assign(new Error(message ?? 'an assertion failed'), { code: 'ERR_ASSERTION' });
};`;

export const plainAssert: Plugin = {
  name: 'plain-assert',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?assert$/ }, ({ path }) => ({ path, namespace: 'assert' }));
    onLoad({ filter: /.*/, namespace: 'assert' }, () => ({ contents }));
  },
};
