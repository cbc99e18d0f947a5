import { version } from '../project.ts';
import type { Io } from './io.ts';
import type { main } from './main.ts';

/**
 * Runs kempt in this process. What is asked for most often by scripts, the version, costs nothing: everything else
 * is loaded after, by `load`.
 */
export async function start(load: () => Promise<{ main: typeof main }>): Promise<void> {
  const argv = process.argv.slice(2);
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.write(`${version}\n`);
    return;
  }
  await inProcess(async (io) => (await load()).main(argv, io));
}

/** Runs something in this process, with its streams and until it is interrupted; what it gives is the exit code. */
export async function inProcess(run: (io: Io) => Promise<number>): Promise<void> {
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
    if (error.code === 'EPIPE') return;
    process.stderr.write(`kempt: standard output cannot be written: ${error.message}\n`);
    process.exit(2);
  });
  try {
    process.exitCode = await run({
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
  } catch (error) {
    // A bug of kempt's own: with its stack, and with another exit code than findings.
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 2;
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}
