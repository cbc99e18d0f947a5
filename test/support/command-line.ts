import { Readable } from 'node:stream';
import { main } from '../../src/cli/main.ts';

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

interface Surroundings {
  cwd: string;
  stdin?: string | Uint8Array;
  env?: Record<string, string>;
  signal?: AbortSignal;
  terminal?: { columns: number };
  now?: Date;
}

/** Runs the command line in this process, as `src/cli.ts` does, and keeps what it writes. */
export async function kempt(
  argv: string[],
  { cwd, stdin = '', env = {}, signal, terminal, now = new Date('2026-01-01T00:00:00Z') }: Surroundings,
): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const output = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
    ...(terminal && { isTTY: true, columns: terminal.columns }),
  });
  const code = await main(argv, {
    cwd,
    env,
    stdin: Readable.from([Buffer.from(stdin as string)]),
    stdout: output('stdout'),
    stderr: output('stderr'),
    signal: signal ?? new AbortController().signal,
    now,
  });
  return { code, ...written };
}
