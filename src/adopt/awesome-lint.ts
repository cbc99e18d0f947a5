import type { Adopted, OtherTool } from './tool.ts';

/** awesome-lint, which has no configuration file: wishing for it is enough. */
export const awesomeLint: OtherTool = {
  name: 'awesome-lint',
  files: [],
  read: async () => ({}),
  options: [],
  script: /\bawesome-lint\b/,
  start: (): Adopted => ({
    config: { extends: 'awesome' },
    flags: [],
    notes: ['Comments such as `<!--lint disable awesome-list-item-->` keep working'],
  }),
};
