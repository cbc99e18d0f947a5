#!/usr/bin/env node
import nodeModule from 'node:module';
import { version } from './project.ts';

/**
 * The only place that touches the process. What is asked for most often by scripts, the version, costs nothing:
 * everything else is loaded after.
 */
async function start(): Promise<void> {
  const argv = process.argv.slice(2);
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.write(`${version}\n`);
    return;
  }
  // From Node 22 on, compiled code is kept from run to run.
  (nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();
  const { main } = await import('./cli/main.ts');
  const interrupt = new AbortController();
  const onInterrupt = () => {
    // A second Ctrl-C does not wait for the report of the first.
    if (interrupt.signal.aborted) process.exit(130);
    interrupt.abort();
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  // Whoever reads the output may close it early, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  process.exitCode = await main(argv, {
    cwd: process.cwd(),
    env: process.env,
    // Node makes a stream when it is first asked for, and most runs read nothing.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    get stderr() {
      return process.stderr;
    },
    signal: interrupt.signal,
    now: new Date(),
  });
  process.off('SIGINT', onInterrupt);
  process.off('SIGTERM', onInterrupt);
}

await start();
