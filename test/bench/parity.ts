import { readFileSync } from 'node:fs';
import path from 'node:path';
import { awesomeLint, type Said } from './awesome-lint.ts';
import { awesomeLists } from './awesome-lists.ts';
import { corpusLists } from './corpus.ts';
import { type KnownDifference, knownDifferences } from './known-differences.ts';
import { printTable } from './measure.ts';
import { untrueRows } from './parity-rows.ts';
import { tidying } from './tidied.ts';

const generated = 60;
const ofSeed = 'generated from ';
/** Larger lists take minutes to tidy, and say nothing that smaller ones do not. */
const largest = 35_000;

interface Wanted {
  /** Paths of lists besides those of the corpus. */
  lists?: readonly string[];
  /** What the lists are generated from. */
  seeds?: readonly number[];
}

/** What awesome-lint says of one list in which kempt finds no error any more. */
interface Judged {
  name: string;
  entries: number;
  known: { said: Said; difference: KnownDifference }[];
  other: (Said & { text: string })[];
}

/**
 * Whether a list that `kempt lint --preset awesome` passes also passes awesome-lint: lists of the corpus and generated
 * ones, fixed by kempt and what remains taken out. Fails where awesome-lint says what docs/awesome-lint.md
 * does not explain, or does not say what the rows of test/parity claim.
 */
export async function parity({ lists = [], seeds = [2026] }: Wanted): Promise<void> {
  const [tidy, peer] = [await tidying(), await awesomeLint()];
  const judged: Judged[] = [];
  let untidy = 0;
  const real = [...corpusLists(), ...lists.map(listAt)].filter(({ text }) => text.length <= largest);
  const made = seeds.flatMap((seed) =>
    awesomeLists(generated, seed).map((text, index) => ({ name: `${ofSeed}${seed}, ${index + 1}`, text })),
  );
  for (const { name, text } of [...real, ...made]) {
    const { text: tidied, left, entries } = await tidy(text);
    if (left.length > 0 || entries === 0) untidy++;
    else judged.push({ name, entries, ...explained(await peer(tidied), tidied) });
  }
  printTable(
    ['list', 'entries', 'awesome-lint says', 'not explained'],
    summed(judged).map(({ name, entries, known, other }) => [
      name,
      ...[entries, known.length + other.length, other.length].map(String),
    ]),
  );
  if (untidy > 0) console.log(`  ${untidy} more could not be tidied, or nothing was left of them`);
  printDifferences(judged);
  for (const { name, other } of judged)
    for (const { rule, line, reason, text } of other)
      console.log(`  ${name}:${line} ${rule}: ${reason}\n    ${text}`);
  const untrue = await untrueRows(peer);
  for (const row of untrue) console.log(`  test/parity claims what awesome-lint does not say: ${row}`);
  if (untrue.length > 0 || judged.some(({ other }) => other.length > 0)) process.exitCode = 1;
}

function listAt(file: string): { name: string; text: string } {
  return { name: path.basename(path.dirname(path.resolve(file))), text: readFileSync(file, 'utf8') };
}

function explained(all: readonly Said[], text: string): Pick<Judged, 'known' | 'other'> {
  const lines = text.split(/\r?\n/);
  const known: Judged['known'] = [];
  const other: Judged['other'] = [];
  for (const said of all) {
    const line = lines[(said.line ?? 1) - 1] ?? '';
    const difference = knownDifferences.find(
      ({ rule, matches }) => rule === said.rule && matches(said, line, all, lines),
    );
    if (difference) known.push({ said, difference });
    else other.push({ ...said, text: line });
  }
  return { known, other };
}

/** The lists of the corpus, and the generated ones together. */
function summed(judged: readonly Judged[]): Judged[] {
  const isMade = ({ name }: Judged) => name.startsWith(ofSeed);
  const made = judged.filter(isMade);
  return [
    ...judged.filter((one) => !isMade(one)),
    {
      name: `${made.length} generated lists`,
      entries: made.reduce((sum, { entries }) => sum + entries, 0),
      known: made.flatMap(({ known }) => known),
      other: made.flatMap(({ other }) => other),
    },
  ];
}

function printDifferences(judged: readonly Judged[]): void {
  const counts = new Map<string, number>();
  for (const { difference } of judged.flatMap(({ known }) => known))
    counts.set(difference.name, (counts.get(difference.name) ?? 0) + 1);
  console.log('');
  printTable(
    ['known difference', 'messages'],
    [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => [name, String(count)]),
  );
}
