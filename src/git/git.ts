import { execFile } from 'node:child_process';
import { KemptError } from '../kempt-error.ts';

/** Runs git with these arguments and gives what it prints. */
export type Git = (...args: string[]) => Promise<string>;

/** What git said when it failed. */
export class GitError extends Error {
  override readonly name = 'GitError';
  readonly stderr: string;

  constructor(args: readonly string[], stderr: string) {
    super(`git ${args[0]} failed: ${stderr.trim().split('\n')[0] ?? ''}`);
    this.stderr = stderr;
  }
}

/** As much as a diff of a long list takes, in bytes. */
const mostOutput = 64_000_000;

/**
 * git in a directory, without a shell; what a user's configuration changes of its output is set back.
 * The call rejects with a GitError where git fails, with a KemptError where there is no git.
 */
export function gitIn(cwd: string): Git {
  const plain = [
    '--no-optional-locks',
    '-c',
    'core.quotePath=false',
    '-c',
    'color.ui=false',
    '-c',
    'diff.external=',
    '-C',
    cwd,
  ];
  return (...args) =>
    new Promise((resolve, reject) => {
      execFile(
        'git',
        [...plain, ...args],
        { maxBuffer: mostOutput, encoding: 'utf8' },
        (error, stdout, stderr) => {
          if (!error) resolve(stdout);
          else if (error.code === 'ENOENT') reject(noGit());
          else reject(new GitError(args, stderr || error.message));
        },
      );
    });
}

/** The output of a command that may fail, undefined where it does. */
export async function attempt(output: Promise<string>): Promise<string | undefined> {
  try {
    return await output;
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

function noGit(): KemptError {
  return new KemptError('git is not there', { hint: 'install git, or leave --since and --staged out' });
}
