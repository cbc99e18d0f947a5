import { KemptError } from '../kempt-error.ts';
import type { Address } from './normalise.ts';
import type { CheckerOptions } from './types.ts';

/** Why an address is not asked; undefined where it is. */
export type Filter = (written: string, address: Address) => string | undefined;

const knownSchemes: Record<string, string> = {
  'mailto:': 'mail addresses are not checked',
  'tel:': 'telephone numbers are not checked',
  'sms:': 'telephone numbers are not checked',
  'data:': 'data is in the address itself',
  'ftp:': 'ftp is not checked',
  'ftps:': 'ftp is not checked',
  'file:': 'files of this machine are not checked',
};

/** Names that must not be looked up (RFC 7686, RFC 9476), or that only networks of their own know. */
const otherNetworks: [RegExp, string][] = [
  [/\.onion$/, 'onion services are reached by Tor alone'],
  [/\.(i2p|loki)$/, 'the host is reached by an overlay network alone'],
  [/\.(alt|eth|bit|gnu)$/, 'the host’s name is not in the DNS'],
];

export function createFilter(options: CheckerOptions): Filter {
  const include = compile(options.include ?? [], 'include');
  const exclude = compile(options.exclude ?? [], 'exclude');
  const quiet = new Set(
    (options.schemes ?? []).map((scheme) => `${scheme.replace(/:$/, '').toLowerCase()}:`),
  );

  return (written, address) => {
    const spellings = [written, address.href];
    const matches = (patterns: RegExp[]) => patterns.find((one) => spellings.some((text) => one.test(text)));
    const excluded = matches(exclude);
    if (excluded) return `excluded by ${excluded.source}`;
    if (include.length > 0 && !matches(include)) return 'not among the included addresses';
    if (address.kind === 'other') {
      if (quiet.has(address.scheme)) return `${address.scheme} is let through`;
      return knownSchemes[address.scheme] ?? `${address.scheme} is not checked`;
    }
    if (address.kind === 'invalid') return undefined;
    const host = address.host.replace(/:\d+$/, '');
    const other = otherNetworks.find(([names]) => names.test(host))?.[1];
    if (other !== undefined) return other;
    return options.offline ? 'offline: nothing is asked' : undefined;
  };
}

function compile(patterns: readonly string[], option: string): RegExp[] {
  return patterns.map((pattern) => {
    try {
      return new RegExp(pattern, 'u');
    } catch (cause) {
      throw new KemptError(`“${pattern}” is not a regular expression`, {
        where: option,
        hint: 'Escape characters such as ( ) [ ] + ? with a backslash',
        cause,
      });
    }
  });
}
