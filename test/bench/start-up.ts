import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Contestant, interleave, median, printTable } from './measure.ts';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const rounds = 21;

/** What kempt costs over a Node process that does nothing: medians of interleaved runs. */
export async function startUp(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kempt-bench-'));
  try {
    const empty = join(folder, 'empty.mjs');
    const list = join(folder, 'readme.md');
    writeFileSync(empty, '');
    writeFileSync(list, '# Awesome Kites\n\n## Building\n\n- [Plans](https://plans.example/) - To print.\n');
    const contestant = (name: string, ...args: string[]): Contestant => ({
      name,
      command: process.execPath,
      args,
    });
    const contestants = [
      contestant('empty process', empty),
      contestant('kempt --version', cli, '--version'),
      contestant('kempt --help', cli, '--help'),
      contestant('kempt lint, tiny list', cli, 'lint', list),
      contestant('kempt links --offline', cli, 'links', '--offline', list),
    ];
    const times = await interleave(contestants, rounds);
    const base = median(times.get('empty process')!);
    const targets: Record<string, string> = { 'kempt --version': '≤ 10', 'kempt lint, tiny list': '≤ 40' };
    printTable(
      ['process', 'median ms', 'over empty', 'target', 'fastest over empty'],
      [...times].map(([name, each]) => [
        name,
        median(each),
        median(each) - base,
        targets[name] ?? '',
        Math.min(...each) - Math.min(...times.get('empty process')!),
      ]),
    );
    console.log(`  NODE_EXTRA_CA_CERTS ${process.env.NODE_EXTRA_CA_CERTS ? 'is set' : 'is not set'}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
