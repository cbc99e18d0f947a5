import { createChecker } from './checker.ts';
import type { CheckerOptions, CheckRun, LinkUse, Verdict } from './types.ts';

/**
 * Checks links with a checker of its own, which is closed at the end or when the iteration is left.
 *
 * @throws {KemptError} for options that cannot be read
 */
export async function* check(
  links: Iterable<LinkUse> | AsyncIterable<LinkUse>,
  options: CheckerOptions & CheckRun = {},
): AsyncGenerator<Verdict, void, undefined> {
  const checker = createChecker(options);
  try {
    yield* checker.check(links, options);
  } finally {
    await checker.close();
  }
}
