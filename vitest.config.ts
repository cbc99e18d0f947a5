import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Colour and CI detection must not depend on the shell the tests were started from.
    env: { NO_COLOR: '', FORCE_COLOR: '', GITHUB_TOKEN: '', GITHUB_ACTIONS: '' },
  },
});
