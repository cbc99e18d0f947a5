import { execFileSync } from 'node:child_process';
import { type Git, gitIn } from '../../src/git/git.ts';
import { folder } from './folder.ts';

export interface Repository {
  root: string;
  git: Git;
  /** Runs git and gives what it prints. */
  run(...args: string[]): string;
  /** Commits everything that is there. */
  commit(message: string): void;
}

/** A temporary repository with these files committed on `main`. */
export async function repository(files: Record<string, string>): Promise<Repository> {
  const root = await folder(files);
  const run = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  const commit = (message: string) => {
    run('add', '-A');
    run('commit', '-q', '-m', message);
  };
  run('init', '-q', '-b', 'main');
  for (const [key, value] of [
    ['user.name', 'A maintainer'],
    ['user.email', 'maintainer@kempt.example'],
    ['core.autocrlf', 'false'],
    ['commit.gpgsign', 'false'],
  ] as const) {
    run('config', key, value);
  }
  commit('start');
  return { root, git: gitIn(root), run, commit };
}
