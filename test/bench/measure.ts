import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** A program to be timed, with its arguments. */
export interface Contestant {
  name: string;
  command: string;
  args: string[];
}

/** Times of whole processes in milliseconds, by name. */
export type Times = Map<string, number[]>;

/** Runs all contestants by turns, `rounds` times each after one that does not count, so that a busy moment hits all alike. */
export async function interleave(contestants: Contestant[], rounds: number): Promise<Times> {
  const times: Times = new Map(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const contestant of contestants) {
      const time = await timed(contestant);
      if (round > 0) times.get(contestant.name)!.push(time);
    }
  }
  return times;
}

/** Wall time of one process; one that ends with 2 or more has not done its work, and throws. */
function timed({ name, command, args }: Contestant): Promise<number> {
  const start = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 || code === 1) resolve(performance.now() - start);
      else reject(new Error(`${name} exited with ${code}\n${complaint}`));
    });
  });
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Prints rows under their heads, numbers to the right. */
export function printTable(heads: string[], rows: (string | number)[][]): void {
  const cells = [heads, ...rows].map((row) =>
    row.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell)),
  );
  const widths = heads.map((_, index) => Math.max(...cells.map((row) => row[index]!.length)));
  for (const row of cells) {
    const line = row.map((cell, index) =>
      index === 0 ? cell.padEnd(widths[index]!) : cell.padStart(widths[index]!),
    );
    console.log(`  ${line.join('   ')}`);
  }
}
