import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate with its key, as PEM. */
export interface Certificate {
  cert: string;
  key: string;
}

/** An authority made for one test run. */
export interface Authority {
  cert: string;
  issue(request: CertificateRequest): Certificate;
  /** An authority below this one. */
  intermediate(name: string): Authority;
}

export interface CertificateRequest {
  names: string[];
  notBefore?: Date;
  notAfter?: Date;
}

const day = 86_400_000;

/** A root authority. Certificates are built here, byte by byte, because Node can sign but not make them (RFC 5280). */
export function createAuthority(name: string): Authority {
  const keys = newKeys();
  return authority(name, keys, certificate({ subject: name, issuer: name, keys, signer: keys, ca: true }));
}

export function selfSigned(request: CertificateRequest): Certificate {
  const keys = newKeys();
  const name = request.names[0] ?? 'nobody';
  return {
    cert: certificate({ ...request, subject: name, issuer: name, keys, signer: keys }),
    key: pem(keys.privateKey),
  };
}

function authority(name: string, keys: Keys, cert: string): Authority {
  return {
    cert,
    issue(request) {
      const own = newKeys();
      const subject = request.names[0] ?? 'nobody';
      return {
        cert: certificate({ ...request, subject, issuer: name, keys: own, signer: keys }),
        key: pem(own.privateKey),
      };
    },
    intermediate(subject) {
      const own = newKeys();
      return authority(
        subject,
        own,
        certificate({ subject, issuer: name, keys: own, signer: keys, ca: true }),
      );
    },
  };
}

interface Keys {
  publicKey: KeyObject;
  privateKey: KeyObject;
}

interface Parts {
  subject: string;
  issuer: string;
  keys: Keys;
  signer: Keys;
  names?: string[];
  ca?: boolean;
  notBefore?: Date;
  notAfter?: Date;
}

function newKeys(): Keys {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function pem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }) as string;
}

const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'));

function certificate(parts: Parts): string {
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    distinguishedName(parts.issuer),
    sequence(
      time(parts.notBefore ?? new Date(Date.now() - day)),
      time(parts.notAfter ?? new Date(Date.now() + 30 * day)),
    ),
    distinguishedName(parts.subject),
    parts.keys.publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions(parts))),
  );
  const signature = sign('sha256', body, { key: parts.signer.privateKey, dsaEncoding: 'der' });
  const der = sequence(body, ecdsaWithSha256, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function extensions({ ca, names }: Parts): Buffer[] {
  const yes = tagged(0x01, Buffer.from([0xff]));
  if (ca) return [sequence(oid('2.5.29.19'), yes, tagged(0x04, sequence(yes)))];
  const alternatives = (names ?? []).map((name) => tagged(0x82, Buffer.from(name)));
  return [sequence(oid('2.5.29.17'), tagged(0x04, sequence(...alternatives)))];
}

function distinguishedName(name: string): Buffer {
  const commonName = sequence(oid('2.5.4.3'), tagged(0x0c, Buffer.from(name)));
  return sequence(tagged(0x31, commonName));
}

function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/[-:T]|\.\d+/g, '');
  return tagged(0x17, Buffer.from(digits.slice(2)));
}

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}

function integer(bytes: Buffer): Buffer {
  return tagged(0x02, bytes);
}

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content]);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest >>= 8) bytes.unshift(rest & 0xff);
  return Buffer.concat([Buffer.from([tag, 0x80 | bytes.length, ...bytes]), content]);
}
