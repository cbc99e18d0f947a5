import { homepage, version } from '../project.ts';
import type { Wanted } from './plan.ts';
import type { HookManager, Survey } from './survey.ts';

const why = 'lints what is staged before a commit';

/** The hook before a commit, as the one who runs hooks here wants it: pre-commit where nobody does yet. */
export function hook({ hooks }: Survey): Wanted {
  return hookOf[hooks ?? 'pre-commit'];
}

const preCommitEntry = [`- repo: ${homepage}`, `  rev: v${version}`, '  hooks:', '    - id: kempt'];
const command = 'npx kempt lint --staged';

const hookOf: Record<HookManager, Wanted> = {
  'pre-commit': {
    path: '.pre-commit-config.yaml',
    why,
    text: `repos:\n${preCommitEntry.map((line) => `  ${line}\n`).join('')}`,
    grown: withEntry,
  },
  husky: {
    path: '.husky/pre-commit',
    why,
    text: `${command}\n`,
    grown: (before) => `${before.trimEnd()}\n${command}\n`,
  },
  lefthook: {
    path: 'lefthook.yml',
    why,
    text: `pre-commit:\n  commands:\n    kempt:\n      run: ${command}\n`,
  },
};

/** The entry at the end of `repos`, indented as the others are, where `repos` is what the file ends with. */
function withEntry(before: string): string | undefined {
  const lines = before.trimEnd().split(/\r?\n/);
  const at = lines.findIndex((line) => /^repos:\s*(#.*)?$/.test(line));
  const rest = lines.slice(at + 1);
  if (at < 0 || rest.some((line) => /^[^\s#-]/.test(line))) return undefined;
  const first = rest.find((line) => /^\s*-\s/.test(line));
  if (first === undefined) return undefined;
  const indent = /^\s*/.exec(first)![0];
  return `${[...lines, ...preCommitEntry.map((line) => indent + line)].join('\n')}\n`;
}
