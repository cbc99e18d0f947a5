/**
 * A fault of the user's: a path that is not there, an unknown option, a configuration that cannot be read.
 * It says what is wrong, where, and what to do about it. The CLI prints it without a stack and exits 2.
 * Anything else that is thrown is a bug and keeps its stack; a finding is never thrown.
 */
export class KemptError extends Error {
  override readonly name = 'KemptError';
  /** The file, option or key at fault. */
  readonly where: string | undefined;
  /** What the user can do about it, one sentence. */
  readonly hint: string | undefined;

  constructor(what: string, { where, hint, cause }: { where?: string; hint?: string; cause?: unknown } = {}) {
    super(what, cause === undefined ? undefined : { cause });
    this.where = where;
    this.hint = hint;
  }
}
