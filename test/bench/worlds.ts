import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { printTable } from './measure.ts';
import { type Checker, checkers, installPeers } from './peers.ts';
import { concurrency, evenWeb, listening, lowerBound, urlOf, type Web, webOfLists } from './webs.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Who takes longer in one world is stopped. */
const longestMs = 75_000;

/** kempt beside other link checkers, one after another in the same loopback webs. */
export async function worlds(): Promise<void> {
  if (!(await canBind('127.21.0.1'))) {
    console.log('  left out: this system does not answer on all of 127.0.0.0/8');
    return;
  }
  installPeers();
  for (const web of [
    webOfLists('1,000 links as in real lists', 1000),
    evenWeb('2,000 links on 40 hosts, 50 ms', 40, 2000),
    evenWeb('2,000 links on one host, 50 ms', 1, 2000, concurrency),
  ]) {
    await compare(web);
  }
}

async function compare(web: Web): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kempt-bench-'));
  writeFileSync(join(folder, 'hosts.json'), JSON.stringify(listening(web)));
  const world = spawn(process.execPath, [here('world-server.mjs'), join(folder, 'hosts.json')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const lines = createInterface({ input: world.stdout })[Symbol.asyncIterator]();
    const port = Number((await lines.next()).value);
    const truths = new Map(web.pages.map((page) => [urlOf(page, port), page.truth]));
    const urls = [...truths.keys()];
    const setting = { list: join(folder, 'readme.md'), lines: join(folder, 'urls.txt'), folder };
    writeFileSync(setting.lines, urls.join('\n'));
    writeFileSync(setting.list, listOf(urls));
    const rows: (string | number)[][] = [];
    for (const checker of checkers({ ...setting, concurrency, ...web })) {
      const ran = await run(checker);
      world.stdin.write('\n');
      const log = JSON.parse((await lines.next()).value as string) as Log;
      rows.push([checker.name, ...rowOf(checker, ran, log, truths)]);
    }
    console.log(`\n  ${web.name}; widths ${concurrency} and ${web.perHost}, time-out ${web.timeoutMs} ms`);
    printTable(heads, rows);
    console.log(`  no shorter by kempt's own limits than ${(lowerBound(web) / 1000).toFixed(2)} s`);
  } finally {
    world.stdin.end();
    rmSync(folder, { recursive: true });
  }
}

const heads = [
  'checker',
  'seconds',
  'requests',
  'connections',
  'peak MB',
  'at once',
  'got 429',
  'too early',
  'dead called alive',
  'alive called dead',
  'left open',
];

/** What the server saw of one run. */
interface Log {
  connections: number;
  hosts: { requests: number; peak: number; refused: number; early: number }[];
}

function rowOf(
  { read }: Checker,
  { ms, output, memoryMb, ended }: Ran,
  { connections, hosts }: Log,
  truths: ReadonlyMap<string, string>,
): (string | number)[] {
  const total = (key: keyof Log['hosts'][number]) => String(hosts.reduce((sum, host) => sum + host[key], 0));
  const seen = [
    total('requests'),
    String(connections),
    memoryMb === undefined ? '?' : memoryMb.toFixed(0),
    String(Math.max(0, ...hosts.map(({ peak }) => peak))),
    total('refused'),
    total('early'),
  ];
  if (!ended) return [`> ${(longestMs / 1000).toFixed(0)}`, ...seen, '', '', ''];
  const { alive, dead } = read(output, [...truths.keys()]);
  const count = (wrong: (url: string, truth: string) => boolean) =>
    String([...truths].filter(([url, truth]) => wrong(url, truth)).length);
  return [
    (ms / 1000).toFixed(2),
    ...seen,
    count((url, truth) => truth !== 'page' && alive.has(url)),
    count((url, truth) => truth === 'page' && dead.has(url)),
    count((url) => !alive.has(url) && !dead.has(url)),
  ];
}

interface Ran {
  ms: number;
  output: string;
  memoryMb: number | undefined;
  /** Whether it ended by itself. */
  ended: boolean;
}

async function run({ name, command, args }: Checker): Promise<Ran> {
  const began = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, complaint, ended] = ['', '', true];
  let memoryMb: number | undefined;
  child.stdout.setEncoding('utf8').on('data', (piece) => {
    output += piece;
  });
  child.stderr.setEncoding('utf8').on('data', (piece) => {
    complaint = (complaint + piece).slice(-2000);
  });
  const watch = setInterval(() => {
    memoryMb = peakMemory(child) ?? memoryMb;
  }, 25);
  const end = setTimeout(() => {
    ended = false;
    child.kill('SIGKILL');
  }, longestMs);
  await once(child, 'close');
  clearInterval(watch);
  clearTimeout(end);
  if (ended && output.trim() === '') throw new Error(`${name} said nothing\n${complaint}`);
  return { ms: performance.now() - began, output, memoryMb, ended };
}

/** The high-water mark of a process's memory, where the system keeps one to be read. */
function peakMemory({ pid }: ChildProcess): number | undefined {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

function canBind(address: string): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(0, address, () => server.close(() => resolve(true)));
  });
}

/** A list of sections, as lists of some thousand entries are. */
function listOf(urls: readonly string[]): string {
  const perSection = 50;
  const sections: string[] = [];
  for (let first = 0; first < urls.length; first += perSection) {
    const entries = urls
      .slice(first, first + perSection)
      .map((url, index) => `- [Page ${first + index}](${url}) - Something to read.`);
    sections.push(`## Section ${sections.length + 1}\n\n${entries.join('\n')}\n`);
  }
  return `# Awesome Pages\n\n${sections.join('\n')}`;
}
