import { parse } from '../../src/document.ts';
import type { FactName, Facts } from '../../src/facts/facts.ts';
import { createGather, type GatherOptions } from '../../src/facts/gather.ts';
import { readList } from '../../src/input/read.ts';

/** What is gathered of a list in a folder. */
export async function gathered(
  root: string,
  needs: FactName[],
  name = 'README.md',
  options: Partial<GatherOptions> = {},
): Promise<Facts> {
  const gather = createGather({ now: new Date('2026-01-01T00:00:00Z'), ...options });
  return await gather(parse(await readList(name, { cwd: root })), new Set(needs));
}
