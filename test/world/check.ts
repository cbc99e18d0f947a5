import { createChecker } from '../../src/links/checker.ts';
import type { CheckerOptions, LinkUse, Place, Verdict } from '../../src/links/types.ts';

/** A place that is of no matter. */
export const somewhere: Place = {
  path: 'readme.md',
  position: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
};

/** A use of an address, in a line of a list. */
export function use(url: string, line = 1): LinkUse & { place: Place } {
  const point = { line, column: 1 };
  return { url, place: { path: 'readme.md', position: { start: point, end: point } } };
}

/** All verdicts, in the order they come. */
export async function collect(verdicts: AsyncIterable<Verdict>): Promise<Verdict[]> {
  const all: Verdict[] = [];
  for await (const verdict of verdicts) all.push(verdict);
  return all;
}

/** Checks addresses with a checker of their own; verdicts by address. */
export async function checkAll(
  urls: readonly string[],
  options: CheckerOptions,
): Promise<{ verdicts: Map<string, Verdict>; notices: string[] }> {
  const checker = createChecker({ backoff: 20, ...options });
  const verdicts = new Map<string, Verdict>();
  try {
    for await (const verdict of checker.check(urls.map((url) => ({ url, place: somewhere })))) {
      verdicts.set(verdict.url, verdict);
    }
    return { verdicts, notices: checker.notices() };
  } finally {
    await checker.close();
  }
}

export async function checkOne(url: string, options: CheckerOptions): Promise<Verdict> {
  const { verdicts } = await checkAll([url], options);
  return verdicts.get(url) as Verdict;
}
