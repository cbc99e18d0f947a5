/** A stream that is written to, and what it knows of the terminal behind it. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

/** The world outside, as the command line sees it. */
export interface Io {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  stdin: AsyncIterable<Uint8Array | string>;
  stdout: Output;
  stderr: Output;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  now: Date;
}

/** Whether to colour what goes to `output`: the command line first, then NO_COLOR and FORCE_COLOR, then the terminal. */
export function wantsColour(
  output: Output,
  { env }: Pick<Io, 'env'>,
  flags: { noColor?: boolean; color?: boolean },
): boolean {
  if (flags.noColor) return false;
  if (flags.color) return true;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return Boolean(output.isTTY) && env.TERM !== 'dumb';
}

/** Columns of the terminal; 80 where there is none. */
export function widthOf(output: Output, { env }: Pick<Io, 'env'>): number {
  const stated = Number.parseInt(env.COLUMNS ?? '', 10);
  return output.columns || (stated > 0 ? stated : 80);
}
