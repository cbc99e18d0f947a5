import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Contestant, interleave, median, printTable } from './measure.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const hosts = 40;
const linksPerHost = 50;
const latencyMs = 50;
const concurrency = 64;
const perHost = 8;
const rounds = 5;

/** The command's wall time on 2,000 links over 40 loopback hosts, beside raw undici at the same widths. */
export async function links(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kempt-bench-'));
  const world = spawn(process.execPath, [here('world.mjs'), String(hosts), String(latencyMs)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(world.stdout, 'data')) as [Buffer];
    const urls = mixed(JSON.parse(String(line)) as string[]);
    writeFileSync(join(folder, 'urls.txt'), urls.join('\n'));
    writeFileSync(join(folder, 'readme.md'), listOf(urls));
    const times = await interleave(contestants(folder), rounds);
    const peer = median(times.get('raw undici')!);
    printTable(
      ['process', 'median ms', 'times raw undici', 'target', 'fastest'],
      [...times].map(([name, each]) => [
        name,
        median(each),
        (median(each) / peer).toFixed(2),
        name === 'kempt links' ? '≤ 1.50' : '',
        (Math.min(...each) / Math.min(...times.get('raw undici')!)).toFixed(2),
      ]),
    );
    const bound = (urls.length / concurrency) * latencyMs;
    console.log(
      `  ${urls.length} links, ${hosts} hosts, ${latencyMs} ms; widths ${concurrency} and ${perHost}: at least ${bound} ms`,
    );
  } finally {
    world.stdin.end();
    rmSync(folder, { recursive: true });
  }
}

function contestants(folder: string): Contestant[] {
  const command = process.execPath;
  const widths = ['--concurrency', String(concurrency), '--per-host', String(perHost)];
  const raw = [here('raw-undici.mjs'), join(folder, 'urls.txt'), String(concurrency), String(perHost)];
  const kempt = [
    here('../../dist/cli.cjs'),
    'links',
    join(folder, 'readme.md'),
    '--allow-private',
    ...widths,
  ];
  return [
    { name: 'raw undici', command, args: raw },
    { name: 'kempt links', command, args: kempt },
  ];
}

/** All addresses, hosts mixed as in a real list and always alike. */
function mixed(origins: string[]): string[] {
  const urls = origins.flatMap((origin) =>
    Array.from({ length: linksPerHost }, (_, page) => `${origin}/page/${page}`),
  );
  let seed = 1;
  const keyed = urls.map((url) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return { url, key: seed };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ url }) => url);
}

/** A list of sections, as lists of two thousand entries are. */
function listOf(urls: string[]): string {
  const sections = Array.from({ length: hosts }, (_, section) => {
    const some = urls.slice(section * linksPerHost, (section + 1) * linksPerHost);
    const entries = some.map((url, index) => `- [Page ${index}](${url}) - Something to read.`);
    return `## Section ${section}\n\n${entries.join('\n')}\n`;
  });
  return `# Awesome Pages\n\n${sections.join('\n')}`;
}
