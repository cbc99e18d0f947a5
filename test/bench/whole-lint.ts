import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { awesomeLintCli, installAwesomeLint } from './awesome-lint.ts';
import { corpusLists } from './corpus.ts';
import { median, printTable } from './measure.ts';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const peak = new URL('peak.mjs', import.meta.url).href;
const rounds = 3;
const lists = 10;

interface Run {
  ms: number;
  mb: number;
}

/** Whole processes, from the command to its end, by turns with awesome-lint: times and the most memory they had, medians. */
export async function wholeLint(): Promise<void> {
  const all = corpusLists();
  const first = all.filter(({ name }) => name === 'awesome-go');
  const others = spread(
    all.filter((list) => !first.includes(list)),
    lists - first.length,
  );
  const chosen = [...first, ...others];
  if (chosen.length === 0) return;
  installAwesomeLint();
  const folder = mkdtempSync(join(tmpdir(), 'kempt-bench-'));
  try {
    const rows: string[][] = [];
    for (const { name, text } of chosen) {
      const list = join(folder, 'readme.md');
      writeFileSync(list, text);
      const commands = [
        [cli, 'lint', list],
        [cli, 'lint', '--preset', 'awesome', list],
        [awesomeLintCli, list],
      ];
      rows.push([name, (text.length / 1000).toFixed(0), ...rowOf(await byTurns(commands, folder))]);
    }
    printTable(
      ['list', 'kB', 'kempt ms', 'awesome preset', 'awesome-lint', 'times', 'kempt MB', 'awesome-lint MB'],
      rows,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The first and the last, and some from between at equal steps. */
function spread<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items];
  return Array.from(
    { length: count },
    (_, index) => items[Math.round((index * (items.length - 1) * 0.9) / (count - 1))]!,
  );
}

function rowOf([house, strict, peer]: Run[][]): string[] {
  const ms = [house, strict, peer].map((runs) => median(runs!.map((run) => run.ms)));
  const mb = [house, peer].map((runs) => median(runs!.map((run) => run.mb)));
  const times = ms[2]! / ms[1]!;
  return [...ms.map((each) => each.toFixed(0)), times.toFixed(1), ...mb.map((each) => each.toFixed(0))];
}

/** Each command by turns, after one run each that does not count. */
async function byTurns(commands: string[][], cwd: string): Promise<Run[][]> {
  const runs: Run[][] = commands.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, args] of commands.entries()) {
      const run = await measured(args, cwd);
      if (round > 0) runs[index]!.push(run);
    }
  }
  return runs;
}

function measured(args: string[], cwd: string): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', peak, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  let kilobytes = '';
  child.stdio[3]!.on('data', (chunk) => {
    kilobytes += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0 && code !== 1) reject(new Error(`${args[0]} exited with ${code}`));
      else resolve({ ms: performance.now() - start, mb: Number(kilobytes) / 1024 });
    });
  });
}
