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
export function gitIn(cwd: string, limits: GitLimits = {}): Git {
  return async (...args) => (await runGit(cwd, args, undefined, limits)).toString('utf8');
}

export interface GitLimits {
  /** Milliseconds after which git is ended, and has failed; none by default. */
  timeout?: number;
}

const plain = [
  '--no-optional-locks',
  '-c',
  'core.quotePath=false',
  '-c',
  'color.ui=false',
  '-c',
  'diff.external=',
];

/**
 * Runs git in a directory and gives its output as it is, byte by byte: for what files hold.
 * @param input what git reads on standard input
 * @throws {GitError} where git fails
 * @throws {KemptError} where there is no git
 */
export function runGit(
  cwd: string,
  args: readonly string[],
  input?: Uint8Array,
  { timeout = 0 }: GitLimits = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      [...plain, '-C', cwd, ...args],
      { maxBuffer: mostOutput, encoding: 'buffer', timeout },
      (error, stdout, stderr) => {
        if (!error) resolve(stdout);
        else if (error.code === 'ENOENT') reject(noGit());
        else reject(new GitError(args, stderr.toString('utf8') || error.message));
      },
    );
    // git that ends before it has read all says so by its exit code.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
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
