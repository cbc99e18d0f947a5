import { KemptError } from '../kempt-error.ts';
import { createChecker } from '../links/checker.ts';
import { explain } from '../links/explain.ts';
import type { CheckerOptions } from '../links/types.ts';
import { forTerminal } from '../report/escape.ts';
import type { Io } from './io.ts';

const nowhere = {
  path: '<command line>',
  position: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
};

/** `kempt links --explain URL`: asks one address and prints all that was seen. Nothing is taken from a cache. */
export async function explainLink(url: string, options: CheckerOptions, io: Io): Promise<number> {
  const checker = createChecker({ ...options, evidence: 'whole' });
  try {
    for await (const verdict of checker.check([{ url, place: nowhere }], { signal: io.signal })) {
      io.stdout.write(
        `${explain(verdict)
          .split('\n')
          .map((line) => forTerminal(line))
          .join('\n')}`,
      );
      return verdict.verdict === 'dead' || verdict.verdict === 'invalid' ? 1 : 0;
    }
  } finally {
    await checker.close();
  }
  throw new KemptError('nothing was asked', { where: url });
}
