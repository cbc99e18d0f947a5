import { KemptError } from '../kempt-error.ts';

export interface Remap {
  /** A regular expression over the whole address. */
  from: string;
  /** What is asked instead, with `$1` and so on. */
  to: string;
}

/**
 * Asks one address where another is written, for example a preview of a site that is not out yet. The first remap
 * that matches applies; the report keeps the address as written.
 *
 * @throws {KemptError} for what is no regular expression
 */
export function createRemap(remaps: readonly Remap[]): (address: string) => string {
  const rows = remaps.map(({ from, to }) => ({ pattern: compile(from), to }));
  return (address) => {
    const row = rows.find(({ pattern }) => pattern.test(address));
    return row ? address.replace(row.pattern, row.to) : address;
  };
}

function compile(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch (cause) {
    throw new KemptError(`“${pattern}” is not a regular expression`, { where: 'remap', cause });
  }
}
