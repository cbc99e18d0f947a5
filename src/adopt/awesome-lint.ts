import type { OtherTool } from './tool.ts';

/** awesome-lint, which is configured by comments in the list alone. */
export const awesomeLint: OtherTool = {
  name: 'awesome-lint',
  files: ['package.json'],
  read: async (text) => {
    const { scripts, devDependencies, dependencies } = JSON.parse(text) as Record<string, object | undefined>;
    return JSON.stringify([scripts, devDependencies, dependencies]).includes('awesome-lint')
      ? { preset: 'awesome' }
      : {};
  },
  options: [
    {
      theirs: 'preset',
      ours: '`extends: "awesome"`, `--preset awesome`',
      adopt: (_, into) => {
        into.config.extends = 'awesome';
        into.notes.push('Comments such as `<!--lint disable awesome-list-item-->` keep working');
      },
    },
  ],
};
