import { errs } from '../parity/errs.ts';
import { found, frame } from '../parity/found.ts';
import type { Said } from './awesome-lint.ts';

/** What awesome-lint says of things that are no part of a text, or only warns of. */
const unseen = new Set([
  'awesome-contributing',
  'awesome-code-of-conduct',
  'awesome-spell-check',
  'comments',
]);

/**
 * The rows of test/parity of which awesome-lint does not say what they claim: that it rightly finds a fault, or that it
 * errs by finding one. Where a row expects something of kempt, it may err by saying nothing.
 */
export async function untrueRows(peer: (text: string) => Promise<Said[]>): Promise<string[]> {
  const rows = [
    ...found.map((row) => ({ ...row, what: row.fault })),
    ...errs.filter(({ expected }) => !expected).map((row) => ({ ...row, what: row.name })),
  ];
  const untrue: string[] = [];
  for (const { id, what, entry, block, list } of rows) {
    if (unseen.has(id)) continue;
    const said = await peer(list ?? (entry === undefined ? `${frame}\n${block}\n` : `${frame}${entry}\n`));
    if (!said.some(({ rule }) => rule === id)) untrue.push(`${id}, ${what}`);
  }
  return untrue;
}
