import { editDistance } from '../nearest.ts';

/** What a scheme must have been meant as. */
export interface MeantScheme {
  scheme: 'http' | 'https';
  /** Whether all letters are there, and only their number or order is wrong. */
  isSlip: boolean;
}

/** No scheme that is in use is made of these letters alone. */
const slip = /^(?=.*t)(?=.*p)[htps]{3,8}$/;

/**
 * What a mistyped scheme of the web was meant as: `htps`, `hptts`, `httpd`; undefined where it is right, or another.
 * @param written in any case, without its colon
 */
export function meantScheme(written: string): MeantScheme | undefined {
  const name = written.toLowerCase();
  if (name === 'http' || name === 'https') return undefined;
  const isSlip = slip.test(name);
  if (!isSlip && (name.length > 6 || ['http', 'https'].every((one) => editDistance(name, one) > 1)))
    return undefined;
  return { scheme: name.includes('s') ? 'https' : 'http', isSlip };
}
