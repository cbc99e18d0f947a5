import { KemptError } from '../kempt-error.ts';
import { attempt, gitIn } from './git.ts';

/** The longest that git may take for one answer, in milliseconds: a history of a million commits is not read for its first. */
const patience = 5_000;

/** Runs git with these arguments; what it prints, undefined where it fails, takes too long or is not there. */
export type QuietGit = (...args: string[]) => Promise<string | undefined>;

/** git in a directory, for what is good to know and no fault not to. */
export function quietGit(cwd: string): QuietGit {
  const git = gitIn(cwd, { timeout: patience });
  return async (...args) => {
    try {
      return (await attempt(git(...args)))?.trim();
    } catch (error) {
      if (error instanceof KemptError) return undefined;
      throw error;
    }
  };
}
