import { attempt, type Git } from './git.ts';

/**
 * When each line of a file came to be as it is, by its number from 1; undefined for a line that is not committed.
 * A file that git does not know has no dates.
 */
export async function lineDates(file: string, git: Git): Promise<(line: number) => Date | undefined> {
  const blamed = await attempt(git('blame', '--line-porcelain', '--', file));
  const dates: (Date | undefined)[] = [];
  let commit = '';
  for (const text of blamed?.split('\n') ?? []) {
    const head = /^([0-9a-f]{40,64}) \d+ (\d+)/.exec(text);
    if (head) commit = head[1]!;
    const time = /^author-time (\d+)$/.exec(text)?.[1];
    // All zeros stand for what is not committed.
    if (time) dates.push(/^0+$/.test(commit) ? undefined : new Date(Number(time) * 1000));
  }
  return (line) => dates[line - 1];
}
