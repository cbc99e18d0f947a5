import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { printTable } from './measure.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const links = 100_000;
const hosts = 20_000;
const memoryTargetMb = 300;
const longestMs = 240_000;

/** Memory of one `check()` over an iterable of 100,000 links on 20,000 hosts. Ends by itself after four minutes. */
export async function scale(): Promise<void> {
  const server = spawn(process.execPath, [here('scale-server.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const [port] = (await once(server.stdout, 'data')) as [Buffer];
    const began = performance.now();
    const client = spawn(
      process.execPath,
      [here('scale-client.mjs'), String(port).trim(), String(links), String(hosts)],
      { stdio: ['ignore', 'pipe', 'inherit'], timeout: longestMs },
    );
    let said = '';
    client.stdout.on('data', (piece) => {
      said += piece;
    });
    await once(client, 'close');
    if (said === '') throw new Error(`not done within ${longestMs / 1000} s`);
    const seconds = (performance.now() - began) / 1000;
    const { verdicts, counts, memoryMb } = JSON.parse(said) as Told;
    server.stdin.end();
    const [counted] = (await once(server.stdout, 'data')) as [Buffer];
    const { requests, connections } = JSON.parse(String(counted)) as Record<string, number>;
    printTable(
      ['links', 'hosts', 'ok', 'seconds', 'requests', 'connections', 'peak MB', 'target'],
      [
        [
          String(verdicts),
          String(hosts),
          String(counts.ok ?? 0),
          seconds,
          String(requests),
          String(connections),
          memoryMb,
          `< ${memoryTargetMb}`,
        ],
      ],
    );
  } finally {
    server.kill();
  }
}

interface Told {
  verdicts: number;
  counts: Record<string, number>;
  memoryMb: number;
}
