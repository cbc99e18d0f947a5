/** What makes an address private to whoever copied it, and until when. */
export interface Signature {
  /** What kind it is, for people: `a pre-signed AWS address`. */
  kind: string;
  /** Query parameters that carry it, as written. Empty where the credentials stand before the host. */
  parameters: string[];
  /** When it expires, where the address says so. */
  expires: Date | undefined;
}

type Query = ReadonlyMap<string, string>;

interface Scheme {
  kind: string;
  /** Parameters in lower case that must all be there. */
  needs: readonly string[];
  /** Limits the scheme to these hosts. */
  host?: RegExp;
  /** Parameters in lower case that belong to it. */
  owns: RegExp;
  expires: (query: Query) => Date | undefined;
}

/** Signed addresses, the more special first. Parameters by the services' own documentation. */
const schemes: readonly Scheme[] = [
  {
    kind: 'a GitHub address for one viewer',
    needs: ['jwt'],
    host: /^private-user-images\.githubusercontent\.com$/,
    owns: /^(?:jwt|x-amz-.*)$/,
    expires: (query) => amzDate(query, 'x-amz-'),
  },
  {
    kind: 'a GitHub address for one viewer',
    needs: ['token'],
    host: /^raw\.githubusercontent\.com$/,
    owns: /^token$/,
    expires: () => undefined,
  },
  {
    kind: 'a pre-signed AWS address',
    needs: ['x-amz-signature'],
    owns: /^(?:x-amz-.*|x-id|response-.*)$/,
    expires: (query) => amzDate(query, 'x-amz-'),
  },
  {
    kind: 'a pre-signed AWS address',
    needs: ['awsaccesskeyid', 'signature'],
    // S3 refuses to override headers for anonymous readers.
    owns: /^(?:awsaccesskeyid|signature|expires|x-amz-.*|response-.*)$/,
    expires: (query) => epoch(query.get('expires')),
  },
  {
    kind: 'a pre-signed Google Cloud address',
    needs: ['x-goog-signature'],
    owns: /^(?:x-goog-.*|response-.*)$/,
    expires: (query) => amzDate(query, 'x-goog-'),
  },
  {
    kind: 'a pre-signed Google Cloud address',
    needs: ['googleaccessid', 'signature'],
    owns: /^(?:googleaccessid|signature|expires|response-.*)$/,
    expires: (query) => epoch(query.get('expires')),
  },
  {
    kind: 'a pre-signed CloudFront address',
    needs: ['key-pair-id', 'signature'],
    owns: /^(?:key-pair-id|signature|policy|expires|hash-algorithm)$/,
    expires: (query) => epoch(query.get('expires')) ?? policyDate(query.get('policy')),
  },
  {
    kind: 'an Azure address with a shared access signature',
    needs: ['sig', 'sv'],
    owns: /^(?:sig|s[vspretir]|srt|sip|spr|sdd|sks|skv|ske|skt|sktid|skoid|saoid|suoid|scid|rsc[cdelt])$/,
    expires: (query) => isoDate(query.get('se')),
  },
  {
    kind: 'a signed Discord address',
    needs: ['ex', 'hm'],
    host: /^(?:cdn|media)\.discordapp\.(?:com|net)$/,
    owns: /^(?:ex|is|hm)$/,
    expires: (query) => epoch(query.get('ex'), 16),
  },
];

const secretNames =
  /^(?:access_?token|auth_?token|oauth_?token|private_?token|api[_-]?key|client_?secret|password|passwd)$/;
/** As long and as mixed as a secret is; a word to be replaced by one's own is not. */
const secretValue = /^(?=.*\d)(?=.*[a-z])[\w.~+/=%-]{16,}$/i;
const standIn = /your|example|xxxx|demo|test|secret|changeme/i;
const credentials = /^(https?:\/\/)[^\s/?#@:]+:[^\s/?#@]+@/i;

/** What signs an address or gives it away who may read it; undefined for an ordinary one. `url` is as written. */
export function signatureOf(url: string): Signature | undefined {
  if (credentials.test(url))
    return { kind: 'an address with a user name and password', parameters: [], expires: undefined };
  if (!/^https?:\/\/[^?#]+\?/i.test(url)) return undefined;
  const pairs = pairsOf(url);
  const query = new Map(pairs.map(({ name, value }) => [name.toLowerCase(), value]));
  const scheme = schemes.find(({ needs, host }) => {
    return needs.every((name) => query.get(name)) && (!host || host.test(hostOf(url)));
  });
  if (scheme) {
    const parameters = pairs.map(({ name }) => name).filter((name) => scheme.owns.test(name.toLowerCase()));
    return { kind: scheme.kind, parameters, expires: scheme.expires(query) };
  }
  const secrets = pairs.filter(({ name, value }) => secretNames.test(name.toLowerCase()) && isSecret(value));
  if (secrets.length === 0) return undefined;
  return {
    kind: 'an address with an access token',
    parameters: secrets.map(({ name }) => name),
    expires: undefined,
  };
}

/** The address without the signature, otherwise as written, `&amp;` and fragment included. */
export function withoutSignature(url: string, { parameters }: Signature): string {
  const bare = url.replace(credentials, '$1');
  const [, address = bare, query = '', fragment = ''] = /^([^?#]*)\?([^#]*)(.*)$/s.exec(bare) ?? [];
  const kept = query.split(/(&(?:amp;)?)/).reduce((result, part, index, parts) => {
    if (index % 2 === 1 || part === '' || parameters.includes(nameOf(part))) return result;
    return result === '' ? part : result + (parts[index - 1] ?? '&') + part;
  }, '');
  return address + (kept === '' ? '' : `?${kept}`) + fragment;
}

function pairsOf(url: string): { name: string; value: string }[] {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? '';
  return query.split(/&(?:amp;)?/).map((pair) => {
    const value = pair.slice(nameOf(pair).length + 1);
    return { name: nameOf(pair), value };
  });
}

function nameOf(pair: string): string {
  return pair.split('=', 1)[0] ?? pair;
}

function hostOf(url: string): string {
  return /^https?:\/\/([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
}

function isSecret(value: string): boolean {
  return secretValue.test(value) && !standIn.test(value);
}

function epoch(value: string | undefined, base = 10): Date | undefined {
  const seconds = value && /^[\da-f]{8,10}$/i.test(value) ? Number.parseInt(value, base) : Number.NaN;
  return valid(new Date(seconds * 1000));
}

function isoDate(value: string | undefined): Date | undefined {
  return value ? valid(new Date(value.replaceAll(/%3a/gi, ':'))) : undefined;
}

/** `X-Amz-Date=20200131T120000Z` and `X-Amz-Expires=300` (seconds). */
function amzDate(query: Query, prefix: string): Date | undefined {
  const written = query.get(`${prefix}date`) ?? '';
  const seconds = Number(query.get(`${prefix}expires`));
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(written) ?? [];
  const from = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return valid(new Date(from.getTime() + seconds * 1000));
}

/** CloudFront's policy: JSON in base64, with `-_~` for `+=/`. */
function policyDate(value: string | undefined): Date | undefined {
  const policy = fromBase64((value ?? '').replaceAll('-', '+').replaceAll('_', '=').replaceAll('~', '/'));
  return epoch(/"AWS:EpochTime":(\d+)/.exec(policy)?.[1]);
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('latin1');
}

function valid(date: Date): Date | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date;
}
